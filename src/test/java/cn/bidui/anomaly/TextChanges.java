package cn.bidui.anomaly;

import cn.bidui.fixture.people.Chance;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Delimited text with quotes, delimiters, line ends and encodings confused. */
final class TextChanges {

  private static final int LONGEST_LINE = 4 << 20;

  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          Charset.forName("GB18030"),
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("Big5"));

  private static final List<String> PIECES =
      List.of(
          "\"",
          "\"\"",
          ",",
          "\t",
          ";",
          "，",
          "|",
          "\r",
          "\n",
          "\r\n\r\n",
          "\0",
          "\u0000\u0000\u0000",
          "\uFEFF",
          "\uFFFD",
          "\u202E",
          "\u001A",
          "sep=,\n",
          "=\"",
          "合计,",
          ",".repeat(600),
          "\"".repeat(999),
          "字".repeat(50_000),
          "\n".repeat(5_000));

  private final String text;
  private final Charset charset;
  private final Chance chance;

  private TextChanges(String text, Charset charset, Chance chance) {
    this.text = text;
    this.charset = charset;
    this.chance = chance;
  }

  static boolean fits(byte[] bytes) {
    boolean container = bytes.length > 1 && (bytes[0] == 'P' || (bytes[0] & 0xFF) == 0xD0);
    return bytes.length > 10 && !container && charset(bytes) != null;
  }

  static byte[] apply(byte[] bytes, Chance chance, List<String> changes) {
    Charset charset = Objects.requireNonNull(charset(bytes));
    TextChanges text = new TextChanges(new String(bytes, charset), charset, chance);
    return text.change(changes);
  }

  private static @Nullable Charset charset(byte[] bytes) {
    for (Charset charset : CHARSETS) {
      try {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        if (text.indexOf('\0') < 0 && (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0)) {
          return charset;
        }
      } catch (CharacterCodingException other) {
        // It is in another one, or in none.
      }
    }
    return null;
  }

  private byte[] change(List<String> changes) {
    int kind = chance.below(10);
    changes.add("text: kind " + kind);
    return switch (kind) {
      case 0, 1, 2 -> inserted(chance.of(PIECES)).getBytes(charset);
      case 3 -> spliced();
      case 4 -> text.replace("\r\n", chance.of(List.of("\n", "\r", "\n\r"))).getBytes(charset);
      case 5 -> text.replace(",", chance.of(List.of("\t", ";", "|", "，", ",,"))).getBytes(charset);
      case 6 -> text.getBytes(chance.of(CHARSETS));
      case 7 -> lines(changes).getBytes(charset);
      case 8 -> text.replace("\"", "").getBytes(charset);
      default -> XmlChanges.apply(text, chance, changes).getBytes(charset);
    };
  }

  private String inserted(String piece) {
    int at = chance.below(text.length() + 1);
    return text.substring(0, at) + piece + text.substring(at);
  }

  /** The second part in another encoding than the first. */
  private byte[] spliced() {
    int at = chance.below(text.length());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(text.substring(0, at).getBytes(charset));
    out.writeBytes(text.substring(at).getBytes(chance.of(CHARSETS)));
    return out.toByteArray();
  }

  private String lines(List<String> changes) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("(?<=\n)")));
    int at = chance.below(lines.size());
    int kind = chance.below(4);
    changes.add("line: kind " + kind + " at " + at);
    switch (kind) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(chance.below(lines.size() + 1), lines.get(at));
      case 2 -> lines.set(at, lines.get(at).repeat(times(lines.get(at))));
      default -> lines.set(at, lines.get(at).replaceFirst("[\t,;|，]", ""));
    }
    return String.join("", lines);
  }

  /** So often that the file stays smaller than the heap in which it is made. */
  private int times(String line) {
    return Math.min(chance.between(2, 2_000), Math.max(2, LONGEST_LINE / (line.length() + 1)));
  }
}
