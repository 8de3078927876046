package cn.bidui.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradeTest {

  @ParameterizedTest
  @CsvSource({
    "一年级, PRIMARY-1",
    "六年级, PRIMARY-6",
    "第三年级, PRIMARY-3",
    "3年级, PRIMARY-3",
    "３年级, PRIMARY-3",
    "3, PRIMARY-3",
    "三, PRIMARY-3",
    "小学三年级, PRIMARY-3",
    "三年级(2)班, PRIMARY-3",
    "三年级2班, PRIMARY-3",
    "小学, PRIMARY-0",
    "小学阶段, PRIMARY-0",
    "七年级, JUNIOR-1",
    "八年级, JUNIOR-2",
    "九年级, JUNIOR-3",
    "7, JUNIOR-1",
    "初一, JUNIOR-1",
    "初 二, JUNIOR-2",
    "初3, JUNIOR-3",
    "初三毕业班, JUNIOR-3",
    "初一（2）班, JUNIOR-1",
    "初中一年级, JUNIOR-1",
    "初中八年级, JUNIOR-2",
    "初中初一, JUNIOR-1",
    "普通初中三年级, JUNIOR-3",
    "初中, JUNIOR-0",
    "初中教育阶段, JUNIOR-0",
    "高中一年级, SENIOR-1",
    "普通高中二年级, SENIOR-2",
    "普通高中三年级, SENIOR-3",
    "高一, SENIOR-1",
    "高二年级, SENIOR-2",
    "高3, SENIOR-3",
    "高一级, SENIOR-1",
    "高一(3)班, SENIOR-1",
    "高中高一, SENIOR-1",
    "十年级, SENIOR-1",
    "十二年级, SENIOR-3",
    "12年级, SENIOR-3",
    "普高, SENIOR-0",
    "中职一年级, VOCATIONAL-1",
    "中职三年级, VOCATIONAL-3",
    "中等职业学校二年级, VOCATIONAL-2",
    "职高一年级, VOCATIONAL-1",
    "技工, VOCATIONAL-0",
    "高职高专一年级, COLLEGE-1",
    "高职二年级, COLLEGE-2",
    "大专三年级, COLLEGE-3",
    "本科, UNDERGRADUATE-0",
    "本科五年级, UNDERGRADUATE-5",
    "硕士生及以上, GRADUATE-0",
    "硕士研究生及以上, GRADUATE-0",
    "学前教育, PRESCHOOL-0",
    "学前, PRESCHOOL-0",
    "幼儿园小班, PRESCHOOL-1",
    "中班, PRESCHOOL-2",
    "大班, PRESCHOOL-3",
    "学前班, PRESCHOOL-3"
  })
  void spellingsOfRollAidAndHouseholdListsAreRead(String text, String code) {
    assertThat(Grade.read(text)).contains(Grade.parse(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "学龄前儿童", "非在校生", "未入学", "2023级", "2023", "13", "0", "10班", "3班", "6岁", "初四", "高四",
        "小学七年级", "大一", "第一学期", "九年一贯制", "初中毕业", "1一", "某某三年级", "班", "最高一", "一年级学生"
      })
  void otherTextIsNoGrade(String text) {
    assertThat(Grade.read(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "JUNIOR, 一年级, JUNIOR-1",
    "JUNIOR, 七年级, JUNIOR-1",
    "JUNIOR, 初一, JUNIOR-1",
    "JUNIOR, 六年级, PRIMARY-6",
    "PRIMARY, 七年级, JUNIOR-1",
    "PRIMARY, 三年级, PRIMARY-3",
    "SENIOR, 二年级, SENIOR-2",
    "SENIOR, 高二, SENIOR-2",
    "VOCATIONAL, 三年级, VOCATIONAL-3",
    "VOCATIONAL, 高一, SENIOR-1",
    "PRESCHOOL, 大班, PRESCHOOL-3",
    "UNDERGRADUATE, 四年级, UNDERGRADUATE-4",
    "JUNIOR, '', JUNIOR-0"
  })
  void theStageBesideFillsInWhatABareGradeLeavesOpen(Stage stage, String text, String code) {
    assertThat(Grade.read(stage, text)).contains(Grade.parse(code));
  }

  @Test
  void withoutAStageBesideTheGradeIsReadAlone() {
    assertThat(Grade.read(null, "一年级")).contains(new Grade(Stage.PRIMARY, 1));
    assertThat(Grade.read(null, "")).isEmpty();
    assertThat(Grade.read(Stage.JUNIOR, "不详")).isEmpty();
  }

  static Stream<Grade> all() {
    return Stream.of(Stage.values())
        .flatMap(
            stage -> IntStream.rangeClosed(0, stage.years()).mapToObj(y -> new Grade(stage, y)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void labelAndCodeReadBackAsTheSameGrade(Grade grade) {
    assertThat(Grade.read(grade.label())).contains(grade);
    assertThat(Grade.parse(grade.code())).isEqualTo(grade);
  }

  @Test
  void labelsAreThoseOfReports() {
    assertThat(
            Stream.of(
                "PRIMARY-3", "JUNIOR-1", "SENIOR-2", "VOCATIONAL-1", "PRESCHOOL-1", "PRIMARY-0"))
        .extracting(code -> Grade.parse(code).label())
        .containsExactly("三年级", "七年级", "普高二年级", "中职一年级", "小班", "小学");
  }

  @Test
  void thePupilsOfTheLastGradeLeaveInSummer() {
    List<String> leaving = all().filter(Grade::leaving).map(Grade::code).toList();

    assertThat(leaving)
        .containsExactly("PRESCHOOL-3", "PRIMARY-6", "JUNIOR-3", "SENIOR-3", "VOCATIONAL-3");
  }

  @Test
  void gradesAreOrderedAsAChildPassesThroughThem() {
    assertThat(
            Stream.of("JUNIOR-1", "PRIMARY-6", "PRIMARY-1", "SENIOR-3").map(Grade::parse).sorted())
        .extracting(Grade::code)
        .containsExactly("PRIMARY-1", "PRIMARY-6", "JUNIOR-1", "SENIOR-3");
  }

  @Test
  void aStageHasNoMoreGradesThanItsYears() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Grade(Stage.JUNIOR, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> new Grade(Stage.JUNIOR, -1));
  }

  @Test
  void onlyPrimaryAndJuniorSchoolAreCompulsory() {
    assertThat(Stream.of(Stage.values()).filter(Stage::compulsory))
        .containsExactly(Stage.PRIMARY, Stage.JUNIOR);
    assertThat(Optional.of(Grade.of(Stage.PRIMARY)).map(Grade::year)).contains(0);
  }
}
