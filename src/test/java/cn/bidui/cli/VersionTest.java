package cn.bidui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program says of the build that it is. */
class VersionTest {

  @TempDir private Path folder;

  private URL jar(String commit) throws IOException {
    Path jar = folder.resolve("比对 " + commit.length() + ".jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Build-Commit", commit);
    manifest.getMainAttributes().putValue("Build-Time", "2026-11-23T00:07:54Z");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest)) {
      entries.putNextEntry(new ZipEntry("cn/bidui/A.class"));
    }
    return URI.create("jar:" + jar.toUri() + "!/cn/bidui/A.class").toURL();
  }

  @Test
  void aReleaseNamesItsCommitAndTime() throws IOException {
    assertThat(Version.build(jar("df7dc0f1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d7")))
        .isEqualTo(" (df7dc0f1a2, 2026-11-23T00:07:54Z)");
  }

  @Test
  void aBuildThatDoesNotKnowItsCommitSaysNothingOfIt() throws IOException {
    assertThat(Version.build(jar("unknown"))).isEmpty();
    assertThat(Version.build(new Attributes())).isEmpty();
  }

  @Test
  void classFilesHaveNoBuild() throws IOException {
    assertThat(new Version().getVersion()).containsExactly("bidui dev");
  }
}
