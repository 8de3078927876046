package cn.bidui.link;

import cn.bidui.link.IdentityNote.Kind;
import cn.bidui.person.OtherDocument;
import java.util.Arrays;

/** Tiers 1, 2 and 3: rows with one valid id, and what their names say about that. */
final class IdMatches {

  private static final int FEWEST_DIGITS = 14;
  private static final int FEWEST_DIFFERENT_DIGITS = 4;

  private final Matching matching;
  private final Columns columns;
  private final RowIndex byId;

  IdMatches(Matching matching) {
    this.matching = matching;
    this.columns = matching.columns;
    this.byId = matching.byId;
  }

  void find() {
    int[] mixed = uniteOneName();
    Rivals rivals = new Rivals(matching);
    for (int first : mixed) {
      NameClasses.expect(matching, byId.all(columns.id[first]), rivals);
    }
    rivals.look();
    for (int first : mixed) {
      severalNames(byId.all(columns.id[first]), rivals);
    }
    oneDamagedText();
  }

  /**
   * Nearly all ids have one name. No two ids share a row, so that they are united in parallel,
   * unless a ruling ties rows of different ids.
   *
   * @return the first row of each id that has several names
   */
  private int[] uniteOneName() {
    if (matching.groups.ruled()) {
      RowPairs mixed = new RowPairs();
      uniteOneName(0, columns.size(), mixed);
      return mixed.rows();
    }
    return Parts.find(columns.size(), this::uniteOneName).rows();
  }

  private void uniteOneName(int from, int to, RowPairs mixed) {
    for (int row = from; row < to; row++) {
      if (columns.id[row] != 0 && byId.leads(row)) {
        if (oneName(row)) {
          unite(row);
        } else {
          mixed.add(columns.id[row], row);
        }
      }
    }
  }

  private boolean oneName(int first) {
    int before = first;
    int at = byId.next(first);
    while (at >= 0 && columns.name[at] == columns.name[first] && !twoBirths(before, at)) {
      before = at;
      at = byId.next(at);
    }
    return at < 0;
  }

  /** A list on which nobody stands twice has both, of one name, and they were born apart. */
  private boolean twoBirths(int a, int b) {
    return columns.apartInOneList(a, b) && columns.birthsDiffer(a, b);
  }

  private void unite(int first) {
    if (byId.next(byId.next(first)) >= 0) {
      unite(byId.all(columns.id[first]));
      return;
    }
    int second = byId.next(first);
    if (matching.groups.unite(first, second)) {
      matching.mark(first, second, tier(first, second));
      matching.mark(second, first, tier(first, second));
    }
  }

  private void severalNames(int[] all, Rivals rivals) {
    RowPairs others = otherBirths(all);
    if (others.size() > matching.limits.namesOnOneNumber().value()) {
      placeholder(all);
      return;
    }
    int[] rows = without(all, others.rows());
    NameClasses classes = NameClasses.of(matching, rows, rivals);
    if (classes.tooMany()) {
      placeholder(rows);
    } else {
      classes.rows().forEach(this::unite);
    }
    classes.eachPair(this::shared);
    for (int i = 0; i < others.size(); i++) {
      int other = (int) others.key(i);
      shared(other, others.row(i), matching.names(other, others.row(i)).agrees());
    }
  }

  /** More people than a family and its slips have the number: it is nobody's. */
  private void placeholder(int[] rows) {
    matching.tooLarge("citizen-id", rows.length);
    Arrays.stream(rows).forEach(matching.doubtful::set);
  }

  /** Of two rows of one list, the one whose birth date the id does not state, by the other. */
  private RowPairs otherBirths(int[] rows) {
    RowPairs others = new RowPairs();
    for (int i = 1; i < rows.length; i++) {
      if (twoBirths(rows[i - 1], rows[i])) {
        boolean first = stated(rows[i - 1]);
        others.add(first ? rows[i - 1] : rows[i], first ? rows[i] : rows[i - 1]);
      }
    }
    return others;
  }

  private static int[] without(int[] rows, int[] others) {
    if (others.length == 0) {
      return rows;
    }
    return Arrays.stream(rows)
        .filter(row -> Arrays.stream(others).noneMatch(other -> other == row))
        .toArray();
  }

