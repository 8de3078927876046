package cn.bidui.link;

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
   * One field's say. The values are masked.
   *
   * @param weight in hundredths of a bit; the weights of a pair's pieces add up to the pair's
   */
  public record Piece(Field field, String left, String right, Agreement agreement, int weight) {}

  /**
   * The pieces of a pair, one for each field that is weighed, always in the same order.
   *
   * @throws IllegalArgumentException if the tables are not of one night (share no dictionary)
   */
  public List<Piece> explain(
      RecordTable leftTable, int leftRow, RecordTable rightTable, int rightRow) {
    Columns columns =
        new Columns(
            List.of(leftTable, rightTable),
            new int[][] {
              withHousehold(leftTable, leftRow), withHousehold(rightTable, rightRow),
            });
    Scales scales = new Scales(columns, new Family(columns), limits);
    return pieces(scales, columns, 0, withHousehold(leftTable, leftRow).length);
  }

  /**
   * The pieces of each pair of a night, in the order of {@code pairs}. Only the rows of the pairs
   * and of their households are looked at.
   */
  public List<List<Piece>> explain(Map<ListKind, RecordTable> tables, List<Undecided> pairs) {
    if (pairs.isEmpty()) {
      return List.of();
    }
    Chosen chosen = Chosen.of(tables, pairs);
    Columns columns = new Columns(chosen.tables(), chosen.rows());
    Scales scales = new Scales(columns, new Family(columns), limits);
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

  private static List<Piece> pieces(Scales scales, Columns columns, int a, int b) {
    List<Piece> pieces = new ArrayList<>();
    for (Field field : Scales.FIELDS) {
      Agreement agreement = scales.agreement(field, a, b);
      Masked masked =
          Masked.of(
              field,
              columns.table(a).text(field, columns.local(a)),
              columns.table(b).text(field, columns.local(b)));
      pieces.add(
          new Piece(
              field, masked.left(), masked.right(), agreement, scales.weight(field, agreement)));
    }
    return pieces;
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
