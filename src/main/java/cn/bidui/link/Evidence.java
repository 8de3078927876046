package cn.bidui.link;

import cn.bidui.link.compare.Comparison;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** What speaks for and against two rows being one person (证据), piece by piece. */
public final class Evidence {

  /** Both sides say something, and yet it says nothing of the pair. */
  private static final String UNCOUNTED = "link.agreement.uncounted";

  private final LinkLimits limits;

  /** Weighing with {@code limits}, which should be those of the run that is explained. */
  public Evidence(LinkLimits limits) {
    this.limits = limits;
  }

  /** How two values stand to each other. */
  public enum Agreement {
    AGREES,
    /** Not equal, yet one slip apart. */
    SIMILAR,
    DIFFERS,
    /** At least one side says nothing. */
    MISSING;

    /** The message key of its description. */
    public String key() {
      return "link.agreement." + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One comparison's say. The values are masked.
   *
   * @param subject the name of the comparison, mostly the code of a field
   * @param level message key of how the two stand to each other
   * @param weight in hundredths of a bit
   * @param most what the closest agreement would say
   * @param least what a difference would say
   */
  public record Piece(
      String subject,
      String left,
      String right,
      Agreement agreement,
      String level,
      int weight,
      int most,
      int least) {}

  /**
   * All that two rows say of each other.
   *
   * @param prior the odds before anything is compared, in hundredths of a bit
   */
  public record Pieces(int prior, List<Piece> pieces) {
    public Pieces {
      pieces = List.copyOf(pieces);
    }

    /** What the pair weighs. */
    public int total() {
      return prior + pieces.stream().mapToInt(Piece::weight).sum();
    }
  }

  /**
   * The pieces of a pair, one for each respect that is weighed, always in the same order.
   *
   * @throws IllegalArgumentException if the tables are not of one night (share no dictionary)
   */
  public Pieces explain(RecordTable leftTable, int leftRow, RecordTable rightTable, int rightRow) {
    Columns columns =
        new Columns(
            List.of(leftTable, rightTable),
            new int[][] {
              withHousehold(leftTable, leftRow), withHousehold(rightTable, rightRow),
            });
    Scales scales = scales(columns);
    return pieces(scales, columns, 0, withHousehold(leftTable, leftRow).length);
  }

  /**
   * The pieces of each pair of a night, in the order of {@code pairs}. Only the rows of the pairs
   * and of their households are looked at.
   */
  public List<Pieces> explain(Map<ListKind, RecordTable> tables, List<Undecided> pairs) {
    if (pairs.isEmpty()) {
      return List.of();
    }
    Chosen chosen = Chosen.of(tables, pairs);
    Columns columns = new Columns(chosen.tables(), chosen.rows());
    Scales scales = scales(columns);
    return pairs.stream()
        .map(
            pair ->
                pieces(
                    scales,
                    columns,
                    chosen.number(pair.left(), pair.leftRow()),
                    chosen.number(pair.right(), pair.rightRow())))
        .toList();
  }

  private Scales scales(Columns columns) {
    return new Scales(
        columns, new PersonComparisons(columns, new Family(columns)), limits.weights());
  }

  private static Pieces pieces(Scales scales, Columns columns, int a, int b) {
    List<Piece> pieces = new ArrayList<>();
    for (Respect respect : Respect.values()) {
      pieces.add(piece(respect, scales, columns, a, b));
    }
    return new Pieces(scales.prior(a, b), pieces);
  }

  private static Piece piece(Respect respect, Scales scales, Columns columns, int a, int b) {
    Field field = field(respect, columns, a, b);
    Masked masked =
        Masked.of(
            field,
            columns.table(a).text(field, columns.local(a)),
            columns.table(b).text(field, columns.local(b)));
    int level = scales.level(respect, a, b);
    boolean bothSay = !masked.left().isBlank() && !masked.right().isBlank();
    return new Piece(
        respect.code(),
        masked.left(),
        masked.right(),
        respect.agreement(level),
        level == Comparison.MISSING && bothSay ? UNCOUNTED : respect.key(level),
        scales.weight(respect, level, a, b),
        scales.most(respect, a, b),
        scales.least(respect, a, b));
  }

  /** What is shown of a respect. */
  private static Field field(Respect respect, Columns columns, int a, int b) {
    if (respect == Respect.FAMILY) {
      boolean home = Columns.same(columns.household[a], columns.household[b]);
      return home ? Field.HOUSEHOLD_NUMBER : Field.GUARDIAN1_ID;
    }
    return Field.ofCode(respect.code()).orElse(Field.REMARK);
  }

  /** The row first, then the others of its household, whose ids may be a guardian's. */
  private static int[] withHousehold(RecordTable table, int row) {
    int household = table.code(Field.HOUSEHOLD_NUMBER, row);
    IntStream others =
        household == 0
            ? IntStream.empty()
            : IntStream.range(0, table.size())
                .filter(other -> other != row)
                .filter(other -> table.code(Field.HOUSEHOLD_NUMBER, other) == household);
    return IntStream.concat(IntStream.of(row), others).toArray();
  }
}
