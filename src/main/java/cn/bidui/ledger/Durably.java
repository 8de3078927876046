package cn.bidui.ledger;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writing that survives a power cut: bytes are on the disk before a file gets its final name, and
 * the name is on the disk before the method returns.
 */
final class Durably {

  private static final boolean FOLDERS_CAN_BE_SYNCED = File.separatorChar == '/';

  private static volatile Step step = file -> {};

  private Durably() {}

  /** What is about to reach the disk; tests end a run there, as a kill would. */
  @FunctionalInterface
  interface Step {
    /** Nothing of the step is done yet. */
    void before(Path file);
  }

  /** From now on {@code next} is told of each step. */
  static void tell(Step next) {
    step = next;
  }

  /** Tells that something is about to happen to {@code file}. */
  static void before(Path file) {
    step.before(file);
  }

  /** Gives {@code target} this content, whole or not at all. */
  static void replace(Path target, byte[] content) throws IOException {
    Path unfinished = target.resolveSibling("." + target.getFileName() + ".tmp");
    write(unfinished, content);
    move(unfinished, target);
    syncFolderOf(target);
  }

  /** Writes and syncs a file under a name that nobody reads yet. */
  static void write(Path file, byte[] content) throws IOException {
    before(file);
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      writeAll(channel, content);
      channel.force(true);
    }
  }

  static void writeAll(FileChannel channel, byte[] content) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(content);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  /** One rename; what has the target's name is replaced. The caller syncs the folder. */
  static void move(Path source, Path target) throws IOException {
    before(target);
    Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Syncs a file that was written by somebody else. */
  static void syncFile(Path file) throws IOException {
    before(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Syncs the names in a folder. Windows has no such call and writes names through. */
  static void syncFolder(Path folder) throws IOException {
    before(folder);
    if (FOLDERS_CAN_BE_SYNCED) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** Syncs the name of a file. */
  static void syncFolderOf(Path file) throws IOException {
    syncFolder(folder(file.toAbsolutePath()));
  }

  /** Makes a folder with its parents and syncs the parent of each that was made. */
  static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      makeFolder(folder(folder.toAbsolutePath()));
      Files.createDirectories(folder);
      syncFolderOf(folder);
    }
  }

  private static Path folder(Path file) {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IllegalArgumentException("a file of the record lies in a folder");
    }
    return parent;
  }
}
