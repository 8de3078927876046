package cn.bidui.link;

import cn.bidui.normalize.RecordTable;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The rows of some pairs and of their households, out of the lists of a night; what a guardian's id
 * says needs the household.
 */
final class Chosen {

  private final List<ListKind> kinds = new ArrayList<>();
  private final List<RecordTable> tables = new ArrayList<>();
  private final List<int[]> rows = new ArrayList<>();

  static Chosen of(Map<ListKind, RecordTable> tables, List<Undecided> pairs) {
    Map<ListKind, BitSet> wanted = new EnumMap<>(ListKind.class);
    BitSet households = new BitSet();
    for (Undecided pair : pairs) {
      want(pair.left(), pair.leftRow(), tables, wanted, households);
      want(pair.right(), pair.rightRow(), tables, wanted, households);
    }
    Chosen chosen = new Chosen();
    tables.keySet().stream()
        .sorted()
        .forEach(
            kind -> {
              RecordTable table = Objects.requireNonNull(tables.get(kind));
              BitSet own = wanted.getOrDefault(kind, new BitSet());
              chosen.add(table, members(table, own, households));
            });
    return chosen;
  }

  private static void want(
      ListKind kind,
      int row,
      Map<ListKind, RecordTable> tables,
      Map<ListKind, BitSet> wanted,
      BitSet households) {
    wanted.computeIfAbsent(kind, none -> new BitSet()).set(row);
    RecordTable table =
        Objects.requireNonNull(tables.get(kind), "a pair is of lists that are there");
    households.set(table.code(Field.HOUSEHOLD_NUMBER, row));
  }

  private static int[] members(RecordTable table, BitSet own, BitSet households) {
    BitSet all = (BitSet) own.clone();
    for (int row = 0; row < table.size(); row++) {
      int household = table.code(Field.HOUSEHOLD_NUMBER, row);
      if (household != 0 && households.get(household)) {
        all.set(row);
      }
    }
    return all.stream().toArray();
  }

  private void add(RecordTable table, int[] chosen) {
    kinds.add(table.kind());
    tables.add(table);
    rows.add(chosen);
  }

  List<RecordTable> tables() {
    return tables;
  }

  int[][] rows() {
    return rows.toArray(int[][]::new);
  }

  /** The number that a chosen row has when all are numbered through. */
  int number(ListKind kind, int row) {
    int list = kinds.indexOf(kind);
    int before = rows.subList(0, list).stream().mapToInt(each -> each.length).sum();
    return before + Arrays.binarySearch(rows.get(list), row);
  }
}
