package cn.bidui.link;

import cn.bidui.link.Evidence.Agreement;
import cn.bidui.link.Evidence.Piece;
import cn.bidui.link.Evidence.Pieces;
import cn.bidui.link.Waterfall.Rival;
import cn.bidui.link.Waterfall.Step;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tells of pairs how their weights come about: the one place that knows what a weight is made of.
 */
public final class Waterfalls {

  /** More rivals than this nobody compares. */
  private static final int RIVALS = 3;

  private final LinkLimits limits;
  private final LinkLines lines;

  /** With the numbers of the run that is explained. */
  public Waterfalls(LinkLimits limits) {
    this.limits = limits;
    this.lines = LinkLines.of(limits);
  }

  /**
   * The waterfall of one pair.
   *
   * @param reason message key of why it is left to a person; blank if it is not
   * @throws IllegalArgumentException if the tables are not of one night (share no dictionary)
   */
  public Waterfall of(
      RecordTable left,
      int leftRow,
      RecordTable right,
      int rightRow,
      Tier tier,
      String reason,
      List<Rival> rivals) {
    Pieces pieces = new Evidence(limits).explain(left, leftRow, right, rightRow);
    return of(pieces, 0, tier, reason, rivals);
  }

  /**
   * The same pair as it was decided, among other rows: what they said is a line of its own.
   *
   * @param total what the pair weighed then, in hundredths of a bit
   */
  public static Waterfall decided(Waterfall alone, int total) {
    int beside = total - alone.total();
    if (beside == 0) {
      return alone;
    }
    List<Step> steps = new ArrayList<>(alone.steps());
    steps.add(beside(beside));
    return new Waterfall(
        alone.prior(),
        steps,
        alone.accept(),
        alone.review(),
        alone.tier(),
        alone.reason(),
        alone.rivals());
  }

  /** The waterfalls of the undecided pairs of a night, in their order. */
  public List<Waterfall> of(Map<ListKind, RecordTable> tables, List<Undecided> pairs) {
    List<Pieces> pieces = new Evidence(limits).explain(tables, pairs);
    Map<RowRef, List<Undecided>> byRow = new HashMap<>();
    for (Undecided pair : pairs) {
      byRow.computeIfAbsent(left(tables, pair), row -> new ArrayList<>()).add(pair);
      byRow.computeIfAbsent(right(tables, pair), row -> new ArrayList<>()).add(pair);
    }
    List<Waterfall> waterfalls = new ArrayList<>(pairs.size());
    for (int i = 0; i < pairs.size(); i++) {
      Undecided pair = pairs.get(i);
      List<Rival> rivals = rivals(tables, pair, byRow);
      int beside = pair.weight() - pieces.get(i).total();
      waterfalls.add(of(pieces.get(i), beside, pair.tier(), pair.reason(), rivals));
    }
    return waterfalls;
  }

  private static RowRef left(Map<ListKind, RecordTable> tables, Undecided pair) {
    return table(tables, pair.left()).place(pair.leftRow());
  }

  private static RowRef right(Map<ListKind, RecordTable> tables, Undecided pair) {
    return table(tables, pair.right()).place(pair.rightRow());
  }

  private static RecordTable table(Map<ListKind, RecordTable> tables, ListKind list) {
    return Objects.requireNonNull(tables.get(list), "a pair is of lists that are there");
  }

  private static List<Rival> rivals(
      Map<ListKind, RecordTable> tables, Undecided pair, Map<RowRef, List<Undecided>> byRow) {
    List<Rival> rivals = new ArrayList<>();
    for (RowRef own : List.of(left(tables, pair), right(tables, pair))) {
      for (Undecided other : byRow.getOrDefault(own, List.of())) {
        if (!other.equals(pair)) {
          RowRef left = left(tables, other);
          rivals.add(new Rival(left.equals(own) ? right(tables, other) : left, other.weight()));
        }
      }
    }
    return strongest(rivals);
  }

  /** The rivals that are shown of all there are. */
  public static List<Rival> strongest(List<Rival> rivals) {
    return rivals.stream()
        .sorted(Comparator.comparing(Rival::weight).reversed().thenComparing(Rival::row))
        .limit(RIVALS)
        .toList();
  }

  /**
   * Put together.
   *
   * @param beside what else was known of the two rows when they were weighed
   */
  private Waterfall of(Pieces pieces, int beside, Tier tier, String reason, List<Rival> rivals) {
    List<Step> steps = new ArrayList<>(pieces.pieces().stream().map(Waterfalls::step).toList());
    if (beside != 0) {
      steps.add(beside(beside));
    }
    return new Waterfall(
        pieces.prior(),
        steps,
        (int) lines.accept().value(),
        (int) lines.review().value(),
        tier,
        reason,
        rivals);
  }

  /** What other rows of the same people say: nothing that anybody could fill in. */
  private static Step beside(int weight) {
    Agreement agreement = weight > 0 ? Agreement.AGREES : Agreement.DIFFERS;
    String level = weight > 0 ? "link.level.beside.for" : "link.level.beside.against";
    return new Step("beside", "", "", agreement, level, weight, 0, weight, weight);
  }

  private static Step step(Piece piece) {
    return new Step(
        piece.subject(),
        piece.left(),
        piece.right(),
        piece.agreement(),
        piece.level(),
        piece.weight(),
        0,
        piece.most(),
        piece.least());
  }
}
