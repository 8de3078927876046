package cn.bidui.intake;

import static cn.bidui.intake.Given.id;
import static cn.bidui.intake.Xlsx.row;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.intake.Given.Outcome;
import cn.bidui.intake.ReadRow.Corrected;
import cn.bidui.intake.ReadRow.Corrected.Repeat;
import cn.bidui.source.Content;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers of ours that come back corrected. */
class ReturnedAnswerTest {

  private static final String BASE = "ab".repeat(32);
  private static final String START = BASE.substring(0, 16);
  private static final String HEADER =
      row(1, "行标识", "校验", "序号", "问题", "姓名", "身份证件号", "学校名称", "年级", "备注", "F");

  @TempDir Path folder;
  private Path list;

  @BeforeEach
  void keepTheList() {
    list =
        new Xlsx()
            .sheet(
                "小学",
                row(1, "姓名", "身份证件号", "学校名称", "年级", "备注"),
                row(2, "赵一一", id(1), "一小", "三年级", ""))
            .sheet("初中", row(1, "年级", "姓名", "身份证件号", "学校名称"), row(2, "七年级", "钱二二", id(2), "二中"))
            .write(folder);
  }

  /** An answer to the list, whose hidden sheet says {@code kind}. */
  private static Xlsx answer(String kind, String... rows) {
    return new Xlsx()
        .sheet("结论", row(1, "未通过"))
        .sheet("改过名的表", rows)
        .sheet(
            "_meta",
            row(1, "kind", kind),
            row(2, "schema", "1"),
            row(3, "base", BASE),
            row(4, "receipt", "7"),
            row(5, "term", ""),
            row(6, "check", "0123456789abcdef"));
  }

  private Outcome read(Xlsx answer) throws Exception {
    Path base = Files.move(list, folder.resolve("base.xlsx"));
    FindBase bases =
        (sha256, receipt) ->
            sha256.equals(BASE) && receipt == 7
                ? Optional.of(new FindBase.Base(Content.of(base), "学籍.xlsx"))
                : Optional.empty();
    Intake intake = new Intake(Given.PROFILES, IntakeLimits.defaults(), bases);
    return Given.read(intake, answer.write(folder), "学籍__未通过.xlsx");
  }

  private static List<Corrected> corrected(Outcome outcome) {
    assertThat(outcome.reading()).isInstanceOf(FileReading.Returned.class);
    List<Corrected> rows = new ArrayList<>();
    for (ReadRow row : outcome.rows()) {
      if (row instanceof Corrected one) {
        rows.add(one);
      }
    }
    return rows;
  }

  @Test
  void rowsAreReadUnderTheHeaderOfTheSheetOfTheListThatTheyName() throws Exception {
    Outcome outcome =
        read(
            answer(
                "corrections",
                HEADER,
                row(2, START + "!小学!5", "c1", "1", "", "赵一一", id(1), "一小", "三年级", "好"),
                row(4, START + "!初中!9", "c2", "2", "", "钱二二", id(2), "二中", "七年级", "")));

    List<Corrected> rows = corrected(outcome);
    assertThat(rows).hasToString("[Corrected[改过名的表!2], Corrected[改过名的表!4]]");
    assertThat(rows.get(0).cells().text(Field.NAME)).isEqualTo("赵一一");
    assertThat(rows.get(0).cells().place(Field.NAME).column()).isEqualTo("E");
    assertThat(rows.get(1).cells().text(Field.GRADE)).isEqualTo("七年级");
    assertThat(rows.get(1).key()).isEqualTo(START + "!初中!9");
    assertThat(rows.get(1).check()).isEqualTo("c2");
    assertThat(rows).extracting(Corrected::beyond).containsOnly(-1);
    assertThat(outcome.kinds()).containsExactly("Corrected 2", "Blank 3", "Corrected 4");
    FileReading.Returned read = (FileReading.Returned) outcome.reading();
    assertThat(read.list()).isEqualTo(ListKind.ROLL);
    assertThat(read.slip().base()).isEqualTo(BASE);
    assertThat(read.slip().receipt()).isEqualTo(7);
    assertThat(read.slip().check()).isEqualTo("0123456789abcdef");
    assertThat(read.sheets().get(0).rows()).isEqualTo(3);
    assertThat(read.sheets().get(0).header().orElseThrow().texts())
        .containsExactly("", "", "", "", "姓名", "身份证件号", "学校名称", "年级", "备注", "F");
  }

  @Test
  void ofTwoColumnsWithOneHeaderTheListsStandsFurtherRight() throws Exception {
    Outcome outcome =
        read(
            answer(
                "corrections",
                row(1, "行标识", "校验", "备注", "姓名", "身份证件号", "学校名称", "年级", "备注"),
                row(2, START + "!小学!5", "c", "我们的", "赵一一", id(1), "一小", "三年级", "名单的")));

    FileReading.Returned read = (FileReading.Returned) outcome.reading();
    assertThat(read.sheets().get(0).header().orElseThrow().texts())
        .containsExactly("", "", "", "姓名", "身份证件号", "学校名称", "年级", "备注");
    assertThat(corrected(outcome).get(0).cells().cells().get(2).text()).isEmpty();
  }

  @Test
  void whatStillStandsBeyondTheListIsTold() throws Exception {
    Outcome outcome =
        read(
            answer(
                "corrections",
                HEADER,
                row(2, START + "!小学!5", "c", "", "", "赵一一", id(1), "一小", "三", "年级", "多")));

    assertThat(corrected(outcome).get(0).beyond()).isEqualTo(9);
  }

