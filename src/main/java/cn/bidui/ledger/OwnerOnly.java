package cn.bidui.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that nobody but their owner can open, where the disk knows owners. */
public final class OwnerOnly {

  private OwnerOnly() {}

  /** Makes an empty file. */
  static void create(Path file) throws IOException {
    Files.createFile(file, rights(file, "rw-------"));
  }

  /** Makes a folder, with its parents. */
  public static Path folder(Path folder) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    return Files.createDirectory(folder, rights(folder, "rwx------"));
  }

  /** Takes a folder's rights from everybody else. */
  public static void close(Path folder) throws IOException {
    if (posix(folder)) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static FileAttribute<?>[] rights(Path file, String rights) {
    return posix(file)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean posix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
