package cn.bidui.link;

import cn.bidui.link.IdentityNote.Kind;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Tiers 1, 2 and 3: rows with one valid id, and what their names say about that. */
final class IdMatches {

  private static final int FEWEST_DIGITS = 14;

  private final Matching matching;
  private final Columns columns;

  IdMatches(Matching matching) {
    this.matching = matching;
    this.columns = matching.columns;
  }

  void find() {
    for (int row = 0; row < columns.size(); row++) {
      long id = columns.id[row];
      if (id != 0 && matching.byId.first(id) == row && matching.byId.next(row) >= 0) {
        oneId(matching.byId.all(id));
      }
    }
    oneDamagedText();
  }

  private void oneId(int[] rows) {
    boolean oneName =
        Arrays.stream(rows).allMatch(row -> columns.name[row] == columns.name[rows[0]]);
    if (oneName) {
      unite(rows);
      return;
    }
    NameClasses classes = NameClasses.of(matching, rows);
    if (classes.tooMany()) {
      matching.tooLarge("citizen-id", rows.length);
    }
    for (int[] same : classes.rows()) {
      unite(same);
    }
    classes.eachPair(this::shared);
  }

  /** Two classes of names under one id: never one person by themselves. */
  private void shared(int left, int right, boolean alike) {
    String reason = alike ? "link.undecided.id-of-relative" : "link.undecided.id-shared";
    matching.open.add(new Candidate(left, right, Tier.ID_ONLY, reason));
    matching.note(Kind.ID_SHARED, left, right, Tier.ID_ONLY, matching.names(left, right).key());
  }

  private void unite(int[] rows) {
    for (int i = 1; i < rows.length; i++) {
      uniteWithEarlier(rows, i);
    }
    int[] firsts = firsts(rows);
    for (int row : rows) {
      int partner = partner(row, firsts);
      if (partner >= 0) {
        matching.mark(row, tier(row, partner), matching.weigh(row, partner));
      }
    }
  }

  /** Only a person's ruling keeps a row from the first; then it may belong to another. */
  private void uniteWithEarlier(int[] rows, int i) {
    int earlier = 0;
    while (earlier < i && !matching.groups.unite(rows[earlier], rows[i])) {
      earlier++;
    }
  }

  /** The first two rows of each list and name, so that partners are found without all pairs. */
  private int[] firsts(int[] rows) {
    return IntStream.range(0, rows.length)
        .filter(i -> i < 2 || fresh(rows, i))
        .map(i -> rows[i])
        .toArray();
  }

  private boolean fresh(int[] rows, int i) {
    return columns.list(rows[i]) != columns.list(rows[i - 1])
        || columns.name[rows[i]] != columns.name[rows[i - 1]];
  }

  /** The row of the same person that says most: of another list, of the same name. */
  private int partner(int row, int[] firsts) {
    int best = -1;
    int bestRank = -1;
    for (int other : firsts) {
      if (other != row && matching.groups.together(row, other)) {
        int rank =
            (columns.list(row) != columns.list(other) ? 2 : 0)
                + (columns.name[row] == columns.name[other] ? 1 : 0);
        if (rank > bestRank) {
          best = other;
          bestRank = rank;
        }
      }
    }
    return best;
  }

  private Tier tier(int a, int b) {
    if (columns.card[a] != columns.card[b]) {
      return Tier.EMBEDDED_ID;
    }
    return columns.name[a] == columns.name[b] ? Tier.ID_AND_NAME : Tier.ID_AND_SIMILAR_NAME;
  }

  /** One list that repeats a person repeats the slip too: the same wrong text and the same name. */
  private void oneDamagedText() {
    long[] keys = new long[columns.size()];
    for (int row = 0; row < keys.length; row++) {
      keys[row] = columns.damaged[row];
    }
    RowIndex byText = new RowIndex(keys);
    for (int row = 0; row < keys.length; row++) {
      if (byText.first(keys[row]) == row && byText.next(row) >= 0 && telling(row)) {
        sameText(byText.all(keys[row]));
      }
    }
  }

  /** Words for nothing are no number, however long. */
  private boolean telling(int row) {
    String text = columns.text(columns.damaged[row]);
    return text.chars().filter(c -> c >= '0' && c <= '9').count() >= FEWEST_DIGITS;
  }

  private void sameText(int[] rows) {
    // A text that stands with several names is a placeholder, and says nothing.
    if (Arrays.stream(rows).anyMatch(row -> columns.name[row] != columns.name[rows[0]])) {
      return;
    }
    for (int i = 1; i < rows.length; i++) {
      for (int j = 0; j < i && matching.groups.of(rows[i]) == rows[i]; j++) {
        sameText(rows[j], rows[i]);
      }
    }
  }

  private void sameText(int row, int other) {
    if (columns.birthsDiffer(row, other) || columns.sexesDiffer(row, other)) {
      return;
    }
    if (columns.list(row) == columns.list(other)) {
      matching.link(row, other, Tier.REPAIRED_ID);
    } else {
      matching.open.add(
          new Candidate(row, other, Tier.NEARLY_REPAIRED_ID, "link.undecided.same-damaged-id"));
    }
  }
}
