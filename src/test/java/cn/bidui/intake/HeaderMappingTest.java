package cn.bidui.intake;

import static cn.bidui.intake.Given.id;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.intake.Given.Outcome;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeaderMappingTest {

  @TempDir Path folder;

  /** Rows of cells, of which none has a comma; blanks stand for empty cells. */
  private Outcome read(String... lines) {
    return Given.read(Given.text(folder, String.join("\n", lines)));
  }

  private static String pupil(int serial) {
    return "赵一一," + id(serial) + ",一小,三年级";
  }

  @Test
  void theHeaderMayStandBelowTitlesAndBlankRows() {
    Outcome outcome = read("某县2025年秋季学期学籍名单", "填报单位：一小,,联系人：王某", "", "姓名,身份证件号,学校名称,年级", pupil(1));

    assertThat(outcome.header().row()).isEqualTo(4);
    assertThat(outcome.taken().titles()).containsExactly("某县2025年秋季学期学籍名单", "填报单位：一小 联系人：王某");
  }

  @Test
  void aHeaderBelowTheThirtiethRowIsNotLookedFor() {
    Outcome outcome = read("第一行" + "\n说明".repeat(30), "姓名,身份证件号,学校名称,年级", pupil(1));

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.HEADER_NOT_FOUND);
    assertThat(outcome.problem().found()).isEqualTo("1: 第一行; 2: 说明; 3: 说明");
  }

  @Test
  void rowsThatAreShownInsteadOfAHeaderHaveTheirIdsMasked() {
    Outcome outcome = read("钱二二,99010120100101001X,一小", "孙三三,9901012010010100".repeat(12));

    assertThat(outcome.problem().found())
        .startsWith("1: 钱二二 990101********001X 一小; 2: 孙三三 990101********0100")
        .endsWith("…");
  }

  @Test
  void columnsMayStandInAnyOrderAmongUnknownOnes() {
    Outcome outcome = read("序号,年级,所在楼层,学校,公民身份号码,学生姓名", "1,三年级,2,一小," + id(1) + ",赵一一");

    assertThat(outcome.texts(Field.NAME)).containsExactly("赵一一");
    assertThat(outcome.texts(Field.CITIZEN_ID)).containsExactly(id(1));
    assertThat(outcome.taken().sheets().get(0).unknownColumns()).containsExactly("所在楼层");
  }

  @Test
  void aRelativesColumnIsNeverThePupils() {
    Outcome outcome =
        read("姓名,身份证件号,姓名（监护人）,学校名称,年级,身份证件号(父)", pupil(1).replace(",一小", ",王某,一小") + ",");

    assertThat(outcome.texts(Field.NAME)).containsExactly("赵一一");
    assertThat(outcome.header().titles().get(Field.CITIZEN_ID)).isEqualTo("身份证件号");
    assertThat(outcome.taken().sheets().get(0).unknownColumns())
        .containsExactly("姓名（监护人）", "身份证件号(父)");
  }

  @Test
  void aHintThatSpeaksOfOriginalDocumentsIsNoVeto() {
    Outcome outcome = read("姓名（与身份证原件一致）,身份证件号,学校名称,年级", pupil(1));

    assertThat(outcome.texts(Field.NAME)).containsExactly("赵一一");
  }

  @Test
  void twoRowsAreReadAsGroupsAndNames() {
    Outcome outcome =
        read(
            "一小学籍名单",
            "学生信息,,,,监护人信息,,备注",
            "姓名,身份证号,学校,年级,姓名,身份证号,",
            pupil(1) + ",赵某," + id(900) + ",");

    assertThat(outcome.header().row()).isEqualTo(3);
    assertThat(outcome.texts(Field.NAME)).containsExactly("赵一一");
    assertThat(outcome.texts(Field.GUARDIAN1_NAME)).containsExactly("赵某");
    assertThat(outcome.header().titles().get(Field.GUARDIAN1_ID)).isEqualTo("监护人信息/身份证号");
    assertThat(outcome.header().column(Field.REMARK)).isEqualTo(6);
    assertThat(outcome.taken().titles()).containsExactly("一小学籍名单");
  }

  @Test
  void groupAndNameMayFormTheSpellingTogether() {
    Outcome outcome =
        read("序号,基本情况,,,,成员2,", ",姓名,身份证号,学校,年级,关系,身份证件号", "1," + pupil(1) + ",母," + id(901));

    assertThat(outcome.texts(Field.GUARDIAN2_ID)).containsExactly(id(901));
    assertThat(outcome.taken().sheets().get(0).unknownColumns()).isEmpty();
  }

  @Test
  void cellsMergedDownwardsBelongToTheHeaderBelow() {
    Outcome outcome =
        read("姓名,身份证件号,学校名称,年级,资助情况,,,备注", ",,,,资助项目,应发金额,实发金额,", pupil(1) + ",生活补助,312.5,312.5,");

    assertThat(outcome.taken().list()).isEqualTo(ListKind.AID);
    assertThat(outcome.header().row()).isEqualTo(2);
    assertThat(outcome.texts(Field.AMOUNT_PAID)).containsExactly("312.5");
    assertThat(outcome.texts(Field.GRADE)).containsExactly("三年级");
  }

  @Test
  void aMissingColumnIsNamedWithItsSpellingsAndTheNearestThatIsThere() {
    Outcome outcome = read("姓名,身份证件号,学校名称,所在年级组,性别", "赵一一," + id(1) + ",一小,三年级,男");

    FileProblem problem = outcome.problem();
    assertThat(problem.code()).isEqualTo(ProblemCode.HEADER_COLUMN_MISSING);
    assertThat(problem.place().row()).isEqualTo(1);
    assertThat(problem.found()).isEqualTo("姓名、身份证件号、学校名称、所在年级组、性别");
    assertThat(problem.arguments())
        .containsExactly("年级", "年级、年级名称、就读年级、所在年级、所在年级名称、NJ、NJMC", "所在年级组", "学籍在籍学生名单");
  }

  @Test
  void aTypingErrorInAHeaderIsAskedAboutAndNotGuessed() {
    Outcome outcome = read("姓名,身份证见号,学校名称,年级,性别", pupil(1) + ",男");

    assertThat(outcome.problem().arguments()).element(2).isEqualTo("身份证见号");
    Outcome none = read("姓名,楼层,学校名称,年级,性别", pupil(1) + ",男");
    assertThat(none.problem().arguments()).element(2).isEqualTo("—");
  }

  @Test
  void allMissingColumnsAreNamedAtOnce() {
    Outcome outcome = read("姓名,资助项目,学校名称,年级", "赵一一,生活补助,一小,三年级");

    assertThat(outcome.codes())
        .containsExactly(ProblemCode.HEADER_COLUMN_MISSING, ProblemCode.HEADER_COLUMN_MISSING);
    assertThat(outcome.problems())
        .extracting(problem -> problem.arguments().get(0))
        .containsExactly("身份证件号", "应发金额 / 实发金额");
  }

  @Test
  void twoColumnsOfOneFieldThatAgreeInEveryRowAreOne() {
    Outcome outcome = read("姓名,身份证件号,身份证号,学校名称,年级", "赵一一," + id(1) + "," + id(1) + ",一小,三年级");

    assertThat(outcome.header().column(Field.CITIZEN_ID)).isEqualTo(1);
    assertThat(outcome.texts(Field.SCHOOL_NAME)).containsExactly("一小");
  }

  @Test
  void twoColumnsOfOneFieldThatDifferRefuseTheFile() {
    Outcome outcome = read("姓名,身份证件号,身份证号,学校名称,年级", "赵一一," + id(1) + "," + id(2) + ",一小,三年级");

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.HEADER_COLUMN_TWICE);
    assertThat(outcome.problem().found()).isEqualTo("身份证件号、身份证号");
    assertThat(outcome.problem().arguments()).containsExactly("身份证件号", "B、C", "2");
  }

  @Test
  void theyRefuseItAlsoIfTheyDifferFarBelow() {
    String[] lines = new String[302];
    lines[0] = "姓名,身份证件号,身份证号,学校名称,年级";
    for (int i = 1; i < lines.length; i++) {
      lines[i] = "赵一一," + id(i) + "," + id(i == 301 ? 1 : i) + ",一小,三年级";
    }

    Outcome outcome = read(lines);

    assertThat(outcome.problem().arguments()).element(2).isEqualTo("302");
    assertThat(outcome.rows()).hasSize(300);
  }

  @Test
  void aWeakSpellingCountsOnlyWhereNothingStrongerStands() {
    Outcome strong = read("姓名,身份证件号,学校名称,年级,证件号码", pupil(1) + ",X-1");
    Outcome weak = read("姓名,证件号码,学校名称,年级", pupil(1));

    assertThat(strong.header().column(Field.CITIZEN_ID)).isEqualTo(1);
    assertThat(weak.header().column(Field.CITIZEN_ID)).isEqualTo(1);
  }

  @Test
  void contentThatContradictsItsHeaderRefusesTheFile() {
    String shifted = "一小," + "赵一一" + ",男,三年级";
    Outcome outcome = read("学校名称,身份证件号,姓名,年级", shifted, shifted, shifted);

    assertThat(outcome.codes())
        .containsExactly(ProblemCode.HEADER_CONTENT_DIFFERS, ProblemCode.HEADER_CONTENT_DIFFERS);
    assertThat(outcome.problems())
        .extracting(problem -> problem.place().column())
        .containsExactly("C", "B");
    assertThat(outcome.problems().get(1).arguments()).containsExactly("身份证件号", "3", "3");
  }

  @Test
  void someDirtIsNoContradiction() {
    Outcome outcome =
        read(
            "姓名,身份证件号,学校名称,年级,性别",
            pupil(1) + ",男",
            "钱二二,5.29921E+17,一小,三年级,女性",
            "孙三三,不详,一小,三年级,1",
            "李四四,,一小,三年级,2-女",
            "周五五,无,一小,三年级,男",
            "吴六六,E12345678,一小,三年级,男",
            "郑七七,99010120100101123456,一小,三年级,男");

    assertThat(outcome.data()).hasSize(7);
  }

  @Test
  void datesAndPhoneNumbersAreNoIds() {
    assertThat(List.of("20120305", "13812345678", "赵一一", "G99010120100101001X", "2012年"))
        .noneMatch(text -> idLike(text));
    assertThat(
            List.of(
                "99010120100101001x", "990101100101001", "H1234567890", "99010120100101001X43B1"))
        .allMatch(text -> idLike(text));
  }

  private static boolean idLike(String text) {
    return ContentEvidence.supports(
        cn.bidui.plan.ProfileColumn.Evidence.CITIZEN_ID, cn.bidui.source.Cell.text(text));
  }

  @Test
  void namesOfAllPeoplesLookLikeNames() {
    assertThat(List.of("买买提·吐尔逊", "欧阳一一", "\uE863一", "Maria Lopez", "赵 一", "𠮷一"))
        .allMatch(text -> nameLike(text));
    assertThat(List.of("男", "1", "123456", "张20120305")).noneMatch(text -> nameLike(text));
  }

  private static boolean nameLike(String text) {
    return ContentEvidence.supports(
        cn.bidui.plan.ProfileColumn.Evidence.NAME, cn.bidui.source.Cell.text(text));
  }

  @Test
  void everyColumnHasATextOfItsOwn() {
    Outcome outcome = read("姓名,身份证件号,,学校名称,年级,备注,备注,C", pupil(1).replace(",一小", ",,一小") + ",,,");

    assertThat(outcome.header().texts())
        .containsExactly("姓名", "身份证件号", "C", "学校名称", "年级", "备注", "备注（G）", "C（H）");
  }

  @Test
  void textsUnderAGroupAreJoinedWithIt() {
    Outcome outcome = read("学生信息,,,,监护人信息,,备注", "姓名,身份证号,学校,年级,姓名,姓名,", pupil(1) + ",赵某,赵某,");

    assertThat(outcome.header().texts())
        .containsExactly(
            "学生信息/姓名", "学生信息/身份证号", "学生信息/学校", "学生信息/年级", "监护人信息/姓名", "监护人信息/姓名（F）", "备注");
  }
}
