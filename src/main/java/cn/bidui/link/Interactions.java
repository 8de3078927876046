package cn.bidui.link;

import cn.bidui.link.assign.Clusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which rows may have a say in what becomes of each other: whatever linking looks up to decide
 * about a row leads to a row of the same component, or to one that is {@linkplain #glances glanced
 * at}. What is decided about the rows of a component can therefore be found from these.
 */
final class Interactions {

  private final Columns columns;
  private final LinkLimits limits;
  private final Clusters clusters;
  private final RowIndex byId;
  private final RowIndex byNameAndBirth;
  private final int[] nameRows;

  /** Ids that a damaged one can have been, of people of other names. */
  private final Map<Integer, long[]> glances = new TreeMap<>();

  Interactions(Columns columns, LinkLimits limits) {
    this.columns = columns;
    this.limits = limits;
    clusters = new Clusters(columns.size());
    byId = new RowIndex(columns.id);
    nameRows = nameRows();
    byNameAndBirth = new RowIndex(namesAndBirths());
    numbers();
    names();
    repairs();
    families();
  }

  /** The components. */
  Clusters clusters() {
    return clusters;
  }

  /**
   * By row, the ids whose mere presence on another list counts for it: who has them goes by a name
   * that keeps the two apart, so nothing that is decided about the one changes the other.
   */
  Map<Integer, long[]> glances() {
    return glances;
  }

  /** The rows with a valid id, ascending. */
  int[] rows(long id) {
    return byId.all(id);
  }

  private void chain(RowIndex index, int size, int[] rows) {
    for (int entry = 0; entry < size; entry++) {
      int next = index.next(entry);
      if (next >= 0) {
        clusters.unite(rows[entry], rows[next]);
      }
    }
  }

  private void chain(int[] codes) {
    RowIndex index = new RowIndex(Arrays.stream(codes).asLongStream().toArray());
    for (int row = 0; row < codes.length; row++) {
      int next = index.next(row);
      if (next >= 0) {
        clusters.unite(row, next);
      }
    }
  }

  /** One id, one student number, one text that was meant as an id. */
  private void numbers() {
    for (int row = 0; row < columns.size(); row++) {
      int next = byId.next(row);
      if (next >= 0) {
        clusters.unite(row, next);
      }
      meet(row, columns.embedded[row]);
    }
    chain(columns.studentNumber);
    chain(columns.damaged);
  }

  private void meet(int row, long id) {
    int other = byId.first(id);
    if (other >= 0) {
      clusters.unite(row, other);
    }
  }

  /** A row with a former name stands under both. */
  private int[] nameRows() {
    int formers = (int) Arrays.stream(columns.formerName).filter(code -> code != 0).count();
    int[] rows = new int[columns.size() + formers];
    int at = columns.size();
    for (int row = 0; row < columns.size(); row++) {
      rows[row] = row;
      if (columns.formerName[row] != 0) {
        rows[at++] = row;
      }
    }
    return rows;
  }

  private long[] namesAndBirths() {
    long[] keys = new long[nameRows.length];
    for (int entry = 0; entry < keys.length; entry++) {
      int row = nameRows[entry];
      boolean former = entry >= columns.size();
      keys[entry] = key(former ? columns.formerName[row] : columns.name[row], row);
    }
    return keys;
  }

  /** Of a name and the birth date of a row; 0 if one of them is not known. */
  private long key(int name, int row) {
    boolean known = name != 0 && columns.sameBirth(row, row);
    return known ? ((long) name << 32) | (columns.birth[row] & 0xFFFFFFFFL) : 0;
  }

  /**
   * One name and birth date; and whoever may be a twin of somebody under whose id a name stands.
   */
  private void names() {
    chain(byNameAndBirth, nameRows.length, nameRows);
    for (int row = 0; row < columns.size(); row++) {
      if (columns.id[row] != 0 && byId.first(columns.id[row]) == row && byId.next(row) >= 0) {
        oneId(row);
      }
    }
  }

  private void oneId(int first) {
    boolean oneName = true;
    for (int row = first; row >= 0; row = byId.next(row)) {
      oneName &= columns.name[row] == columns.name[first];
    }
    if (!oneName) {
      int[] rows = byId.all(columns.id[first]);
      int[] names = Arrays.stream(rows).map(row -> columns.name[row]).distinct().toArray();
      // More names than that are not compared.
      if (names.length <= limits.namesOnOneNumber().value()) {
        Arrays.stream(names).forEach(name -> meetTwins(rows, name));
      }
    }
  }

  private void meetTwins(int[] rows, int name) {
    for (int row : rows) {
      int twin = byNameAndBirth.first(key(name, row));
      if (twin >= 0) {
        clusters.unite(row, nameRows[twin]);
      }
    }
  }

  /** A damaged id and those that it can have been. */
  private void repairs() {
    int[] damaged =
        IntStream.range(0, columns.size()).filter(row -> columns.damaged[row] != 0).toArray();
    if (damaged.length == 0) {
      return;
    }
    long[] first15 = Arrays.stream(columns.id).map(id -> id / 100).toArray();
    RowIndex byFirst15 = new RowIndex(first15);
    List<Map<Long, Slip>> ids =
        Arrays.stream(damaged).parallel().mapToObj(row -> candidates(row, byFirst15)).toList();
    for (int i = 0; i < damaged.length; i++) {
      repairs(damaged[i], ids.get(i).keySet());
    }
  }

  private void repairs(int row, Set<Long> ids) {
    List<Long> strangers = new ArrayList<>();
    for (long id : ids) {
      int[] owners = byId.all(id);
      if (anyAgrees(row, owners)) {
        clusters.unite(row, owners[0]);
        meetTwins(owners, columns.name[row]);
      } else if (anyElsewhere(row, owners)) {
        strangers.add(id);
      }
    }
    if (!strangers.isEmpty()) {
      glances.put(row, strangers.stream().mapToLong(id -> id).toArray());
    }
  }

  private boolean anyAgrees(int row, int[] owners) {
    return Arrays.stream(owners).anyMatch(owner -> Names.compare(columns, row, owner).agrees());
  }

  private boolean anyElsewhere(int row, int[] owners) {
    return Arrays.stream(owners).anyMatch(owner -> columns.list(owner) != columns.list(row));
  }

  private Map<Long, Slip> candidates(int row, RowIndex byFirst15) {
    return Repairs.of(
        columns.text(columns.damaged[row]),
        id -> byId.first(id) >= 0,
        (first15, taker) -> {
          for (int at = byFirst15.first(first15); at >= 0; at = byFirst15.next(at)) {
            taker.accept(columns.id[at]);
          }
        });
  }

  /** One household; one guardian, who may stand on a list himself. */
  private void families() {
    chain(columns.household);
    for (int row = 0; row < columns.size(); row++) {
      meet(row, columns.guardian1[row]);
      meet(row, columns.guardian2[row]);
    }
    int rows = columns.size();
    int[] wards = new int[2 * rows];
    long[] guardians = new long[2 * rows];
    for (int row = 0; row < rows; row++) {
      wards[row] = row;
      wards[rows + row] = row;
      guardians[row] = columns.guardian1[row];
      guardians[rows + row] = columns.guardian2[row];
    }
    chain(new RowIndex(guardians), guardians.length, wards);
  }
}
