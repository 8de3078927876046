package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Archive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A work folder whose files an older version kept as they came, and what the next night makes of
 * it.
 */
class OlderFolderTest {

  @TempDir private Path folder;

  /** As it was before files were sealed: plain content under its digest, and no ring. */
  private static void unseal(Path home) throws IOException {
    Archive archive = Archive.of(home);
    for (String sha256 : archive.all()) {
      byte[] plain;
      try (InputStream in = archive.open(sha256)) {
        plain = in.readAllBytes();
      }
      Path file =
          home.resolve("archive").resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
      Files.delete(file);
      Files.write(file, plain);
    }
    Files.delete(home.resolve("keys/archive.keys"));
  }

  @Test
  void theNextNightSealsWhatItFindsAndPublishesTheSame() throws Exception {
    Office usual = Sample.after(1, folder.resolve("usual"));
    Office older = usual.copiedTo(folder.resolve("older"));
    unseal(older.home());
    for (Path file : Office.files(older.home().resolve("data"))) {
      Files.delete(file);
    }
    Archive archive = Archive.of(older.home());
    assertThat(archive.unsealed()).isPositive().isEqualTo(archive.all().size());

    int exit = older.run(Sample.asOf(1)).exit();

    assertThat(exit).isEqualTo(usual.run(Sample.asOf(1)).exit());
    assertThat(older.published(Sample.asOf(1))).isEqualTo(usual.published(Sample.asOf(1)));
    assertThat(archive.unsealed()).isZero();
    for (Path file : Office.files(older.home().resolve("archive"))) {
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).startsWith("BIDUI");
    }
  }
}
