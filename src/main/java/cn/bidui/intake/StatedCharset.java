package cn.bidui.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The charset that a page or an XML file says it is in; often wrong, so it only decides ties. */
enum StatedCharset {
  /** Nothing, or one that decides nothing. */
  NONE,
  /** GB2312, GBK or GB18030: names that are used for one another. */
  CHINESE,
  BIG5;

  private static final Pattern STATED =
      Pattern.compile("(?:charset|encoding)\\s*=\\s*[\"']?\\s*([\\w-]+)");

  /** What the first bytes of a file say. */
  static StatedCharset in(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    Matcher stated = STATED.matcher(text);
    if (!text.stripLeading().startsWith("<") || !stated.find()) {
      return NONE;
    }
    String name = stated.group(1);
    if (name.startsWith("gb") || name.equals("x-gbk") || name.equals("cp936")) {
      return CHINESE;
    }
    return name.startsWith("big5") ? BIG5 : NONE;
  }
}
