package cn.bidui.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** In which order a workbook's parts lie in its file changes nothing of what it says. */
class HarmlessTest {

  private static final Path FOLDER = Path.of("sample-inputs/quirks");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> aWorkbookWithItsPartsInAnotherOrderReadsTheSame() throws IOException {
    return QuirksTest.expectations().entrySet().stream()
        .filter(file -> file.getValue().get("verdict").startsWith("accepted"))
        .map(Map.Entry::getKey)
        .filter(name -> ZipChanges.fits(bytes(name)))
        .map(name -> dynamicTest(name, () -> compare(name)));
  }

  private void compare(String name) throws IOException {
    Path shuffled = Files.write(folder.resolve("shuffled"), ZipChanges.shuffled(bytes(name)));

    ListReading.Outcome usual = ListReading.of(FOLDER.resolve(name), name);
    ListReading.Outcome outcome = ListReading.of(shuffled, name);

    assertThat(outcome.rows()).isEqualTo(usual.rows());
    assertThat(outcome.reading().sheets()).isEqualTo(usual.reading().sheets());
  }

  private static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(FOLDER.resolve(name));
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
