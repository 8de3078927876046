package cn.bidui.intake;

import static cn.bidui.intake.Given.id;
import static cn.bidui.intake.Xlsx.row;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.intake.ColumnReading.How;
import cn.bidui.intake.Given.Outcome;
import cn.bidui.plan.ColumnProfiles;
import cn.bidui.plan.Mistakes;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a header is looked for, and how its columns are understood. */
class HeaderSearchTest {

  private static final String PUPILS =
      """
      profile: pupils
      list: roll
      title: 学生名单
      titles: [在校, 学籍]
      columns:
        name: {required: true, label: 姓名, evidence: name}
        citizen-id: {required: true, label: 身份证件号, synonyms: [SFZJH], weak: [证件号码], evidence: citizen-id}
        township: {label: 乡镇, fill-down: true}
        head-name: {label: 户主姓名, groups: [户主], leaves: [姓名]}
        guardian1-id: {label: 监护人身份证号, groups: [监护人], leaves: [证件号码]}
      known: [序号]
      """;

  private static final String NEIGHBORS =
      PUPILS.replace("pupils", "neighbors").replace("roll", "population").replace("学籍", "学龄");

  @TempDir Path folder;

  private static Intake intake(String... profiles) {
    Mistakes mistakes = new Mistakes();
    Map<String, String> texts =
        List.of(profiles).stream().collect(Collectors.toMap(text -> text.hashCode() + "", t -> t));
    ColumnProfiles read = ColumnProfiles.read(texts, mistakes);
    assertThat(mistakes.all()).isEmpty();
    return new Intake(read, IntakeLimits.defaults());
  }

  private Outcome read(String... lines) {
    return read(intake(PUPILS), "list.csv", lines);
  }

  private Outcome read(Intake intake, String name, String... lines) {
    return Given.read(intake, Given.text(folder, String.join("\n", lines)), name);
  }

  private Outcome read(Xlsx workbook) {
    return Given.read(intake(PUPILS), workbook.write(folder), "list.xlsx");
  }

  private static List<How> hows(Outcome outcome) {
    return outcome.taken().sheets().get(0).columns().stream().map(ColumnReading::how).toList();
  }

  @Test
  void theHeaderMayStandInTheThirtiethRow() {
    Outcome outcome = read("某县" + "\n说明".repeat(28), "姓名,身份证件号,乡镇", "赵一一," + id(1) + ",甲乡");

    assertThat(outcome.header().row()).isEqualTo(30);
  }

  @Test
  void aHeaderOfThreeRowsIsReadAsGroupsOfGroups() {
    Outcome outcome =
        read(
            "序号,学生,,监护人,,乡镇",
            ",姓名,证件,姓名,证件,",
            ",,身份证件号,,号码,",
            "1,赵一一," + id(1) + ",赵某," + id(900) + ",甲乡");

    assertThat(outcome.header().row()).isEqualTo(3);
    assertThat(outcome.header().texts())
        .containsExactly("序号", "学生/姓名", "学生/证件/身份证件号", "监护人/姓名", "监护人/证件/号码", "乡镇");
    assertThat(outcome.texts(Field.GUARDIAN1_ID)).containsExactly(id(900));
    assertThat(hows(outcome))
        .containsExactly(How.KNOWN, How.EXACT, How.EXACT, How.UNKNOWN, How.GROUP, How.EXACT);
  }

  @Test
  void repeatedRowsOfSuchAHeaderAreNotes() {
    String groups = "序号,学生,,监护人,,乡镇";
    String names = ",姓名,证件,姓名,证件,";
    String leaves = ",,身份证件号,,号码,";
    String pupil = "1,赵一一," + id(1) + ",赵某," + id(900) + ",甲乡";

    Outcome outcome = read(groups, names, leaves, pupil, groups, names, pupil);

    assertThat(outcome.kinds()).containsExactly("Data 4", "Note 5", "Note 6", "Data 7");
    assertThat(outcome.taken().sheets().get(0).rowsOf().notes()).containsExactly(5, 6);
  }

