package cn.bidui.report;

import cn.bidui.person.CitizenId;
import cn.bidui.source.Problem.RowProblem;
import java.util.regex.Pattern;

/** Hides ids where a report may not show them whole. */
final class Masks {

  /** Ids, student numbers and bank accounts; masked ones hold stars and are left as they are. */
  private static final Pattern LONG_NUMBER =
      Pattern.compile("(?<![0-9*])\\d{14,21}[0-9Xx](?![0-9])");

  private Masks() {}

  /** {@code 现为 990101201203050014} → {@code 现为 990101********0014}. */
  static String longNumbers(String text) {
    return text.length() < 15
        ? text
        : LONG_NUMBER.matcher(text).replaceAll(id -> CitizenId.mask(id.group()));
  }

  /** An id cell, masked; masking twice changes nothing. */
  static String id(String text) {
    return CitizenId.mask(text);
  }

  /** What a problem found, fit to be published. */
  static String found(RowProblem problem) {
    return problem.field().holdsId() ? id(problem.found()) : longNumbers(problem.found());
  }
}
