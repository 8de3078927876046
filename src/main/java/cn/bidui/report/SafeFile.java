package cn.bidui.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that appear whole or not at all: written beside their place, synced, renamed into it. */
final class SafeFile {

  /** As many answers as may be open in somebody's Excel at once. */
  private static final int SIBLINGS = 99;

  private SafeFile() {}

  /** Writes a draft to the path that it is given. */
  @FunctionalInterface
  interface Draft {
    void write(Path path) throws IOException;
  }

  /** Replaces {@code target} by what {@code draft} writes. */
  static void write(Path target, Draft draft) throws IOException {
    Path written = draft(target, draft);
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
   * @return where it was written
   */
  static Path writeBeside(Path target, Draft draft) throws IOException {
    Path written = draft(target, draft);
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
      } catch (FileSystemException locked) {
        if (number == SIBLINGS) {
          throw locked;
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

  /** Short, as the target's name may be as long as a name can be; never taken for a list. */
  private static Path draft(Path target, Draft draft) throws IOException {
    String hash = Integer.toHexString(String.valueOf(target.getFileName()).hashCode());
    Path written = target.resolveSibling(".~" + hash + ".tmp");
    draft.write(written);
    try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return written;
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