  @Test
  void aGroupOverASingleColumnCounts() {
    Outcome outcome = read("姓名,身份证件号,乡镇,户主,备注,", ",,,姓名,甲,乙", "赵一一," + id(1) + ",甲乡,赵某,,");

    assertThat(outcome.texts(Field.HEAD_NAME)).containsExactly("赵某");
  }

  @Test
  void ofAFormsHeadAndTheHeaderBelowItTheFullerOneIsTheHeader() {
    Outcome outcome = read("乡镇,甲乡,户主姓名,赵某", "", "姓名,身份证件号,乡镇,户主姓名", "赵一一," + id(1) + ",甲乡,赵某");

    assertThat(outcome.header().row()).isEqualTo(3);
    assertThat(outcome.taken().titles()).containsExactly("乡镇 甲乡 户主姓名 赵某");
  }

  @Test
  void mergedCellsBoundTheirGroup() {
    String rows =
        row(1, "姓名", "身份证件号", "户主", "", "")
            + row(2, "", "", "姓名", "电话", "乡镇")
            + row(3, "赵一一", id(1), "赵某", "", "甲乡");
    String merges = "<mergeCells><mergeCell ref=\"C1:D1\"/></mergeCells>";

    Outcome outcome =
        read(new Xlsx().rawSheet("一", "visible", "<sheetData>" + rows + "</sheetData>" + merges));

    assertThat(outcome.header().texts()).containsExactly("姓名", "身份证件号", "户主/姓名", "户主/电话", "乡镇");
    assertThat(outcome.texts(Field.TOWNSHIP)).containsExactly("甲乡");
  }

  @Test
  void columnsTellHowTheyWereUnderstood() {
    Outcome outcome = read("序号,姓名,SFZJH,,居住地,户主姓民,乡镇", "1,赵一一," + id(1) + ",,甲村,,甲乡");

    assertThat(hows(outcome))
        .containsExactly(
            How.KNOWN, How.EXACT, How.CODE, How.BLANK, How.UNKNOWN, How.UNKNOWN, How.EXACT);
    List<ColumnReading> columns = outcome.taken().sheets().get(0).columns();
    assertThat(columns)
        .extracting(ColumnReading::text)
        .containsExactly("序号", "姓名", "SFZJH", "D", "居住地", "户主姓民", "乡镇");
    assertThat(columns.get(5).meant()).isEqualTo("户主姓名");
    assertThat(columns.get(4).meant()).isEmpty();
    assertThat(outcome.taken().sheets().get(0).unknownColumns()).containsExactly("居住地", "户主姓民");
  }

  @Test
  void aWeakNameNeedsContentThatSpeaksForIt() {
    Outcome weak = read("姓名,证件号码,乡镇", "赵一一,收据-1,甲乡");
    Outcome strong = read("姓名,身份证件号,乡镇", "赵一一,收据-1,甲乡");
    Outcome plausible =
        read("姓名,证件号码,乡镇", "赵一一," + id(1) + ",甲乡", "钱二二,不详,甲乡", "孙三三," + id(3) + ",甲乡");

    assertThat(weak.problem().code()).isEqualTo(ProblemCode.HEADER_CONTENT_DIFFERS);
    assertThat(strong.data()).hasSize(1);
    assertThat(plausible.data()).hasSize(3);
    assertThat(hows(plausible)).containsExactly(How.EXACT, How.WEAK, How.EXACT);
  }

  @Test
  void wordsInTheTitlesDecideWhereColumnsDoNot() {
    Intake both = intake(PUPILS, NEIGHBORS);
    String header = "姓名,身份证件号,乡镇";
    String pupil = "赵一一," + id(1) + ",甲乡";

    assertThat(read(both, "名单.csv", header, pupil).problem().code())
        .isEqualTo(ProblemCode.LIST_AMBIGUOUS);
    assertThat(read(both, "名单.csv", "某县学籍 名单", header, pupil).taken().list())
        .isEqualTo(ListKind.ROLL);
    assertThat(read(both, "学龄人口.csv", header, pupil).taken().list()).isEqualTo(ListKind.POPULATION);
    assertThat(read(both, "学籍与学龄.csv", header, pupil).problem().code())
        .isEqualTo(ProblemCode.LIST_AMBIGUOUS);
    assertThat(read(both, "在校.csv", header, pupil).problem().arguments().get(0))
        .contains("学生名单（roll）", "学生名单（population）");
  }

