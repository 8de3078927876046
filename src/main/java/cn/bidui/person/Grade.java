package cn.bidui.person;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A grade (年级): a stage and the year within it, 1-based; year 0 means that the list names only the
 * stage, as monitored-household exports do for primary pupils.
 */
public record Grade(Stage stage, int year) implements Comparable<Grade> {

  private static final String NUMERALS = "一二三四五六七八九";

  public Grade {
    if (year < 0 || year > stage.years()) {
      throw new IllegalArgumentException("grade year out of range for " + stage + ": " + year);
    }
  }

  /** Only the stage is known. */
  public static Grade of(Stage stage) {
    return new Grade(stage, 0);
  }

  /**
   * Reads a grade in any of the spellings of roll, aid and household lists.
   *
   * <p>{@code 三年级} → primary 3, {@code 七年级} and {@code 初一} → junior 1, {@code 高中二年级} and {@code 高二}
   * → senior 2, {@code 中职一年级} → vocational 1, {@code 大班} → preschool 3, {@code 小学} → primary
   * without a year. Text that says a stage and a grade ({@code 初中八年级}) is read as both.
   *
   * @return empty if the text is none of these
   */
  public static Optional<Grade> read(String text) {
    return Optional.ofNullable(readOrNull(null, text));
  }

  /**
   * Reads a grade beside the stage that another column gives: ({@code 初中}, {@code 一年级}) → junior 1.
   * The grade wins where it names its own stage: ({@code 小学}, {@code 七年级}) → junior 1. A blank
   * grade leaves the stage without a year.
   *
   * @param stage null if no other column gives one
   */
  public static Optional<Grade> read(@Nullable Stage stage, String text) {
    return Optional.ofNullable(readOrNull(stage, text));
  }

  private static @Nullable Grade readOrNull(@Nullable Stage stage, String text) {
    String folded = Text.fold(text);
    if (folded.isEmpty()) {
      return stage == null ? null : of(stage);
    }
    @Nullable GradeSpelling spelling = GradeSpelling.of(folded);
    if (spelling == null) {
      return null;
    }
    @Nullable Stage named = spelling.stage();
    return named == null ? bare(stage, spelling.number()) : within(named, spelling.number());
  }

  /** Grades 1 to 12 are counted through from primary school to senior secondary. */
  private static @Nullable Grade bare(@Nullable Stage beside, int number) {
    if (beside != null && number <= Math.min(beside.years(), 6)) {
      return new Grade(beside, number);
    }
    if (number <= 6) {
      return new Grade(Stage.PRIMARY, number);
    }
    return within(number <= 9 ? Stage.JUNIOR : Stage.SENIOR, number);
  }

  private static @Nullable Grade within(Stage named, int number) {
    int year = number;
    if (named == Stage.JUNIOR && number >= 7) {
      year = number - 6;
    } else if (named == Stage.SENIOR && number >= 10) {
      year = number - 9;
    }
    return year <= named.years() ? new Grade(named, year) : null;
  }

  /** Whether this is the last grade of its stage (毕业年级), whose pupils leave in summer. */
  public boolean leaving() {
    return year == (stage == Stage.PRIMARY ? 6 : 3)
        && stage.ordinal() <= Stage.VOCATIONAL.ordinal();
  }

  /**
   * The grade as reports print it: {@code 三年级}, {@code 七年级}, {@code 中职一年级}, {@code 小学} without a
   * year.
   */
  public String label() {
    if (year == 0) {
      return stage.label();
    }
    if (stage == Stage.PRESCHOOL) {
      return switch (year) {
        case 1 -> "小班";
        case 2 -> "中班";
        default -> "大班";
      };
    }
    int shown = stage == Stage.JUNIOR ? year + 6 : year;
    String prefix = stage.compulsory() ? "" : stage.label();
    return prefix + NUMERALS.charAt(shown - 1) + "年级";
  }

  /** The form that {@link #parse} reads back: {@code PRIMARY-3}. */
  public String code() {
    return stage.name() + "-" + year;
  }

  /** Reads what {@link #code()} wrote. */
  public static Grade parse(String code) {
    int dash = code.lastIndexOf('-');
    return new Grade(
        Stage.valueOf(code.substring(0, dash)), Integer.parseInt(code.substring(dash + 1)));
  }

  @Override
  public int compareTo(Grade other) {
    int byStage = stage.compareTo(other.stage);
    return byStage != 0 ? byStage : Integer.compare(year, other.year);
  }
}
