package cn.bidui.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.fixture.bench.Rates;
import cn.bidui.fixture.people.Chance;
import cn.bidui.link.HandleHash;
import cn.bidui.link.LinkLimits;
import cn.bidui.link.LinkMemory;
import cn.bidui.link.LinkResult;
import cn.bidui.link.Linker;
import cn.bidui.link.Relinker;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In whole counties, too, a night finds what a full one finds, whatever it may take over. */
class RelinkedWorldTest {

  private static final HandleHash HASH = text -> Integer.toHexString(text.hashCode()) + text;
  private static final int PUPILS = 2_000;
  private static final int NIGHTS = 3;

  /** Fields that change from night to night; each takes what some other row has. */
  private static final List<Field> CHANGING =
      List.of(
          Field.NAME,
          Field.CITIZEN_ID,
          Field.STUDENT_NUMBER,
          Field.BIRTH_DATE,
          Field.SEX,
          Field.SCHOOL_NAME,
          Field.GRADE,
          Field.TOWNSHIP,
          Field.GUARDIAN1_ID,
          Field.HEAD_ID,
          Field.HOUSEHOLD_NUMBER,
          Field.FORMER_NAME);

  private final List<WorldRow> rows = new ArrayList<>();

  /** Some rows are gone, some are there twice, some say what others say. */
  private void change(Chance chance, int times) {
    for (int i = 0; i < times; i++) {
      int at = chance.below(rows.size());
      WorldRow row = rows.get(at);
      switch (chance.below(8)) {
        case 0 -> rows.remove(at);
        case 1 -> rows.add(chance.below(rows.size()), row);
        default -> rows.set(at, changed(row, chance));
      }
    }
  }

  private WorldRow changed(WorldRow row, Chance chance) {
    Map<Field, String> cells = new EnumMap<>(row.cells());
    Field field = chance.of(CHANGING);
    cells.put(field, chance.of(rows).cells().getOrDefault(field, ""));
    return new WorldRow(row.list(), row.person(), row.family(), cells, row.wrong());
  }

  private Map<ListKind, RecordTable> tables() {
    return TrueLists.of(
            new World() {
              @Override
              public String name() {
                return "changed";
              }

              @Override
              public void forEach(java.util.function.Consumer<WorldRow> taker) {
                rows.forEach(taker);
              }
            })
        .tables();
  }

  private void nightsAreLinkedAsInFullAndTakenOverIfNothingChanged(World world, long seed) {
    world.forEach(rows::add);
    Relinker relinker = new Relinker(LinkLimits.defaults(), "1.0");
    LinkMemory memory = relinker.link(tables(), List.of(), HASH, LinkMemory.none()).memory();
    Chance chance = new Chance(seed).forPurpose("nights");
    for (int night = 0; night < NIGHTS; night++) {
      change(chance, rows.size() / 200);
      Map<ListKind, RecordTable> tables = tables();
      Relinker.Relinked relinked = relinker.link(tables, List.of(), HASH, memory);
      LinkResult full = new Linker(LinkLimits.defaults()).link(tables, List.of(), HASH);
      assertThat(everything(relinked.links(), tables)).isEqualTo(everything(full, tables));
      memory = relinked.memory();
      Relinker.Relinked unchanged = relinker.link(tables(), List.of(), HASH, memory);
      assertThat(unchanged.again()).isZero();
      assertThat(everything(unchanged.links(), tables)).isEqualTo(everything(full, tables));
    }
  }

  private static List<String> everything(LinkResult links, Map<ListKind, RecordTable> tables) {
    List<String> lines = new ArrayList<>(List.of(String.valueOf(links.persons())));
    tables.forEach(
        (kind, table) -> {
          for (int row = 0; row < table.size(); row++) {
            int person = links.person(kind, row);
            String group = Arrays.toString(links.rows(kind, person));
            lines.add(kind + " " + row + " " + person + group + said(links, kind, row));
          }
        });
    links.undecided().forEach(pair -> lines.add(pair.toString()));
    links.notes().forEach(note -> lines.add(note.toString()));
    lines.addAll(links.oversizedBlocks());
    return lines;
  }

  private static String said(LinkResult links, ListKind kind, int row) {
    return " " + links.decision(kind, row) + links.tier(kind, row) + links.weight(kind, row);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void hardCounties(long seed) {
    nightsAreLinkedAsInFullAndTakenOverIfNothingChanged(
        new CountyWorld(seed, PUPILS, Rates.HARD), seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void foreignCounties(long seed) {
    nightsAreLinkedAsInFullAndTakenOverIfNothingChanged(new ForeignWorld(seed, PUPILS), seed);
  }
}
