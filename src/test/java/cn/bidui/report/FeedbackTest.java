package cn.bidui.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.SheetEntry;
import cn.bidui.source.CellRef;
import cn.bidui.source.Content;
import cn.bidui.source.Field;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.Problem.RowProblem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.RowCounts;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackTest {

  private final Words words = Words.ZH;
  @TempDir private Path folder;
  private Feedback feedback;
  private Path blob;
  private Path answers;

  @BeforeEach
  void archive() throws IOException {
    blob = Files.writeString(folder.resolve("blob"), "as it came");
    answers = folder.resolve("feedback");
    feedback = new Feedback(SmallCounty.TONIGHT, "", folder.resolve("scratch"), 2);
  }

  private static FileEntry entry(String name, FileState state, int rejected) {
    SourceFile file = new SourceFile("a".repeat(64), name, "");
    FileEntry entry = SmallCounty.entry(file, ListKind.ROLL, new RowCounts(8, rejected, 1, 0, 1));
    List<SheetEntry> sheets =
        List.of(
            new SheetEntry("初一", 3, entry.counts(), false),
            new SheetEntry("备份", 0, RowCounts.NONE, true),
            new SheetEntry("封面", 0, RowCounts.NONE, false));
    return new FileEntry(
        file,
        state,
        entry.list(),
        entry.system(),
        entry.scope(),
        entry.term(),
        entry.dataDate(),
        sheets,
        entry.counts(),
        entry.totals(),
        List.of(),
        entry.rowProblems(),
        state == FileState.ACCEPTED,
        List.of(new FileEntry.Note("report.test-only", List.of("略去 12 列"))));
  }

  private static RejectedRow row(int row, String name, String id, ProblemCode... codes) {
    List<RowProblem> problems =
        Stream.of(codes)
            .map(
                code ->
                    new RowProblem(
                        code,
                        new CellRef("学籍.xlsx", "初一", row, "C"),
                        Field.CITIZEN_ID,
                        id,
                        List.of()))
            .toList();
    return new RejectedRow(
        "a".repeat(64) + "!初一!" + row,
        "",
        "初一",
        row,
        List.of(new RejectedRow.Value("学生姓名", name), new RejectedRow.Value("身份证号", id)),
        problems);
  }

  private String title(ProblemCode code) {
    RowProblem problem = row(1, "", "", code).problems().get(0);
    return words.title(problem, "");
  }

  private Path answer(FileEntry entry, RejectedRow... rejects) throws IOException {
    return feedback.write(
        new Answer(
            entry,
            "",
            1,
            LocalDate.of(2026, 5, 12),
            List.of(rejects),
            List.of(),
            null,
            new TreeMap<>()),
        Content.of(blob),
        answers);
  }

  @Test
  void aTakenFileIsAnsweredWithItsCounts() throws IOException {
    Path answer = answer(entry("学籍.xlsx", FileState.ACCEPTED, 0));
    assertThat(answer).isEqualTo(answers.resolve("学籍__已收妥.xlsx"));
    List<String> verdict = Opened.rows(answer, "结论");
    assertThat(verdict)
        .startsWith("已收妥", "共 10 行：收 8，退 0，空行 1，合计、签名等 1", "", "文件|学籍.xlsx")
        .contains("接下来做什么", "1. 不需要修改。")
        .contains("名单|学籍名单", "数据日期|2026-05-10", "范围|全县", "学期|（未知）")
        .contains("是否生效|是，今晚按这份名单核对", "读入|10|30", "核对|平");
    assertThat(Opened.rows(answer, "说明"))
        .contains("初一|3|10|8|0|1|0|1|已读取", "备份||||||||隐藏，没有读取", "封面||||||||没有表头，没有读取", "· 略去 12 列")
        .doesNotContain("个人信息");
  }

  @Test
  void rejectedRowsStandByCauseMostFrequentFirstWithAllTheirValues() throws IOException {
    Path answer =
        answer(
            entry("学籍.xlsx", FileState.ACCEPTED_WITH_REJECTS, 3),
            row(4, "甲甲", "4.11E+17", ProblemCode.ID_PRECISION_LOST),
            row(7, "乙乙", "", ProblemCode.VALUE_MISSING),
            row(5, "丙丙", "", ProblemCode.VALUE_MISSING, ProblemCode.ID_PRECISION_LOST),
            row(9, "丁丁", "", ProblemCode.VALUE_MISSING));
    assertThat(answer).isEqualTo(answers.resolve("学籍__未通过.xlsx"));
    List<String> rows = Opened.rows(answer, "需要修改");
    assertThat(rows.get(0)).isEqualTo("行标识|校验|序号|工作表|行号|对象|列|当前值|问题|要求|怎么改|原表标注|学生姓名|身份证号");
    String key = "a".repeat(64) + "!初一!";
    assertThat(rows.subList(1, 5).stream().map(row -> row.substring(0, row.indexOf('|'))))
        .containsExactly(key + 5, key + 7, key + 9, key + 4);
    assertThat(rows.get(4))
        .startsWith(key + "4||4|初一|4|甲甲|C 证件号码|4.11E+17|" + title(ProblemCode.ID_PRECISION_LOST))
        .endsWith("|查看|甲甲|4.11E+17");
    assertThat(rows.get(1))
        .contains(
            "|1. C 证件号码/2. C 证件号码|1. （空）/2. （空）|1. "
                + title(ProblemCode.VALUE_MISSING)
                + "/2. "
                + title(ProblemCode.ID_PRECISION_LOST));
  }

  @Test
  void aRefusedFileLiesBesideItsAnswerInTheFolderOfItsUnit() throws IOException {
    Path answer = answer(SmallCounty.refused());
    assertThat(answer).isEqualTo(answers.resolve("白水镇/坏__未通过.xlsx"));
    assertThat(answers.resolve("白水镇/坏.xlsx")).hasContent("as it came");
    assertThat(Opened.rows(answer, "结论"))
        .startsWith("未通过：整份退回", "没有读入任何一行；原件原样放在本反馈旁边。", "", "文件|坏.xlsx", "报送单位|白水镇")
        .contains("问题|" + words.title(SmallCounty.refused().fileProblems().get(0), "表1"));
  }

  @Test
  void theOtherVerdictOnTheSameFileIsWithdrawn() throws IOException {
    answer(entry("学籍.xlsx", FileState.ACCEPTED_WITH_REJECTS, 1));
    answer(entry("学籍.xlsx", FileState.ACCEPTED, 0));
    try (Stream<Path> all = Files.list(answers)) {
      assertThat(all).containsExactly(answers.resolve("学籍__已收妥.xlsx"));
    }
  }

  @Test
  void filesThatDifferInTheirEndingOnlyKeepBothAnswers() throws IOException {
    assertThat(answer(entry("名单.xlsx", FileState.ACCEPTED, 0)).getFileName())
        .hasToString("名单__已收妥.xlsx");
    assertThat(answer(entry("名单.csv", FileState.ACCEPTED_WITH_REJECTS, 1)).getFileName())
        .hasToString("名单.csv__未通过.xlsx");
    assertThat(answer(entry("名单.xlsx", FileState.ACCEPTED_WITH_REJECTS, 1)).getFileName())
        .hasToString("名单__未通过.xlsx");
    try (Stream<Path> all = Files.list(answers)) {
      assertThat(all).hasSize(2);
    }
  }

  @Test
  void anAnswerThatIsHeldOpenGetsANumberedSibling() throws IOException {
    // A folder that is not empty cannot be replaced, as a file that Excel holds open cannot.
    Files.createDirectories(answers.resolve("学籍__已收妥.xlsx/held"));
    assertThat(answer(entry("学籍.xlsx", FileState.ACCEPTED, 0)).getFileName())
        .hasToString("学籍__已收妥 (2).xlsx");
  }

  @Test
  void anAnswerThatSomebodyDamagedIsNotTakenForOurs() throws IOException {
    Files.createDirectories(answers);
    Files.writeString(answers.resolve("学籍__未通过.xlsx"), "not a workbook");
    assertThat(answer(entry("学籍.xlsx", FileState.ACCEPTED, 0)).getFileName())
        .hasToString("学籍.xlsx__已收妥.xlsx");
  }

  @Test
  void heldAndDuplicateFilesAreTaken() throws IOException {
    assertThat(Opened.rows(answer(entry("a.xlsx", FileState.HELD, 0)), "结论"))
        .startsWith("已收妥：暂缓生效，等待确认")
        .contains("1. 文件已经收好，没有丢；眼下仍按原来的名单核对。", "是否生效|否，今晚未按这份名单核对");
    assertThat(answer(entry("b.xlsx", FileState.DUPLICATE, 0)).getFileName())
        .hasToString("b__已收妥.xlsx");
  }

  @Test
  void anEarlierAnswerIsNotUnpackedToLearnWhoseItIs() throws IOException {
    Path first = answer(entry("学籍.xlsx", FileState.ACCEPTED, 0));
    inflate(first);
    assertThat(answer(entry("学籍.xlsx", FileState.ACCEPTED, 0))).isEqualTo(first);
  }

  /** Adds more to a workbook than the library takes into memory at once. */
  private static void inflate(Path workbook) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(workbook);
        OutputStream out = Files.newOutputStream(zip.getPath("/xl/large.xml"))) {
      byte[] blanks = new byte[1 << 20];
      Arrays.fill(blanks, (byte) ' ');
      for (int megabyte = 0; megabyte < 101; megabyte++) {
        out.write(blanks);
      }
    }
  }

  @Test
  void aNameWithSteeringCharactersIsAnsweredUnderThatNameAndShownWithoutThem() throws IOException {
    String name = "学\u0007籍\u202Excel.xlsx";
    answer(entry(name, FileState.ACCEPTED_WITH_REJECTS, 1));
    Path answer = answer(entry(name, FileState.ACCEPTED, 0));
    assertThat(answer.getFileName()).hasToString("学_籍_xcel~d3606f9d__已收妥.xlsx");
    assertThat(Opened.rows(answer, "结论")).contains("文件|学_籍_xcel.xlsx");
    try (Stream<Path> all = Files.list(answers)) {
      assertThat(all).containsExactly(answer);
    }
  }

  @Test
  void veryLongNamesStillFitTheFileSystem() throws IOException {
    Path answer = answer(entry("名".repeat(83) + ".xlsx", FileState.ACCEPTED, 0));
    assertThat(answer.getFileName().toString()).startsWith("名".repeat(71)).endsWith("__已收妥.xlsx");
  }

  @Test
  void nothingIsLeftWhenTheAnswerCannotBeWritten() throws IOException {
    Path target = folder.resolve("x.xlsx");
    assertThatThrownBy(
            () ->
                SafeFile.writeBeside(
                    target,
                    2,
                    draft -> {
                      Files.writeString(draft, "half of it");
                      throw new IOException("full");
                    }))
        .hasMessage("full");
    assertThat(target).doesNotExist();
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void nobodyGoesOnWithTheDraftOfAnother() throws IOException {
    Path target = folder.resolve("x.xlsx");
    List<Path> drafts = new ArrayList<>();
    SafeFile.Draft asleep =
        draft -> {
          drafts.add(draft);
          Files.writeString(draft, "half of it");
          SafeFile.writeBeside(
              target,
              3,
              other -> {
                drafts.add(other);
                Files.writeString(other, "all of it");
              });
        };
    assertThatThrownBy(() -> SafeFile.writeBeside(target, 2, asleep))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(drafts.get(0)).isNotEqualTo(drafts.get(1));
    assertThat(target).hasContent("all of it");
    assertThat(folder)
        .isDirectoryContaining(target::equals)
        .isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void whatAnEarlierVersionLeftIsRemovedToo() throws IOException {
    Path target = folder.resolve("x.xlsx");
    Path draft =
        Files.createFile(folder.resolve(".~" + Integer.toHexString("x.xlsx".hashCode()) + ".tmp"));
    SafeFile.writeBeside(target, 2, path -> Files.writeString(path, "all of it"));
    assertThat(draft).doesNotExist();
  }

  @Test
  void aRejectedRowDoesNotPrintItsValues() {
    assertThat(row(4, "甲甲", "4.11E+17", ProblemCode.ID_PRECISION_LOST).toString())
        .isEqualTo("RejectedRow[初一!4, [ID-PRECISION-LOST 学籍.xlsx!初一!4 citizen-id]]");
  }

  @Test
  void numberedSiblingsKeepTheirEnding() {
    assertThat(SafeFile.numbered(Path.of("a.xlsx"), 3)).isEqualTo(Path.of("a (3).xlsx"));
    assertThat(SafeFile.numbered(Path.of("a"), 3)).isEqualTo(Path.of("a (3)"));
  }

  @Test
  void unitsWithinUnitsAreFoldersWithinFolders() throws IOException {
    FileEntry entry = in("甲.csv", "城关镇/一小");
    assertThat(answer(entry)).isEqualTo(answers.resolve("城关镇/一小/甲__未通过.xlsx"));
    assertThat(answers.resolve("城关镇/一小/甲.csv")).hasContent("as it came");
  }

  @Test
  void nothingIsWrittenOutsideTheFolderOfAnswers() throws IOException {
    Path answer = answer(in("..\\..\\坏.csv", "../../.."));
    assertThat(answer.normalize()).isEqualTo(answer).startsWithRaw(answers);
  }

  @Test
  void aSecondAnswerToANameWithALineBreakReplacesTheFirst() throws IOException {
    Path first = answer(in("坏\n的.csv", ""));
    assertThat(first.getFileName().toString()).matches("坏_的~[0-9a-f]{8}__未通过\\.xlsx");
    assertThat(answer(in("坏\n的.csv", ""))).isEqualTo(first);
    assertThat(answer(in("坏\r的.csv", ""))).isNotEqualTo(first);
  }

  @Test
  void answersToLongNamesThatBeginAlikeAreTwo() throws IOException {
    String alike = "名".repeat(80);
    Path first = answer(in(alike + "一.csv", ""));
    Path second = answer(in(alike + "二.csv", ""));
    assertThat(second).isNotEqualTo(first).exists();
    assertThat(first).exists();
  }

  @Test
  void aReadOnlyArchiveCopyLiesBesideItsAnswerForItsOwnerToChange() throws IOException {
    assertThat(blob.toFile().setReadOnly()).isTrue();
    answer(in("坏.csv", ""));
    assertThat(answers.resolve("坏.csv")).hasContent("as it came");
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      assertThat(Files.getPosixFilePermissions(answers.resolve("坏.csv")))
          .contains(java.nio.file.attribute.PosixFilePermission.OWNER_WRITE);
    }
  }

  @Test
  void answersThatWereKeptAreLaidWhereTheyBelongAndReplaceTheOthers() throws IOException {
    Path kept = folder.resolve("kept");
    Files.createDirectories(answers.resolve("一小"));
    Files.writeString(answers.resolve("一小/甲__已收妥.xlsx"), "old");
    Files.writeString(answers.resolve("乙__未通过.xlsx"), "old");
    Files.createDirectories(kept.resolve("一小"));
    Files.writeString(kept.resolve("一小/甲__未通过.xlsx"), "new");
    Files.writeString(kept.resolve("一小/甲.csv"), "as it came");
    Files.writeString(kept.resolve("乙__已收妥.xlsx"), "new");

    Feedback.forward(kept, answers, 2);

    assertThat(kept).doesNotExist();
    assertThat(answers.resolve("一小/甲__未通过.xlsx")).hasContent("new");
    assertThat(answers.resolve("一小/甲.csv")).hasContent("as it came");
    assertThat(answers.resolve("乙__已收妥.xlsx")).hasContent("new");
    assertThat(answers.resolve("一小/甲__已收妥.xlsx")).doesNotExist();
    assertThat(answers.resolve("乙__未通过.xlsx")).doesNotExist();
  }

  private static FileEntry in(String name, String unit) {
    FileEntry refused = SmallCounty.refused();
    return new FileEntry(
        new SourceFile(refused.file().sha256(), name, unit),
        refused.state(),
        refused.list(),
        refused.system(),
        refused.scope(),
        refused.term(),
        refused.dataDate(),
        refused.sheets(),
        refused.counts(),
        refused.totals(),
        refused.fileProblems(),
        refused.rowProblems(),
        refused.effective(),
        refused.notes());
  }
}
