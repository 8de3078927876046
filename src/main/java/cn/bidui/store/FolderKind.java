package cn.bidui.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * On what a folder lies. A database needs locks that hold and writes that stay in order, and
 * network drives promise neither; an inbox may well be on one.
 */
public final class FolderKind {

  private static final List<String> NETWORK =
      List.of(
          "nfs",
          "nfs4",
          "cifs",
          "smb",
          "smb2",
          "smb3",
          "smbfs",
          "smb3_00",
          "afs",
          "afpfs",
          "ncpfs",
          "webdav",
          "davfs",
          "fuse.sshfs",
          "fuse.davfs",
          "fuse.davfs2",
          "fuse.rclone",
          "fuse.smb",
          "fuse.smbnetfs",
          "fuse.gvfsd-fuse");

  private FolderKind() {}

  /** Names the kind of file system that a folder lies on. */
  @FunctionalInterface
  public interface Probe {

    /** Asks the operating system. */
    Probe SYSTEM = folder -> Files.getFileStore(folder).type();

    /** The kind, as the operating system names it. */
    String kind(Path folder) throws IOException;
  }

  /** The kind of network drive that {@code folder} lies on; empty if it lies on a local disk. */
  public static Optional<String> network(Path folder, Probe probe) throws IOException {
    Path real = existing(folder.toAbsolutePath()).toRealPath();
    if (String.valueOf(real.getRoot()).startsWith("\\\\")) {
      return Optional.of("UNC");
    }
    String kind = probe.kind(real);
    return NETWORK.contains(kind.toLowerCase(Locale.ROOT)) ? Optional.of(kind) : Optional.empty();
  }

  /** A folder that is yet to be made will lie where its parent does. */
  private static Path existing(Path folder) {
    Path parent = folder.getParent();
    return Files.exists(folder) || parent == null ? folder : existing(parent);
  }
}
