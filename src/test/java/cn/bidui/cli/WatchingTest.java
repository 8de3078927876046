package cn.bidui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.collect.Arrival;
import cn.bidui.collect.Inbox;
import cn.bidui.collect.Vigil;
import cn.bidui.source.FileState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Hours of watching in no time: the clock moves only when the watch rests. */
class WatchingTest {

  private static final Duration EVERY = Duration.ofSeconds(2);

  @TempDir private Path home;
  private Path inbox;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Time time = new Time();
  private final List<String> waves = new ArrayList<>();
  private final Deque<WaveEnd> ends = new ArrayDeque<>();
  private boolean clearing = true;

  /** Something that happens at some second. */
  private interface Event {
    void happen() throws IOException;
  }

  /** A clock of our own. */
  private static final class Time implements Ticker {

    private final TreeMap<Duration, Event> events = new TreeMap<>();
    private Duration now = Duration.ZERO;
    private Duration end = Duration.ofMinutes(5);

    @Override
    public Duration now() {
      return now;
    }

    @Override
    public void rest(Duration length) {
      now = now.plus(length);
      try {
        while (!events.isEmpty() && events.firstKey().compareTo(now) <= 0) {
          events.pollFirstEntry().getValue().happen();
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    @Override
    public boolean ending() {
      return now.compareTo(end) >= 0;
    }
  }

  @BeforeEach
  void makeAnInbox() throws IOException {
    inbox = Files.createDirectories(home.resolve("inbox"));
  }

  private void at(int second, Event event) {
    time.events.put(Duration.ofSeconds(second), event);
  }

  private void drop(String name, int bytes) throws IOException {
    Files.writeString(inbox.resolve(name), "x".repeat(bytes));
  }

  private WaveEnd take(List<Arrival> files) {
    waves.add(
        time.now.toSeconds()
            + files.stream().map(Arrival::name).collect(Collectors.joining(",", ":", "")));
    WaveEnd end = ends.isEmpty() ? done() : ends.remove();
    if (end instanceof WaveEnd.Done && clearing) {
      files.forEach(file -> delete(file.path()));
    }
    return end;
  }

  private static WaveEnd.Done done() {
    return new WaveEnd.Done(Set.of(), Map.of(FileState.ACCEPTED, 1));
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Watching watching() {
    Options options = CommandLine.populateCommand(new Options(), "--home", home.toString());
    return new Watching(
        options,
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        new Vigil(Inbox.of(inbox), Duration.ofSeconds(10), Duration.ofSeconds(30)),
        this::take,
        time,
        EVERY,
        Appointments.NONE);
  }

  @Test
  void anIdleWatchLooksForLeftoversOnceAndThenOpensNothing() {
    assertThat(watching().forever()).isZero();
    assertThat(waves).containsExactly("0:");
    assertThat(out.toString() + err).isEmpty();
  }

  @Test
  void aFileIsTakenTenSecondsAfterItsLastChange() {
    at(4, () -> drop("甲.csv", 10));
    at(8, () -> drop("甲.csv", 20));
    watching().forever();
    assertThat(waves).containsExactly("0:", "18:甲.csv");
  }

  @Test
  void manyFilesGoInGrowingWavesSoThatTheFirstAnswersComeSoon() throws IOException {
    for (int i = 100; i < 450; i++) {
      drop(i + ".csv", 1);
    }
    at(60, () -> drop("晚.csv", 1));
    watching().forever();
    assertThat(waves).hasSize(8).last().isEqualTo("71:晚.csv");
    assertThat(waves.subList(1, 7))
        .extracting(wave -> wave.split(",").length)
        .containsExactly(10, 20, 40, 80, 100, 100);
    assertThat(waves.get(1)).startsWith("10:100.csv,101.csv,").endsWith(",109.csv");
    assertThat(waves.get(2)).startsWith("10:110.csv,");
    assertThat(waves.get(6)).endsWith(",449.csv");
  }

  @Test
  void largeFilesGoInWavesOfTheirOwn() throws IOException {
    for (String name : List.of("a.csv", "b.csv", "c.csv", "d.csv")) {
      drop(name, 1);
    }
    try (var file = new java.io.RandomAccessFile(inbox.resolve("c.csv").toFile(), "rw")) {
      file.setLength(40L << 20);
      file.seek((40L << 20) - 1);
      file.write('x');
    }
    watching().forever();
    assertThat(waves).containsExactly("0:", "10:a.csv,b.csv", "10:c.csv", "10:d.csv");
  }

  @Test
  void anotherRunIsWaitedForAndNamedOnce() throws IOException {
    drop("甲.csv", 1);
    ends.add(WaveEnd.Done.NOTHING);
    for (int i = 0; i < 5; i++) {
      ends.add(new WaveEnd.Busy("17", "bureau", "2026-05-03T02:00:00Z"));
    }
    watching().forever();
    assertThat(waves).hasSize(7).last().isEqualTo("20:甲.csv");
    assertThat(err.toString()).containsOnlyOnce("进程 17");
  }

  @Test
  void aFailureIsToldOnceAndTriedAgainEveryMinute() throws IOException {
    drop("甲.csv", 1);
    ends.add(WaveEnd.Done.NOTHING);
    ends.add(new WaveEnd.Failed(74, "cli.io", "collect: IOException"));
    ends.add(new WaveEnd.Failed(74, "cli.io", "collect: IOException"));
    watching().forever();
    assertThat(waves).containsExactly("0:", "10:甲.csv", "70:甲.csv", "130:甲.csv");
    assertThat(err.toString()).containsOnlyOnce("读写出错（collect: IOException）");
  }

  @Test
  void aFileThatStaysAfterItsWaveIsTriedAgainAMinuteLater() throws IOException {
    drop("甲.csv", 1);
    clearing = false;
    time.end = Duration.ofSeconds(100);
    watching().forever();
    assertThat(waves).containsExactly("0:", "10:甲.csv", "70:甲.csv");
    assertThat(out.toString()).containsOnlyOnce("甲.csv：文件暂时读不了");
  }

  @Test
  void aFileThatCannotBeRemovedIsNamedOnceAndNotTakenAgain() throws IOException {
    drop("甲.csv", 1);
    clearing = false;
    ends.add(WaveEnd.Done.NOTHING);
    Arrival stuck = Inbox.of(inbox, length -> {}).look(Duration.ZERO, Set.of()).arrivals().get(0);
    ends.add(new WaveEnd.Done(Set.of(stuck.sighting()), Map.of(FileState.ACCEPTED, 1)));
    watching().forever();
    assertThat(waves).containsExactly("0:", "10:甲.csv");
    assertThat(out.toString()).containsOnlyOnce("甲.csv：文件已收妥并登记，但无法从收件文件夹移走");
  }

  @Test
  void anInboxThatGoesAndComesBackIsToldOnceEach() throws IOException {
    at(10, () -> Files.delete(inbox));
    at(60, () -> Files.createDirectory(inbox));
    at(62, () -> drop("甲.csv", 1));
    watching().forever();
    assertThat(err.toString()).containsOnlyOnce("收件文件夹 " + inbox + " 不在");
    assertThat(out.toString()).containsOnlyOnce("收件文件夹回来了");
    assertThat(waves).containsExactly("0:", "72:甲.csv");
  }

  @Test
  void whatAPersonHasToDoSomethingAboutIsNamedOnceWithItsNameEscaped() throws IOException {
    Files.createSymbolicLink(inbox.resolve("快捷\u202E方式\n.csv"), home);
    drop("名单2026.xlsx", 10);
    drop("~$名单2026.xlsx", 1);
    watching().forever();
    assertThat(out.toString())
        .containsOnlyOnce("快捷<U+202E>方式<U+000A>.csv：这不是普通文件")
        .containsOnlyOnce("名单2026.xlsx：文件正被打开编辑");
    assertThat(waves).containsExactly("0:");
  }

  @Test
  void onePassAnswersWhatIsThereAndEnds() throws IOException {
    drop("甲.csv", 1);
    at(4, () -> drop("乙.csv", 1));
    ends.add(WaveEnd.Done.NOTHING);
    ends.add(new WaveEnd.Done(Set.of(), Map.of(FileState.REFUSED, 1)));
    assertThat(watching().once()).isEqualTo(2);
    assertThat(waves).containsExactly("0:", "10:甲.csv", "14:乙.csv");
    assertThat(time.now).isLessThan(Duration.ofSeconds(16));
  }

  @Test
  void onePassTellsWhatIsHeldBeforeWhatIsRefused() throws IOException {
    drop("甲.csv", 1);
    ends.add(WaveEnd.Done.NOTHING);
    ends.add(new WaveEnd.Done(Set.of(), Map.of(FileState.REFUSED, 1, FileState.HELD, 1)));
    assertThat(watching().once()).isEqualTo(3);
  }

  @Test
  void onePassOverAnEmptyInboxEndsAtOnce() {
    assertThat(watching().once()).isZero();
    assertThat(time.now).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void onePassDoesNotWaitForeverForAFileThatKeepsChanging() {
    for (int second = 1; second < 200; second++) {
      int bytes = second;
      at(second, () -> drop("甲.csv", bytes));
    }
    assertThat(watching().once()).isZero();
    assertThat(time.now).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(70));
    assertThat(out.toString()).contains("有 1 个文件还在变化");
    assertThat(waves).containsExactly("0:");
  }

  @Test
  void onePassBesideAnotherRunEndsWith75() {
    for (int i = 0; i < 100; i++) {
      ends.add(new WaveEnd.Busy("17", "bureau", "2026-05-03T02:00:00Z"));
    }
    assertThat(watching().once()).isEqualTo(75);
  }

  @Test
  void onePassEndsWithWhatFailed() throws IOException {
    ends.add(new WaveEnd.Failed(70, "cli.bug", "normalize: IllegalStateException"));
    assertThat(watching().once()).isEqualTo(70);
    Files.delete(inbox);
    assertThat(watching().once()).isEqualTo(74);
  }

  @Test
  void aWatchThatIsAskedToEndWhileItWorksEndsThen() throws IOException {
    drop("甲.csv", 1);
    ends.add(WaveEnd.Done.NOTHING);
    ends.add(new WaveEnd.Stopped());
    time.end = Duration.ofSeconds(12);
    assertThat(watching().forever()).isZero();
    assertThat(waves).containsExactly("0:", "10:甲.csv");
    assertThat(watching().once()).isZero();
  }
}
