package cn.bidui.report.city;

import cn.bidui.source.Messages;
import java.util.Locale;

/** What becomes of a county's figures (计入情况). */
enum Condition {
  /** They are in every total. */
  COUNTED,
  /** They can be read, but are not sure or not of the day: shown, and added up on their own. */
  APART,
  /** There are none: a dash everywhere, never a 0. */
  MISSING;

  /** {@code counted}, {@code apart}, {@code missing}. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String label(Messages messages) {
    return messages.text("report.city.condition." + code());
  }
}
