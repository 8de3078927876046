package cn.bidui.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** A small text that has its old content or its new one, whenever the power goes. */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Gives {@code file} this text, in UTF-8; who may read it stays as it is. A new file is readable
   * by its owner only.
   *
   * @throws IOException if the disk fails; then the old content stands
   */
  public static void write(Path file, String text) throws IOException {
    Path unfinished = file.resolveSibling("." + file.getFileName() + ".tmp");
    Durably.write(unfinished, text.getBytes(StandardCharsets.UTF_8));
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Set<PosixFilePermission> owner =
          EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
      Files.setPosixFilePermissions(
          unfinished, Files.exists(file) ? Files.getPosixFilePermissions(file) : owner);
    }
    Durably.move(unfinished, file);
    Durably.syncFolderOf(file);
  }

  /** Deletes {@code file} if it is there. */
  public static void remove(Path file) throws IOException {
    if (Files.exists(file)) {
      Durably.before(file);
      Files.delete(file);
      Durably.syncFolderOf(file);
    }
  }
}
