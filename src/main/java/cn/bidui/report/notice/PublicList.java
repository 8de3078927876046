package cn.bidui.report.notice;

import cn.bidui.person.Text;
import cn.bidui.plan.TellingWords;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Who is to stand on a public list (公示名单), by school. The only way into a notice: six texts for
 * each pupil, and what clerks wrote into them beside what belongs there stays out.
 */
public final class PublicList {

  /** What became of a pupil. */
  public enum Taken {
    /** Stands on the list. */
    PRINTED,
    /** Stands on the list; a class, grade, department or major that told more does not. */
    SHORTENED,
    /** Left out: no name. */
    NO_NAME,
    /** Left out: no school, so on no school's list. */
    NO_SCHOOL,
    /** Left out: more than a name stands in place of the name. */
    MORE_THAN_A_NAME
  }

  /** No name has so many digits; an id, a telephone or a date has. */
  private static final Pattern NUMBER_IN_A_NAME = Pattern.compile("(?:\\p{Nd}[-\\s]*){6}");

  /** Classes may be numbered with ten digits; a mobile telephone has eleven, an id eighteen. */
  private static final Pattern NUMBER_IN_A_CLASS = Pattern.compile("(?:\\p{Nd}[-\\s]*){11}");

  /** A remark behind a name of two characters or more, as in {@code 张三（孤儿）}. */
  private static final Pattern REMARK = Pattern.compile("^(..+?)\\s*[(（\\[【〔].*[)）\\]】〕]$");

  private static final int LONGEST = 100;

  private final SortedMap<String, List<PublicLine>> lines = new TreeMap<>();

  /** Nobody yet. */
  public PublicList() {}

  /** Takes a pupil, each field as the lists have it; blank where they have none. */
  public Taken add(
      String name, String school, String department, String grade, String major, String className) {
    String who = withoutRemarks(clean(name));
    String where = clean(school);
    if (Text.isNothing(who)) {
      return Taken.NO_NAME;
    }
    if (Text.isNothing(where)) {
      return Taken.NO_SCHOOL;
    }
    if (tells(who, NUMBER_IN_A_NAME)) {
      return Taken.MORE_THAN_A_NAME;
    }
    PublicLine line =
        new PublicLine(who, where, kept(department), kept(grade), kept(major), kept(className));
    lines.computeIfAbsent(where, none -> new ArrayList<>()).add(line);
    boolean whole =
        List.of(department, grade, major, className).stream().noneMatch(PublicList::tells);
    return whole ? Taken.PRINTED : Taken.SHORTENED;
  }

  /** The schools that have somebody on the list, in order. */
  public Set<String> schools() {
    return lines.keySet();
  }

  /** How many pupils of {@code school} stand on it. */
  public int pupils(String school) {
    return lines.getOrDefault(school, List.of()).size();
  }

  /** The pupils of one school, by grade, class and name. */
  List<PublicLine> of(String school) {
    return lines.getOrDefault(school, List.of()).stream().sorted(LineOrder.ORDER).toList();
  }

  private static String kept(String text) {
    String clean = clean(text);
    return tells(clean) || Text.isNothing(clean) ? "" : clean;
  }

  private static boolean tells(String text) {
    return tells(clean(text), NUMBER_IN_A_CLASS);
  }

  private static boolean tells(String text, Pattern number) {
    String digits = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return TellingWords.in(text) || number.matcher(digits).find();
  }

  private static String withoutRemarks(String name) {
    String rest = name;
    String before = "";
    while (!rest.equals(before)) {
      before = rest;
      rest = REMARK.matcher(rest).replaceFirst("$1");
    }
    return rest;
  }

  /** On one line, without what cannot be seen; the characters themselves stay as they are. */
  private static String clean(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints().filter(point -> !unseen(point)).limit(LONGEST).forEach(kept::appendCodePoint);
    return kept.toString().replaceAll("[\\s\\p{Z}]+", " ").strip();
  }

  private static boolean unseen(int point) {
    int type = Character.getType(point);
    return type == Character.SURROGATE
        || type == Character.FORMAT
        || type == Character.UNASSIGNED
        || (type == Character.CONTROL && !Character.isWhitespace(point));
  }
}
