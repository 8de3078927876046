package cn.bidui.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the journal's lines lie: {@code journal/000001.jsonl}, {@code 000002.jsonl} … */
final class JournalFiles {

  private static final Pattern SEGMENT = Pattern.compile("\\d{6,}\\.jsonl");
  private static final Pattern START = Pattern.compile("^\\{\"seq\":(\\d+),\"epoch\":(\\d+),");

  private JournalFiles() {}

  static Path folder(Path home) {
    return home.resolve("journal");
  }

  /** The segments in the order in which they were written. */
  static List<Path> segments(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> SEGMENT.matcher(String.valueOf(file.getFileName())).matches())
          .sorted()
          .toList();
    }
  }

  /** The first line of a segment; empty if it has none yet. */
  static byte[] firstLine(Path segment) throws IOException {
    try (RawLines lines = new RawLines(segment)) {
      return lines.next() ? lines.bytes() : new byte[0];
    }
  }

  static Path segment(Path folder, int number) {
    return folder.resolve("%06d.jsonl".formatted(number));
  }

  /** The number of the newest segment; 0 if there is none. */
  static int lastNumber(Path folder) throws IOException {
    List<Path> segments = segments(folder);
    if (segments.isEmpty()) {
      return 0;
    }
    String name = String.valueOf(segments.get(segments.size() - 1).getFileName());
    return Integer.parseInt(name.substring(0, name.indexOf('.')));
  }

  /** The highest epoch that any line claims, sound or not; 0 if there is none. */
  static long highestEpoch(Path folder) throws IOException {
    long highest = 0;
    for (Path segment : segments(folder)) {
      try (RawLines lines = new RawLines(segment)) {
        while (lines.next()) {
          highest = Math.max(highest, epoch(lines.bytes()));
        }
      }
    }
    return highest;
  }

  /** The epoch that a line claims; 0 if it claims none. */
  static long epoch(byte[] line) {
    return start(line, 2);
  }

  /** The number that a line claims; 0 if it claims none. */
  static long seq(byte[] line) {
    return start(line, 1);
  }

  private static long start(byte[] line, int group) {
    String head = new String(line, 0, Math.min(line.length, 60), StandardCharsets.ISO_8859_1);
    Matcher matcher = START.matcher(head);
    return matcher.find() ? Long.parseLong(matcher.group(group)) : 0;
  }
}
