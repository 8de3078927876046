package cn.bidui.normalize;

import cn.bidui.person.Text;
import cn.bidui.source.Cell;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of a cell as Jakarta Validation constraints, written apart from the readers: with
 * regular expressions, and with nothing of theirs but {@link Text}. The message of each is a
 * problem code.
 */
public final class Constraints {

  private static final Pattern ERROR =
      Pattern.compile("#(N/A|REF!|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!)");

  private Constraints() {}

  /** The cell holds a value, of a length that can be meant. */
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
  @Retention(RetentionPolicy.RUNTIME)
  @Constraint(validatedBy = SoundValidator.class)
  @interface Sound {
    int most() default 1000;

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  /** The cell is not blank. */
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
  @Retention(RetentionPolicy.RUNTIME)
  @Constraint(validatedBy = FilledValidator.class)
  @interface Filled {
    String message() default "VALUE-MISSING";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  /** The folded text, if there is any, matches. */
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
  @Retention(RetentionPolicy.RUNTIME)
  @Constraint(validatedBy = WordValidator.class)
  @interface Word {
    String value();

    String message() default "VALUE-UNKNOWN";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  /** No digit of the number is lost. */
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
  @Retention(RetentionPolicy.RUNTIME)
  @Constraint(validatedBy = ExactValidator.class)
  @interface Exact {
    /** Whether it is a citizen id, whose check character tells that it was rounded. */
    boolean citizenId() default false;

    String message() default "ID-PRECISION-LOST";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  /** The cell is blank or a day. */
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
  @Retention(RetentionPolicy.RUNTIME)
  @Constraint(validatedBy = DayValidator.class)
  @interface Day {
    String message() default "DATE-UNREADABLE";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  /** What the cell says, folded; blank if it holds no sound value. */
  private static String said(Cell cell) {
    return isSound(cell, 1000) ? words(cell) : "";
  }

  /** The folded text; blank for a word for nothing. */
  private static String words(Cell cell) {
    String folded = Text.unwrap(Text.fold(cell.text())).replaceFirst("^(\\d+)\\.0+$", "$1");
    return Text.isNothing(folded) ? "" : folded;
  }

  /** Whether a row names a school; cells that are at fault otherwise are not missing, too. */
  static boolean isNamed(Cell name, Cell code) {
    return !isSound(name, 1000) || !words(name).isEmpty() || !words(code).isEmpty();
  }

  private static boolean isSound(Cell cell, int most) {
    return cell.kind() != Cell.Kind.ERROR
        && cell.kind() != Cell.Kind.FORMULA_WITHOUT_VALUE
        && !ERROR.matcher(cell.text()).matches()
        && cell.text().codePoints().count() <= most;
  }

  public static final class SoundValidator implements ConstraintValidator<Sound, Cell> {
    private int most;

    @Override
    public void initialize(Sound sound) {
      most = sound.most();
    }

    @Override
    public boolean isValid(Cell cell, ConstraintValidatorContext context) {
      if (isSound(cell, most)) {
        return true;
      }
      String code =
          cell.kind() == Cell.Kind.FORMULA_WITHOUT_VALUE
              ? "FORMULA-WITHOUT-VALUE"
              : isSound(cell, Integer.MAX_VALUE) ? "VALUE-TOO-LONG" : "CELL-ERROR";
      context.disableDefaultConstraintViolation();
      context.buildConstraintViolationWithTemplate(code).addConstraintViolation();
      return false;
    }
  }

  public static final class FilledValidator implements ConstraintValidator<Filled, Cell> {
    @Override
    public boolean isValid(Cell cell, ConstraintValidatorContext context) {
      return !isSound(cell, 200) || !said(cell).isEmpty();
    }
  }

  public static final class WordValidator implements ConstraintValidator<Word, Cell> {
    private Pattern words = Pattern.compile("");

    @Override
    public void initialize(Word word) {
      words = Pattern.compile(word.value(), Pattern.CASE_INSENSITIVE);
    }

    @Override
    public boolean isValid(Cell cell, ConstraintValidatorContext context) {
      String said = said(cell);
      return said.isEmpty() || words.matcher(said).matches();
    }
  }

  public static final class ExactValidator implements ConstraintValidator<Exact, Cell> {
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d+(\\.\\d+)?[Ee]\\+?\\d+");
    private static final Pattern FROM_A_NUMBER = Pattern.compile("\\d{16,}\\.0+");
    private static final Pattern ROUNDED = Pattern.compile("\\d{15}000");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private boolean citizenId;

    @Override
    public void initialize(Exact exact) {
      citizenId = exact.citizenId();
    }

    @Override
    public boolean isValid(Cell cell, ConstraintValidatorContext context) {
      if (!isSound(cell, 1000)) {
        return true;
      }
      String text = cell.text().strip();
      if (cell.kind() == Cell.Kind.NUMBER) {
        return text.isEmpty() || new BigDecimal(text).toBigInteger().toString().length() <= 15;
      }
      boolean lost =
          SCIENTIFIC.matcher(text).matches()
              || FROM_A_NUMBER.matcher(text).matches()
              || (citizenId && ROUNDED.matcher(text).matches() && isDated(text) && !checks(text));
      return !lost;
    }

    private static boolean isDated(String id) {
      return date(id.substring(6, 10), id.substring(10, 12), id.substring(12, 14));
    }

    private static boolean checks(String id) {
      int sum = 0;
      for (int i = 0; i < 17; i++) {
        sum += (id.charAt(i) - '0') * WEIGHTS[i];
      }
      return "10X98765432".charAt(sum % 11) == id.charAt(17);
    }
  }

  public static final class DayValidator implements ConstraintValidator<Day, Cell> {
    private static final String TIME = "(?:\\.0|[ T][0-9:. Z]*)?";
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)" + TIME);
    private static final Pattern SERIAL = Pattern.compile("[3-9]\\d{4}");
    private static final Pattern DIVIDED =
        Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + TIME);
    private static final Pattern WORDS =
        Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})[日号]?" + TIME);

    @Override
    public boolean isValid(Cell cell, ConstraintValidatorContext context) {
      if (said(cell).isEmpty()) {
        return true;
      }
      String text = cell.text().strip().replaceFirst("^'", "");
      Matcher digits = DIGITS.matcher(text);
      if (digits.matches()) {
        return date(digits.group(1), digits.group(2), digits.group(3));
      }
      if (cell.kind() == Cell.Kind.NUMBER) {
        return new BigDecimal(text).intValue() >= 20_000
            && new BigDecimal(text).intValue() <= 80_000;
      }
      if (SERIAL.matcher(text).matches()) {
        return Integer.parseInt(text) <= 80_000;
      }
      Matcher divided = DIVIDED.matcher(text);
      if (divided.matches()) {
        return date(divided.group(1), divided.group(3), divided.group(4));
      }
      Matcher words = WORDS.matcher(text);
      return words.matches() && date(words.group(1), words.group(2), words.group(3));
    }
  }

  private static boolean date(String year, String month, String day) {
    try {
      int parsed =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
              .getYear();
      return parsed >= 1900 && parsed <= 2099;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }
}
