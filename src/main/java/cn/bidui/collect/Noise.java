package cn.bidui.collect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names in an inbox that are no lists and of which nobody wants to hear. */
final class Noise {

  private static final Set<String> NAMES =
      Set.of(
          "thumbs.db",
          "desktop.ini",
          "ehthumbs.db",
          "$recycle.bin",
          "system volume information",
          "@eadir",
          "#recycle",
          "__macosx");
  private static final List<String> PREFIXES = List.of(".", "~$", "~wr");
  private static final List<String> SUFFIXES =
      List.of(".tmp", ".temp", ".part", ".partial", ".crdownload", ".download", "~");

  private Noise() {}

  /** Owner and temporary files, and what file managers leave behind; for folders as well. */
  static boolean is(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return NAMES.contains(lower)
        || PREFIXES.stream().anyMatch(lower::startsWith)
        || SUFFIXES.stream().anyMatch(lower::endsWith);
  }

  /** The marks that office programs lay beside a file while it is open. */
  static List<String> marks(String name) {
    String cut = name.length() > 2 ? name.substring(2) : name;
    return List.of("~$" + name, "~$" + cut, ".~lock." + name + "#", ".~" + name);
  }
}
