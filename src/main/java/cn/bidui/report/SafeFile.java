package cn.bidui.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that appear whole or not at all: written beside their place, synced, renamed into it. */
final class SafeFile {

  /** As many answers as may be open in somebody's Excel at once. */
  private static final int SIBLINGS = 99;

  /** How a draft ends; earlier versions had no epoch in it. */
  private static final Pattern EPOCH = Pattern.compile("(?:\\.(\\d{1,18}))?\\.tmp");

  private SafeFile() {}

  /** Writes a draft to the path that it is given. */
  @FunctionalInterface
  interface Draft {
    void write(Path path) throws IOException;
  }

  /**
   * Replaces {@code target} by what {@code draft} writes, in a folder that nobody else writes into.
   */
  static void write(Path target, Draft draft) throws IOException {
    Path written = draft(target, 0, draft);
    try {
      move(written, target);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  /**
   * As {@link #write}, but where {@code target} is held open by somebody, takes {@code 名单 (2).xlsx}
   * and so on.
   *
   * @param epoch of the lease under which it is written: a process that lost the lease may wake in
   *     the middle of a draft, so nobody goes on with another's; those of earlier epochs are
   *     removed
   * @return where it was written
   */
  static Path writeBeside(Path target, long epoch, Draft draft) throws IOException {
    String drafts = drafts(target);
    try (DirectoryStream<Path> left =
        Files.newDirectoryStream(target.resolveSibling(""), drafts + "*.tmp")) {
      for (Path each : left) {
        Matcher ending =
            EPOCH.matcher(String.valueOf(each.getFileName()).substring(drafts.length()));
        if (ending.matches()
            && (ending.group(1) == null || Long.parseLong(ending.group(1)) < epoch)) {
          Files.deleteIfExists(each);
        }
      }
    }
    Path written = draft(target, epoch, draft);
    try {
      return place(written, target);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private static Path place(Path written, Path target) throws IOException {
    for (int number = 1; ; number++) {
      Path candidate = number == 1 ? target : numbered(target, number);
      try {
        move(written, candidate);
        return candidate;
      } catch (FileSystemException failed) {
        // Only a file that is there can be held open; else it is the disk.
        if (number == SIBLINGS || !Files.exists(candidate)) {
          throw failed;
        }
      }
    }
  }

  /** {@code 名单.xlsx} → {@code 名单 (2).xlsx}. */
  static Path numbered(Path target, int number) {
    String name = String.valueOf(target.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    String ending = dot < 0 ? "" : name.substring(dot);
    return target.resolveSibling(stem + " (" + number + ")" + ending);
  }

  /** How drafts begin: short, as a target's name may be as long as a name can be. */
  private static String drafts(Path target) {
    return ".~" + Integer.toHexString(String.valueOf(target.getFileName()).hashCode());
  }

  /** Never taken for a list. */
  private static Path draft(Path target, long epoch, Draft draft) throws IOException {
    Path written = target.resolveSibling(drafts(target) + "." + epoch + ".tmp");
    boolean whole = false;
    try {
      draft.write(written);
      try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      whole = true;
      return written;
    } finally {
      if (!whole) {
        Files.deleteIfExists(written);
      }
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
