package cn.bidui.intake;

import cn.bidui.plan.ProfileColumn.Evidence;
import cn.bidui.source.Cell;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether the cells of a column look like what its header says. Looks only: a mistyped id still
 * looks like an id, and judging it is for later rooms; a column of names does not.
 */
final class ContentEvidence {

  private static final List<String> NOTHING = List.of("", "无", "暂无", "NULL", "/", "\\", "-", "—");

  /** A citizen id of 15 or 18, a disability card of 20 or 22, damaged by a digit or two. */
  private static final Pattern CITIZEN_ID =
      Pattern.compile("[0-9OIL]{13,19}[0-9A-Z]?(\\d{2})?(B\\d)?");

  /** Permits and passports: letters and digits, or eight digits that are no date. */
  private static final Pattern OTHER_ID =
      Pattern.compile("[A-Z]{1,3}\\d{6,12}(\\(?[0-9A-Z]\\)?)?|\\d{8}");

  private static final Pattern DATE =
      Pattern.compile("(19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(\\d{6})?");

  /** Region, birthday, serial; 18 places, or 15 without century and check digit. */
  private static final Pattern WHOLE_ID =
      Pattern.compile(
          "[1-9]\\d{5}((19|20)\\d{2}MD\\d{3}[0-9X]|\\d{2}MD\\d{3})"
              .replace("MD", "(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])"));

  private static final Pattern SEX = Pattern.compile("([1-2][-.、]?)?[男女]性?|[0129]|0[129]|[MF]");

  private static final Pattern ROUNDED = Pattern.compile("\\d(\\.\\d+)?E\\+\\d+");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Z}\\p{Cf}\\p{Cc}'’‘]");

  private ContentEvidence() {}

  /** Whether a cell says nothing at all, so that it is no evidence. */
  static boolean empty(Cell cell) {
    return cell.kind() == Cell.Kind.ERROR
        || cell.kind() == Cell.Kind.FORMULA_WITHOUT_VALUE
        || NOTHING.contains(fold(cell.text()));
  }

  static boolean supports(Evidence evidence, Cell cell) {
    return switch (evidence) {
      case NONE -> true;
      case CITIZEN_ID -> id(cell);
      case NAME -> name(cell.text());
      case SEX -> SEX.matcher(fold(cell.text())).matches();
    };
  }

  /** Whether a cell is all but certainly a citizen id, be it one that a number has rounded. */
  static boolean citizenId(Cell cell) {
    String text = fold(cell.text());
    return WHOLE_ID.matcher(text).matches()
        || (text.endsWith("E+17") && ROUNDED.matcher(text).matches());
  }

  /** Ids that were stored as numbers have a fault of their own, in each row. */
  private static boolean id(Cell cell) {
    if (plainId(cell.text())) {
      return true;
    }
    String text = fold(cell.text());
    if (text.contains("E+") && ROUNDED.matcher(text).matches()) {
      return true;
    }
    boolean date = DATE.matcher(text).matches();
    return CITIZEN_ID.matcher(text).matches() || (!date && OTHER_ID.matcher(text).matches());
  }

  /** Nearly every id of nearly every row is one: no pattern is asked. */
  private static boolean plainId(String text) {
    if (text.length() != 18) {
      return false;
    }
    for (int i = 0; i < 17; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    char last = text.charAt(17);
    return last == 'X' || (last >= '0' && last <= '9');
  }

  /** Two characters or more, at least one of them a letter of any script, hardly any digits. */
  private static boolean name(String text) {
    String folded = fold(text);
    int points = folded.codePointCount(0, folded.length());
    long digits = folded.chars().filter(Character::isDigit).count();
    boolean letters = folded.codePoints().anyMatch(ContentEvidence::letter);
    return points >= 2 && points <= 50 && letters && digits <= 2;
  }

  /** Rare names have characters that fonts of the police put into the private area. */
  private static boolean letter(int point) {
    return Character.isLetter(point) || Character.getType(point) == Character.PRIVATE_USE;
  }

  private static String fold(String text) {
    String normalized = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return UNSEEN.matcher(normalized).replaceAll("").toUpperCase(Locale.ROOT);
  }
}
