package cn.bidui.report;

import cn.bidui.judge.finding.Finding;
import cn.bidui.link.Undecided;
import cn.bidui.link.Waterfall;
import cn.bidui.link.Waterfalls;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The pairs that tonight leaves to people, with what their weights are made of. */
final class Pairs {

  private final Map<Set<RowRef>, Pair> byRows = new HashMap<>();

  /** Two rows, and what speaks for and against their being one person. */
  record Pair(RowRef left, RowRef right, Waterfall waterfall) {}

  Pairs(NightReport night) {
    List<Undecided> undecided = night.links().undecided();
    Map<ListKind, RecordTable> tables = night.tables();
    List<Waterfall> waterfalls = new Waterfalls(night.linking()).of(tables, undecided);
    for (int i = 0; i < waterfalls.size(); i++) {
      Undecided pair = undecided.get(i);
      RowRef left = place(tables, pair.left(), pair.leftRow());
      RowRef right = place(tables, pair.right(), pair.rightRow());
      byRows.put(Set.of(left, right), new Pair(left, right, waterfalls.get(i)));
    }
  }

  private static RowRef place(Map<ListKind, RecordTable> tables, ListKind list, int row) {
    return Objects.requireNonNull(tables.get(list), "a pair is of lists that are there").place(row);
  }

  /** The pair that a finding asks about; empty once nobody asks any more. */
  Optional<Pair> of(Finding finding) {
    return finding.evidence().size() < 2
        ? Optional.empty()
        : Optional.ofNullable(byRows.get(Set.copyOf(finding.evidence().subList(0, 2))));
  }
}
