package cn.bidui.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tiers 6 and 7: rows of which one has no usable id, by name, birth date and sex. */
final class BirthMatches {

  private static final String NOT_UNIQUE = "link.undecided.not-unique";
  private static final String BARE = "link.undecided.name-birth-sex";

  private final Matching matching;
  private final Columns columns;
  private final Groups groups;
  private final List<Candidate> more = new ArrayList<>();
  private final List<Candidate> bare = new ArrayList<>();

  BirthMatches(Matching matching) {
    this.matching = matching;
    this.columns = matching.columns;
    this.groups = matching.groups;
  }

  void find() {
    Blocks blocks = new Blocks(columns);
    for (int entry = 0; entry < blocks.size(); entry++) {
      if (blocks.leads(entry)) {
        block(blocks.rows(entry));
      }
    }
    Resolver resolver = new Resolver(matching);
    resolver.resolve(more, resolver::oneToOne).forEach(resolver::link);
    for (Candidate pair : bare) {
      // Who was found by more evidence is no longer looked for by less.
      if (groups.id(pair.left()) == 0 || groups.id(pair.right()) == 0) {
        matching.open.add(pair);
      }
    }
  }

  /** Rows with one name, birth date and sex; a row with a former name stands under both. */
  private static final class Blocks {
    private final int[] rowOf;
    private final long[] keys;
    private final RowIndex index;

    Blocks(Columns columns) {
      int formers = (int) Arrays.stream(columns.formerName).filter(code -> code != 0).count();
      rowOf = new int[columns.size() + formers];
      keys = new long[rowOf.length];
      int at = columns.size();
      for (int row = 0; row < columns.size(); row++) {
        rowOf[row] = row;
        keys[row] = key(columns, columns.name[row], row);
        if (columns.formerName[row] != 0) {
          rowOf[at] = row;
          keys[at++] = key(columns, columns.formerName[row], row);
        }
      }
      index = new RowIndex(keys);
    }

    /** Birth dates from 1900 to 2099 fit 17 bits as days. */
    private static long key(Columns columns, int name, int row) {
      boolean known =
          name != 0
              && columns.sex[row] != 0
              && columns.birth[row] != cn.bidui.normalize.RecordTable.NO_BIRTH;
      long day = columns.birth[row] & 0x1FFFFL;
      return known ? ((long) name << 20) | (day << 2) | columns.sex[row] : 0;
    }

    int size() {
      return keys.length;
    }

    boolean leads(int entry) {
      return index.first(keys[entry]) == entry && index.next(entry) >= 0;
    }

    int[] rows(int entry) {
      return Arrays.stream(index.all(keys[entry])).map(e -> rowOf[e]).sorted().distinct().toArray();
    }
  }

  private void block(int[] rows) {
    boolean lacking = Arrays.stream(rows).anyMatch(row -> groups.id(row) == 0);
    if (!lacking) {
      return;
    }
    if (rows.length > matching.limits.blockRows().value()) {
      matching.tooLarge("name+birth+sex", rows.length);
      return;
    }
    for (int i = 0; i < rows.length; i++) {
      for (int j = i + 1; j < rows.length; j++) {
        pair(rows[i], rows[j]);
      }
    }
  }

  private void pair(int a, int b) {
    boolean lacking = groups.id(a) == 0 || groups.id(b) == 0;
    if (!lacking || groups.together(a, b)) {
      return;
    }
    if (matching.family.related(a, b) || columns.sameSchool(a, b)) {
      more.add(new Candidate(a, b, Tier.NAME_BIRTH_SEX_AND_MORE, NOT_UNIQUE));
    } else {
      bare.add(new Candidate(a, b, Tier.NAME_BIRTH_SEX, BARE));
    }
  }
}
