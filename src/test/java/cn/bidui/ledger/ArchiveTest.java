package cn.bidui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

  private static final byte[] CONTENT = "姓名,金额\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path home;
  private Archive archive;
  private Path file;

  @BeforeEach
  void makeAnArchive() throws IOException {
    archive = Archive.of(home);
    file = Files.write(home.resolve("名单.csv"), CONTENT);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> walk = Files.walk(home.resolve("archive"))) {
      return walk.filter(Files::isRegularFile)
          .map(path -> home.resolve("archive").relativize(path).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void contentIsKeptUnderItsDigest() throws IOException {
    String sha256 = archive.put(CONTENT);
    assertThat(sha256).isEqualTo(Sha256.hex(CONTENT));
    assertThat(names()).containsExactly(sha256.substring(0, 2) + "/" + sha256.substring(2));
    try (InputStream in = archive.open(sha256)) {
      assertThat(in.readAllBytes()).isEqualTo(CONTENT);
    }
    assertThat(archive.intact(sha256)).isTrue();
  }

  @Test
  void theSameContentIsKeptOnce() throws IOException {
    assertThat(archive.put(file)).isEqualTo(archive.put(CONTENT)).isEqualTo(archive.put(file));
    assertThat(archive.put(CONTENT)).isEqualTo(Sha256.hex(CONTENT));
    assertThat(names()).hasSize(1);
    assertThat(file).exists();
  }

  @Test
  void keptFilesCanOnlyBeReadByTheirOwner() throws IOException {
    Path kept = archive.path(archive.put(CONTENT));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
        .isEqualTo("r--------");
  }

  @Test
  void nothingIsKeptOfAFileThatChangedMeanwhile() throws IOException {
    assertThat(archive.put(file, () -> false)).isEmpty();
    assertThat(names()).isEmpty();
    assertThat(archive.put(file, () -> true)).contains(Sha256.hex(CONTENT));
  }

  @Test
  void aCopyThatWasCutShortIsWrittenAnew() throws IOException {
    String sha256 = archive.put(CONTENT);
    Files.delete(archive.path(sha256));
    Files.writeString(archive.path(sha256), "姓");
    assertThat(archive.intact(sha256)).isFalse();
    archive.put(file);
    assertThat(archive.intact(sha256)).isTrue();
  }

  @Test
  void whatWasNeverPutIsNotThere() {
    String sha256 = Invented.sha("nothing");
    assertThat(archive.holds(sha256)).isFalse();
    assertThatThrownBy(() -> archive.open(sha256)).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> archive.path("../../etc/passwd"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void copiesOfACrashedProcessAreDiscarded() throws IOException {
    archive.discardUnfinished();
    String sha256 = archive.put(CONTENT);
    Files.writeString(home.resolve("archive/.putting-1-1"), "half");
    archive.discardUnfinished();
    assertThat(names()).hasSize(1);
    assertThat(archive.intact(sha256)).isTrue();
  }

  @Test
  void aSourceThatCannotBeReadLeavesNothingBehind() throws IOException {
    assertThatThrownBy(() -> archive.put(home.resolve("nowhere.csv")))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void destroyedContentIsGoneForGood() throws IOException {
    String sha256 = archive.put(CONTENT);

    long lying = Files.size(archive.path(sha256));
    assertThat(archive.destroy(sha256)).isEqualTo(lying).isGreaterThan(CONTENT.length);

    assertThat(archive.holdsItself(sha256)).isFalse();
    assertThat(archive.destroy(sha256)).isZero();
    assertThat(archive.all()).isEmpty();
    assertThat(Archive.of(home.resolve("nowhere")).all()).isEmpty();
  }

  @Test
  void whatStandsInIsReadInItsPlace() throws IOException {
    String gone = archive.put(CONTENT);
    String rows = archive.put("行".getBytes(StandardCharsets.UTF_8));
    archive.destroy(gone);

    Archive standing = archive.standing(digest -> digest.equals(gone) ? rows : digest);

    assertThat(standing.standsIn(gone)).isTrue();
    assertThat(standing.standsIn(rows)).isFalse();
    assertThat(standing.holds(gone)).isTrue();
    assertThat(standing.holdsItself(gone)).isFalse();
    assertThat(standing.intact(gone)).isTrue();
    assertThat(archive.intact(gone)).isFalse();
    assertThat(standing.all()).containsExactly(rows);
    try (InputStream in = standing.open(gone)) {
      assertThat(in.readAllBytes()).isEqualTo("行".getBytes(StandardCharsets.UTF_8));
    }
  }
}
