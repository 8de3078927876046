package cn.bidui.intake;

import static cn.bidui.intake.Given.id;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.intake.Given.Outcome;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.ProblemCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecognitionTest {

  @TempDir Path folder;

  private Outcome read(String... lines) {
    return Given.read(Given.text(folder, String.join("\n", lines)));
  }

  @Test
  void theShortestListsThatClerksMakeAreTaken() {
    Outcome roll = read("姓名,身份证件号,学校名称,年级");
    Outcome aid = read("姓名,身份证件号,资助项目,应发金额,学年,学期");
    Outcome households = read("户编号,姓名,证件号码,户类型");
    Outcome monitored = read("户编号,姓名,证件号码,监测对象类别");

    assertThat(roll.taken().profile()).isEqualTo("roll-compulsory");
    assertThat(aid.taken().list()).isEqualTo(ListKind.AID);
    assertThat(households.taken().list()).isEqualTo(ListKind.HOUSEHOLDS);
    assertThat(monitored.taken().list()).isEqualTo(ListKind.HOUSEHOLDS);
  }

  @Test
  void anAidListWithAllColumnsOfARollIsAnAidList() {
    Outcome outcome =
        read(
            "学年,学期,学校名称,学校标识码,学段,年级,班级,姓名,性别,就读方式,身份证件号,学籍号,学籍状态,成员1姓名,资助项目,资助档次/标准,应发金额,实发金额,发放日期,发放方式,银行账号,发放状态,备注");

    assertThat(outcome.taken().list()).isEqualTo(ListKind.AID);
    assertThat(outcome.header().columns())
        .containsKeys(Field.TERM, Field.TIER, Field.PAID_ON, Field.ACCOUNT, Field.PAYMENT_STATUS);
  }

  @Test
  void theVocationalRollIsToldByItsOwnColumns() {
    Outcome outcome = read("姓名,性别,出生日期,身份证件类型,身份证件号,姓名拼音,学校名称,年级,班级名称,学号,学生类别,学习形式,专业简称,学制");

    assertThat(outcome.taken().profile()).isEqualTo("roll-vocational");
    assertThat(outcome.taken().sheets().get(0).unknownColumns()).isEmpty();
  }

  @Test
  void theHeadsNumberIsNotTheMembers() {
    Outcome outcome =
        read(
            "县(市、区、旗),乡(镇),行政村,户编号,户主姓名,户主证件号码,姓名,证件号码,与户主关系,监测对象类别,在校生状况",
            "某县,甲乡,乙村,9901010001,赵某," + id(900) + ",赵一一," + id(1) + ",之子,边缘易致贫户,小学");

    assertThat(outcome.texts(Field.CITIZEN_ID)).containsExactly(id(1));
    assertThat(outcome.texts(Field.HEAD_ID)).containsExactly(id(900));
    assertThat(outcome.texts(Field.TOWNSHIP)).containsExactly("甲乡");
  }

  @Test
  void anAidListMayNameTheKindOfHousehold() {
    assertThat(read("姓名,身份证件号,户类型,监测对象类别,资助项目,实发金额").taken().list()).isEqualTo(ListKind.AID);
  }

  @Test
  void columnsOfTwoListsAreRefusedWithBothNamed() {
    Outcome outcome = read("户编号,姓名,身份证件号,监测对象类别,学校名称,年级");

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.LIST_AMBIGUOUS);
    assertThat(outcome.problem().arguments().get(0))
        .contains("学籍在籍学生名单（roll）", "防返贫监测家庭成员名单（households）");
    assertThat(((FileReading.Refused) outcome.reading()).list()).isEmpty();
  }

  @Test
  void aidOfHouseholdsIsAmbiguousToo() {
    assertThat(read("户编号,姓名,身份证件号,资助项目,应发金额").codes()).containsExactly(ProblemCode.LIST_AMBIGUOUS);
  }

  @Test
  void aListOfFundedPupilsWithoutAmountsIsNotTakenForARoll() {
    Outcome outcome = read("姓名,身份证件号,学校名称,年级,资助项目");

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.HEADER_COLUMN_MISSING);
    assertThat(outcome.problem().arguments().get(0)).isEqualTo("应发金额 / 实发金额");
    assertThat(outcome.problem().arguments().get(3)).isEqualTo("受助学生名单");
  }

  @Test
  void aHeaderThatCouldBecomeSeveralListsIsRefusedWithWhatEachLacks() {
    Outcome outcome = read("姓名,身份证件号,性别,备注,民族,学段");

    assertThat(outcome.codes()).containsOnly(ProblemCode.HEADER_COLUMN_MISSING);
    assertThat(outcome.problems())
        .extracting(problem -> problem.arguments().get(0))
        .containsExactly("学校名称", "年级");
    Outcome nothing = read("姓名,性别,备注");
    assertThat(nothing.problems()).isNotEmpty();
  }

  @Test
  void aSummaryIsNoListOfPersons() {
    Outcome outcome = read("学校名称,年级,班级,人数", "一小,一年级,1,35");

    assertThat(outcome.problems()).isNotEmpty();
    assertThat(outcome.reading().sheets().get(0).state()).isEqualTo(SheetReading.State.NO_PERSONS);
  }
}
