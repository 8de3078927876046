package cn.bidui.person;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A grade (年级): a stage and the year within it, 1-based; year 0 means that the list names only the
 * stage, as monitored-household exports do for primary pupils.
 */
public record Grade(Stage stage, int year) implements Comparable<Grade> {

  private static final String NUMERALS = "一二三四五六七八九";
  private static final Pattern ORDINAL = Pattern.compile("([一二三四五六七八九1-9])年级?");
  private static final Pattern JUNIOR = Pattern.compile("初([一二三123])");
  private static final Pattern SENIOR = Pattern.compile("(?:普通)?高(?:中)?([一二三123])(?:年级)?");
  private static final Map<String, Stage> STAGES =
      Map.ofEntries(
          Map.entry("学前", Stage.PRESCHOOL),
          Map.entry("学前教育", Stage.PRESCHOOL),
          Map.entry("幼儿园", Stage.PRESCHOOL),
          Map.entry("小学", Stage.PRIMARY),
          Map.entry("初中", Stage.JUNIOR),
          Map.entry("普通初中", Stage.JUNIOR),
          Map.entry("高中", Stage.SENIOR),
          Map.entry("普高", Stage.SENIOR),
          Map.entry("普通高中", Stage.SENIOR),
          Map.entry("中职", Stage.VOCATIONAL),
          Map.entry("中等职业", Stage.VOCATIONAL),
          Map.entry("中等职业学校", Stage.VOCATIONAL),
          Map.entry("技工", Stage.VOCATIONAL),
          Map.entry("高职高专", Stage.COLLEGE),
          Map.entry("高职", Stage.COLLEGE),
          Map.entry("大专", Stage.COLLEGE),
          Map.entry("专科", Stage.COLLEGE),
          Map.entry("本科", Stage.UNDERGRADUATE),
          Map.entry("硕士生及以上", Stage.GRADUATE),
          Map.entry("硕士研究生及以上", Stage.GRADUATE),
          Map.entry("研究生", Stage.GRADUATE));
  private static final Map<String, Integer> KINDERGARTEN =
      Map.of("小班", 1, "中班", 2, "大班", 3, "学前班", 3);

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
    String t = Text.fold(text).replace("第", "");
    Stage bare = STAGES.get(t);
    if (bare != null) {
      return Optional.of(of(bare));
    }
    for (Map.Entry<String, Integer> entry : KINDERGARTEN.entrySet()) {
      if (t.endsWith(entry.getKey())) {
        return Optional.of(new Grade(Stage.PRESCHOOL, entry.getValue()));
      }
    }
    Matcher junior = JUNIOR.matcher(t);
    if (junior.find()) {
      return Optional.of(new Grade(Stage.JUNIOR, numeral(junior.group(1))));
    }
    Matcher senior = SENIOR.matcher(t);
    if (senior.matches()) {
      return Optional.of(new Grade(Stage.SENIOR, numeral(senior.group(1))));
    }
    Matcher ordinal = ORDINAL.matcher(t);
    if (!ordinal.find()) {
      return Optional.empty();
    }
    return combine(t.substring(0, ordinal.start()), numeral(ordinal.group(1)));
  }

  private static Optional<Grade> combine(String prefix, int number) {
    Stage named = prefix.isEmpty() ? null : STAGES.get(prefix);
    if (named == null && !prefix.isEmpty()) {
      return Optional.empty();
    }
    if (named == Stage.JUNIOR && number >= 7) {
      return Optional.of(new Grade(Stage.JUNIOR, number - 6));
    }
    if (named != null) {
      return number <= named.years() ? Optional.of(new Grade(named, number)) : Optional.empty();
    }
    return Optional.of(
        number <= 6 ? new Grade(Stage.PRIMARY, number) : new Grade(Stage.JUNIOR, number - 6));
  }

  private static int numeral(String digit) {
    int at = NUMERALS.indexOf(digit);
    return at >= 0 ? at + 1 : Integer.parseInt(digit);
  }

  /** Whether this is the last grade of its stage (毕业年级), whose pupils leave in summer. */
  public boolean leaving() {
    return year == (stage == Stage.PRIMARY ? 6 : 3)
        && stage.ordinal() <= Stage.VOCATIONAL.ordinal();
  }

  /** The grade as reports print it: {@code 小学三年级}, {@code 初中一年级}, {@code 小学} without a year. */
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
