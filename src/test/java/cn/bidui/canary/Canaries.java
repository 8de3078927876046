package cn.bidui.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells people of the tests in any bytes. Ids are told by themselves: a whole number of 18 digits
 * of an unassigned county with its right check digit. Names are those of the sample lists that have
 * three characters or more, and those that begin with a character that no name has.
 */
final class Canaries {

  private static final byte[] REGION = "9901".getBytes(StandardCharsets.US_ASCII);
  private static final int ID = 18;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  /** Of CanaryNightTest: U+36C3, then two more. */
  private static final byte[] PLANTED = "㛃".getBytes(StandardCharsets.UTF_8);

  private static final int NAME = 3;

  private final BitSet starts = new BitSet(1 << 24);
  private final List<byte[]> names;

  Canaries(List<String> names) {
    this.names =
        names.stream()
            .distinct()
            .sorted()
            .map(name -> name.getBytes(StandardCharsets.UTF_8))
            .toList();
    this.names.forEach(name -> starts.set(start(name, 0)));
    starts.set(start(PLANTED, 0));
  }

  /** With the names of the lists of the sample nights that are plain text. */
  static Canaries ofSamples(Path samples) {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.walk(samples)) {
      for (Path list : files.filter(Canaries::plain).sorted().toList()) {
        names.addAll(names(new String(Files.readAllBytes(list), Charset.forName("GB18030"))));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new Canaries(names);
  }

  private static boolean plain(Path file) {
    return file.toString().endsWith(".csv") && file.toString().contains("inbox");
  }

  /** What stands under the title 姓名. */
  private static List<String> names(String list) {
    List<String> names = new ArrayList<>();
    int column = -1;
    for (String line : list.lines().toList()) {
      List<String> cells = Arrays.asList(line.split(",", -1));
      if (column < 0) {
        column = Math.max(cells.indexOf("姓名"), cells.indexOf("学生姓名"));
      } else if (column < cells.size() && cells.get(column).matches("[\\u4E00-\\u9FFF]{3,}")) {
        names.add(cells.get(column));
      }
    }
    return names;
  }

  /** How many names are known. */
  int names() {
    return names.size();
  }

  /**
   * Where the first of them stands and which kind it is, never who.
   *
   * @param kind {@code id} or {@code name}
   * @param at the byte
   */
  record Found(String kind, int at) {}

  /** The first person that is named in {@code bytes}, be it UTF-8 or two bytes for a digit. */
  Optional<Found> in(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '9' && (id(bytes, i, 1) || id(bytes, i, 2))) {
        return Optional.of(new Found("id", i));
      }
      if (bytes[i] < 0 && i + PLANTED.length <= bytes.length && name(bytes, i)) {
        return Optional.of(new Found("name", i));
      }
    }
    return Optional.empty();
  }

  /** The same in words. */
  Optional<Found> in(String words) {
    return in(words.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Whether digits that are {@code step} bytes apart are an id, and not part of a longer number.
   */
  private static boolean id(byte[] bytes, int at, int step) {
    int end = at + (ID - 1) * step;
    if (end >= bytes.length || bytes[at + step] != REGION[1] || bytes[at + 2 * step] != REGION[2]) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < ID - 1; i++) {
      int digit = bytes[at + i * step] - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      sum += digit * WEIGHTS[i];
    }
    return bytes[at + 3 * step] == REGION[3]
        && Character.toUpperCase(bytes[end]) == CHECKS.charAt(sum % 11)
        && day(bytes, at, step)
        && !hex(bytes, at - step)
        && !hex(bytes, end + step);
  }

  /** Whether there may be such a day: a digest has digits too. */
  private static boolean day(byte[] bytes, int at, int step) {
    int century = number(bytes, at + 6 * step, step);
    int month = number(bytes, at + 10 * step, step);
    int day = number(bytes, at + 12 * step, step);
    return (century == 19 || century == 20) && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  private static int number(byte[] bytes, int at, int step) {
    return (bytes[at] - '0') * 10 + bytes[at + step] - '0';
  }

  private static boolean hex(byte[] bytes, int at) {
    return at >= 0 && at < bytes.length && Character.digit(bytes[at], 16) >= 0;
  }

  private boolean name(byte[] bytes, int at) {
    return starts.get(start(bytes, at))
        && (planted(bytes, at) || names.stream().anyMatch(name -> stands(name, bytes, at)));
  }

  private static boolean planted(byte[] bytes, int at) {
    return stands(PLANTED, bytes, at)
        && at + NAME * 3 <= bytes.length
        && new String(bytes, at, NAME * 3, StandardCharsets.UTF_8).matches("㛃[\\u4E00-\\u9FFF]{2}");
  }

  private static boolean stands(byte[] name, byte[] bytes, int at) {
    return at + name.length <= bytes.length
        && Arrays.equals(name, 0, name.length, bytes, at, at + name.length);
  }

  private static int start(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF);
  }
}
