package cn.bidui.normalize;

import cn.bidui.person.Text;
import cn.bidui.source.Cell;
import cn.bidui.source.Field;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.SchoolYear;
import cn.bidui.source.Term;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days that begin or end something, school years, terms of payments, and plain quantities. */
final class SpanReaders {

  /** What offices write where no end is set. */
  private static final Set<String> OPEN = Set.of("长期", "至今", "永久", "长期有效", "无期限", "不限");

  private static final Pattern YEARS =
      Pattern.compile("(20\\d{2})年?(?:[-—–―‐~至到/](?:20)?(\\d{2}))?年?(?:学年|度)?.*");

  private static final Pattern QUANTITY = Pattern.compile("(\\d{1,6}(?:\\.\\d)?)[天日人口个户]?");

  private SpanReaders() {}

  /** A day; of a month its first. */
  static String first(RowReading row, Field field) {
    return day(row, field, false);
  }

  /** A day; of a month its last. Blank where no end is set. */
  static String last(RowReading row, Field field) {
    return day(row, field, true);
  }

  private static String day(RowReading row, Field field, boolean last) {
    String text = row.text(field);
    if (text.isEmpty() || (last && OPEN.contains(Text.fold(text)))) {
      return "";
    }
    Cell.Kind kind = row.cell(field).kind();
    String day = DateText.day(kind, text);
    String month = day.isEmpty() ? DateText.month(kind, text) : "";
    if (!day.isEmpty() || month.isEmpty()) {
      return day.isEmpty() ? row.refuse(ProblemCode.DATE_UNREADABLE, field, "2015-08-31") : day;
    }
    YearMonth of = YearMonth.parse(month);
    return (last ? of.atEndOfMonth() : of.atDay(1)).toString();
  }

  /** {@code 2025-2026}, from the cell, else from the file's term. */
  static String schoolYear(RowReading row, Field field) {
    String text = row.text(field);
    if (text.isEmpty()) {
      @Nullable Term term = row.term();
      return term == null ? "" : term.schoolYear().label();
    }
    Matcher years = YEARS.matcher(Text.fold(text));
    if (!years.matches()) {
      return row.refuse(ProblemCode.TERM_UNREADABLE, field);
    }
    int start = Integer.parseInt(years.group(1));
    boolean next = years.group(2) == null || Integer.parseInt(years.group(2)) == (start + 1) % 100;
    return next ? new SchoolYear(start).label() : row.refuse(ProblemCode.TERM_UNREADABLE, field);
  }

  /**
   * The term for which was paid, if row or file say so. Payments name a month or a day as often,
   * and no term follows from these: autumn's aid may be paid in spring.
   */
  static String termOfPayment(RowReading row, Field field) {
    if (!row.sound(Field.SCHOOL_YEAR)) {
      return "";
    }
    String schoolYear = row.text(Field.SCHOOL_YEAR);
    String term = row.text(field);
    @Nullable Term ofFile = row.term();
    Optional<Term> said = Term.find(schoolYear, term);
    if (said.isPresent() || term.isEmpty()) {
      return said.map(Term::label).orElse(ofFile == null ? "" : ofFile.label());
    }
    if (ofFile != null
        && Term.find(ofFile.schoolYear().label(), term).filter(ofFile::equals).isPresent()) {
      return ofFile.label();
    }
    return row.refuse(ProblemCode.TERM_UNREADABLE, field);
  }

  /** A number of days or people: {@code 15}, {@code 15天}, {@code 0.5}. */
  static String quantity(RowReading row, Field field) {
    String text = row.text(field);
    if (text.isEmpty()) {
      return "";
    }
    Matcher quantity = QUANTITY.matcher(Text.fold(text));
    return quantity.matches()
        ? new BigDecimal(quantity.group(1)).stripTrailingZeros().toPlainString()
        : row.refuse(ProblemCode.VALUE_UNKNOWN, field, "15");
  }
}
