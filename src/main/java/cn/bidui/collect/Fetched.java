package cn.bidui.collect;

import java.nio.file.Path;
import java.util.List;

/** What came of asking for a list. */
public sealed interface Fetched {

  /**
   * Something that was not there the last time.
   *
   * @param staged where it lies, whole and synced, under a name that says nothing
   * @param name as its owner would know it, without folders
   * @param sha256 of its bytes, in lower-case hex
   * @param version by which the server knows it; blank if it does not tell
   */
  record Arrived(Path staged, String name, long bytes, String sha256, Version version)
      implements Fetched {}

  /**
   * The same as the last time.
   *
   * @param version by which the server knows it by now
   */
  record Unchanged(Version version) implements Fetched {}

  /**
   * Nothing came.
   *
   * @param words for the message of {@code fault}; no secret and nothing that a server has said
   */
  record Failed(FetchFault fault, List<String> words) implements Fetched {
    public Failed {
      words = List.copyOf(words);
    }
  }

  /**
   * By what a web server tells one version of a file from another.
   *
   * @param etag as it was sent; blank for none
   * @param lastModified as it was sent; blank for none
   */
  record Version(String etag, String lastModified) {
    public static final Version NONE = new Version("", "");
  }

  /**
   * What a source has delivered last.
   *
   * @param sha256 blank if nothing
   */
  record Known(String sha256, Version version) {
    public static final Known NOTHING = new Known("", Version.NONE);
  }
}
