package cn.bidui.report;

import cn.bidui.source.FolderName;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Gives workbooks file names that every system accepts, no two of them the same. */
public final class Folder {

  private static final Pattern STEERING = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}]");

  private final Path path;
  private final Set<String> taken = new HashSet<>();

  /** For files in {@code path}. */
  public Folder(Path path) {
    this.path = path;
  }

  /** The file for {@code name}: {@code 一小/分校} → {@code 一小_分校.xlsx}. */
  public Path file(String name) {
    String safe = safe(name);
    String free = safe;
    // File systems of Windows and macOS do not tell upper from lower case.
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = safe + " (" + i + ")";
    }
    return path.resolve(free + ".xlsx");
  }

  /** Cut to 60 characters: with folder and ending it stays below 255 bytes in UTF-8. */
  static String safe(String name) {
    String plain = plain(name);
    int[] points = plain.codePoints().limit(60).toArray();
    String cut = new String(points, 0, points.length).strip();
    return usable(cut) ? cut : "_" + cut;
  }

  /** Without what some system does not allow in a name, or what would show it as another one. */
  static String plain(String name) {
    return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "_")
        .replaceAll("^[. ]+|[. ]+$", "");
  }

  /** Whether Windows takes {@code name}, with or without an ending, for a file and not a device. */
  static boolean usable(String name) {
    int dot = name.indexOf('.');
    String stem = (dot < 0 ? name : name.substring(0, dot)).strip();
    return !stem.isEmpty() && !FolderName.isDevice(stem);
  }

  /**
   * A file's name as a person may see it, whole: what steers a printer or turns letters around
   * becomes a line.
   */
  static String shown(String name) {
    return STEERING.matcher(name).replaceAll("_");
  }
}
