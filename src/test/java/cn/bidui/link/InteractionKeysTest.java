package cn.bidui.link;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.normalize.RecordTable;
import cn.bidui.plan.Limit;
import cn.bidui.plan.LinkPlan;
import cn.bidui.plan.LinkPlan.LinkField;
import cn.bidui.plan.LinkPlan.LinkNumbers;
import cn.bidui.plan.LinkPlan.Outcome;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows and their numbers, over counties full of slips. */
class InteractionKeysTest {

  private static final Limit ANY = new Limit(0, "rows", "test", "test");

  private static LinkPlan plan() {
    List<LinkField> fields =
        Columns.FIELDS.stream()
            .map(field -> new LinkField(field.code(), Columns.kind(field), List.of(field.code())))
            .toList();
    return new LinkPlan(
        "person",
        "person",
        Outcome.PERSON,
        List.of(),
        fields,
        List.of(),
        List.of(),
        new LinkNumbers(ANY, ANY, ANY));
  }

  private static Map<ListKind, RecordTable> county(long seed) {
    return LinkInvariantsTest.county(seed, new ArrayList<>(), new ArrayList<>()).tables();
  }

  private static Set<Long> keys(InteractionKeys keys, int row) {
    Set<Long> all = new HashSet<>();
    keys.of(row, all::add);
    all.remove(0L);
    return all;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void rowsOfAPairHaveANumberInCommon(long seed) {
    Map<ListKind, RecordTable> tables = county(seed);
    Columns columns = Columns.of(tables);
    InteractionKeys keys = new InteractionKeys(new Matching(columns, LinkLimits.defaults()));
    LinkResult links = new Linker(LinkLimits.defaults()).link(tables, List.of(), World.HASH);
    assertThat(links.undecided()).isNotEmpty();
    for (Undecided pair : links.undecided()) {
      Set<Long> left = keys(keys, columns.global(pair.left(), pair.leftRow()));
      Set<Long> right = keys(keys, columns.global(pair.right(), pair.rightRow()));
      assertThat(left).containsAnyElementsOf(right);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aFrameIsLinkedLikeTheTablesThatItWasMadeOf(long seed) {
    Map<ListKind, RecordTable> tables = county(seed);
    Columns columns = Columns.of(tables);
    LinkResult byTables = new Linker(LinkLimits.defaults()).link(tables, List.of(), World.HASH);
    PersonLinks byFrame = new Linker(LinkLimits.defaults()).link(columns.frame(), plan());
    assertThat(byFrame.undecided().size()).isEqualTo(byTables.undecided().size());
    for (int row = 0; row < columns.size(); row++) {
      int first = byFrame.first(row);
      assertThat(byTables.person(columns.kind(row), columns.local(row)))
          .isEqualTo(byTables.person(columns.kind(first), columns.local(first)));
    }
    int persons = byTables.persons();
    assertThat(byFrame.links().size()).isEqualTo(columns.size() - persons);
  }
}
