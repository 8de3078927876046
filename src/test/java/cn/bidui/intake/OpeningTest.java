package cn.bidui.intake;

import static cn.bidui.intake.Given.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.source.Content;
import cn.bidui.source.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that take their time before their first row. */
class OpeningTest {

  private static final long STEP = 40_000_000_000L;
  private static final String PAGE =
      "<table><tr><td>姓名<td>身份证件号<td>学校名称<td>年级<tr><td>赵一一<td>" + id(1) + "<td>一小<td>三年级</table>";

  @TempDir Path folder;

  private final AtomicLong nanos = new AtomicLong();

  /** Two looks at the clock, and the time is over. */
  private final Patience slow =
      new Patience(() -> nanos.addAndGet(STEP), IntakeLimits.defaults().fileSeconds());

  private static void assertTooSlow(ThrowingCallable opening) {
    assertThatThrownBy(opening)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.FILE_TOO_SLOW));
  }

  private Path page() {
    return Given.file(folder, "a.xls", PAGE.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aPageIsMadeATreeWithinItsTime() throws Exception {
    Path file = page();
    TextEncoding encoding = TextEncoding.of(Content.of(file));

    assertTooSlow(
        () ->
            slow.within(
                () -> HtmlBook.open(Content.of(file), encoding, IntakeLimits.defaults(), slow)));
  }

  @Test
  void theTablesOfALongPageAreReachedWithinTheirTime() throws Exception {
    String page = "<p>" + "说明".repeat(100_000) + "</p>" + PAGE;
    Path file = Given.file(folder, "a.xls", page.getBytes(StandardCharsets.UTF_8));
    try (Book book =
        HtmlBook.open(
            Content.of(file),
            TextEncoding.of(Content.of(file)),
            Limits.with("treeBytes", 1),
            slow)) {
      assertTooSlow(() -> slow.within(() -> book.open(0)));
    }
  }

  @Test
  void aSpreadsheetIsLookedOverWithinItsTime() throws Exception {
    String xml =
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"
            + "<!--"
            + "x".repeat(200_000)
            + "--></Workbook>";
    Path file = Given.file(folder, "a.xls", xml.getBytes(StandardCharsets.UTF_8));
    TextEncoding encoding = TextEncoding.of(Content.of(file));

    assertTooSlow(
        () ->
            slow.within(
                () ->
                    SpreadsheetXmlBook.open(
                        Content.of(file), encoding, IntakeLimits.defaults(), slow)));
  }

  @Test
  void theRecordsOfAWorkbookAreLookedOverWithinTheirTime() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      Sheet sheet = workbook.createSheet("学籍");
      for (int i = 0; i < 3000; i++) {
        Row row = sheet.createRow(i);
        for (int column = 0; column < 5; column++) {
          row.createCell(column).setCellValue(i);
        }
      }
      workbook.write(bytes);
    }
    Path file = Given.file(folder, "a.xls", bytes.toByteArray());

    assertTooSlow(
        () -> slow.within(() -> XlsBook.open(Content.of(file), IntakeLimits.defaults(), slow)));
  }

  @Test
  void sheetsOfAllReadersCanBeOpenedAgain() throws Exception {
    Path file = page();
    for (long tree : new long[] {1, 1 << 20}) {
      try (Book book =
          HtmlBook.open(
              Content.of(file),
              TextEncoding.of(Content.of(file)),
              Limits.with("treeBytes", tree),
              Given.patience())) {
        for (int time = 0; time < 3; time++) {
          try (RawSheet sheet = book.open(0)) {
            assertThat(sheet.next()).extracting(row -> row.text(0)).isEqualTo("姓名");
          }
        }
      }
    }
  }

  @Test
  void aLockThatTurnsForeverIsDamage() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      EncryptionInfo lock = new EncryptionInfo(EncryptionMode.agile);
      Encryptor encryptor = lock.getEncryptor();
      encryptor.confirmPassword(Decryptor.DEFAULT_PASSWORD);
      lock.getVerifier().setSpinCount(2_000_000_000);
      try (java.io.OutputStream data = encryptor.getDataStream(container)) {
        data.write(new byte[100]);
      }
      container.writeFilesystem(out);
    }

    assertThat(Given.read(Given.file(folder, "a.xlsx", out.toByteArray())).problem().code())
        .isEqualTo(ProblemCode.FILE_DAMAGED);
  }
}
