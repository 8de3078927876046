package cn.bidui.collect;

import static cn.bidui.collect.Asking.failed;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.ListSource.SecretPlace;
import cn.bidui.plan.ListSource.Sftp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file on a real SFTP server. */
class SftpSourceTest {

  private static final String PASSWORD = "s-1 密";
  private static final KeyPair HOST = SftpServer.newKey();
  private static final KeyPair CLERK = SftpServer.newKey();

  @TempDir private static Path shared;
  private static Path out;
  private static SftpServer server;

  @TempDir private Path folder;
  private Asking asking;
  private SecretPlace password;

  @BeforeAll
  static void start() throws IOException {
    out = Files.createDirectories(shared.resolve("out"));
    server = SftpServer.start(shared, 0, HOST, PASSWORD, CLERK.getPublic());
    file("学籍_1.csv", "姓名\n甲\n", 1);
    file("学籍_2.csv", "姓名\n乙\n", 3);
    file("学籍_9.csv", "姓名\n丙\n", 2);
    file("学籍_3.csv.part", "姓", 9);
    file("a[1].csv", "姓名\n丁\n", 1);
    file("empty.csv", "", 1);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void file(String name, String content, int hour) throws IOException {
    Path file = Files.writeString(out.resolve(name), content);
    Files.setLastModifiedTime(file, FileTime.fromMillis(hour * 3_600_000L));
  }

  @BeforeEach
  void known() throws IOException {
    asking = new Asking(folder);
    password = asking.secret("sftp.password", PASSWORD + "\n");
    server.knownIn(asking.home());
  }

  private Sftp at(String path) {
    return at(path, "", password);
  }

  private static Sftp at(String path, String keyFile, SecretPlace secret) {
    return new Sftp("127.0.0.1", server.port(), path, "bidui", keyFile, secret, "known_hosts");
  }

  @Test
  void aFileArrivesUnderItsOwnName() throws IOException {
    Fetched fetched = asking.of(at("/out/学籍_1.csv"));
    assertThat(((Fetched.Arrived) fetched).name()).isEqualTo("省库_学籍_1.csv");
    assertThat(Asking.text(fetched)).isEqualTo("姓名\n甲\n");
  }

  @Test
  void ofAPatternTheNewestFileThatIsWholeIsTaken() throws IOException {
    assertThat(Asking.text(asking.of(at("/out/学籍_*")))).isEqualTo("姓名\n乙\n");
    assertThat(Asking.text(asking.of(at("out/学籍_?.csv")))).isEqualTo("姓名\n乙\n");
    assertThat(Asking.text(asking.of(at("/out/a[1].csv")))).isEqualTo("姓名\n丁\n");
    assertThat(Asking.text(asking.of(at("/out/a[*")))).isEqualTo("姓名\n丁\n");
    assertThat(asking.of(at("/out/资助_*"))).isEqualTo(failed(FetchFault.NOT_FOUND));
  }

  @Test
  void aTextThatSomebodyStillWritesIsNotTaken() throws IOException {
    file("grows.csv", "姓名\n甲\n", 1);
    Path grows = out.resolve("grows.csv");
    asking.meanwhile = length -> append(grows, "乙\n");
    assertThat(asking.of(at("/out/grows.csv"))).isEqualTo(failed(FetchFault.CHANGING));
    assertThat(asking.staged()).isZero();

    asking.meanwhile = length -> {};
    assertThat(Asking.text(asking.of(at("/out/grows.csv")))).isEqualTo("姓名\n甲\n乙\n");
    assertThat(asking.waits).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
  }

  private static void append(Path file, String row) {
    try {
      Files.writeString(file, row, StandardOpenOption.APPEND);
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  @Test
  void whatIsNoFileOrEmptyIsToldApart() throws IOException {
    assertThat(asking.of(at("/out/gone.csv"))).isEqualTo(failed(FetchFault.NOT_FOUND));
    assertThat(asking.of(at("/none/学籍_*"))).isEqualTo(failed(FetchFault.NOT_FOUND));
    assertThat(asking.of(at("/out"))).isEqualTo(failed(FetchFault.NOT_FOUND));
    assertThat(asking.of(at("/out/empty.csv"))).isEqualTo(failed(FetchFault.EMPTY));
    assertThat(asking.upTo(3).of(at("/out/学籍_1.csv"))).isEqualTo(failed(FetchFault.TOO_LARGE, "0"));
    assertThat(asking.staged()).isZero();
  }

  @Test
  void aKeyOpensAsWellAsAPassword() throws IOException {
    asking.secret("id", SftpServer.pem(CLERK));
    assertThat(asking.of(at("/out/学籍_1.csv", "id", Asking.NO_SECRET)))
        .isInstanceOf(Fetched.Arrived.class);
  }

  @Test
  void whatOpensNothingIsToldApart() throws IOException {
    asking.secret("other", SftpServer.pem(SftpServer.newKey()));
    asking.secret("broken", "no key");
    SecretPlace wrong = asking.secret("wrong.password", "s-2");
    assertThat(asking.of(at("/out/学籍_1.csv", "", wrong))).isEqualTo(failed(FetchFault.LOGIN));
    assertThat(asking.of(at("/out/学籍_1.csv", "other", Asking.NO_SECRET)))
        .isEqualTo(failed(FetchFault.LOGIN));
    assertThat(asking.of(at("/out/学籍_1.csv", "broken", wrong)))
        .isEqualTo(failed(FetchFault.KEY_FILE, "broken"));
  }

  @Test
  void secretsThatOthersCanReadOrThatAreNotThereAreNotUsed() throws IOException {
    Files.setPosixFilePermissions(
        asking.home().resolve("sftp.password"), PosixFilePermissions.fromString("rw-r--r--"));
    asking.secret("blank", " \n");
    assertThat(asking.of(at("/out/学籍_1.csv")))
        .isEqualTo(failed(FetchFault.SECRET_OPEN, "sftp.password"));
    assertThat(asking.of(at("/out/学籍_1.csv", "", new SecretPlace.InFile("gone"))))
        .isEqualTo(failed(FetchFault.SECRET_FILE, "gone"));
    assertThat(asking.of(at("/out/学籍_1.csv", "", new SecretPlace.InFile("blank"))))
        .isEqualTo(failed(FetchFault.SECRET_FILE, "blank"));
    assertThat(asking.of(at("/out/学籍_1.csv", "", new SecretPlace.InEnvironment("GONE"))))
        .isEqualTo(failed(FetchFault.SECRET_VARIABLE, "GONE"));
  }

  @Test
  void aServerThatNobodyHasNamedIsRefusedWithTheLineToAdd() throws IOException {
    Files.delete(asking.home().resolve("known_hosts"));
    String fingerprint = KeyUtils.getFingerPrint(BuiltinDigests.sha256, HOST.getPublic());

    Fetched fetched = asking.of(at("/out/学籍_1.csv"));

    assertThat(fetched)
        .isEqualTo(
            failed(
                FetchFault.HOST_UNKNOWN, fingerprint, server.knownHost().strip(), "known_hosts"));
    Files.writeString(
        asking.home().resolve("known_hosts"), ((Fetched.Failed) fetched).words().get(1) + "\n");
    assertThat(asking.of(at("/out/学籍_1.csv"))).isInstanceOf(Fetched.Arrived.class);
  }

  @Test
  void aServerWithAnotherKeyThanTheOneOnRecordIsRefused() throws IOException {
    KeyPair other = SftpServer.newKey();
    try (SftpServer pretender = SftpServer.start(shared, 0, other, PASSWORD)) {
      String before = server.knownHost().replace(":" + server.port(), ":" + pretender.port());
      Files.writeString(asking.home().resolve("known_hosts"), before);
      Sftp there =
          new Sftp(
              "127.0.0.1", pretender.port(), "/out/学籍_1.csv", "bidui", "", password, "known_hosts");

      Fetched fetched = asking.of(there);

      assertThat(fetched)
          .isEqualTo(
              failed(
                  FetchFault.HOST_CHANGED,
                  KeyUtils.getFingerPrint(BuiltinDigests.sha256, other.getPublic()),
                  pretender.knownHost().strip(),
                  "known_hosts"));
      assertThat(Files.readString(asking.home().resolve("known_hosts"))).isEqualTo(before);
    }
  }

  @Test
  void aServerThatIsNotThereIsTriedAgain() throws IOException {
    Sftp gone = new Sftp("127.0.0.1", 1, "/a", "bidui", "", password, "known_hosts");
    assertThat(asking.times(2).of(gone)).isEqualTo(failed(FetchFault.UNREACHABLE));
    assertThat(asking.waits).containsExactly(Duration.ofSeconds(2));
  }

  @Test
  void aServerThatAcceptsAndSaysNothingIsCutAtItsTime() throws IOException {
    try (java.net.ServerSocket mute =
        new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      Sftp silent =
          new Sftp("127.0.0.1", mute.getLocalPort(), "/a", "bidui", "", password, "known_hosts");
      assertThat(asking.within(1).times(3).of(silent)).isEqualTo(failed(FetchFault.TIMEOUT));
    }
  }

  @Test
  void severalSourcesComeAtOnceAndInTheirOrder() throws IOException {
    Files.createDirectories(asking.home().resolve("folder-as-known-hosts"));
    Sftp odd =
        new Sftp("127.0.0.1", server.port(), "/a", "bidui", "", password, "folder-as-known-hosts");
    List<Fetched> fetched =
        asking.all(
            List.of(
                Asking.source("甲", at("/out/学籍_1.csv"), 20, 1),
                Asking.source("乙", odd, 20, 1),
                Asking.source("丙", at("/out/学籍_2.csv"), 20, 1)),
            2);
    assertThat(Asking.text(fetched.get(0))).isEqualTo("姓名\n甲\n");
    assertThat(fetched.get(1)).isEqualTo(failed(FetchFault.KNOWN_HOSTS, "folder-as-known-hosts"));
    assertThat(Asking.text(fetched.get(2))).isEqualTo("姓名\n乙\n");
  }
}
