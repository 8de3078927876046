package cn.bidui.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.bidui.collect.Inbox.Cleared;
import cn.bidui.collect.Waiting.Reason;
import cn.bidui.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest {

  private static final Duration SHORT = Duration.ofMillis(1);

  @TempDir Path folder;
  private final List<Duration> pauses = new ArrayList<>();
  private Runnable meanwhile = () -> {};
  private Inbox inbox;

  @BeforeEach
  void makeAnInbox() {
    inbox =
        Inbox.of(
            folder,
            length -> {
              pauses.add(length);
              meanwhile.run();
            });
  }

  private Path drop(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  private Path drop(String name) throws IOException {
    return drop(name, "姓名\n测小满\n".getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.write("<workbook/>".repeat(50).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private InboxLook look() throws IOException {
    return inbox.look(SHORT, Set.of());
  }

  private Arrival arrival() throws IOException {
    List<Arrival> arrivals = look().arrivals();
    assertThat(arrivals).hasSize(1);
    return arrivals.get(0);
  }

  private Optional<Reason> reason(String name) throws IOException {
    return look().waiting().stream()
        .filter(waiting -> waiting.name().equals(name))
        .map(Waiting::reason)
        .findFirst();
  }

  private void later(MeanwhileAction action) {
    meanwhile =
        () -> {
          try {
            action.run();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        };
  }

  private interface MeanwhileAction {
    void run() throws IOException;
  }

  private static KeepCopy keeping(List<byte[]> kept) {
    return (file, unchanged) -> {
      byte[] content = Files.readAllBytes(file);
      if (!unchanged.getAsBoolean()) {
        return Optional.empty();
      }
      kept.add(content);
      return Optional.of(sha256(content));
    };
  }

  private static String sha256(byte[] content) {
    try {
      return java.util.HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(content));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Taken take(Arrival arrival) throws IOException {
    return inbox.take(arrival, keeping(new ArrayList<>())).orElseThrow();
  }

  @Test
  void filesArriveInTheOrderOfTheirUnitsAndNames() throws IOException {
    drop("乙.csv");
    drop("城关镇/中心小学/丙.csv");
    drop("城关镇/甲.csv");
    drop("甲.csv");
    assertThat(look().arrivals())
        .extracting(arrival -> arrival.unit() + "|" + arrival.name())
        .containsExactly("|乙.csv", "|甲.csv", "城关镇|甲.csv", "城关镇/中心小学|丙.csv");
    assertThat(pauses).containsExactly(SHORT);
  }

  @Test
  void anEmptyInboxIsNotLookedAtTwice() throws IOException {
    assertThat(look()).isEqualTo(new InboxLook(List.of(), List.of()));
    assertThat(pauses).isEmpty();
  }

  @Test
  void anInboxThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> Inbox.of(folder.resolve("share")).look(SHORT, Set.of()))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void anInboxMayItselfBeALink() throws IOException {
    drop("share/甲.csv");
    Path link = Files.createSymbolicLink(folder.resolve("inbox"), folder.resolve("share"));
    assertThat(Inbox.of(link).look(SHORT, Set.of()).arrivals())
        .extracting(Arrival::unit)
        .containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "~$甲.xlsx",
        ".~甲.xlsx",
        ".~lock.甲.xlsx#",
        "甲.xlsx.tmp",
        "甲.TMP",
        "甲.xlsx.part",
        "甲.xlsx.crdownload",
        "~WRL0001.tmp",
        "Thumbs.db",
        "desktop.ini",
        ".DS_Store",
        ".hidden/甲.csv",
        "$RECYCLE.BIN/甲.csv",
        "__MACOSX/甲.csv",
        "甲.csv~"
      })
  void ownerAndTemporaryFilesAreNotListed(String name) throws IOException {
    drop(name);
    assertThat(look()).isEqualTo(new InboxLook(List.of(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"~$名单2026.xlsx", "~$2026.xlsx", ".~lock.名单2026.xlsx#", ".~名单2026.xlsx"})
  void aFileThatIsMarkedAsOpenWaits(String mark) throws IOException {
    drop("名单2026.xlsx", zip());
    drop("另一份.xlsx", zip());
    drop(mark);
    assertThat(reason("名单2026.xlsx")).contains(Reason.BEING_EDITED);
    assertThat(look().arrivals()).extracting(Arrival::name).containsExactly("另一份.xlsx");
  }

  @Test
  void linksAreNotFollowed(@TempDir Path outside) throws IOException {
    Files.writeString(outside.resolve("secret.csv"), "x");
    Files.createSymbolicLink(folder.resolve("link.csv"), outside.resolve("secret.csv"));
    Files.createSymbolicLink(folder.resolve("folder"), outside);
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    InboxLook look = look();
    assertThat(look.arrivals()).isEmpty();
    assertThat(look.waiting())
        .extracting(Waiting::name, Waiting::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("folder", Reason.NOT_A_FILE),
            org.assertj.core.groups.Tuple.tuple("link.csv", Reason.NOT_A_FILE),
            org.assertj.core.groups.Tuple.tuple("loop", Reason.NOT_A_FILE));
  }

  @Test
  void aPipeIsNotOpened() throws Exception {
    Path pipe = folder.resolve("pipe.csv");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    assertThat(reason("pipe.csv")).contains(Reason.NOT_A_FILE);
  }

  @Test
  void aFileThatGrowsBetweenTheLooksWaits() throws IOException {
    Path file = drop("甲.csv");
    later(() -> Files.writeString(file, "姓名\n测小满\n更多\n"));
    assertThat(reason("甲.csv")).contains(Reason.CHANGING);
  }

  @Test
  void aFileThatIsRewrittenWithTheSameLengthWaits() throws IOException {
    Path file = drop("甲.csv");
    later(() -> Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH)));
    assertThat(reason("甲.csv")).contains(Reason.CHANGING);
  }

  @Test
  void aFileThatArrivesBetweenTheLooksWaits() throws IOException {
    drop("甲.csv");
    later(() -> drop("乙.csv"));
    InboxLook look = look();
    assertThat(look.arrivals()).extracting(Arrival::name).containsExactly("甲.csv");
    assertThat(look.waiting()).extracting(Waiting::name).containsExactly("乙.csv");
  }

  @Test
  void aFileThatIsRemovedBetweenTheLooksIsForgotten() throws IOException {
    Path file = drop("甲.csv");
    later(() -> Files.delete(file));
    assertThat(look()).isEqualTo(new InboxLook(List.of(), List.of()));
  }

  @Test
  void aTimeStampInTheFutureOrLongPastHoldsNobodyUp() throws IOException {
    Files.setLastModifiedTime(drop("甲.csv"), FileTime.from(Instant.parse("2099-01-01T00:00:00Z")));
    Files.setLastModifiedTime(drop("乙.csv"), FileTime.from(Instant.EPOCH));
    assertThat(look().arrivals()).hasSize(2);
  }

  @Test
  void anEmptyFileIsTaken() throws IOException {
    drop("空.xlsx", new byte[0]);
    assertThat(arrival().stamp().bytes()).isZero();
  }

  @Test
  void aWorkbookThatIsCutShortWaitsOnceAndIsTakenByTheNextRun() throws IOException {
    byte[] whole = zip();
    drop("半.xlsx", Arrays.copyOf(whole, whole.length - 10));
    InboxLook first = look();
    assertThat(first.waiting()).extracting(Waiting::reason).containsExactly(Reason.INCOMPLETE);
    Set<Sighting> seen =
        first.waiting().stream().map(Waiting::sighting).collect(Collectors.toSet());
    assertThat(inbox.look(SHORT, seen).arrivals()).hasSize(1);
    drop("半.xlsx", Arrays.copyOf(whole, whole.length - 5));
    assertThat(inbox.look(SHORT, seen).arrivals()).isEmpty();
    drop("半.xlsx", whole);
    assertThat(inbox.look(SHORT, seen).arrivals()).hasSize(1);
  }

  @Test
  void aCopyThatReservedItsLengthWaits() throws IOException {
    byte[] zip = Arrays.copyOf(Arrays.copyOf(zip(), 60), 4_000);
    drop("预留.xlsx", zip);
    drop("预留.csv", Arrays.copyOf("姓名\n测".getBytes(StandardCharsets.UTF_8), 4_000));
    assertThat(reason("预留.xlsx")).contains(Reason.INCOMPLETE);
    assertThat(reason("预留.csv")).contains(Reason.INCOMPLETE);
  }

  @Test
  void aFileThatCannotBeReadWaits() throws IOException {
    Path file = drop("甲.csv");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(file));
    assertThat(reason("甲.csv")).contains(Reason.UNREADABLE);
  }

  @Test
  void aTakenFileIsKnownByItsContentNameAndUnit() throws IOException {
    drop("城关镇/甲.csv");
    List<byte[]> kept = new ArrayList<>();
    Taken taken = inbox.take(arrival(), keeping(kept)).orElseThrow();
    assertThat(taken.file()).isEqualTo(new SourceFile(sha256(kept.get(0)), "甲.csv", "城关镇"));
    assertThat(taken.arrival().path()).exists();
  }

  @Test
  void aFileThatChangedAfterTheLookIsNotTaken() throws IOException {
    Path file = drop("甲.csv");
    Arrival arrival = arrival();
    Files.writeString(file, "别的");
    assertThat(inbox.take(arrival, keeping(new ArrayList<>()))).isEmpty();
    assertThat(Inbox.left(arrival).reason()).isEqualTo(Reason.CHANGING);
  }

  @Test
  void aFileThatChangesWhileItIsCopiedIsNotTaken() throws IOException {
    Path file = drop("甲.csv");
    KeepCopy slow =
        (path, unchanged) -> {
          Files.writeString(file, "别的");
          return unchanged.getAsBoolean() ? Optional.of("") : Optional.empty();
        };
    assertThat(inbox.take(arrival(), slow)).isEmpty();
  }

  @Test
  void clearingRemovesTheTakenFileAndTwiceDoesNoHarm() throws IOException {
    drop("甲.csv");
    Taken taken = take(arrival());
    assertThat(inbox.clear(taken)).isEqualTo(Cleared.REMOVED);
    assertThat(inbox.clear(taken)).isEqualTo(Cleared.GONE);
  }

  @Test
  void clearingSparesAnotherFileOfTheSameName() throws IOException {
    Path file = drop("甲.csv");
    Taken taken = take(arrival());
    Files.writeString(file, "新的名单");
    assertThat(inbox.clear(taken)).isEqualTo(Cleared.REPLACED);
    assertThat(file).hasContent("新的名单");
  }

  @Test
  void clearingSparesAFileRewrittenUnderItsOldTimeStamp() throws IOException {
    Path file = drop("甲.csv", new byte[] {1, 2, 3});
    FileTime modified = Files.getLastModifiedTime(file);
    Taken taken = take(arrival());
    Files.write(file, new byte[] {1, 2, 4});
    Files.setLastModifiedTime(file, modified);
    assertThat(inbox.clear(taken)).isEqualTo(Cleared.REPLACED);
    assertThat(file).exists();
  }

  @Test
  void aFileWhoseNameCannotBeLongerIsClearedToo() throws IOException {
    Path file = drop("名".repeat(83) + ".csv");
    assertThat(inbox.clear(take(arrival()))).isEqualTo(Cleared.REMOVED);
    assertThat(file).doesNotExist();
  }

  @Test
  void whatARunThatWasCutShortHadSetAsideGetsItsNameBack() throws IOException {
    drop("城关镇/.~bidui-甲.csv", new byte[] {1});
    drop("城关镇/乙.csv", new byte[] {2});
    drop("城关镇/.~bidui-乙.csv", new byte[] {3});
    assertThat(look().arrivals()).extracting(Arrival::name).containsExactly("乙.csv");

    inbox.putBack(file -> false);

    assertThat(look().arrivals())
        .extracting(Arrival::name)
        .containsExactly("1_乙.csv", "乙.csv", "甲.csv");
    assertThat(folder.resolve("城关镇/乙.csv")).hasBinaryContent(new byte[] {2});
  }

  @Test
  void whatARunThatWasCutShortHadKeptAndSetAsideIsRemoved() throws IOException {
    drop("城关镇/.~bidui-甲.csv", new byte[] {1});
    drop(".~bidui-甲.csv", new byte[] {1});
    SourceFile kept = new SourceFile(sha256(new byte[] {1}), "甲.csv", "城关镇");

    inbox.putBack(kept::equals);

    assertThat(look().arrivals()).extracting(Arrival::unit).containsExactly("");
    assertThat(folder.resolve("城关镇")).isEmptyDirectory();
  }

  @Test
  void aFileThatCannotBeRemovedIsReported() throws IOException {
    Path file = drop("城关镇/甲.csv");
    Taken taken = take(arrival());
    Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeTrue(!Files.isWritable(file.getParent()));
      assertThat(inbox.clear(taken)).isEqualTo(Cleared.STUCK);
    } finally {
      Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void sleepingGoesOnAtOnceWhenInterrupted() {
    Thread.currentThread().interrupt();
    Pause.SLEEP.pass(Duration.ofHours(1));
    assertThat(Thread.interrupted()).isTrue();
    Pause.SLEEP.pass(SHORT);
  }
}
