package cn.bidui.person;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The spellings of grades in roll, aid and household lists: the name of a stage, or an ordinal with
 * or without the stage before it ({@code 七年级}, {@code 初一}, {@code 普通高中二年级}, {@code 高一(3)班}).
 *
 * @param stage the stage that the text names; null for a bare ordinal
 * @param number the ordinal as written, 1 to 12; 0 if only a stage is named
 */
record GradeSpelling(@Nullable Stage stage, int number) {

  private static final String NUMERALS = "一二三四五六七八九十";

  /** Anything else is no grade: 2023 is a year of entry. */
  private static final Map<String, Integer> ORDINALS = ordinals();

  private static final Map<String, Stage> STAGES =
      Map.ofEntries(
          Map.entry("学前", Stage.PRESCHOOL),
          Map.entry("幼儿园", Stage.PRESCHOOL),
          Map.entry("托班", Stage.PRESCHOOL),
          Map.entry("小学", Stage.PRIMARY),
          Map.entry("普通小学", Stage.PRIMARY),
          Map.entry("初中", Stage.JUNIOR),
          Map.entry("普通初中", Stage.JUNIOR),
          Map.entry("初级中学", Stage.JUNIOR),
          Map.entry("高中", Stage.SENIOR),
          Map.entry("普高", Stage.SENIOR),
          Map.entry("普通高中", Stage.SENIOR),
          Map.entry("高级中学", Stage.SENIOR),
          Map.entry("中职", Stage.VOCATIONAL),
          Map.entry("职高", Stage.VOCATIONAL),
          Map.entry("职业高中", Stage.VOCATIONAL),
          Map.entry("中专", Stage.VOCATIONAL),
          Map.entry("中等专业学校", Stage.VOCATIONAL),
          Map.entry("中等职业", Stage.VOCATIONAL),
          Map.entry("中等职业学校", Stage.VOCATIONAL),
          Map.entry("技工", Stage.VOCATIONAL),
          Map.entry("技工学校", Stage.VOCATIONAL),
          Map.entry("技校", Stage.VOCATIONAL),
          Map.entry("高职高专", Stage.COLLEGE),
          Map.entry("高职", Stage.COLLEGE),
          Map.entry("大专", Stage.COLLEGE),
          Map.entry("专科", Stage.COLLEGE),
          Map.entry("本科", Stage.UNDERGRADUATE),
          Map.entry("大学本科", Stage.UNDERGRADUATE),
          Map.entry("硕士", Stage.GRADUATE),
          Map.entry("硕士生", Stage.GRADUATE),
          Map.entry("硕士生及以上", Stage.GRADUATE),
          Map.entry("硕士研究生", Stage.GRADUATE),
          Map.entry("硕士研究生及以上", Stage.GRADUATE),
          Map.entry("博士", Stage.GRADUATE),
          Map.entry("博士研究生", Stage.GRADUATE),
          Map.entry("研究生", Stage.GRADUATE));

  private static Map<String, Integer> ordinals() {
    Map<String, Integer> ordinals = new HashMap<>();
    List<String> words = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二");
    for (int i = 0; i < words.size(); i++) {
      ordinals.put(words.get(i), i + 1);
      ordinals.put(Integer.toString(i + 1), i + 1);
    }
    return Map.copyOf(ordinals);
  }

  /** Reads folded text; null if it is no grade. */
  static @Nullable GradeSpelling of(String folded) {
    String t = folded.indexOf('第') < 0 ? folded : folded.replace("第", "");
    int start = ordinalStart(t);
    if (start == t.length()) {
      return withoutOrdinal(t);
    }
    int end = ordinalEnd(t, start);
    @Nullable Integer number = ORDINALS.get(t.substring(start, end));
    @Nullable Stage stage = start == 0 ? null : before(t.substring(0, start));
    if (number == null || (start > 0 && stage == null) || !follows(t.substring(end), start > 0)) {
      return null;
    }
    return new GradeSpelling(stage, number);
  }

  private static @Nullable GradeSpelling withoutOrdinal(String t) {
    int year = t.endsWith("班") ? kindergartenYear(t) : 0;
    if (year > 0) {
      return new GradeSpelling(Stage.PRESCHOOL, year);
    }
    @Nullable Stage stage = stage(t);
    return stage == null ? null : new GradeSpelling(stage, 0);
  }

  private static int kindergartenYear(String t) {
    if (t.endsWith("小班")) {
      return 1;
    }
    if (t.endsWith("中班")) {
      return 2;
    }
    return t.endsWith("大班") || t.endsWith("学前班") ? 3 : 0;
  }

  private static @Nullable Stage stage(String word) {
    @Nullable Stage named = STAGES.get(word);
    if (named != null) {
      return named;
    }
    for (String ending : new String[] {"阶段", "教育"}) {
      if (word.endsWith(ending)) {
        return stage(word.substring(0, word.length() - ending.length()));
      }
    }
    return null;
  }

  /** The stage that stands before an ordinal; {@code 初} and {@code 高} do as short forms. */
  private static @Nullable Stage before(String prefix) {
    if (prefix.endsWith("初")) {
      return Stage.JUNIOR;
    }
    if (prefix.endsWith("高") && !prefix.endsWith("职高") && !prefix.endsWith("最高")) {
      return Stage.SENIOR;
    }
    return stage(prefix);
  }

  private static int ordinalStart(String t) {
    int at = 0;
    while (at < t.length() && !isOrdinal(t.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int ordinalEnd(String t, int start) {
    int at = start;
    while (at < t.length() && isOrdinal(t.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isOrdinal(char c) {
    return (c >= '0' && c <= '9') || NUMERALS.indexOf(c) >= 0;
  }

  /**
   * Whether {@code rest} may stand after an ordinal: nothing, {@code 年级}, {@code 级}, and then a
   * class. A bare ordinal with a class only ({@code 3班}) is no grade.
   */
  private static boolean follows(String rest, boolean named) {
    if (rest.isEmpty()) {
      return true;
    }
    boolean grade = rest.startsWith("年级");
    String after = grade ? rest.substring(2) : rest;
    if (!grade && !named) {
      return false;
    }
    return after.isEmpty() || after.equals("级") || after.endsWith("班") || after.endsWith(")");
  }
}
