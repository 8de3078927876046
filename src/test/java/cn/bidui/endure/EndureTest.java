package cn.bidui.endure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the harness makes of trials that fail, once or each time. */
class EndureTest {

  @TempDir private Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  /** Trials of these numbers fail the first time, or each time. */
  private static final class Invented implements Family {

    private final Set<Integer> once;
    private final Set<Integer> always;
    private final List<Integer> tried = new ArrayList<>();

    Invented(Set<Integer> once, Set<Integer> always) {
      this.once = once;
      this.always = always;
    }

    @Override
    public String name() {
      return "invented";
    }

    @Override
    public String promise() {
      return "nothing";
    }

    @Override
    public int inCheck() {
      return 0;
    }

    @Override
    public int inMerge() {
      return 0;
    }

    @Override
    public int inFull() {
      return 0;
    }

    @Override
    public String trial(int number, long seed, Path scratch) throws Exception {
      boolean first = !tried.contains(number);
      tried.add(number);
      if (always.contains(number) || (first && once.contains(number))) {
        Folders.delete(scratch);
        throw new AssertionError("trial " + number);
      }
      return "fine";
    }
  }

  private boolean run(Invented family, int again) throws Exception {
    Wishes wishes =
        new Wishes(
            List.of(family),
            each -> 6,
            1,
            1,
            1,
            -1,
            folder.resolve("results.csv"),
            10,
            again,
            Wishes.Job.TRY);
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      return new Endure(wishes, out).run();
    }
  }

  private List<String> ended() throws Exception {
    return Files.readAllLines(folder.resolve("results.csv")).stream()
        .map(line -> line.split(",", -1)[1] + " " + line.split(",", -1)[4])
        .toList();
  }

  @Test
  void oneFailureIsOneTooMany() throws Exception {
    Invented family = new Invented(Set.of(2), Set.of());
    assertThat(run(family, 0)).isFalse();
    assertThat(family.tried).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(ended()).containsExactly("0 ok", "1 ok", "2 failed", "3 ok", "4 ok", "5 ok");
  }

  @Test
  void oneThatCannotBeMadeToFailAgainIsToldAndStopsNothing() throws Exception {
    Invented family = new Invented(Set.of(2), Set.of());
    assertThat(run(family, 3)).isTrue();
    assertThat(family.tried).containsExactly(0, 1, 2, 2, 2, 2, 3, 4, 5);
    assertThat(ended()).containsExactly("0 ok", "1 ok", "2 failed", "2 ok", "3 ok", "4 ok", "5 ok");
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("UNSTEADY invented 2");
  }

  @Test
  void oneThatFailsAgainStopsTheMerge() throws Exception {
    Invented family = new Invented(Set.of(), Set.of(4));
    assertThat(run(family, 3)).isFalse();
    assertThat(family.tried).containsExactly(0, 1, 2, 3, 4, 4, 5);
    assertThat(ended()).contains("4 failed");
  }

  @Test
  void moreThanTwoAreNoChance() throws Exception {
    assertThat(run(new Invented(Set.of(0, 2, 3), Set.of()), 1)).isFalse();
    assertThat(ended())
        .containsExactly(
            "0 failed", "0 ok", "1 ok", "2 failed", "2 ok", "3 failed", "4 ok", "5 ok");
  }
}
