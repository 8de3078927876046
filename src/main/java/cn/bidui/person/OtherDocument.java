package cn.bidui.person;

import java.util.regex.Pattern;

/**
 * Numbers of documents that are no citizen id, and right all the same (其他证件): the permits of
 * residents of Hong Kong and Macau (港澳居民来往内地通行证), the former permanent residence cards of
 * foreigners (外国人永久居留身份证) and passports. They have no check character, so that only their form is
 * known. Those of digits alone, as Taiwan's permits, cannot be told from a part of a citizen id.
 */
public final class OtherDocument {

  private static final Pattern FORM =
      Pattern.compile("[HM][0-9]{10}|[A-Z]{3}[0-9]{12}|[A-Z]{1,3}[0-9]{6,9}");

  private OtherDocument() {}

  /** Whether {@code cleaned}, the text of an id that is no citizen id, has such a form. */
  public static boolean is(String cleaned) {
    return FORM.matcher(cleaned).matches();
  }
}
