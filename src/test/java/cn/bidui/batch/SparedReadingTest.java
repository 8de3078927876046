package cn.bidui.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.intake.FileReading;
import cn.bidui.source.CellRef;
import cn.bidui.source.Content;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparedReadingTest {

  private static final SourceFile FILE = new SourceFile("0123abcd" + "e".repeat(56), "坏.csv", "");

  @TempDir private Path folder;
  private Path copy;
  private SparedReading spared;

  @BeforeEach
  void keepACopy() throws IOException {
    copy = Files.writeString(folder.resolve("copy"), "x");
    spared = new SparedReading(FILE, Content.of(copy));
  }

  private static Supplier<String> throwing(Error failure) {
    return () -> {
      throw failure;
    };
  }

  @Test
  void whatIsReadIsHandedOn() {
    assertThat(spared.or(null, () -> "row")).isEqualTo("row");
    assertThat(spared.broken()).isFalse();
  }

  @Test
  void aStackThatRunsOverRefusesTheFileUnderItsNumber() {
    assertThat(spared.or("none", () -> over(0) + "")).isEqualTo("none");
    assertThat(spared.broken()).isTrue();
    FileProblem problem = spared.refusal().problems().get(0);
    assertThat(problem.code()).isEqualTo(ProblemCode.FILE_UNREADABLE);
    assertThat(problem.found()).isEqualTo("0123abcd");
    assertThat(problem.place()).isEqualTo(new CellRef("坏.csv", "", 0, ""));
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int over(int depth) {
    return over(depth + 1) + 1;
  }

  @Test
  void aHeapThatRunsFullRefusesTheFile() {
    assertThat(spared.or(null, throwing(new OutOfMemoryError("990101201210309703")))).isNull();
    assertThat(spared.refusal().toString()).doesNotContain("990101201210309703");
  }

  @Test
  void nothingMoreIsReadOfARefusedFile() {
    spared.or(null, throwing(new AssertionError()));
    assertThat(spared.or("none", () -> "row")).isEqualTo("none");
  }

  @Test
  void aCopyThatTheDiskDoesNotGiveBackIsAFailureOfTheMachine() throws IOException {
    Files.delete(copy);
    assertThatThrownBy(() -> spared.or(null, throwing(new AssertionError("周涵佳"))))
        .isInstanceOf(NightFailure.class)
        .hasMessage("AssertionError");
  }

  @Test
  void aReadingThatSaysOnlyThatItCannotBeReadGetsTheNumber() {
    FileProblem unreadable = problem(ProblemCode.FILE_UNREADABLE, "");
    FileProblem damaged = problem(ProblemCode.FILE_DAMAGED, "");
    FileReading reading =
        new FileReading.Refused(Optional.empty(), List.of(), List.of(unreadable, damaged));
    assertThat(((FileReading.Refused) spared.numbered(reading)).problems())
        .containsExactly(problem(ProblemCode.FILE_UNREADABLE, "0123abcd"), damaged);
  }

  private static FileProblem problem(ProblemCode code, String found) {
    return new FileProblem(code, new CellRef("坏.csv", "", 0, ""), found, List.of());
  }
}
