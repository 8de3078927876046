package cn.bidui.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StillZipTest {

  private static final LocalDate DAY = LocalDate.of(2025, 11, 3);

  @TempDir private Path folder;

  /** A disk that is full after so many bytes, as often as it is tried. */
  private static final class Full extends OutputStream {

    private int left;

    Full(int left) {
      this.left = left;
    }

    @Override
    public void write(int one) throws IOException {
      if (left == 0) {
        throw new IOException("No space left on device");
      }
      left--;
    }
  }

  private static IntStream places() throws IOException {
    try (XSSFWorkbook book = book();
        ByteArrayOutputStream whole = new ByteArrayOutputStream()) {
      book.write(whole);
      return IntStream.iterate(0, at -> at < whole.size(), at -> at + 97);
    }
  }

  private static XSSFWorkbook book() {
    XSSFWorkbook book = new XSSFWorkbook();
    book.createSheet("名单").createRow(0).createCell(0).setCellValue("测小满");
    return book;
  }

  @ParameterizedTest
  @MethodSource("places")
  void aDiskThatIsFullAnywhereIsToldAsSuch(int place) throws IOException {
    try (XSSFWorkbook book = book()) {
      assertThatThrownBy(() -> StillZip.pack(book::write, new Full(place)))
          .isInstanceOf(IOException.class)
          .hasMessage("No space left on device");
    }
  }

  @Test
  void whatALibraryComplainsOfItselfIsToldAsItIs() {
    assertThatThrownBy(
            () ->
                StillZip.pack(
                    out -> {
                      throw new IllegalStateException("no sheets");
                    },
                    OutputStream.nullOutputStream()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void packedAgainItIsTheSameWhenever() throws IOException {
    Path one = folder.resolve("1.xlsx");
    Path other = folder.resolve("2.xlsx");
    try (XSSFWorkbook book = book();
        XSSFWorkbook again = book()) {
      for (XSSFWorkbook each : List.of(book, again)) {
        each.getProperties().getCoreProperties().setCreated("2025-11-03T00:00:00Z");
        each.getProperties().getCoreProperties().setModified("2025-11-03T00:00:00Z");
      }
      StillZip.save(book::write, DAY, one);
      StillZip.save(again::write, DAY, other);
    } catch (InvalidFormatException impossible) {
      throw new AssertionError(impossible);
    }
    assertThat(Files.mismatch(one, other)).isEqualTo(-1);
  }
}
