package cn.bidui.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A name is a name, whatever stands in it: the file is taken, once, and leaves. */
class HostileNamesTest {

  private static final byte[] LIST = "姓名\n测小满\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  static List<String> names() {
    return List.of(
        "x\\..\\..\\逃.csv",
        "a...csv",
        "-rf.csv",
        "$(reboot).csv",
        "名单\n第二行.csv",
        "名单\t\u0007\u001b[2J.csv",
        "名单\u202Exslx.exe",
        "名单\u200B.csv",
        "名单.csv ",
        "名单.csv.",
        "CON.csv",
        "👨‍👩‍👧学籍🎒.csv",
        "甲👨‍👩‍👧学籍🎒.csv",
        "𠅤䶮.csv",
        "é.csv",
        "e\u0301.csv",
        "名".repeat(83) + ".csv",
        "a:b*c?d\"e<f>g|h.csv");
  }

  @ParameterizedTest
  @MethodSource("names")
  void isTakenOnceUnderItsOwnName(String name) throws IOException {
    Path file = write(name);
    Inbox inbox = Inbox.of(folder, length -> {});
    Arrival arrival = inbox.look(Duration.ZERO, Set.of()).arrivals().get(0);
    Taken taken = inbox.take(arrival, (path, unchanged) -> Optional.of(sha256())).orElseThrow();
    assertThat(taken.file()).isEqualTo(new SourceFile(sha256(), name, ""));
    assertThat(inbox.clear(taken)).isEqualTo(Inbox.Cleared.REMOVED);
    assertThat(file).doesNotExist();
  }

  private Path write(String name) throws IOException {
    try {
      return Files.write(folder.resolve(name), LIST);
    } catch (InvalidPathException elsewhere) {
      assumeTrue(false, "this system has no such names");
      throw elsewhere;
    }
  }

  private static String sha256() {
    try {
      return java.util.HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(LIST));
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Test
  void namesThatDifferInCaseOrInTheWayAnAccentIsWrittenAreDifferentFiles() throws IOException {
    for (String name : List.of("é.csv", "e\u0301.csv", "A.csv", "a.csv")) {
      write(name);
    }
    assumeTrue(Files.exists(folder.resolve("a.csv")) && count() == 4, "not on this disk");
    Inbox inbox = Inbox.of(folder, length -> {});
    assertThat(inbox.look(Duration.ZERO, Set.of()).arrivals())
        .extracting(Arrival::name)
        .containsExactlyInAnyOrder("é.csv", "e\u0301.csv", "A.csv", "a.csv");
  }

  private long count() throws IOException {
    try (var files = Files.list(folder)) {
      return files.count();
    }
  }

  /** As an old program or a foreign share leaves it: a name in another encoding than the disk's. */
  @Test
  void aNameThatIsNoUtf8IsTakenToo() throws Exception {
    String shell = "printf 'x' > \"$(printf '\\300\\372\\261\\355.csv')\"";
    Process made = new ProcessBuilder("sh", "-c", shell).directory(folder.toFile()).start();
    assumeTrue(made.waitFor() == 0 && count() == 1, "this system has no such names");
    Inbox inbox = Inbox.of(folder, length -> {});
    Arrival arrival = inbox.look(Duration.ZERO, Set.of()).arrivals().get(0);
    assertThat(arrival.name()).endsWith(".csv").contains("\uFFFD");
    assertThat(inbox.take(arrival, (path, unchanged) -> Optional.of("0"))).isPresent();
  }

  @Test
  void aCopyThatFailsBecauseTheFileCannotBeReadLeavesTheFile() throws IOException {
    Path file = write("甲.csv");
    Inbox inbox = Inbox.of(folder, length -> {});
    Arrival arrival = inbox.look(Duration.ZERO, Set.of()).arrivals().get(0);
    KeepCopy failing =
        (path, unchanged) -> {
          Files.delete(path);
          throw new IOException("the share went away");
        };
    assertThat(inbox.take(arrival, failing)).isEmpty();
    assertThat(Inbox.left(arrival).reason()).isEqualTo(Waiting.Reason.CHANGING);
    Files.write(file, LIST);
    Arrival again = inbox.look(Duration.ZERO, Set.of()).arrivals().get(0);
    assertThat(Inbox.left(again).reason()).isEqualTo(Waiting.Reason.UNREADABLE);
  }

  @Test
  void aCopyThatFailsBecauseItCannotBeWrittenIsAnError() throws IOException {
    write("甲.csv");
    Inbox inbox = Inbox.of(folder, length -> {});
    Arrival arrival = inbox.look(Duration.ZERO, Set.of()).arrivals().get(0);
    KeepCopy full =
        (path, unchanged) -> {
          throw new IOException("the disk is full");
        };
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> inbox.take(arrival, full))
        .isInstanceOf(IOException.class)
        .hasMessage("the disk is full");
  }
}
