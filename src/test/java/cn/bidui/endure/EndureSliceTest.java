package cn.bidui.endure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

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

  /** A trial that fails leaves its folder, to be looked at. */
  private static void made(Family family, int number) throws Exception {
    Path scratch = Files.createTempDirectory(Program.folder(), family.name() + "-" + number + "-");
    System.out.println(
        family.name()
            + " "
            + number
            + ": "
            + family.trial(number, Endure.seed(SEED, family.name(), number), scratch));
    Folders.delete(scratch);
  }
}
