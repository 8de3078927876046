package cn.bidui.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.bidui.collect.Waiting.Reason;
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
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten seconds of stillness make a file whole, thirty a broken one; no test waits for them. */
class VigilTest {

  private static final byte[] LIST = "姓名\n测小满\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private Vigil vigil;

  @BeforeEach
  void stay() {
    vigil = new Vigil(Inbox.of(folder), Duration.ofSeconds(10), Duration.ofSeconds(30));
  }

  private Path drop(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  private InboxLook at(int second) throws IOException {
    return vigil.look(Duration.ofSeconds(second));
  }

  private List<String> arrivals(int second) throws IOException {
    return at(second).arrivals().stream().map(Arrival::name).toList();
  }

  private List<Reason> reasons(int second) throws IOException {
    return at(second).waiting().stream().map(Waiting::reason).toList();
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

  @Test
  void aFileArrivesOnceItHasKeptStillForTenSeconds() throws IOException {
    drop("甲.csv", LIST);
    assertThat(reasons(0)).containsExactly(Reason.CHANGING);
    assertThat(reasons(9)).containsExactly(Reason.CHANGING);
    assertThat(arrivals(10)).containsExactly("甲.csv");
  }

  @Test
  void everyChangeOfLengthBeginsTheTimeAnew() throws IOException {
    drop("甲.csv", LIST);
    at(0);
    drop("甲.csv", "姓名\n测小满\n更多\n".getBytes(StandardCharsets.UTF_8));
    assertThat(reasons(8)).containsExactly(Reason.CHANGING);
    assertThat(reasons(17)).containsExactly(Reason.CHANGING);
    assertThat(arrivals(18)).containsExactly("甲.csv");
  }

  @Test
  void aChangeOfTheTimeStampAloneCountsToo() throws IOException {
    Path file = drop("甲.csv", LIST);
    at(0);
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    assertThat(reasons(9)).containsExactly(Reason.CHANGING);
    assertThat(reasons(18)).containsExactly(Reason.CHANGING);
    assertThat(arrivals(19)).containsExactly("甲.csv");
  }

  @Test
  void theTimeStampIsNeverComparedWithOurClock() throws IOException {
    Path file = drop("甲.csv", LIST);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2099-01-01T00:00:00Z")));
    at(0);
    assertThat(arrivals(10)).containsExactly("甲.csv");
  }

  @Test
  void oneStillTimeIsPaidForAllFilesTogether() throws IOException {
    for (int i = 0; i < 100; i++) {
      drop("名单" + i + ".csv", LIST);
    }
    at(0);
    assertThat(arrivals(10)).hasSize(100).isSorted();
  }

  @Test
  void aWorkbookWithoutAnEndArrivesAfterThirtySeconds() throws IOException {
    drop("半.xlsx", Arrays.copyOf(zip(), 60));
    at(0);
    assertThat(reasons(10)).containsExactly(Reason.INCOMPLETE);
    assertThat(reasons(29)).containsExactly(Reason.INCOMPLETE);
    assertThat(arrivals(30)).containsExactly("半.xlsx");
  }

  @Test
  void aWorkbookWhoseSecondHalfComesLateIsWholeThen() throws IOException {
    drop("半.xlsx", Arrays.copyOf(zip(), 60));
    at(0);
    assertThat(reasons(20)).containsExactly(Reason.INCOMPLETE);
    drop("半.xlsx", zip());
    assertThat(reasons(29)).containsExactly(Reason.CHANGING);
    assertThat(arrivals(39)).containsExactly("半.xlsx");
  }

  @Test
  void aFileThatSomebodyHasOpenWaitsUntilItIsClosed() throws IOException {
    drop("名单2026.xlsx", zip());
    Path mark = drop("~$名单2026.xlsx", LIST);
    at(0);
    assertThat(reasons(60)).containsExactly(Reason.BEING_EDITED);
    Files.delete(mark);
    assertThat(arrivals(61)).containsExactly("名单2026.xlsx");
  }

  @Test
  void aFileThatIsGoneAndComesBackIsANewOne() throws IOException {
    Path file = drop("甲.csv", LIST);
    at(0);
    Files.delete(file);
    assertThat(at(5)).isEqualTo(new InboxLook(List.of(), List.of()));
    drop("甲.csv", LIST);
    assertThat(reasons(10)).containsExactly(Reason.CHANGING);
    assertThat(arrivals(20)).containsExactly("甲.csv");
  }

  @Test
  void aFileThatCannotBeRemovedIsNotOfferedAgainUnlessItChanges() throws IOException {
    drop("甲.csv", LIST);
    at(0);
    vigil.stuck(at(10).arrivals().get(0));
    assertThat(reasons(11)).containsExactly(Reason.TAKEN);
    assertThat(reasons(100_000)).containsExactly(Reason.TAKEN);
    drop("甲.csv", "姓名\n测小满\n更多\n".getBytes(StandardCharsets.UTF_8));
    at(100_001);
    assertThat(arrivals(100_011)).containsExactly("甲.csv");
  }

  @Test
  void aFileThatCouldNotBeTakenIsPutOff() throws IOException {
    drop("甲.csv", LIST);
    at(0);
    vigil.putOff(at(10).arrivals().get(0), Duration.ofSeconds(70));
    assertThat(reasons(69)).containsExactly(Reason.UNREADABLE);
    assertThat(arrivals(70)).containsExactly("甲.csv");
  }

  @Test
  void filesThatHaveGoneMeanwhileAreNoConcernOfThatKind() throws IOException {
    Path file = drop("甲.csv", LIST);
    at(0);
    Arrival arrival = at(10).arrivals().get(0);
    Files.delete(file);
    at(11);
    vigil.stuck(arrival);
    vigil.putOff(arrival, Duration.ofSeconds(70));
    drop("甲.csv", LIST);
    at(12);
    assertThat(arrivals(22)).containsExactly("甲.csv");
  }

  @Test
  void aFileWithoutTheRightToReadItWaitsAndTheOthersDoNot() throws IOException {
    Path file = drop("甲.csv", LIST);
    drop("乙.csv", LIST);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(file), "the superuser may read everything");
    at(0);
    InboxLook look = at(10);
    assertThat(look.arrivals()).extracting(Arrival::name).containsExactly("乙.csv");
    assertThat(look.waiting()).extracting(Waiting::reason).containsExactly(Reason.UNREADABLE);
  }

  @Test
  void aFolderWithoutTheRightToReadItIsNamedAndTheOthersAreLookedAt() throws IOException {
    Path closed = drop("锁/甲.csv", LIST).getParent();
    drop("乙.csv", LIST);
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    try {
      assumeTrue(!Files.isReadable(closed), "the superuser may read everything");
      at(0);
      InboxLook look = at(10);
      assertThat(look.arrivals()).extracting(Arrival::name).containsExactly("乙.csv");
      assertThat(look.waiting()).extracting(Waiting::name).containsExactly("锁");
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void anInboxThatIsNotThereIsAnErrorAndMayComeBack() throws IOException {
    Path share = folder.resolve("share");
    vigil = new Vigil(Inbox.of(share), Duration.ofSeconds(10), Duration.ofSeconds(30));
    assertThatThrownBy(() -> at(0)).isInstanceOf(NoSuchFileException.class);
    drop("share/甲.csv", LIST);
    at(1);
    assertThat(arrivals(11)).containsExactly("甲.csv");
  }

  @Test
  void linksPipesAndFoldersDeepDownAreSeenForWhatTheyAre(@TempDir Path outside) throws Exception {
    Files.write(outside.resolve("secret.csv"), LIST);
    Files.createSymbolicLink(folder.resolve("link.csv"), outside.resolve("secret.csv"));
    Path pipe = folder.resolve("pipe.csv");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    String deep = "层/".repeat(60);
    drop(deep + "甲.csv", LIST);
    at(0);
    InboxLook look = at(10);
    assertThat(look.waiting())
        .extracting(Waiting::reason)
        .containsExactly(Reason.NOT_A_FILE, Reason.NOT_A_FILE);
    assertThat(look.arrivals()).extracting(arrival -> arrival.unit() + "/").containsExactly(deep);
  }

  @Test
  void fiveThousandFilesAreOneLook() throws IOException {
    for (int i = 0; i < 5_000; i++) {
      drop("单位" + i % 50 + "/名单" + i + ".csv", LIST);
    }
    at(0);
    InboxLook look = at(10);
    assertThat(look.arrivals()).hasSize(5_000);
    assertThat(look.waiting()).isEmpty();
  }
}
