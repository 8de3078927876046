package cn.bidui.intake;

import static cn.bidui.intake.Given.id;
import static cn.bidui.intake.Xlsx.cells;
import static cn.bidui.intake.Xlsx.inline;
import static cn.bidui.intake.Xlsx.row;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.Limit;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks of which nothing is taken. */
class XlsxRefusalsTest {

  private static final String DOCTYPE = "<!DOCTYPE a [<!ENTITY x \"y\">]>";

  @TempDir Path folder;

  /** With texts in the shared strings, a style and one sheet. */
  private static Xlsx workbook() {
    return new Xlsx()
        .shared("<t>赵一一</t>")
        .styles("<cellXfs><xf numFmtId=\"0\"/></cellXfs>")
        .sheet(
            "学籍",
            row(1, "姓名", "身份证件号", "学校名称", "年级"),
            cells(
                2,
                "<c r=\"A2\" t=\"s\"><v>0</v></c>",
                inline("B2", id(1)),
                inline("C2", "一小"),
                inline("D2", "三年级")));
  }

  private FileProblem refused(byte[] bytes) {
    return Given.read(Given.file(folder, "list.xlsx", bytes)).problem();
  }

  @ParameterizedTest
  @CsvSource({
    "xl/workbook.xml, workbookPr, workbookPx",
    "xl/sharedStrings.xml, 赵, 钱",
    "xl/styles.xml, numFmtId, numFmtIx",
    "xl/worksheets/sheet1.xml, 三年级, 二年级",
    "[Content_Types].xml, Override, Overridf",
    "_rels/.rels, rId1, rId2",
    "xl/_rels/workbook.xml.rels, rId90, rId80"
  })
  void oneDamagedByteInAnyPartThatIsReadIsFound(String part, String was, String is) {
    Xlsx workbook = workbook();
    byte[] whole = workbook.stored();
    byte[] damaged = replaced(whole, part, was, is);

    FileProblem problem = refused(damaged);

    assertThat(Given.read(Given.file(folder, "whole.xlsx", whole)).taken().sheets()).hasSize(1);
    assertThat(problem.code()).isEqualTo(ProblemCode.FILE_DAMAGED);
    assertThat(problem.found()).isEqualToIgnoringCase("/" + part);
  }

  /** Replaces text of the same length in the entry {@code part} and leaves the checksum alone. */
  private static byte[] replaced(byte[] zip, String part, String was, String is) {
    int entry = indexOf(zip, bytes(part), 0);
    int place = indexOf(zip, bytes(was), entry);
    byte[] changed = zip.clone();
    System.arraycopy(bytes(is), 0, changed, place, bytes(is).length);
    return changed;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int indexOf(byte[] bytes, byte[] part, int from) {
    for (int i = from; i + part.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not in the file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xl/workbook.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
        "[Content_Types].xml",
        "_rels/.rels",
        "xl/_rels/workbook.xml.rels"
      })
  void aDocumentTypeInAnyPartIsUnsafe(String part) {
    Xlsx workbook = workbook();
    String content = workbook.content(part);
    int root = content.startsWith("<?xml") ? content.indexOf("?>") + 2 : 0;
    workbook.entry(part, content.substring(0, root) + DOCTYPE + content.substring(root));

    FileProblem problem = refused(workbook.bytes());

    assertThat(problem.code()).isEqualTo(ProblemCode.FILE_UNSAFE);
    assertThat(problem.found()).isEqualTo("DOCTYPE");
  }

  @Test
  void anEntityThatNobodyDeclaredIsDamage() {
    Xlsx workbook = new Xlsx().sheet("学籍", row(1, "&secret;"));

    assertThat(refused(workbook.bytes()).code()).isEqualTo(ProblemCode.FILE_DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/SHEET1.xml",
        "xl\\worksheets\\sheet1.xml"
      })
  void twoEntriesOfOneNameAreDamage(String twin) {
    // Same length, so that the name can be changed in place where it stands: twice.
    byte[] zip = workbook().entry("xl/worksheets/sheet9.xml", "<worksheet/>").bytes();
    for (int i = 0, at = 0; i < 2; i++) {
      at = indexOf(zip, bytes("xl/worksheets/sheet9.xml"), at);
      System.arraycopy(bytes(twin), 0, zip, at, twin.length());
    }

    assertThat(refused(zip).code()).isEqualTo(ProblemCode.FILE_DAMAGED);
  }

  @Test
  void moreThanOneWorkbookInTheDirectoryOfPartsIsNotInflatedForever() {
    byte[] zip = workbook().entry("xl/_rels/x.rels", " ".repeat(11 << 20)).bytes();

    FileProblem problem = refused(zip);

    assertThat(problem.code()).isEqualTo(ProblemCode.FILE_UNSAFE);
    assertThat(problem.found()).isEqualTo("zip");
  }

  @Test
  void moreEntriesThanAnyWorkbookHasAreRefused() {
    Xlsx workbook = workbook();
    for (int i = 0; i < 2_100; i++) {
      workbook.entry("media/" + i + ".txt", "x");
    }

    assertThat(refused(workbook.bytes()).code()).isEqualTo(ProblemCode.FILE_UNSAFE);
  }

  @Test
  void aBombInTheSharedTextsIsUnsafe() {
    Xlsx workbook =
        workbook()
            .shared("<t>" + "x".repeat(1000) + "</t>")
            .entry("xl/sharedStrings.xml", "<sst>" + "<si/>".repeat(4 << 20) + "</sst>");

    assertThat(refused(workbook.bytes()).code()).isEqualTo(ProblemCode.FILE_UNSAFE);
  }

  @Test
  void runsThatTogetherAreLongerThanAnyCellAreUnsafe() {
    String run = "<r><t>" + "x".repeat(60_000) + "</t></r>";
    Xlsx workbook =
        new Xlsx()
            .sheet(
                "学籍", cells(1, "<c r=\"A1\" t=\"inlineStr\"><is>" + run.repeat(6) + "</is></c>"));

    assertThat(refused(workbook.bytes()).code()).isEqualTo(ProblemCode.FILE_UNSAFE);
  }

  @Test
  void moreSharedTextThanMemoryMayHoldIsTooLarge() throws Refusal {
    SharedTexts texts = new SharedTexts(new Limit(300_000, "bytes", "test", "test"));
    texts.add("赵".repeat(60_000));

    org.assertj.core.api.Assertions.assertThatThrownBy(() -> texts.add("x".repeat(290_000)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.problem("a").code()).isEqualTo(ProblemCode.FILE_TOO_LARGE));
  }

  @Test
  void memoryThatRunsOutRefusesTheFileOnly() {
    Book greedy =
        new Book() {
          @Override
          public java.util.List<SheetName> sheets() {
            return java.util.List.of(new SheetName("学籍", false));
          }

          @Override
          public RawSheet open(int index) {
            throw new OutOfMemoryError();
          }

          @Override
          public boolean gapsAreBlank() {
            return true;
          }

          @Override
          public void close() {
            // It holds nothing.
          }
        };

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> new TimedBook(greedy, Given.patience()).open(0))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.problem("a").code()).isEqualTo(ProblemCode.FILE_TOO_LARGE));
  }
}
