package cn.bidui.endure;

import cn.bidui.fixture.QuickFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/** A slice of the long harness, the same in every build. */
class EndureSliceTest {

  private static final long SEED = 1;

  @TestFactory
  List<DynamicTest> everyFamilyKeepsItsPromiseInAFewTrials() {
    return Families.all().stream()
        .flatMap(
            family ->
                IntStream.range(0, family.inCheck())
                    .mapToObj(
                        number ->
                            DynamicTest.dynamicTest(
                                family.name() + " " + number, () -> made(family, number))))
        .toList();
  }

  private static void made(Family family, int number) throws Exception {
    Path scratch = QuickFolder.make(family.name() + "-" + number + "-");
    try {
      String done = family.trial(number, Endure.seed(SEED, family.name(), number), scratch);
      System.out.println(family.name() + " " + number + ": " + done);
    } catch (TestAbortedException absent) {
      throw absent;
    } catch (Exception | AssertionError failure) {
      // What broke has to be looked at: it lies in memory and ends with the process.
      Path kept = Program.folder().resolve(scratch.getFileName());
      Folders.copy(scratch, kept);
      throw new AssertionError("kept in " + kept, failure);
    } finally {
      Folders.delete(scratch);
    }
  }
}
