package cn.bidui.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderKindTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"nfs4", "cifs", "smb3", "CIFS", "ceph", "fuse.sshfs", "fuse.davfs2"})
  void networkDrivesAreNamed(String kind) throws IOException {
    assertThat(FolderKind.network(folder, any -> kind)).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ext4", "xfs", "NTFS", "apfs", "tmpfs", "overlay", "9p", "fuseblk"})
  void localDisksAreNot(String kind) throws IOException {
    assertThat(FolderKind.network(folder, any -> kind)).isEmpty();
  }

  @Test
  void aFolderThatIsYetToBeMadeLiesWhereItsParentDoes() throws IOException {
    Path real = folder.toRealPath();
    assertThat(
            FolderKind.network(
                folder.resolve("a/b"), asked -> asked.equals(real) ? "nfs" : "other"))
        .contains("nfs");
  }

  @Test
  void aLinkIsFollowedToWhereItLies() throws IOException {
    Path there = Files.createDirectory(folder.resolve("there")).toRealPath();
    Path link = Files.createSymbolicLink(folder.resolve("data"), there);
    assertThat(FolderKind.network(link, asked -> asked.equals(there) ? "nfs" : "ext4"))
        .contains("nfs");
  }

  @Test
  void theSystemKnowsItsOwnDisks() throws IOException {
    assertThat(FolderKind.Probe.SYSTEM.kind(folder)).isNotBlank();
  }
}
