package cn.bidui.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * On what a folder lies. A database needs locks that hold and writes that stay in order, and
 * network drives promise neither; an inbox may well be on one.
 */
public final class FolderKind {

  /** As file systems call themselves. */
  private static final Set<String> NETWORK =
      Set.of(
          "nfs",
          "nfs3",
          "nfs4",
          "cifs",
          "smb",
          "smb2",
          "smb3",
          "smb3_00",
          "smbfs",
          "afs",
          "afpfs",
          "ncpfs",
          "webdav",
          "davfs",
          "ceph",
          "glusterfs",
          "lustre");

  /** Those of FUSE that cross the network begin so. */
  private static final List<String> NETWORK_FUSE =
      List.of(
          "fuse.sshfs",
          "fuse.davfs",
          "fuse.rclone",
          "fuse.smb",
          "fuse.gvfsd-fuse",
          "fuse.gluster",
          "fuse.s3fs",
          "fuse.ceph");

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
    return crossesNetwork(kind) ? Optional.of(kind) : Optional.empty();
  }

  /** Whether a file system of this kind lies on another machine. */
  public static boolean crossesNetwork(String kind) {
    String lower = kind.toLowerCase(Locale.ROOT);
    return NETWORK.contains(lower) || NETWORK_FUSE.stream().anyMatch(lower::startsWith);
  }

  /** A folder that is yet to be made will lie where its parent does. */
  private static Path existing(Path folder) {
    Path parent = folder.getParent();
    return Files.exists(folder) || parent == null ? folder : existing(parent);
  }
}