  @Test
  void mergedCellsSpeakForEachOfTheirRowsWhereTheProfileSaysSo() {
    String rows =
        row(1, "乡镇", "户主姓名", "姓名", "身份证件号")
            + row(2, "甲乡", "赵某", "赵一一", id(1))
            + row(3, "", "", "赵二二", id(2))
            + row(4, "", "", "", "")
            + row(5, "乙乡", "", "钱二二", id(3))
            + row(6, "", "", "孙三三", id(4));
    String merges = "<mergeCells><mergeCell ref=\"A2:A4\"/><mergeCell ref=\"B2:B3\"/></mergeCells>";

    Outcome outcome =
        read(new Xlsx().rawSheet("一", "visible", "<sheetData>" + rows + "</sheetData>" + merges));

    assertThat(outcome.texts(Field.TOWNSHIP)).containsExactly("甲乡", "甲乡", "乙乡", "");
    assertThat(outcome.texts(Field.HEAD_NAME)).containsExactly("赵某", "", "", "");
    assertThat(outcome.kinds()).containsExactly("Data 2", "Data 3", "Blank 4", "Data 5", "Data 6");
  }

  @Test
  void hiddenRowsAreReadAndCounted() {
    String hidden = row(3, "钱二二", id(2), "甲乡").replace("<row ", "<row hidden=\"1\" ");

    Outcome outcome =
        read(
            new Xlsx()
                .sheet(
                    "一",
                    row(1, "姓名", "身份证件号", "乡镇"),
                    row(2, "赵一一", id(1), "甲乡"),
                    hidden,
                    row(4, "孙三三", id(3), "甲乡")));

    assertThat(outcome.texts(Field.NAME)).containsExactly("赵一一", "钱二二", "孙三三");
    assertThat(outcome.taken().sheets().get(0).hiddenRows()).isEqualTo(1);
  }

  @Test
  void charactersOfOneComputerOnlyAreTakenAndTheirPlacesNamed() {
    String rare = new String(Character.toChars(0xF0001));
    Outcome outcome =
        read(
            "姓名,身份证件号,户主姓名",
            "赵\uE863," + id(1) + ",赵某",
            "钱二二," + id(2) + ",钱" + rare,
            "孙\uD842\uDFB7," + id(3) + ",孙某");

    SheetReading.Rows rows = outcome.taken().sheets().get(0).rowsOf();
    assertThat(rows.privateNames()).isEqualTo(2);
    assertThat(rows.privatePlaces())
        .extracting(place -> place.column() + place.row())
        .containsExactly("A2", "C3");
    assertThat(outcome.texts(Field.NAME)).containsExactly("赵\uE863", "钱二二", "孙\uD842\uDFB7");
  }

  @Test
  void aHeadsTownshipIsTheHouseholdsButItsNumberIsNot() {
    Outcome outcome =
        read("姓名,身份证件号,户主,,备注", ",,乡镇,身份证件号,", "赵一一," + id(1) + ",甲乡," + id(900) + ",");

    assertThat(outcome.texts(Field.TOWNSHIP)).containsExactly("甲乡");
    assertThat(outcome.texts(Field.CITIZEN_ID)).containsExactly(id(1));
  }

  @Test
  void ofARefusedSheetTheColumnsAreToldAsTheNearestListHasThem() {
    Outcome outcome = read("姓名,身份证件好,乡镇,户主姓名", "赵一一," + id(1) + ",甲乡,赵某");

    List<ColumnReading> columns = outcome.reading().sheets().get(0).columns();
    assertThat(columns)
        .extracting(ColumnReading::how)
        .containsExactly(How.EXACT, How.UNKNOWN, How.EXACT, How.EXACT);
    assertThat(columns.get(1).meant()).isEqualTo("身份证件号");
    assertThat(outcome.reading().sheets().get(0).header()).isEmpty();
  }
}
