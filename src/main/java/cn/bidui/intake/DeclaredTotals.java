package cn.bidui.intake;

import cn.bidui.source.Cell;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.SheetRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds what a sheet says of its own rows (合计) against the rows: how many they are, and what the
 * amounts come to. A row of totals may speak of the whole sheet or of the rows since the last such
 * row; either will do. Sums that cannot be made, as of amounts in words, are not compared.
 */
final class DeclaredTotals {

  private static final List<Field> AMOUNTS = List.of(Field.AMOUNT_DUE, Field.AMOUNT_PAID);

  private static final Pattern TOTAL = Pattern.compile(".{0,20}(合计|总计|共计|累计|共\\d).*");
  private static final Pattern COUNT = Pattern.compile("(\\d{1,7})(人次|人|名|条)");
  private static final Pattern IN_TITLE = Pattern.compile("[共计](\\d{1,7})(人次|人|名|条)");
  private static final Pattern DECORATION = Pattern.compile("[\\p{Z}\\p{Cf}\\s,，¥元]");
  private static final Pattern MONEY = Pattern.compile("-?\\d{1,12}(\\.\\d{1,4})?");

  private static final long NO_MONEY = Long.MIN_VALUE;

  private final Header header;
  private final Map<Field, Sum> sums = new EnumMap<>(Field.class);
  private final List<DeclaredTotal> differing = new ArrayList<>();
  private int rows;
  private int since;

  /** The amounts of one column, in ten-thousandths of a yuan: every row passes here. */
  private static final class Sum {
    private long all;
    private long since;
    private boolean complete = true;

    void add(Cell cell) {
      long amount = cell.isBlank() ? 0 : money(cell);
      complete &= amount != NO_MONEY;
      all += amount == NO_MONEY ? 0 : amount;
      since += amount == NO_MONEY ? 0 : amount;
    }

    boolean comesTo(long declared) {
      return !complete || all == declared || since == declared;
    }
  }

  DeclaredTotals(Header header) {
    this.header = header;
    for (Field field : AMOUNTS) {
      if (header.column(field) >= 0) {
        sums.put(field, new Sum());
      }
    }
  }

  /** Takes the next record. */
  void record(SheetRow row) {
    rows++;
    since++;
    sums.forEach((field, sum) -> sum.add(row.cell(field)));
  }

  /** Takes a row that is no record. */
  void note(RawRow row) {
    if (TOTAL.matcher(folded(NoteRows.joined(row))).matches()) {
      count(row);
      sums.forEach((field, sum) -> amount(field, sum, row));
      since = 0;
      sums.values().forEach(sum -> sum.since = 0);
    }
  }

  private void count(RawRow row) {
    Matcher numbers = COUNT.matcher(folded(NoteRows.joined(row)));
    int largest = -1;
    while (numbers.find()) {
      int declared = Integer.parseInt(numbers.group(1));
      if (declared == rows || declared == since) {
        return;
      }
      largest = Math.max(largest, declared);
    }
    if (largest >= 0) {
      differ(row, String.valueOf(largest), String.valueOf(rows));
    }
  }

  private void amount(Field field, Sum sum, RawRow row) {
    Cell cell = row.cell(header.column(field));
    long declared = cell.isBlank() ? NO_MONEY : money(cell);
    if (declared != NO_MONEY && !sum.comesTo(declared)) {
      differ(row, yuan(declared), yuan(sum.all));
    }
  }

  private void differ(RawRow row, String declared, String found) {
    differing.add(new DeclaredTotal(header.sheet(), row.number(), declared, found));
  }

  /** The totals that are not what stands in the sheet. */
  List<DeclaredTotal> differing() {
    return List.copyOf(differing);
  }

  /** The number of rows that a title names, unless it is {@code rows}. */
  static Optional<DeclaredTotal> inTitle(String title, String sheet, int rows) {
    Matcher number = IN_TITLE.matcher(folded(title));
    return number.find() && Integer.parseInt(number.group(1)) != rows
        ? Optional.of(new DeclaredTotal(sheet, 0, number.group(1), String.valueOf(rows)))
        : Optional.empty();
  }

  /** Ten-thousandths of a yuan; {@link #NO_MONEY} if the cell holds no plain amount. */
  private static long money(Cell cell) {
    String text = cell.text();
    if (!plain(text)) {
      text = folded(text);
    }
    return cell.kind() != Cell.Kind.ERROR && MONEY.matcher(text).matches()
        ? new BigDecimal(text).movePointRight(4).longValueExact()
        : NO_MONEY;
  }

  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static String yuan(long amount) {
    return BigDecimal.valueOf(amount, 4).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static String folded(String text) {
    return DECORATION.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
  }
}
