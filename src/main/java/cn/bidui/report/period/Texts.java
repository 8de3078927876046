package cn.bidui.report.period;

import cn.bidui.source.Messages;
import java.util.MissingResourceException;

/** The words of periodic reports; everything published is Chinese. */
final class Texts {

  private Texts() {}

  /** The text of {@code period.<key>}. */
  static String of(String key, Object... words) {
    return Messages.ZH.text("period." + key, words);
  }

  /** The title of a rule; a rule of another version is called by its code. */
  static String rule(String rule) {
    return known("rule." + rule + ".title", rule);
  }

  /** The name of a list by its code. */
  static String list(String code) {
    return known("report.list." + code, code);
  }

  /** The text of {@code key}, or {@code otherwise}. */
  static String known(String key, String otherwise) {
    try {
      return Messages.ZH.text(key);
    } catch (MissingResourceException unknown) {
      return otherwise;
    }
  }
}
