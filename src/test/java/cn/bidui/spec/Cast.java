package cn.bidui.spec;

import cn.bidui.judge.CountyFixture;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The invented people of a case, with their ids: made from the birth date and a number in a region
 * that is not assigned, so that nobody types one.
 */
final class Cast {

  private static final Pattern BIRTH_AND_SEX =
      Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})\\s+([男女])");

  /** What may be wrong with an id, or else stand in its place. */
  private static final Pattern SLIP = Pattern.compile("(录错一位|少一位|科学计数|另一个号码|残疾证[1-7][1-4])?");

  private final Map<String, String> ids = new LinkedHashMap<>();
  private final Map<String, String> neighbors = new LinkedHashMap<>();
  private int numbered;

  /** Adds people: name → birth date and sex. */
  void add(Map<String, CaseNode> people) {
    people.forEach(this::add);
  }

  private void add(String name, CaseNode born) {
    Matcher matcher = BIRTH_AND_SEX.matcher(born.text());
    if (!matcher.matches()) {
      throw born.mistake("“" + name + "”要写出生日期和性别，例如 2016-05-01 女");
    }
    String birth = matcher.group(1) + matcher.group(2) + matcher.group(3);
    int number = 2 * ++numbered + (matcher.group(4).equals("男") ? 1 : 0);
    ids.put(name, CountyFixture.id(birth, number));
    neighbors.put(name, CountyFixture.id(birth, number + 500));
  }

  boolean knows(String name) {
    return ids.containsKey(name);
  }

  String id(String name) {
    return ids.getOrDefault(name, "");
  }

  /**
   * What stands in a cell of an id: {@code 录错一位} of the person's own, {@code 李苗} or {@code 李苗少一位}
   * of somebody else's, {@code G李苗} as a student number, {@code 空} for none. Words that name nobody
   * stay as they are.
   */
  String number(CaseNode cell, String self) {
    String word = cell.text();
    if (word.equals("空")) {
      return "";
    }
    if (Pattern.compile("\\d{9}").matcher(word).find()) {
      throw cell.mistake("号码由程序按出生日期编，写姓名或“录错一位”等");
    }
    boolean student = word.startsWith("G");
    String rest = student ? word.substring(1) : word;
    String whose = longestName(rest).orElse("");
    Matcher slip = SLIP.matcher(rest.substring(whose.length()));
    return slip.matches()
        ? (student ? "G" : "") + slipped(whose.isEmpty() ? self : whose, slip.group())
        : word;
  }

  private Optional<String> longestName(String text) {
    return ids.keySet().stream()
        .filter(text::startsWith)
        .reduce((one, other) -> one.length() >= other.length() ? one : other);
  }

  private String slipped(String whose, String slip) {
    String id = id(whose);
    return switch (slip) {
      case "" -> id;
      case "录错一位" -> id.substring(0, 16) + (id.charAt(16) - '0' + 1) % 10 + id.substring(17);
      case "少一位" -> id.substring(0, 17);
      case "科学计数" -> id.charAt(0) + "." + id.substring(1, 6) + "E+17";
      case "另一个号码" -> neighbors.getOrDefault(whose, "");
      default -> id + slip.substring(slip.length() - 2);
    };
  }
}
