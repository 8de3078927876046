package cn.bidui.intake;

import static cn.bidui.intake.Given.id;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.intake.Given.Outcome;
import cn.bidui.source.Field;
import cn.bidui.source.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The typical header of every export is recognized as its own kind and as no other. */
class ListKindsTest {

  @TempDir Path folder;

  private Outcome read(String name, String text) {
    return Given.read(Given.file(folder, name, text.getBytes(StandardCharsets.UTF_8)), name);
  }

  /** Every shipped profile at least once, with the columns of the real export. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          roll-compulsory  | list.csv         | 学校标识码,学校名称,姓名,性别,出生日期,民族,身份证件类型,身份证件号,健康状况,户口性质,学籍号,年级,班级,入学年月,入学方式,就读方式,学生来源,是否留守儿童,是否孤儿,随班就读,残疾人类型,是否享受一补,成员1姓名,成员1关系,成员1身份证件号,学籍状态
          roll-preschool   | list.csv         | 幼儿园名称,幼儿园标识码,幼儿姓名,性别,出生日期,身份证件类型,身份证件号,班级类型,班级名称,入园日期,是否残疾,残疾幼儿类别,监护人姓名,监护人身份证号
          roll-vocational  | list.csv         | 姓名,性别,出生日期,身份证件类型,身份证件号,班级名称,学号,学生类别,学习形式,学校名称,年级,专业简称,学制,是否建档立卡贫困户
          enrolled         | 资助系统_在校生.csv   | 学校名称,学校标识码,学段,年级,班级,姓名,性别,身份证件类型,身份证件号,学籍号,就读方式
          hardship         | list.csv         | 学校名称,学校标识码,年级,班级,姓名,性别,身份证件类型,身份证件号,学籍号,户籍地,认定学年,困难等级,困难类型,认定时间,认定依据
          hardship         | list.csv         | 学校名称,年级,姓名,身份证件号,困难等级,是否脱贫家庭学生,是否低保家庭学生,是否特困供养学生,是否孤儿,是否残疾学生,是否残疾人子女,认定学年
          hardship-groups  | 困难学生认定.csv     | 学校名称,年级,班级,姓名,身份证件号,是否建档立卡,是否低保,是否孤儿,是否残疾
          aid              | list.csv         | 学年,学期,学校名称,学校标识码,学段,年级,班级,姓名,身份证件号,学籍号,资助项目,资助档次/标准,应发金额,实发金额,发放日期,发放方式,银行账号,发放状态,备注
          payments         | list.csv         | 序号,户名,身份证号,银行账号,开户银行,交易金额,交易日期,摘要,交易流水号,处理结果
          payments         | list.csv         | 序号,学校,学生姓名,学生身份证号,开户人姓名,开户人身份证号,与学生关系,社会保障卡号,补助标准,打卡金额,打卡时间,项目名称
          payments         | 一卡通发放.csv      | 姓名,身份证号,资助项目,实发金额,发放日期,银行账号
          payments         | list.csv         | 收款人,收款账号,金额,发放月份,用途
          civil            | list.csv         | 地区,户主姓名,户主身份证号,低保证号,姓名,身份证号,与户主关系,低保人员类别,享受低保金额,享受开始日期
          civil            | list.csv         | 乡镇,村,姓名,身份证号码,特困类型,供养方式,供养标准,救助类型,特困证号
          civil            | list.csv         | 儿童姓名,身份证号,性别,儿童类别说明,保障类型,养育方式,监护人姓名,监护人身份证号,与监护人关系,基本生活费,审批日期
          civil-heads      | list.csv         | 地区,户主姓名,身份证号,低保证号,起始保障年月,开户银行,账户名称,银行账号,账号状态
          civil-heads      | 城保名册.csv        | 序号,户主姓名,身份证号码,低保证号,保障人数,领取金额,领款人签字(章),领款时间
          disability       | list.csv         | 姓名,性别,残疾证号,残疾类型,残疾级别,残疾原因,联系电话,详细地址
          disability       | list.csv         | 姓名,身份证号,残疾人证号,残疾类别,残疾等级,监护人姓名,发证日期,证件状态,乡镇,村
          population       | list.csv         | 乡镇,村,村民小组,户号,姓名,性别,证件号,出生日期,户主,与户主关系,就读学校,年级,就读状况,未入学原因
          population       | list.csv         | 姓名,身份证号,户主姓名,与户主关系,现居住地
          roll-changes     | list.csv         | 学校名称,年级,班级,姓名,性别,身份证件号,学籍号,异动类型,异动日期,批准日期,转出学校,转入学校,转入地,异动原因,审核状态
          roll-changes     | 休学学生.csv        | 学校名称,年级,姓名,身份证号,休学起始日期,休学结束日期,休学原因,批准文号
          placements       | list.csv         | 姓名,身份证号,残疾证号,残疾类别,残疾等级,安置方式,安置学校,安置起始日期,安置结束日期
          placements-named | 送教上门学生.csv      | 学校,年级,姓名,身份证号,残疾类别,送教教师,送教次数
          attendance       | list.csv         | 学校名称,年级,班级,姓名,身份证件号,核查日期,在校状态,缺勤天数,缺勤起始日期,原因
          attendance-named | 在校核查.csv        | 学校名称,年级,班级,姓名,身份证件号,在校状态,原因
          schools          | list.csv         | 学校标识码,学校名称,曾用名,办学类型,学段,举办者,乡镇,校长,在校生数
          households       | list.csv         | 省,市,县,乡,村,户编号,户类型,监测对象类别,户主姓名,户主证件号码,人编号,姓名,证件类型,证件号码,与户主关系,性别,出生日期,民族,文化程度,在校生状况,义务教育阶段未上学原因,健康状况,风险是否已消除,识别监测时间,务工所在地,务工时间
          """)
  void theHeaderOfAnExportIsItsOwnKind(String profile, String file, String header) {
    Outcome outcome = read(file, header + "\n");

    assertThat(outcome.taken().profile()).isEqualTo(profile);
    assertThat(outcome.taken().sheets().get(0).unknownColumns()).isEmpty();
  }

  @Test
  void enrolledPupilsWithoutTheirTitleAreARoll() {
    assertThat(read("list.csv", "姓名,身份证件号,学校名称,年级").taken().profile()).isEqualTo("roll-compulsory");
  }

  @ParameterizedTest
  @CsvSource({
    "普通高中学籍.csv, roll-senior",
    "2025秋高中学籍在籍生.csv, roll-senior",
    "第一普高在籍.csv, roll-senior",
    "初高中学籍.csv, roll-compulsory",
    "小学、初中、普通高中学籍.csv, roll-compulsory",
    "学籍.csv, roll-compulsory"
  })
  void theTitleTellsARollOfSeniorSchools(String file, String profile) {
    Outcome outcome = read(file, "学校名称,学校标识码,全国学籍号,姓名,性别,出生日期,身份证件类型,身份证件号,年级,班级,就读方式,学籍状态");

    assertThat(outcome.taken().list().code()).isEqualTo("roll");
    assertThat(outcome.taken().profile()).isEqualTo(profile);
  }

  @Test
  void aHouseholdsNumberOfThePoliceIsNoNumberOfAMonitoredHousehold() {
    String police = "户号,姓名,性别,民族,出生日期,公民身份号码,与户主关系,户籍地址,所属派出所,乡镇,行政村,户主姓名";

    assertThat(read("a.csv", police).taken().profile()).isEqualTo("population");
    assertThat(read("b.csv", "户号,姓名,证件号码,与户主关系,监测对象类别").taken().profile()).isEqualTo("households");
  }

  @Test
  void aTitleThatNamesBothListsLeavesTheQuestionOpen() {
    Outcome outcome = read("学籍核对 资助系统在校生.csv", "姓名,身份证件号,学校名称,年级");

    assertThat(outcome.codes()).containsExactly(ProblemCode.LIST_AMBIGUOUS);
    assertThat(outcome.problem().arguments().get(0))
        .isEqualTo("资助系统在校生名单（enrolled）; 学籍在籍学生名单（roll）");
  }

  @Test
  void grantsAndPaymentsWithTheSameColumnsAreToldByTheTitleOnly() {
    String header = "姓名,身份证号,资助项目,实发金额,发放日期,银行账号";

    assertThat(read("list.csv", header).problem().arguments().get(0))
        .isEqualTo("受助学生名单（aid）; 实际发放名单（payments）");
    assertThat(read("a.csv", "2025年秋季受助学生\n" + header).taken().profile()).isEqualTo("aid");
    assertThat(read("b.csv", "营养改善补助打卡明细\n" + header).taken().profile()).isEqualTo("payments");
  }

  @Test
  void aHouseholdExportWithoutPersonsIsSentBackWithAHint() {
    Outcome outcome = read("户信息.csv", "县(市、区、旗),乡(镇),行政村,户编号,户主姓名,户主证件号码,家庭人口数,户类型\n");

    assertThat(outcome.codes()).containsExactly(ProblemCode.LIST_NOT_TAKEN);
    assertThat(outcome.problem().arguments().get(0)).isEqualTo("防返贫监测户信息");
    assertThat(outcome.problem().arguments().get(1)).contains("一户一行", "自定义导出");
  }

  @Test
  void migrantWorkersAreNoHouseholdMembers() {
    Outcome outcome = read("务工.csv", "县,乡,行政村,户编号,人编号,姓名,证件号码,务工省份,务工企业,务工月数\n");

    assertThat(outcome.codes()).containsOnly(ProblemCode.LIST_NOT_TAKEN);
  }

  @Test
  void theBooksOfATownshipNameTheHeadOnlyUnderATwoRowHeader() {
    Outcome outcome =
        read(
            "农保名册.csv",
            "某乡农村居民最低生活保障金领取名册,,,,,,,,\n"
                + "序号,户主姓名,身份证号码,低保证号,保障人数,,领取金额,,领款人签字\n"
                + ",,,,重点保障人数,残疾人数,家庭补差,重点救助60元,\n"
                + "1,赵某,"
                + id(900)
                + ",D001,1,0,320,60,\n");

    assertThat(outcome.taken().profile()).isEqualTo("civil-heads");
    assertThat(outcome.header().row()).isEqualTo(3);
    assertThat(outcome.texts(Field.HEAD_ID)).containsExactly(id(900));
    assertThat(outcome.texts(Field.BENEFIT_AMOUNT)).containsExactly("320");
  }
}
