package cn.bidui.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StructureTest {

  @TempDir Path folder;

  private boolean complete(byte[] content) throws IOException {
    return Structure.complete(Files.write(folder.resolve("file"), content));
  }

  static byte[] zip(String comment) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setComment(comment);
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.write("<workbook/>".repeat(50).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static byte[] xls() throws IOException {
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      for (int i = 0; i < 20; i++) {
        workbook.createSheet("表" + i).createRow(0).createCell(0).setCellValue(i);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  @Test
  void aZipIsCompleteWithItsDirectory() throws IOException {
    assertThat(complete(zip(""))).isTrue();
    assertThat(complete(zip("备注".repeat(500)))).isTrue();
  }

  @Test
  void noBeginningOfAZipIsComplete() throws IOException {
    byte[] whole = zip("");
    for (int length = 4; length < whole.length; length++) {
      assertThat(complete(Arrays.copyOf(whole, length))).as("%s bytes", length).isFalse();
      byte[] reserved = Arrays.copyOf(Arrays.copyOf(whole, length), whole.length + 100);
      // The last bytes of an end record may be zeros themselves.
      if (length < whole.length - 8) {
        assertThat(complete(reserved)).as("%s bytes, reserved", length).isFalse();
      }
    }
  }

  @Test
  void aZipWhoseDirectoryLiesBehindItsEndIsNotComplete() throws IOException {
    byte[] zip = zip("");
    ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(zip.length - 6, zip.length);
    assertThat(complete(zip)).isFalse();
  }

  @Test
  void aLargeZipKeepsItsPlacesElsewhere() throws IOException {
    byte[] zip = zip("");
    ByteBuffer.wrap(zip).putInt(zip.length - 6, -1);
    assertThat(complete(zip)).isTrue();
  }

  @Test
  void anOldWorkbookIsCompleteOnlyWithAllItsSectors() throws IOException {
    byte[] whole = xls();
    assertThat(complete(whole)).isTrue();
    for (int length = 8; length <= whole.length - 512; length += 100) {
      assertThat(complete(Arrays.copyOf(whole, length))).as("%s bytes", length).isFalse();
    }
  }

  @Test
  void anOldWorkbookOfWhichOnlyTheHeaderWasCopiedIsNotComplete() throws IOException {
    byte[] whole = xls();
    assertThat(complete(Arrays.copyOf(Arrays.copyOf(whole, 512), whole.length))).isFalse();
  }

  @Test
  void anOldContainerOfUnknownShapeIsLeftToTheReader() throws IOException {
    byte[] odd = Arrays.copyOf(xls(), 512);
    odd[30] = 3;
    assertThat(complete(odd)).isTrue();
    odd[30] = 9;
    Arrays.fill(odd, 44, 48, (byte) 0);
    assertThat(complete(odd)).isTrue();
  }

  @Test
  void aTextEndsWhereItEndsButNotInZeros() throws IOException {
    for (String charset : new String[] {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"}) {
      byte[] text = "姓名,金额\n测小满,500\n".getBytes(Charset.forName(charset));
      assertThat(complete(text)).as(charset).isTrue();
      assertThat(complete(Arrays.copyOf(text, text.length + 10))).as(charset).isFalse();
    }
    assertThat(complete(new byte[0])).isTrue();
    assertThat(complete(new byte[] {'a', 0, 0})).isTrue();
    assertThat(complete(new byte[512])).isFalse();
  }
}
