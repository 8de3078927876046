package cn.bidui.link;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.normalize.RecordTable;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold whatever the lists say, over counties full of slips. */
class LinkInvariantsTest {

  private static final String[] SURNAMES = {"王", "李", "张", "欧阳"};
  private static final String[] GIVEN = {"明", "小明", "小朋", "子涵", "子轩", "婷", "亭", "?"};
  private static final ListKind[] KINDS = {ListKind.ROLL, ListKind.AID, ListKind.HOUSEHOLDS};

  /** Rows are so few-valued that every tier is met, and every kind of confusion. */
  static World county(long seed, List<World.Row> rows, List<ListKind> kinds) {
    Random random = new Random(seed);
    World world = new World();
    for (int i = 0; i < 120; i++) {
      ListKind kind = KINDS[random.nextInt(3)];
      String birth = "2012-03-0" + (1 + random.nextInt(3));
      int sequence = 101 + random.nextInt(6);
      String id = World.id(birth, sequence);
      String name = SURNAMES[random.nextInt(4)] + GIVEN[random.nextInt(8)];
      World.Row row = world.add(kind, name);
      row.id(written(id, random)).with(Field.SCHOOL_NAME, "学校" + random.nextInt(2));
      if (random.nextInt(3) == 0) {
        row.studentNumber("G" + id);
      }
      if (kind != ListKind.AID && random.nextInt(4) != 0) {
        row.born(birth, sequence % 2 == 1 ? "MALE" : "FEMALE");
      }
      if (kind == ListKind.ROLL && random.nextInt(2) == 0) {
        row.guardian(World.id("1985-01-01", random.nextInt(5)));
      }
      if (kind == ListKind.HOUSEHOLDS) {
        row.household("H" + random.nextInt(20)).member("M" + i);
        row.with(Field.HEAD_ID, World.id("1985-01-01", random.nextInt(5)));
      }
      rows.add(row);
      kinds.add(kind);
    }
    return world;
  }

  private static String written(String id, Random random) {
    int at = random.nextInt(17);
    return switch (random.nextInt(5)) {
      case 0 -> "";
      case 1 -> id.substring(0, at) + random.nextInt(10) + id.substring(at + 1);
      case 2 -> id.substring(0, at) + id.substring(at + 1);
      default -> id;
    };
  }

  private static LinkResult link(Map<ListKind, RecordTable> tables) {
    return new Linker(LinkLimits.defaults()).link(tables, List.of(), World.HASH);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void everyRowIsInExactlyOnePersonAndNoPersonHasTwoBirthdaysByHisIds(long seed) {
    World world = county(seed, new ArrayList<>(), new ArrayList<>());
    Map<ListKind, RecordTable> tables = world.tables();
    LinkResult links = link(tables);
    int rows = 0;
    for (int person = 0; person < links.persons(); person++) {
      Set<Long> births = new HashSet<>();
      Set<Long> ids = new TreeSet<>();
      for (ListKind kind : tables.keySet()) {
        for (int row : links.rows(kind, person)) {
          assertThat(links.person(kind, row)).isEqualTo(person);
          rows++;
          long id = tables.get(kind).id(row);
          if (id != 0) {
            ids.add(id);
            births.add(id / 1000);
          }
        }
      }
      assertThat(births).hasSizeLessThanOrEqualTo(1);
      assertThat(ids).hasSizeLessThanOrEqualTo(2);
    }
    assertThat(rows).isEqualTo(120);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void theOrderOfArrivalChangesNothing(long seed) {
    World world = county(seed, new ArrayList<>(), new ArrayList<>());
    String first = describe(world.tables());
    assertThat(describe(world.shuffled(seed))).isEqualTo(first);
    assertThat(describe(world.shuffled(seed + 1))).isEqualTo(first);
  }

  private static String describe(Map<ListKind, RecordTable> tables) {
    LinkResult links = link(tables);
    StringBuilder text = new StringBuilder();
    tables.forEach(
        (kind, table) -> {
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
    return text.append(links.undecided())
        .append(links.notes())
        .append(links.oversizedBlocks())
        .toString();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void theOrderOfRowsInTheirFilesChangesNobodysCompany(long seed) {
    List<World.Row> rows = new ArrayList<>();
    List<ListKind> kinds = new ArrayList<>();
    county(seed, rows, kinds);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      order.add(i);
    }
    Set<Set<Integer>> company = company(rows, kinds, order);
    java.util.Collections.shuffle(order, new Random(seed));
    assertThat(company(rows, kinds, order)).isEqualTo(company);
  }

  private static Set<Set<Integer>> company(
      List<World.Row> rows, List<ListKind> kinds, List<Integer> order) {
    World world = new World();
    Map<ListKind, List<Integer>> placed = new java.util.EnumMap<>(ListKind.class);
    for (int i : order) {
      world.add(kinds.get(i), "").cells.putAll(rows.get(i).cells);
      placed.computeIfAbsent(kinds.get(i), none -> new ArrayList<>()).add(i);
    }
    LinkResult links = link(world.tables());
    Set<Set<Integer>> company = new HashSet<>();
    for (int person = 0; person < links.persons(); person++) {
      Set<Integer> together = new TreeSet<>();
      for (ListKind kind : placed.keySet()) {
        for (int row : links.rows(kind, person)) {
          together.add(placed.get(kind).get(row));
        }
      }
      company.add(together);
    }
    return company;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void aCrashBetweenAnyTwoChangesLeadsToTheSameKeys(long seed) {
    Map<ListKind, RecordTable> before = county(seed, new ArrayList<>(), new ArrayList<>()).tables();
    Map<ListKind, RecordTable> after =
        county(seed + 100, new ArrayList<>(), new ArrayList<>()).tables();
    List<KeyChange> first =
        PersonKeys.assign(link(before), before, new KeysInMemory(), World.HASH).changes();
    LinkResult links = link(after);
    PersonKeys whole = PersonKeys.assign(links, after, folded(first), World.HASH);
    for (int done = 0; done <= whole.changes().size(); done++) {
      List<KeyChange> journal = new ArrayList<>(first);
      journal.addAll(whole.changes().subList(0, done));
      PersonKeys rest = PersonKeys.assign(links, after, folded(journal), World.HASH);
      for (int person = 0; person < links.persons(); person++) {
        assertThat(rest.key(person)).isEqualTo(whole.key(person));
      }
      assertThat(rest.changes()).isEqualTo(whole.changes().subList(done, whole.changes().size()));
    }
  }

  private static KeysInMemory folded(List<KeyChange> journal) {
    KeysInMemory known = new KeysInMemory();
    journal.forEach(known::apply);
    return known;
  }
}
