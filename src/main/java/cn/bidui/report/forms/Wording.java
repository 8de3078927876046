package cn.bidui.report.forms;

import cn.bidui.source.Messages;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of forms, in Chinese as everything published; blanks to write on where nobody knows.
 */
final class Wording {

  private static final Messages WORDS = Messages.ZH;

  private Wording() {}

  static String text(String key, Object... arguments) {
    return WORDS.text("form." + key, arguments);
  }

  /** {@code 2026年5月14日}; blank if there is none. */
  static String day(@Nullable LocalDate day) {
    return day == null ? "" : text("day", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  /** A day, or room to write one. */
  static String dayToFill(@Nullable LocalDate day) {
    return day == null ? text("day-blank") : day(day);
  }

  /** Text, or a line of {@code length} to write on. */
  static String toFill(String text, int length) {
    return text.isBlank() ? "_".repeat(length) : text;
  }

  /** At most {@code most} characters: a form is one page, the ledger has the whole. */
  static String cut(String text, int most) {
    String flat = text.replaceAll("\\s*\\R\\s*", " ").strip();
    int[] points = flat.codePoints().toArray();
    return points.length <= most ? flat : new String(points, 0, most - 1) + "…";
  }

  static String joined(List<String> texts) {
    return String.join(text("and"), texts);
  }

  /** A box to tick, ticked or not. */
  static String choice(boolean chosen, String label) {
    return text(chosen ? "choice.yes" : "choice.no", label);
  }
}
