package cn.bidui.link;

import cn.bidui.normalize.RecordTable;
import cn.bidui.person.CitizenId;
import cn.bidui.person.PersonName;
import cn.bidui.source.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What speaks for and against two rows being one person (证据), piece by piece. */
public final class Evidence {

  private static final int MONTH = "2012-03".length();

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
    int right = withHousehold(leftTable, leftRow).length;
    Scales scales = new Scales(columns, new Family(columns), limits);
    List<Piece> pieces = new ArrayList<>();
    for (Field field : Scales.FIELDS) {
      Agreement agreement = scales.agreement(field, 0, right);
      pieces.add(
          new Piece(
              field,
              masked(field, leftTable, leftRow),
              masked(field, rightTable, rightRow),
              agreement,
              scales.weight(field, agreement)));
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

  private static String masked(Field field, RecordTable table, int row) {
    String text = table.text(field, row);
    if (field == Field.NAME) {
      return PersonName.of(text).masked();
    }
    if (field == Field.BIRTH_DATE) {
      return text.length() > MONTH ? text.substring(0, MONTH) + "-**" : text;
    }
    return field.holdsId() ? CitizenId.mask(text) : text;
  }
}
