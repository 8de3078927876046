package cn.bidui.intake;

import static cn.bidui.intake.Given.id;
import static cn.bidui.intake.Xlsx.cells;
import static cn.bidui.intake.Xlsx.inline;
import static cn.bidui.intake.Xlsx.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.intake.Given.Outcome;
import cn.bidui.plan.Limit;
import cn.bidui.source.Messages;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrokenFilesTest {

  private static final String HEADER = row(1, "姓名", "身份证件号", "学校名称", "年级");

  @TempDir Path folder;

  private static Xlsx workbook() {
    return new Xlsx().sheet("学籍", HEADER, row(2, "赵一一", id(1), "一小", "三年级"));
  }

  private Outcome read(byte[] bytes) {
    return Given.read(Given.file(folder, "list.xlsx", bytes));
  }

  private ProblemCode code(byte... bytes) {
    return read(bytes).problem().code();
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(code()).isEqualTo(ProblemCode.FILE_EMPTY);
  }

  @Test
  void aFileThatIsNotThereIsNoBadDataButABrokenMachine() {
    assertThatThrownBy(() -> Given.read(folder.resolve("nowhere.xlsx")))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aCopyThatBrokeOffIsIncomplete() {
    byte[] whole = workbook().bytes();

    assertThat(code(Arrays.copyOf(whole, whole.length / 2))).isEqualTo(ProblemCode.FILE_INCOMPLETE);
  }

  @Test
  void oneFlippedByteRefusesTheFileAfterItsRowsWereSeen() throws IOException {
    String[] rows = new String[300];
    rows[0] = HEADER;
    for (int i = 1; i < rows.length; i++) {
      rows[i] = row(i + 1, i == 299 ? "赵一一" : "钱二二", id(i), "一小", "三年级");
    }
    byte[] bytes = stored(new Xlsx().sheet("学籍", rows));
    int place = indexOf(bytes, "赵一一".getBytes(StandardCharsets.UTF_8));
    bytes[place + 2] ^= 1;

    Outcome outcome = read(bytes);

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.FILE_DAMAGED);
    assertThat(outcome.problem().place().sheet()).isEqualTo("学籍");
    assertThat(outcome.problem().found()).isEqualTo("/xl/worksheets/sheet1.xml");
    assertThat(outcome.rows()).as("handed on before the damage showed").hasSize(299);
  }

  @Test
  void damageInASheetThatIsPassedOverRefusesTheFileToo() throws IOException {
    byte[] bytes = stored(workbook().sheet("说明", row(1, "请按要求填写")));
    int place = indexOf(bytes, "请按要求填写".getBytes(StandardCharsets.UTF_8));
    bytes[place + 2] ^= 1;

    assertThat(read(bytes).problem().place().sheet()).isEqualTo("说明");
  }

  /** The same entries without compression, so that a byte can be flipped and still be XML. */
  private static byte[] stored(Xlsx workbook) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out);
        java.util.zip.ZipInputStream in =
            new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(workbook.bytes()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(content);
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setMethod(ZipEntry.STORED);
        copy.setSize(content.length);
        copy.setCrc(crc.getValue());
        zip.putNextEntry(copy);
        zip.write(content);
      }
    }
    return out.toByteArray();
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int i = 0; i + part.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not in the file");
  }

  @Test
  void brokenXmlIsDamage() {
    assertThat(read(new Xlsx().rawSheet("学籍", "visible", "<sheetData>" + HEADER).bytes()).codes())
        .containsExactly(ProblemCode.FILE_DAMAGED);
  }

  @Test
  void aSharedStringThatIsNotThereIsDamageWithItsPlace() {
    Outcome outcome =
        read(
            new Xlsx()
                .shared("<t>赵一一</t>")
                .sheet("学籍", HEADER, cells(2, "<c r=\"A2\" t=\"s\"><v>7</v></c>"))
                .bytes());

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.FILE_DAMAGED);
    assertThat(outcome.problem().found()).isEqualTo("sharedStrings[7]").doesNotContain("赵");
    assertThat(outcome.problem().place().row()).isEqualTo(2);
  }

  @Test
  void rowsAndCellsThatGoBackwardsAreDamage() {
    assertThat(read(new Xlsx().sheet("学籍", HEADER, HEADER).bytes()).codes())
        .containsExactly(ProblemCode.FILE_DAMAGED);
    assertThat(
            read(new Xlsx()
                    .sheet("学籍", HEADER, cells(2, inline("B2", "a"), inline("B2", "b")))
                    .bytes())
                .codes())
        .containsExactly(ProblemCode.FILE_DAMAGED);
    assertThat(read(new Xlsx().sheet("学籍", "<row r=\"x\"/>").bytes()).codes())
        .containsExactly(ProblemCode.FILE_DAMAGED);
    assertThat(read(new Xlsx().sheet("学籍", cells(1, inline("12", "a"))).bytes()).codes())
        .containsExactly(ProblemCode.FILE_DAMAGED);
  }

  @Test
  void aDocumentTypeIsUnsafe() {
    Xlsx workbook =
        workbook()
            .entry(
                "xl/worksheets/sheet1.xml",
                "<!DOCTYPE a [<!ENTITY x \"y\">]><worksheet><sheetData/></worksheet>");

    assertThat(read(workbook.bytes()).problem().code()).isEqualTo(ProblemCode.FILE_UNSAFE);
  }

  @Test
  void aZipBombIsUnsafe() {
    String bomb = "<sheetData>" + "<row/>".repeat(4 << 20) + "</sheetData>";
    Xlsx workbook = new Xlsx().rawSheet("学籍", "visible", bomb);

    assertThat(read(workbook.bytes()).problem().code()).isEqualTo(ProblemCode.FILE_UNSAFE);
  }

  @Test
  void aTextThatNoCellCanHoldIsUnsafe() {
    Xlsx workbook = new Xlsx().sheet("学籍", row(1, "x".repeat(400_000)));

    assertThat(read(workbook.bytes()).problem().code()).isEqualTo(ProblemCode.FILE_UNSAFE);
  }

  @Test
  void otherKindsOfFilesAreNamed() {
    assertThat(found("%PDF-1.7", ProblemCode.FILE_NOT_A_TABLE)).isEqualTo("PDF");
    assertThat(found("{\\rtf1}", ProblemCode.FILE_NOT_A_TABLE)).isEqualTo("RTF");
    assertThat(found("GIF89a", ProblemCode.FILE_NOT_A_TABLE)).isEqualTo("GIF");
    assertThat(found("{\"rows\": []}", ProblemCode.FILE_NOT_A_TABLE)).isEqualTo("JSON");
    assertThat(found("[{}]", ProblemCode.FILE_NOT_A_TABLE)).isEqualTo("JSON");
    assertThat(found("<a/>", ProblemCode.FILE_NOT_A_TABLE)).isEqualTo("XML");
    assertThat(found("<", ProblemCode.FILE_NOT_A_TABLE)).isEqualTo("XML");
    assertThat(found("Rar!\u001a", ProblemCode.FILE_ARCHIVE)).isEqualTo("RAR");
    assertThat(found("MIME-Version: 1.0\n", ProblemCode.FILE_FORMAT)).isEqualTo("MHTML");
    assertThat(found("From: <Saved by WPS>\r\nMIME-Version: 1.0\n", ProblemCode.FILE_FORMAT))
        .isEqualTo("MHTML");
    assertThat(found("ID;PWXL;N;E\nP;PGeneral\nC;Y1;X1;K1\n", ProblemCode.FILE_FORMAT))
        .isEqualTo("SYLK (.slk)");
    assertThat(read(new byte[] {9, 8, 8, 0, 0, 5, 5, 0, 1}).problem().found())
        .isEqualTo("Excel 5.0/95");
    assertThat(read(new byte[] {9, 0, 4, 0, 2, 0, 16, 0, 1}).problem().found())
        .isEqualTo("Excel 2.x");
  }

  private String found(String content, ProblemCode code) {
    Outcome outcome = read(content.getBytes(StandardCharsets.UTF_8));
    assertThat(outcome.problem().code()).isEqualTo(code);
    return outcome.problem().found();
  }

  @Test
  void zipFilesThatAreNoWorkbookAreNamed() throws IOException {
    assertThat(read(zip("notes.txt", "x")).problem().code()).isEqualTo(ProblemCode.FILE_ARCHIVE);
    Outcome ods = read(zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet"));
    assertThat(ods.problem().found()).isEqualTo("OpenDocument (.ods)");
    Outcome binary =
        read(
            workbook()
                .contentType("application/vnd.ms-excel.sheet.binary.macroEnabled.main")
                .bytes());
    assertThat(binary.problem().found()).isEqualTo("Excel Binary (.xlsb)");
    Outcome document =
        read(
            workbook()
                .contentType(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
                .bytes());
    assertThat(document.problem().found()).isEqualTo("Office Open XML");
  }

  private static byte[] zip(String name, String content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @EnumSource(
      value = EncryptionMode.class,
      names = {"standard", "agile"})
  void aPasswordIsAskedToBeRemoved(EncryptionMode mode)
      throws IOException, GeneralSecurityException {
    byte[] locked = locked(mode, "1234", workbook().bytes());

    assertThat(read(locked).problem().code()).isEqualTo(ProblemCode.FILE_PASSWORD);
  }

  @ParameterizedTest
  @EnumSource(
      value = EncryptionMode.class,
      names = {"standard", "agile"})
  void thePasswordThatExcelTriesByItselfIsTried(EncryptionMode mode)
      throws IOException, GeneralSecurityException {
    byte[] locked = locked(mode, Decryptor.DEFAULT_PASSWORD, workbook().bytes());
    long before = unlocked();

    assertThat(read(locked).kinds()).containsExactly("Data 2");
    assertThat(unlocked()).as("no unlocked workbook stays behind").isEqualTo(before);
  }

  @Test
  void whatThatPasswordOpensMayStillBeNoWorkbook() throws IOException, GeneralSecurityException {
    byte[] text =
        locked(
            EncryptionMode.standard,
            Decryptor.DEFAULT_PASSWORD,
            "姓名".getBytes(StandardCharsets.UTF_8));
    byte[] broken =
        locked(EncryptionMode.standard, Decryptor.DEFAULT_PASSWORD, zip("notes.txt", "x"));
    long before = unlocked();

    assertThat(read(text).problem().code()).isEqualTo(ProblemCode.FILE_FORMAT);
    assertThat(read(broken).problem().code()).isEqualTo(ProblemCode.FILE_ARCHIVE);
    assertThat(unlocked()).isEqualTo(before);
  }

  private static long unlocked() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("bidui-") && name.endsWith(".tmp"))
          .count();
    }
  }

  private static byte[] locked(EncryptionMode mode, String password, byte[] content)
      throws IOException, GeneralSecurityException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
      encryptor.confirmPassword(password);
      try (java.io.OutputStream data = encryptor.getDataStream(container)) {
        data.write(content);
      }
      container.writeFilesystem(out);
    }
    return out.toByteArray();
  }

  @Test
  void aFileLargerThanTheLimitIsRefusedUnread() {
    Intake narrow = new Intake(Given.PROFILES, smaller(100, 1_048_576, 5_000_000, 500));

    Outcome outcome = Given.read(narrow, workbook().write(folder), "list.xlsx");

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.FILE_TOO_LARGE);
    assertThat(outcome.problem().arguments()).containsExactly("100 B");
  }

  @Test
  void largeSizesAreToldInMegabytes() {
    long limit = 256L << 20;
    assertThat(Refusal.tooLarge(limit + 1, limit).problem("list.xlsx"))
        .satisfies(problem -> assertThat(problem.arguments()).containsExactly("256 MB"))
        .satisfies(problem -> assertThat(problem.found()).isEqualTo("257 MB"));
  }

  @Test
  void moreRowsOrColumnsThanTheLimitAreRefused() {
    Path workbook = workbook().write(folder);
    Path text = Given.text(folder, "姓名,身份证件号,学校名称,年级\n赵一一," + id(1) + ",一小,三年级\n");

    Intake fewRows = new Intake(Given.PROFILES, smaller(1 << 20, 1, 1, 500));
    Intake fewColumns = new Intake(Given.PROFILES, smaller(1 << 20, 9, 9, 3));
    for (Path file : List.of(workbook, text)) {
      FileProblem rows = Given.read(fewRows, file, "a").problem();
      FileProblem columns = Given.read(fewColumns, file, "a").problem();
      assertThat(rows.code()).isEqualTo(ProblemCode.FILE_TOO_LARGE);
      assertThat(told(Messages.ZH, rows)).isEqualTo("行数过多（> 1 行）：不超过 1 行");
      assertThat(told(Messages.EN, rows))
          .isEqualTo("There are too many rows (> 1 rows)：at most 1 rows");
      assertThat(columns.code()).isEqualTo(ProblemCode.FILE_TOO_LARGE);
      assertThat(told(Messages.ZH, columns)).isEqualTo("列数过多（> 3 列）：不超过 3 列");
      assertThat(told(Messages.EN, columns))
          .isEqualTo("There are too many columns (> 3 columns)：at most 3 columns");
    }
  }

  private static String told(Messages messages, FileProblem problem) {
    Object[] words =
        Stream.concat(Stream.of(problem.found()), problem.arguments().stream()).toArray();
    return messages.text(problem.text("title"), words)
        + "："
        + messages.text(problem.text("expected"), words);
  }

  static IntakeLimits smaller(long bytes, long sheetRows, long textRows, long columns) {
    IntakeLimits usual = IntakeLimits.defaults();
    return new IntakeLimits(
        new Limit(bytes, "bytes", "test", "test"),
        usual.treeBytes(),
        usual.biffBytes(),
        usual.markupBytes(),
        usual.recordChars(),
        usual.inflatePermille(),
        usual.graceBytes(),
        usual.entryBytes(),
        usual.entries(),
        usual.textChars(),
        new Limit(sheetRows, "rows", "test", "test"),
        new Limit(textRows, "rows", "test", "test"),
        new Limit(columns, "columns", "test", "test"),
        usual.headerRows(),
        usual.headerFields(),
        usual.headerPercent(),
        usual.evidenceRows(),
        usual.evidencePercent(),
        usual.evidenceMisses(),
        usual.sharedBytes(),
        usual.fileSeconds());
  }
}
