package cn.bidui.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How checks are made to look, and what becomes of those that cannot. */
class DoctorTest {

  @TempDir private Path folder;

  private record Made(String code, Needs needs, Act act) implements Check {
    interface Act {
      Looked look() throws Exception;
    }

    @Override
    public Looked look(Premises premises) throws Exception {
      return act.look();
    }
  }

  private static Check check(Made.Act act) {
    return new Made("fonts", Check.Needs.NOTHING, act);
  }

  @Test
  void thereAreTwentyChecksWithACodeOfTheirOwnEach() {
    assertThat(Checks.ALL.stream().map(Check::code))
        .containsExactly(
            "version",
            "charset",
            "clock",
            "disk",
            "folders",
            "local-disk",
            "lease",
            "database",
            "notices",
            "settings",
            "lists",
            "inbox",
            "last-run",
            "balance",
            "journal",
            "archive",
            "backup",
            "retention",
            "keys",
            "fonts");
  }

  @Test
  void aCheckThatFailsIsALineThatQuotesNothing() {
    House house = new House(folder);

    Line line =
        house.line(
            check(
                () -> {
                  throw new IOException("/somewhere/张三.xlsx");
                }));

    assertThat(line.state()).isEqualTo(State.FAIL);
    assertThat(line.found(Messages.ZH)).isEqualTo("没有看成（IOException）");
    assertThat(line.remedy(Messages.ZH)).startsWith("检查目录权限和磁盘后再看一次");
  }

  @Test
  void anErrorOfTheMachineIsALineAsWell() {
    Line line =
        new House(folder)
            .line(
                check(
                    () -> {
                      throw new UnsatisfiedLinkError("libfreetype");
                    }));

    assertThat(line.found(Messages.EN)).isEqualTo("could not look (UnsatisfiedLinkError)");
  }

  @Test
  void aCheckThatHangsDoesNotHangTheDoctor() {
    CountDownLatch never = new CountDownLatch(1);
    Check hanging =
        check(
            () -> {
              never.await();
              return new Looked().ok("fine");
            });
    long start = System.nanoTime();

    List<Line> lines =
        new Doctor(List.of(hanging, check(() -> new Looked().ok("none"))), Duration.ofSeconds(2))
            .look(new House(folder).premises());

    never.countDown();
    assertThat(lines.get(0).found(Messages.EN)).isEqualTo("not done looking within 2 s");
    assertThat(lines.get(0).state()).isEqualTo(State.FAIL);
    assertThat(lines.get(1).state()).isEqualTo(State.OK);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void aCheckThatIsStillWorkingIsWaitedFor() {
    Check working =
        check(
            () -> {
              long end = System.nanoTime() + Duration.ofMillis(1_500).toNanos();
              while (System.nanoTime() < end) {
                Thread.onSpinWait();
              }
              return new Looked().ok("none");
            });

    List<Line> lines =
        new Doctor(List.of(working), Duration.ofSeconds(1)).look(new House(folder).premises());

    assertThat(lines.get(0).state()).isEqualTo(State.OK);
  }

  @Test
  void withoutAWorkFolderThereIsNothingToLookAt() {
    House house = new House(folder.resolve("none"));

    assertThat(house.line(new LeaseCheck()).state()).isEqualTo(State.OFF);
    assertThat(house.says(new LeaseCheck()))
        .isEqualTo("off: the work folder is not there yet: nothing to look at");
  }

  @Test
  void withoutANightThereAreNoAccounts() throws IOException {
    House house = House.made(folder);

    assertThat(house.says(new BalanceCheck()))
        .isEqualTo("off: no report was published yet: nothing to look at");
  }

  @Test
  void theWorstOfSeveralThingsTellsHowItStandsAndIsToldFirst() {
    Looked looked = new Looked().ok("fine", "x").fail("none").warn("some", "y");

    assertThat(looked.state()).isEqualTo(State.FAIL);
    assertThat(looked.sights())
        .extracting(Looked.Sight::what)
        .containsExactly("none", "some", "fine");
    assertThat(new Looked().state()).isEqualTo(State.OFF);
    assertThat(new Line("fonts", looked).remedy(Messages.EN))
        .startsWith("Install fonts-noto-cjk (Debian/Ubuntu), google")
        .contains("Noto Serif CJK");
  }
}