  @Test
  void rowsWithOneKeyAreCopiesOrAConflict() throws Exception {
    String twice = START + "!小学!5";
    String differing = START + "!小学!6";
    Outcome outcome =
        read(
            answer(
                "corrections",
                HEADER,
                row(2, twice, "c", "1", "", "赵一一", id(1), "一小", "三年级"),
                row(3, differing, "c", "2", "", "孙三三", id(3), "一小", "三年级"),
                row(4, twice, "c", "9", "", "赵一一", id(1), "一小", "三年级"),
                row(5, differing, "c", "2", "", "孙三三", id(3), "一小", "四年级"),
                row(6, "", "", "", "", "李四四", id(4), "一小", "四年级"),
                row(7, "", "", "", "", "李四四", id(4), "一小", "四年级")));

    assertThat(corrected(outcome))
        .extracting(Corrected::repeat)
        .containsExactly(
            Repeat.ONCE, Repeat.CONFLICT, Repeat.COPY, Repeat.CONFLICT, Repeat.ONCE, Repeat.ONCE);
  }

  @Test
  void aRowOfWhichOnlyTheHiddenKeyIsLeftIsBlank() throws Exception {
    Outcome outcome =
        read(
            answer(
                "corrections",
                HEADER,
                row(2, START + "!小学!5", "c", "1", "缺姓名"),
                row(3, START + "!小学!6", "c", "2", "", "孙三三", id(3), "一小", "三年级"),
                row(4, START + "!小学!7", "c", "3", "缺姓名")));

    assertThat(outcome.kinds()).containsExactly("Blank 2", "Corrected 3");
  }

  @Test
  void aColumnOfTheListThatIsGoneRefusesTheAnswer() throws Exception {
    Outcome outcome =
        read(
            answer(
                "corrections",
                row(1, "行标识", "校验", "姓名", "身份证件号", "学校名称"),
                row(2, START + "!小学!5", "c", "赵一一", id(1), "一小")));

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.RETURN_INCOMPLETE);
    assertThat(outcome.problem().found()).isEqualTo("年级");
  }

  @Test
  void twoSheetsWithKeysAreTwoAnswersToOneQuestion() throws Exception {
    Xlsx twice = answer("corrections", HEADER).sheet("需要修改 (2)", HEADER);
    assertThat(read(twice).codes()).containsExactly(ProblemCode.RETURN_INCOMPLETE);
  }

  @Test
  void anAnswerToAListThatIsNotHereIsRefused() throws Exception {
    Path answer = answer("corrections", HEADER).write(Files.createDirectory(folder.resolve("x")));
    assertThat(Given.read(answer).codes()).containsExactly(ProblemCode.RETURN_UNKNOWN);
  }

  @Test
  void anAnswerWithNothingToCorrectIsToldSo() throws Exception {
    assertThat(read(answer("answer", row(1, "姓名"))).codes())
        .containsExactly(ProblemCode.OWN_WORKBOOK);
  }

  @Test
  void anAnswerOfALaterVersionIsNotGuessedAt() throws Exception {
    Xlsx later =
        new Xlsx()
            .sheet("需要修改", HEADER)
            .sheet("_meta", row(1, "kind", "corrections"), row(2, "schema", "2"));
    assertThat(read(later).codes()).containsExactly(ProblemCode.RETURN_CHANGED);
  }

  @Test
  void rowsThatWereTakenOutOfTheirAnswerAreNoList() throws Exception {
    Xlsx alone =
        new Xlsx().sheet("需要修改", HEADER, row(2, "k", "c", "", "", "赵一一", id(1), "一小", "三年级"));
    assertThat(read(alone).codes()).containsExactly(ProblemCode.RETURN_INCOMPLETE);
  }

  @Test
  void rowsThatWereSavedAsTextAreNoList() {
    Path text = Given.text(folder, "行标识,校验,姓名,身份证件号,学校名称,年级\nk,c,赵一一," + id(1) + ",一小,三年级\n");
    assertThat(Given.read(text).codes()).containsExactly(ProblemCode.RETURN_INCOMPLETE);
  }

  @Test
  void aListBesideTabsOfThoseNamesIsAList() throws Exception {
    Xlsx list =
        new Xlsx()
            .sheet("汇总", row(1, "一小"))
            .sheet("选项", row(1, "在读"))
            .sheet("学生", row(1, "姓名", "身份证件号", "学校名称", "年级"), row(2, "赵一一", id(1), "一小", "三年级"));
    assertThat(read(list).taken().list()).isEqualTo(ListKind.ROLL);
  }

  @Test
  void aReportIsToldApartByItsTabs() throws Exception {
    Xlsx report = new Xlsx().sheet("汇总", row(1, "合计")).sheet("选项", row(1, "已核实"));
    assertThat(read(report).codes()).containsExactly(ProblemCode.OWN_WORKBOOK);
  }

  @Test
  void aListWithAHiddenSheetOfThatNameIsAList() throws Exception {
    Xlsx foreign =
        new Xlsx()
            .sheet("学籍", row(1, "姓名", "身份证件号", "学校名称", "年级"), row(2, "赵一一", id(1), "一小", "三年级"))
            .sheet("_meta", row(1, "version", "9"));
    assertThat(read(foreign).taken().list()).isEqualTo(ListKind.ROLL);
  }
}
