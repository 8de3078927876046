package cn.bidui.link;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.link.Relinker.Relinked;
import cn.bidui.normalize.RecordTable;
import cn.bidui.plan.Limit;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A night that may take over what an earlier one found finds what a full night finds. */
class RelinkerTest {

  private static final Relinker RELINKER = new Relinker(LinkLimits.defaults(), "1.0");

  /** The rows of a county, to be changed from night to night. */
  private static final class Nights {
    final List<World.Row> rows = new ArrayList<>();
    final List<ListKind> kinds = new ArrayList<>();
    final List<PinnedLink> pins = new ArrayList<>();
    private final Random random;

    Nights(long seed) {
      random = new Random(seed);
      LinkInvariantsTest.county(seed, rows, kinds);
    }

    /** Many small counties beside each other, so that most of them are left as they are. */
    Nights(long seed, int counties) {
      random = new Random(seed);
      for (int i = 0; i < counties; i++) {
        LinkInvariantsTest.county(seed * 1000 + i, rows, kinds);
        for (World.Row row : rows.subList(rows.size() - 120, rows.size())) {
          apart(row, i);
        }
      }
    }

    private static void apart(World.Row row, int county) {
      String region = String.valueOf(990101 + county);
      row.cells.replaceAll((field, text) -> text.replace("990101", region));
      row.cells.computeIfPresent(Field.NAME, (field, name) -> name + (char) ('一' + county));
      row.cells.computeIfPresent(Field.HOUSEHOLD_NUMBER, (field, number) -> number + county);
    }

    World world() {
      World world = new World();
      for (int i = 0; i < rows.size(); i++) {
        world.add(kinds.get(i), "").cells.putAll(rows.get(i).cells);
      }
      return world;
    }

    void change(int times) {
      for (int i = 0; i < times; i++) {
        changeOnce();
      }
    }

    private void changeOnce() {
      int at = random.nextInt(rows.size());
      World.Row other = rows.get(random.nextInt(rows.size()));
      switch (random.nextInt(9)) {
        case 0 -> remove(at);
        case 1 -> add(at, other);
        case 2 -> Collections.swap(rows, at, sameList(at));
        case 3 -> rows.set(at, with(at, Field.NAME, other));
        case 4 -> rows.set(at, with(at, Field.CITIZEN_ID, other));
        case 5 -> rows.set(at, with(at, Field.SCHOOL_NAME, other));
        case 6 -> rows.set(at, with(at, Field.BIRTH_DATE, other));
        case 7 -> rows.set(at, with(at, Field.GUARDIAN1_ID, other));
        default -> rows.set(at, with(at, Field.STUDENT_NUMBER, other));
      }
    }

    private void remove(int at) {
      rows.remove(at);
      kinds.remove(at);
    }

    private void add(int at, World.Row row) {
      rows.add(at, with(row, Field.NAME, row));
      kinds.add(at, kinds.get(at));
    }

    private int sameList(int at) {
      int other = random.nextInt(rows.size());
      while (kinds.get(other) != kinds.get(at)) {
        other = random.nextInt(rows.size());
      }
      return other;
    }

    private World.Row with(int at, Field field, World.Row other) {
      return with(rows.get(at), field, other);
    }

    private static World.Row with(World.Row row, Field field, World.Row other) {
      World.Row changed = new World.Row(row.number);
      changed.cells.putAll(row.cells);
      changed.cells.put(field, other.cells.getOrDefault(field, ""));
      return changed;
    }

    void rule() {
      Map<ListKind, RecordTable> tables = world().tables();
      PinnedLink.Ruling ruling =
          random.nextBoolean() ? PinnedLink.Ruling.SAME : PinnedLink.Ruling.DIFFERENT;
      pins.add(new PinnedLink(anyHandle(tables), anyHandle(tables), ruling, "王老师"));
    }

    private String anyHandle(Map<ListKind, RecordTable> tables) {
      RecordTable table = new ArrayList<>(tables.values()).get(random.nextInt(tables.size()));
      List<String> handles = Handles.of(table, random.nextInt(table.size()), World.HASH);
      return handles.get(random.nextInt(handles.size()));
    }

    Relinked relinked(LinkMemory memory) {
      return RELINKER.link(world().tables(), pins, World.HASH, memory);
    }

    void sameAsInFull(Relinked relinked) {
      Map<ListKind, RecordTable> tables = world().tables();
      LinkResult full = new Linker(LinkLimits.defaults()).link(tables, pins, World.HASH);
      assertThat(everything(relinked.links(), tables)).isEqualTo(everything(full, tables));
    }
  }

