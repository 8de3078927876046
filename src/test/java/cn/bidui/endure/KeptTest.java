package cn.bidui.endure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTest {

  @TempDir private Path folder;

  private static Results.Line line(int number, String commit, boolean ok) {
    return new Results.Line("pairs", number, 1, commit, ok, ok ? "" : "no, \"never\"", 10 + number);
  }

  private Kept kept(Results.Line... lines) throws Exception {
    Path file = folder.resolve("trials.csv");
    Kept kept = Kept.in(file);
    for (Results.Line line : lines) {
      kept.add(line);
    }
    kept.save();
    return Kept.in(file);
  }

  @Test
  void trialsInARowTakeOneLineAndComeBackOneByOne() throws Exception {
    Kept kept =
        kept(line(0, "a", true), line(2, "a", true), line(1, "a", true), line(4, "a", true));

    assertThat(Files.readAllLines(folder.resolve("trials.csv")))
        .containsExactly(
            "family,seed,first,last,commit,ended,millis,what",
            "pairs,1,0,2,a,ok,33,",
            "pairs,1,4,4,a,ok,14,");
    assertThat(kept.lines()).extracting(Results.Line::number).containsExactly(0, 1, 2, 4);
    assertThat(kept.lines()).extracting(Results.Line::millis).containsExactly(11L, 11L, 11L, 14L);
  }

  @Test
  void aFailureStaysAlsoOnceItIsMended() throws Exception {
    kept(line(0, "a", true), line(1, "a", false), line(2, "a", false));
    Kept kept = kept(line(1, "b", true));

    assertThat(kept.mended("pairs", 1)).isOne();
    assertThat(kept.lines()).extracting(Results.Line::ok).containsExactly(true, true, false);
    assertThat(Files.readAllLines(folder.resolve("trials.csv"))).hasSize(5);
  }

  @Test
  void noFolderOfAMachineIsKept() throws Exception {
    String what = "x: exit 1: /somewhere/of mine, 主机 somebody，" + "again ".repeat(100);
    kept(new Results.Line("pairs", 3, 1, "a", false, what, 5));

    assertThat(Files.readString(folder.resolve("trials.csv")))
        .contains("\"x: exit 1: … mine, 主机 …，again")
        .doesNotContain("somewhere")
        .doesNotContain("somebody")
        .hasSizeLessThan(260);
  }

  @Test
  void anotherProgramIsAnotherLine() throws Exception {
    Kept kept = kept(line(0, "a", true), line(1, "b", true));

    assertThat(kept.lines()).extracting(Results.Line::commit).containsExactly("a", "b");
  }
}
