package cn.bidui.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * Names that somebody else chose, made fit for our own folders. What every system accepts stays as
 * it is; the others lose what some system would refuse, or what would show them as another name,
 * and get a number of their own, so that no two of them fall together.
 */
final class FileName {

  /** File systems take 255 bytes; the number, the ending of an answer and a count need 30. */
  private static final int BYTES = 215;

  private FileName() {}

  /** {@code a:b.csv} → {@code a_b~1c2d3e4f.csv}; {@code 名单.xlsx} stays. */
  static String of(String name) {
    String plain = Folder.plain(name);
    String usable = Folder.usable(plain) ? plain : "_" + plain;
    return usable.equals(name) ? name : marked(usable, name);
  }

  /** The folder of {@code unit}, whose parts are joined with {@code /}, under {@code folder}. */
  static Path under(Path folder, String unit) {
    Path path = folder;
    for (String part : unit.split("/", -1)) {
      path = path.resolve(fit(of(part)));
    }
    return path;
  }

  private static String marked(String usable, String name) {
    int dot = usable.lastIndexOf('.');
    String stem = dot <= 0 ? usable : usable.substring(0, dot);
    String ending = dot <= 0 ? "" : usable.substring(dot);
    String mark = "~" + number(name);
    int rest = BYTES - mark.length() - ending.getBytes(StandardCharsets.UTF_8).length;
    return rest < 1 ? cut(stem, BYTES - mark.length()) + mark : cut(stem, rest) + mark + ending;
  }

  private static String number(String name) {
    CRC32 number = new CRC32();
    number.update(name.getBytes(StandardCharsets.UTF_16BE));
    return "%08x".formatted(number.getValue());
  }

  /** {@code name}, or as much of it as leaves room for the ending of an answer, with its number. */
  static String fit(String name) {
    if (name.getBytes(StandardCharsets.UTF_8).length <= BYTES) {
      return name;
    }
    String mark = "~" + number(name);
    return cut(name, BYTES) + mark;
  }

  private static String cut(String name, int bytes) {
    String cut = name;
    while (cut.getBytes(StandardCharsets.UTF_8).length > bytes) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }
}
