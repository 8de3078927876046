package cn.bidui.collect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file name in a {@code Content-Disposition} header (RFC 6266). */
final class Disposition {

  private static final Pattern EXTENDED =
      Pattern.compile("(?i)filename\\*\\s*=\\s*UTF-8'[^']*'([^;\\s]+)");
  private static final Pattern PLAIN =
      Pattern.compile("(?i)filename\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))");

  private Disposition() {}

  static Optional<String> name(String header) {
    Matcher extended = EXTENDED.matcher(header);
    if (extended.find()) {
      return decoded(extended.group(1).replace("+", "%2B"));
    }
    Matcher plain = PLAIN.matcher(header);
    if (!plain.find()) {
      return Optional.empty();
    }
    String name = plain.group(1) == null ? plain.group(2) : plain.group(1);
    // Servers that know no better write it in percent signs or in raw UTF-8 bytes.
    return name.contains("%")
        ? decoded(name)
        : Optional.of(
            new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
  }

  private static Optional<String> decoded(String name) {
    try {
      return Optional.of(URLDecoder.decode(name, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notEncoded) {
      return Optional.empty();
    }
  }
}