  private static String everything(LinkResult links, Map<ListKind, RecordTable> tables) {
    StringBuilder text = new StringBuilder().append(links.persons()).append('\n');
    tables.forEach(
        (kind, table) -> {
          for (int person = 0; person < links.persons(); person++) {
            text.append(Arrays.toString(links.rows(kind, person)));
          }
          for (int row = 0; row < table.size(); row++) {
            text.append(kind)
                .append(row)
                .append(' ')
                .append(links.person(kind, row))
                .append(links.decision(kind, row))
                .append(links.tier(kind, row))
                .append(links.weight(kind, row))
                .append('\n');
          }
        });
    links.undecided().forEach(pair -> text.append(pair).append('\n'));
    links.notes().forEach(note -> text.append(note).append('\n'));
    return text.append(links.oversizedBlocks()).toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void nightsOfChangesInOneCrowdedCountyAreLinkedAsInFull(int decade) {
    for (int seed = decade * 10; seed < decade * 10 + 10; seed++) {
      Nights nights = new Nights(seed);
      LinkMemory memory = LinkMemory.none();
      for (int night = 0; night < 5; night++) {
        Relinked relinked = nights.relinked(memory);
        nights.sameAsInFull(relinked);
        memory = relinked.memory();
        nights.change(1 + night);
        if (seed % 3 == 0) {
          nights.rule();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyOtherNightNothingChangedAndIsTakenOver(long seed) {
    Nights nights = new Nights(seed, 8);
    LinkMemory memory = nights.relinked(LinkMemory.none()).memory();
    for (int night = 0; night < 5; night++) {
      Relinked unchanged = nights.relinked(memory);
      assertThat(unchanged.again()).isZero();
      nights.sameAsInFull(unchanged);
      nights.change(2);
      if (night > 2) {
        nights.rule();
      }
      Relinked relinked = nights.relinked(unchanged.memory());
      nights.sameAsInFull(relinked);
      memory = relinked.memory();
    }
  }

  @Test
  void anyEarlierMemoryWillDo() {
    Nights nights = new Nights(4, 4);
    LinkMemory oldest = nights.relinked(LinkMemory.none()).memory();
    for (int night = 0; night < 4; night++) {
      nights.change(2);
      nights.sameAsInFull(nights.relinked(oldest));
    }
  }

  /** No two of whom have a birth date in common. */
  private static String pupil(int number) {
    return World.id(LocalDate.of(2012, 3, 5).plusDays(number).toString(), 101);
  }

  private static World pupils(int count) {
    World world = new World();
    for (int pupil = 0; pupil < count; pupil++) {
      world.roll("王" + (char) ('一' + pupil)).id(pupil(pupil));
    }
    return world;
  }

  private static Relinked relink(World world, LinkMemory memory) {
    return RELINKER.link(world.tables(), List.of(), World.HASH, memory);
  }

  @Test
  void oneChangedCellIsEnoughForAllRowsToBeLinked() {
    LinkMemory memory = relink(pupils(50), LinkMemory.none()).memory();
    assertThat(relink(pupils(50), memory).again()).isZero();
    World changed = pupils(49);
    changed.roll("王" + (char) ('一' + 49)).id(pupil(49)).school("二小");
    assertThat(relink(changed, memory).again()).isEqualTo(50);
  }

  @Test
  void whoeverARowWithoutANameSpeaksOfIsReadAgain() {
    LinkMemory memory = relink(headed("王建国"), LinkMemory.none()).memory();
    assertThat(relink(headed("王建国"), memory).again()).isZero();
    assertThat(relink(headed("李建国"), memory).again()).isEqualTo(1);
  }

  private static World headed(String head) {
    World world = new World();
    world.household("").cells.put(Field.HEAD_NAME, head);
    return world;
  }

  @Test
  void aRowThatMovedToAnotherListIsAChange() {
    World before = pupils(1);
    World after = new World();
    after.household("王一").id(pupil(0));
    LinkMemory memory = relink(before, LinkMemory.none()).memory();
    assertThat(relink(after, memory).again()).isEqualTo(1);
  }

  @Test
  void rowsInAnotherOrderAreAChange() {
    World world = pupils(3);
    LinkMemory memory = relink(world, LinkMemory.none()).memory();
    World other = new World();
    for (int pupil : new int[] {1, 0, 2}) {
      other.roll("王" + (char) ('一' + pupil)).id(pupil(pupil));
    }
    assertThat(relink(other, memory).again()).isEqualTo(3);
  }

  @Test
  void aRulingLinksAllRowsOnceAndIsTakenOverWithTheRest() {
    World world = pupils(50);
    LinkMemory memory = relink(world, LinkMemory.none()).memory();
    RecordTable roll = world.tables().get(ListKind.ROLL);
    PinnedLink same =
        new PinnedLink(
            Handles.ruled(roll, 3, World.HASH),
            Handles.ruled(roll, 7, World.HASH),
            PinnedLink.Ruling.SAME,
            "王老师");
    for (int again : new int[] {50, 0}) {
      Relinked relinked = RELINKER.link(world.tables(), List.of(same), World.HASH, memory);
      assertThat(relinked.again()).isEqualTo(again);
      assertThat(relinked.links().persons()).isEqualTo(49);
      assertThat(relinked.links().tier(ListKind.ROLL, 7)).isEqualTo(Tier.RULED);
      memory = relinked.memory();
    }
    HandleHash other = text -> "b" + World.HASH.hash(text);
    Relinked relinked = RELINKER.link(world.tables(), List.of(same), other, memory);
    assertThat(relinked.links().persons()).isEqualTo(50);
  }

  @Test
  void aPlaceholderThatIsReportedTonightIsReportedTomorrow() {
    World world = new World();
    for (int pupil = 0; pupil < 30; pupil++) {
      world.roll("王" + (char) ('一' + pupil)).id(World.id("2012-03-05", 101));
    }
    Relinked first = relink(world, LinkMemory.none());
    Relinked second = relink(world, first.memory());
    assertThat(first.links().oversizedBlocks()).containsExactly("citizen-id × 30");
    assertThat(second.links().oversizedBlocks()).containsExactly("citizen-id × 30");
    assertThat(second.again()).isZero();
  }

  @Test
  void whatWasDecidedByOtherNumbersOrAnotherProgramIsForgotten() {
    Nights nights = new Nights(5);
    LinkMemory memory = nights.relinked(LinkMemory.none()).memory();
    Relinker newer = new Relinker(LinkLimits.defaults(), "1.1");
    Relinked relinked = newer.link(nights.world().tables(), List.of(), World.HASH, memory);
    assertThat(relinked.again()).isEqualTo(120);
    LinkLimits defaults = LinkLimits.defaults();
    LinkLimits others =
        new LinkLimits(
            new Limit(4999, "rows", "another number", "invented"),
            defaults.namesOnOneNumber(),
            defaults.weights());
    Relinker other = new Relinker(others, "1.0");
    assertThat(other.link(nights.world().tables(), List.of(), World.HASH, memory).again())
        .isEqualTo(120);
  }

  private static byte[] written(LinkMemory memory) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    memory.write(out);
    return out.toByteArray();
  }

  private static LinkMemory read(byte[] bytes) throws IOException {
    return LinkMemory.read(new ByteArrayInputStream(bytes));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    Nights nights = new Nights(6, 3);
    nights.rule();
    byte[] bytes = written(nights.relinked(LinkMemory.none()).memory());
    assertThat(written(read(bytes))).isEqualTo(bytes);
    assertThat(nights.relinked(read(bytes)).again()).isZero();
    nights.sameAsInFull(nights.relinked(read(bytes)));
    nights.change(3);
    nights.sameAsInFull(nights.relinked(read(bytes)));
  }

  @Test
  void aDamagedMemoryIsNoMemory() throws IOException {
    Nights nights = new Nights(7);
    byte[] bytes = written(nights.relinked(LinkMemory.none()).memory());
    for (int at = 0; at < bytes.length; at += 7) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 4;
      assertThat(read(damaged).basis()).isEmpty();
      assertThat(read(Arrays.copyOf(bytes, at)).basis()).isEmpty();
    }
    assertThat(read(Arrays.copyOf(bytes, bytes.length + 1)).basis()).isEmpty();
    assertThat(nights.relinked(read(new byte[500])).again()).isEqualTo(120);
  }

  @Test
  void aMemoryHoldsNoNameAndNoId() throws IOException {
    World world = new World();
    world.roll("王小明").id(World.id("2012-03-05", 101)).studentNumber("G990101201203051012");
    String text =
        new String(
            written(relink(world, LinkMemory.none()).memory()),
            java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(text).contains("1.0|LinkLimits").doesNotContain("990101", "20120305");
    assertThat(
            new String(
                text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain("王小明");
  }

  @Test
  void emptyListsAreLinkedToNothing() {
    assertThat(relink(new World(), LinkMemory.none()).links().persons()).isZero();
  }

  @Test
  void aNightWithoutChangesLinksNothingAgain() {
    Nights nights = new Nights(3);
    Relinked first = nights.relinked(LinkMemory.none());
    Relinked second = nights.relinked(first.memory());
    assertThat(first.again()).isEqualTo(120);
    assertThat(second.again()).isZero();
    nights.sameAsInFull(second);
  }
}
