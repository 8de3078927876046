package cn.bidui.link;

import cn.bidui.link.Evidence.Agreement;
import cn.bidui.link.compare.Comparison;
import java.util.List;
import java.util.stream.IntStream;

/**
 * In what respects the rows of persons are compared, in the order in which that is shown. The
 * levels of each stand from the closest to the difference; {@link Comparison#MISSING} comes before.
 */
enum Respect {
  NAME("name", 5, "same", "variant", "alike", "shuffled", "one-of-several", "differs"),
  CITIZEN_ID(
      "citizen-id",
      5,
      "same",
      "one-slip",
      "two-slips",
      "three-slips",
      "near",
      "unlike",
      "doubtful",
      "far",
      "differs"),
  BIRTH_DATE("birth-date", 2, "same", "slip", "differs"),
  SEX("sex", 1, "same", "differs"),
  STUDENT_NUMBER("student-number", 1, "same", "differs"),
  FAMILY("family", 1, "same", "differs"),
  SCHOOL("school-name", 1, "same", "differs"),
  GRADE("grade", 1, "same", "differs"),
  TOWNSHIP("township", 1, "same", "differs");

  /** Names alike in sound or looks, or with something in place of a character. */
  static final int ALIKE = 3;

  static final int VARIANT = 2;
  static final int SHUFFLED = 4;
  static final int ONE_OF_SEVERAL = 5;

  /** A damaged id, so many characters from the other. */
  static final int ONE_SLIP = 2;

  static final int TWO_SLIPS = 3;
  static final int THREE_SLIPS = 4;

  /** Two valid ids one character apart: twins have such, and slips of the pen. */
  static final int NEAR = 5;

  /** A damaged id that could once have been the other, or another. */
  static final int UNLIKE = 6;

  /** Two valid ids, of which one is perhaps somebody else's. */
  static final int DOUBTFUL = 7;

  /** Two damaged ids with little in common. */
  static final int FAR = 8;

  /** A birth date one part of which differs, or whose day and month are swapped. */
  static final int BIRTH_SLIP = 2;

  private final String code;
  private final int similar;

  @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
  private final List<String> words;

  Respect(String code, int similar, String... words) {
    this.code = code;
    this.similar = similar;
    this.words = List.of(words);
  }

  /** The name of the comparison in plans and models. */
  String code() {
    return code;
  }

  /** How many levels, {@link Comparison#MISSING} included. */
  int levels() {
    return words.size() + 1;
  }

  /** The level of values that have nothing to do with each other. */
  int differs() {
    return words.size();
  }

  /**
   * Whether pairs may teach what a level says. No slip makes one valid id of another: rows that
   * have such and agree otherwise are twins, however many there are. And what is compared only
   * where it agrees, or where ids do not tell, shows how usual agreement is among the wrong pairs.
   */
  boolean teachable(int level) {
    return switch (this) {
      case CITIZEN_ID -> level != NEAR;
      case STUDENT_NUMBER, FAMILY -> false;
      case NAME, BIRTH_DATE, SEX, SCHOOL, GRADE, TOWNSHIP -> true;
    };
  }

  /** A word for a level. */
  String word(int level) {
    return level == Comparison.MISSING ? "missing" : words.get(level - 1);
  }

  /** What a level amounts to. */
  Agreement agreement(int level) {
    if (level == Comparison.MISSING) {
      return Agreement.MISSING;
    }
    if (level == Comparison.SAME) {
      return Agreement.AGREES;
    }
    return level <= similar ? Agreement.SIMILAR : Agreement.DIFFERS;
  }

  /** The message key of a level's description; what is between the ends has its own. */
  String key(int level) {
    boolean end = level <= Comparison.SAME || level == differs();
    return end ? agreement(level).key() : "link.level." + code + "." + word(level);
  }

  /** All names, in order. */
  static List<String> codes() {
    return IntStream.range(0, values().length).mapToObj(i -> values()[i].code).toList();
  }
}
