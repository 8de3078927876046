package cn.bidui.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The format of a work folder (格式): a number that is counted up whenever older programs would
 * misread what newer ones write. A folder says its own in a line of the journal.
 */
public final class HomeFormat {

  /**
   * What this version writes. 1: archived files lie in clear. 2: they are sealed, one key each, and
   * nobody but the owner sees their names.
   */
  public static final int CURRENT = 2;

  private static final Pattern TYPE = Pattern.compile("\"type\":\"([^\"]*)\"");

  /** The type stands before the data, behind three short properties. */
  private static final int TYPE_WITHIN = 240;

  private HomeFormat() {}

  /**
   * Makes sure that no newer program has written in {@code home} what this one does not know; reads
   * only, and needs no lease.
   *
   * @param software this version
   * @throws NewerHomeException if one has
   */
  public static void check(Path home, String software) throws IOException {
    String last = "";
    for (Path segment : JournalFiles.segments(JournalFiles.folder(home))) {
      try (RawLines lines = new RawLines(segment)) {
        while (lines.next()) {
          last = check(lines.bytes(), last, software);
        }
      }
    }
  }

  /** Returns the version that wrote the lines from here on, as far as it is known. */
  private static String check(byte[] line, String last, String software) throws IOException {
    String type = type(line);
    if (EntryJson.knows(type) && !type.equals("formatted")) {
      return last;
    }
    Optional<String> sound = Chain.soundHash(line);
    if (sound.isEmpty()) {
      return last;
    }
    if (!EntryJson.knows(type)) {
      throw new NewerHomeException(last, software);
    }
    Entry.Formatted formatted = (Entry.Formatted) Chain.read(line).entry();
    if (formatted.format() > CURRENT) {
      throw new NewerHomeException(formatted.software(), software);
    }
    return formatted.software();
  }

  private static String type(byte[] line) {
    String start =
        new String(line, 0, Math.min(line.length, TYPE_WITHIN), StandardCharsets.ISO_8859_1);
    Matcher matcher = TYPE.matcher(start);
    return matcher.find() ? matcher.group(1) : "";
  }
}