  private boolean stated(int row) {
    return columns.birth[row] == IdSlips.day(columns.id[row]);
  }

  /** Two classes of names under one id: never one person by themselves. */
  private void shared(int left, int right, boolean alike) {
    String reason = alike ? "link.undecided.id-of-relative" : "link.undecided.id-shared";
    matching.open.add(new Candidate(left, right, Tier.ID_ONLY, reason));
    matching.note(Kind.ID_SHARED, left, right, Tier.ID_ONLY, matching.names(left, right).key());
    doubt(left);
    doubt(right);
  }

  private void doubt(int row) {
    for (int member : matching.groups.members(row)) {
      matching.doubtful.set(member);
    }
  }

  private void unite(int[] rows) {
    for (int i = 1; i < rows.length; i++) {
      uniteWithEarlier(rows, i);
    }
    int[] firsts = Arrays.copyOf(rows, rows.length);
    int count = firsts(firsts);
    for (int row : rows) {
      int partner = partner(row, firsts, count);
      if (partner >= 0) {
        matching.mark(row, partner, tier(row, partner));
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

  /**
   * Moves the first two rows, and the first of each list and name, to the front, so that partners
   * are found without all pairs.
   *
   * @return how many they are
   */
  private int firsts(int[] rows) {
    int count = 0;
    int before = -1;
    for (int row : rows) {
      if (count < 2 || fresh(before, row)) {
        rows[count++] = row;
      }
      before = row;
    }
    return count;
  }

  private boolean fresh(int before, int row) {
    return columns.list(row) != columns.list(before) || columns.name[row] != columns.name[before];
  }

  /** The row of the same person that says most: of another list, of the same name. */
  private int partner(int row, int[] firsts, int count) {
    int best = -1;
    int bestRank = -1;
    for (int i = 0; i < count; i++) {
      int other = firsts[i];
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
    if (columns.card(a) != columns.card(b)) {
      return Tier.EMBEDDED_ID;
    }
    return columns.name[a] == columns.name[b] ? Tier.ID_AND_NAME : Tier.ID_AND_SIMILAR_NAME;
  }

  /**
   * One list that repeats a person repeats the slip too: the same wrong text and the same name. A
   * number that is no citizen id because it is of another document is no slip.
   */
  private void oneDamagedText() {
    Blocks byText = Blocks.of(columns.size(), row -> columns.damaged[row]);
    for (int entry = 0; entry < byText.size(); entry++) {
      if (byText.leads(entry)) {
        String text = columns.text(columns.damaged[byText.row(entry)]);
        boolean document = OtherDocument.is(text);
        if (document || telling(text)) {
          sameText(byText.rows(byText.key(entry)), document);
        }
      }
    }
  }

  /** Words for nothing are no number, however long, nor is one digit over and over. */
  static boolean telling(String text) {
    return text.chars().filter(IdMatches::digit).count() >= FEWEST_DIGITS
        && text.chars().filter(IdMatches::digit).distinct().count() >= FEWEST_DIFFERENT_DIGITS;
  }

  private static boolean digit(int character) {
    return character >= '0' && character <= '9';
  }

  private void sameText(int[] rows, boolean document) {
    // A text that stands with several names is a placeholder, and says nothing.
    if (Arrays.stream(rows).anyMatch(row -> columns.name[row] != columns.name[rows[0]])) {
      return;
    }
    if ((long) rows.length * rows.length > matching.limits.blockPairs().value()) {
      matching.tooLarge("citizen-id", rows.length);
      return;
    }
    for (int i = 1; i < rows.length; i++) {
      for (int j = 0; j < i && matching.groups.of(rows[i]) == rows[i]; j++) {
        sameText(rows[j], rows[i], document);
      }
    }
  }

  private void sameText(int row, int other, boolean document) {
    if (columns.birthsDiffer(row, other) || columns.sexesDiffer(row, other)) {
      return;
    }
    if (document) {
      matching.link(row, other, Tier.ID_AND_NAME);
    } else if (columns.list(row) == columns.list(other)) {
      matching.link(row, other, Tier.REPAIRED_ID);
    } else {
      matching.open.add(
          new Candidate(row, other, Tier.NEARLY_REPAIRED_ID, "link.undecided.same-damaged-id"));
    }
  }
}
