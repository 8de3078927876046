package cn.bidui.plan;

import java.nio.charset.StandardCharsets;

/** What stands in a file that holds a secret alone (口令文件). */
public final class SecretText {

  private static final String MARK = "\uFEFF";

  private SecretText() {}

  /**
   * The secret: without blanks and line breaks around it, and without the mark that editors on
   * Windows put before a text in UTF-8, which is no part of it either.
   */
  public static String of(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    return (text.startsWith(MARK) ? text.substring(1) : text).strip();
  }
}
