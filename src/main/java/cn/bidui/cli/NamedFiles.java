package cn.bidui.cli;

import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.source.SourceFile;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Files that somebody names on the command line: by name, by unit and name, or by the beginning of
 * the digest that answers show. Schools give their lists the same names, so that a name alone may
 * mean several; of one unit the newest is meant.
 */
final class NamedFiles {

  /** As many characters of a digest as answers show. */
  static final int DIGEST_SHOWN = 12;

  private NamedFiles() {}

  /**
   * @param digest how many characters of a digest are enough
   */
  static boolean named(FileAnswered answered, String what, int digest) {
    SourceFile file = answered.file();
    return file.name().equals(what)
        || file.inboxName().equals(what.replace('\\', '/'))
        || (what.length() >= digest && file.sha256().startsWith(what));
  }

  /** Whether files of several units go by the name. */
  static boolean ambiguous(List<FileAnswered> named) {
    return named.stream().map(answered -> answered.file().unit()).distinct().count() > 1;
  }

  /** Each with its unit and the beginning of its digest, so that one of them can be chosen. */
  static String choices(List<FileAnswered> named) {
    return named.stream()
        .map(FileAnswered::file)
        .distinct()
        .map(file -> file.inboxName() + " (" + file.sha256().substring(0, DIGEST_SHOWN) + ")")
        .collect(Collectors.joining("、"));
  }
}
