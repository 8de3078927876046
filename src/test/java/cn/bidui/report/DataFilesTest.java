package cn.bidui.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.source.CellRef;
import cn.bidui.source.Field;
import cn.bidui.source.Problem.RowProblem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.RowRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {

  private final NightReport night = SmallCounty.night();
  private final Words words = Words.ZH;
  @TempDir private Path folder;

  @Test
  void findingsStandInTheirOrderWithExplainedOnesAtTheEnd() throws IOException {
    Path path = folder.resolve("findings.csv");
    DataFiles.findings(night.findings(), path);
    assertThat(Files.readString(path))
        .isEqualTo(
            """
            finding_id,case_id,rule,severity,state,outcome,first_seen,last_seen,person_key,name,citizen_id,township,school,stage,grade,category,program,term,due,found,cells,explanation
            F-1,C-1,unfunded-eligible,high,new,应助未助（确认）,2026-05-12,2026-05-12,P00000002,白博,990101********0026,白水镇,白水镇小学,小学,三年级,脱贫户、低保,寄宿生生活补助,2026春,625.00,0.00,学籍.xlsx!初一!5,在册未见发放
            F-2,C-F-2,name-differs,low,persisting,数据待更正,2026-05-10,2026-05-12,P00000001,安安,990101********0018,青石镇,青石镇中心小学,,三年级,,,,,安鞍,资助.csv!!2;学籍.xlsx!初一!4,学籍“安安”，资助“安鞍”
            F-3,C-F-3,never-enrolled,high,reopened,疑似失学,2026-05-10,2026-05-12,P00000001,乔乔,990101********0018,青石镇,,,三年级,,,,,因病,监测.xlsx!Sheet1!4,适龄，学籍名单中没有
            F-4,C-F-4,duplicate-roll,high,persisting,数据待更正,2026-05-10,2026-05-12,P00000001,安安,990101********0018,青石镇,青石镇中心小学,,三年级,,,,,青石镇中心小学、白水镇小学,学籍.xlsx!初一!4;学籍.xlsx!初一!6,在青石镇中心小学和白水镇小学都有学籍，证件号%s
            F-5,C-F-5,overpaid,high,resolved,金额不符,2026-05-10,2026-05-12,P00000001,'=白博,990101********0018,白水镇,白水镇小学,,三年级,,,,,625.00,资助.csv!!4,'-超出标准
            F-6,C-F-6,status-conflict,medium,explained,因病休学,2026-05-10,2026-05-12,P00000001,乔乔,990101********0018,青石镇,,,三年级,,,,,未上学,监测.xlsx!Sheet1!4;去年.xlsx!老表!9,状况不一致
            """
                .formatted(Masks.id(SmallCounty.ID_OF_AN))
                .replace("\n", "\r\n"));
  }

  @Test
  void rejectsSayWhatWasExpectedAndWhatToDo() throws IOException {
    Path path = folder.resolve("rejects.csv");
    DataFiles.rejects(night.rejects(), path);
    RowProblem problem = SmallCounty.badMoney();
    assertThat(Files.readAllLines(path))
        .containsExactly(
            "file,sheet,row,column,code,found,expected,action",
            Csv.line(
                List.of(
                    "资助.csv",
                    "",
                    "3",
                    "G",
                    "MONEY-UNREADABLE",
                    "=六百",
                    words.expected(problem, "=六百"),
                    words.action(problem, "=六百"))
                    .stream()));
  }

  @Test
  void idsInRejectsAreMaskedAlsoWhereTheyStandInTheWrongColumn() throws IOException {
    Path path = folder.resolve("rejects.csv");
    CellRef place = new CellRef("学籍.xlsx", "初一", 9, "C");
    String id = "990101201503050011";
    DataFiles.rejects(
        List.of(
            reject(
                new RowProblem(ProblemCode.VALUE_MISSING, place, Field.CITIZEN_ID, id, List.of())),
            reject(new RowProblem(ProblemCode.VALUE_TOO_LONG, place, Field.NAME, id, List.of()))),
        path);
    assertThat(Files.readString(path)).contains("990101********0011").doesNotContain(id);
  }

  private static NightReport.Reject reject(RowProblem problem) {
    return new NightReport.Reject(SmallCounty.ROLL, problem);
  }

  @Test
  void undecidedPairsNameBothRowsAndTheirWeightInBits() throws IOException {
    Path path = folder.resolve("undecided.csv");
    DataFiles.undecided(night, path);
    assertThat(Files.readString(path))
        .isEqualTo(
            "left_list,left_file,left_sheet,left_row,"
                + "right_list,right_file,right_sheet,right_row,weight,reason\r\n"
                + "roll,学籍.xlsx,初一,5,aid,资助.csv,,4,18.50,link.test-only\r\n");
  }

  @Test
  void everyAcceptedRowHasOneLinkLine() throws IOException {
    Path path = folder.resolve("links.csv");
    LinkLines.write(night, path);
    String an = night.keys().key(0).text();
    String bo = night.keys().key(1).text();
    String qiao = night.keys().key(2).text();
    assertThat(Files.readString(path))
        .isEqualTo(
            "list,file,sheet,row,person_key,decision,tier,weight\r\n"
                + "roll,学籍.xlsx,初一,4,"
                + an
                + ",linked,2,32.05\r\n"
                + "roll,学籍.xlsx,初一,5,"
                + bo
                + ",undecided,5b,-0.07\r\n"
                + "roll,学籍.xlsx,初一,6,"
                + an
                + ",linked,2,32.05\r\n"
                + "aid,资助.csv,,2,"
                + an
                + ",linked,2,32.05\r\n"
                + "aid,资助.csv,,4,"
                + bo
                + ",undecided,5b,-0.07\r\n"
                + "households,监测.xlsx,Sheet1,4,"
                + qiao
                + ",unlinked,,0.00\r\n");
  }

  @Test
  void textThatLooksLikeAFormulaGetsAnApostropheAndNumbersDoNot() {
    assertThat(
            List.of("=1+1", "+86", "-a", "@x", "＝1", "＋", "－", "＠", "\tx", "\rx", "\nx").stream()
                .map(Guard::text))
        .allMatch(text -> text.startsWith("'"));
    assertThat(List.of("", "-625.00", "张三", "1-2").stream().map(Guard::text))
        .containsExactly("", "-625.00", "张三", "1-2");
  }

  @Test
  void commasQuotesAndLineBreaksAreQuoted() {
    assertThat(Csv.line(List.of("a,b", "say \"hi\"", "x\ny", "").stream()))
        .isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"x\ny\",");
  }

  @Test
  void wholeNumbersOfFifteenDigitsAndMoreAreMasked() {
    assertThat(Masks.longNumbers("卡号6217001234567890123，电话13800000000"))
        .isEqualTo("卡号621700*********0123，电话13800000000");
    assertThat(Masks.longNumbers("990101********0018")).isEqualTo("990101********0018");
  }

  @Test
  void cellsOfAFindingWithoutEvidenceAreBlank() {
    assertThat(
            DataFiles.cells(
                SmallCounty.finding(
                    "F",
                    "overpaid",
                    Severity.LOW,
                    Outcome.TO_CHECK,
                    "甲",
                    "",
                    "",
                    "",
                    List.<RowRef>of(),
                    "")))
        .isEmpty();
  }
}
