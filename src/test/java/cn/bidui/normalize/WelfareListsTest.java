package cn.bidui.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.normalize.DisabilityRecord.Kind;
import cn.bidui.normalize.HardshipRecord.Level;
import cn.bidui.source.Cell;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.SchoolYear;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Poor pupils, people on welfare, and disabled people. */
class WelfareListsTest {

  private static final String CARD = Sample.BOY + "42";

  private static Sample sound(ListKind kind) {
    Sample sample = Sample.of(kind);
    return kind == ListKind.CIVIL ? sample.with(Field.BENEFIT, "农村低保") : sample;
  }

  @ParameterizedTest
  @CsvSource({
    "脱贫户, LIFTED_OUT",
    "01-建档立卡贫困户, LIFTED_OUT",
    "脱贫家庭学生, LIFTED_OUT",
    "脱贫不稳定家庭学生, UNSTABLE",
    "边缘易致贫户, MARGINAL",
    "突发严重困难家庭学生, SUDDEN_HARDSHIP",
    "低保家庭学生, MINIMUM_LIVING",
    "城镇低保, URBAN_MINIMUM_LIVING",
    "农村最低生活保障家庭, RURAL_MINIMUM_LIVING",
    "特困供养学生, EXTREME_POVERTY",
    "农村特困人员, RURAL_EXTREME_POVERTY",
    "低保边缘家庭, LOW_INCOME_EDGE",
    "刚性支出困难家庭, RIGID_EXPENSE",
    "其他低收入家庭, OTHER_LOW_INCOME",
    "孤儿, ORPHAN",
    "事实无人抚养儿童, UNATTENDED",
    "残疾学生, DISABLED",
    "残疾人子女, DISABLED_GUARDIAN",
    "烈士子女, MARTYR_CHILD",
    "其他, OTHER"
  })
  void aKindOfHardshipIsReadInItsSpellings(String text, String group) {
    assertThat(sound(ListKind.HARDSHIP).with(Field.HARDSHIP_TYPE, text).value(Field.HARDSHIP_TYPE))
        .isEqualTo(group);
  }

  @Test
  void aPoorPupilMayBelongToSeveralGroups() {
    HardshipRecord pupil =
        sound(ListKind.HARDSHIP)
            .with(Field.HARDSHIP_TYPE, "残疾学生、脱贫户")
            .with(Field.HARDSHIP_LEVEL, "1-特别困难")
            .with(Field.RECOGNIZED_YEAR, "2025-2026学年")
            .with(Field.RECOGNIZED_ON, "2025年10月")
            .with(Field.ORPHAN, "是")
            .with(Field.IS_DISABLED_GUARDIAN, "√")
            .with(Field.IS_MARGINAL, "否")
            .with(Field.MINIMUM_LIVING, "是")
            .title(Field.MINIMUM_LIVING, "是否农村低保")
            .with(Field.EXTREME_POVERTY, "城市特困")
            .record(HardshipRecord.class);

    assertThat(pupil.groups())
        .containsExactly(
            HardshipGroup.LIFTED_OUT,
            HardshipGroup.RURAL_MINIMUM_LIVING,
            HardshipGroup.URBAN_EXTREME_POVERTY,
            HardshipGroup.ORPHAN,
            HardshipGroup.DISABLED,
            HardshipGroup.DISABLED_GUARDIAN);
    assertThat(pupil.level()).isEqualTo(Level.SEVERE);
    assertThat(pupil.recognizedYear()).isEqualTo(new SchoolYear(2025));
    assertThat(pupil.recognizedOn()).isEqualTo(LocalDate.of(2025, 10, 1));
    assertThat(pupil.groups().iterator().next().label()).isEqualTo("脱贫户");
  }

  @Test
  void whatNoListKnowsAsHardshipIsRejected() {
    Sample sample =
        sound(ListKind.HARDSHIP)
            .with(Field.HARDSHIP_TYPE, "脱贫户、很穷")
            .with(Field.HARDSHIP_LEVEL, "甲等")
            .with(Field.RECOGNIZED_YEAR, "去年")
            .with(Field.MINIMUM_LIVING, "可能")
            .with(Field.IS_DISABLED, "也许");

    assertThat(sample.faults())
        .containsExactlyInAnyOrder(
            "VALUE-UNKNOWN hardship-type",
            "VALUE-UNKNOWN hardship-level",
            "TERM-UNREADABLE recognized-year",
            "VALUE-UNKNOWN minimum-living",
            "VALUE-UNKNOWN is-disabled");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-2026, 2025-2026",
    "2025—2026学年度, 2025-2026",
    "2025学年, 2025-2026",
    "2025-26, 2025-2026"
  })
  void aSchoolYearOfRecognitionIsRead(String text, String label) {
    assertThat(
            sound(ListKind.HARDSHIP).with(Field.RECOGNIZED_YEAR, text).value(Field.RECOGNIZED_YEAR))
        .isEqualTo(label);
  }

  @Test
  void aMissingYearOfRecognitionIsTheFiles() {
    assertThat(sound(ListKind.HARDSHIP).ofTerm("2026春").value(Field.RECOGNIZED_YEAR))
        .isEqualTo("2025-2026");
    assertThat(sound(ListKind.HARDSHIP).record(HardshipRecord.class).recognizedYear()).isNull();
    assertThat(sound(ListKind.HARDSHIP).with(Field.RECOGNIZED_YEAR, "2025-2027").faults())
        .containsExactly("TERM-UNREADABLE recognized-year");
  }

  @Test
  void aHouseholdOnWelfareMayNameItsHeadOnly() {
    CivilRecord household =
        sound(ListKind.CIVIL)
            .without(Field.NAME)
            .without(Field.CITIZEN_ID)
            .without(Field.BENEFIT)
            .with(Field.HEAD_NAME, "测试户主")
            .with(Field.HEAD_ID, Sample.GIRL)
            .with(Field.BENEFIT_NUMBER, "低保 0001")
            .with(Field.BENEFIT_FROM, "2023年4月")
            .with(Field.BENEFIT_AMOUNT, "320")
            .with(Field.HOUSEHOLD_SIZE, "3人")
            .caption("城关镇农保名册 农保名册.xls")
            .record(CivilRecord.class);

    assertThat(household.headOnly()).isTrue();
    assertThat(household.group()).isEqualTo(HardshipGroup.RURAL_MINIMUM_LIVING);
    assertThat(household.number()).isEqualTo("低保0001");
    assertThat(household.from()).isEqualTo(YearMonth.of(2023, 4));
    assertThat(household.size()).isEqualTo(new BigDecimal("3"));
    assertThat(household.headId()).isNotNull();
    assertThat(sound(ListKind.CIVIL).record(CivilRecord.class).headOnly()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "城保名册.xls, , , URBAN_MINIMUM_LIVING",
    "城关镇特困人员花名册, , 农村, RURAL_EXTREME_POVERTY",
    "孤儿名单, , 城市, ORPHAN",
    "事实无人抚养儿童, , , UNATTENDED",
    "低保边缘家庭, , , LOW_INCOME_EDGE",
    "刚性支出困难家庭, , , RIGID_EXPENSE",
    "'', 特困, 城镇, URBAN_EXTREME_POVERTY",
    "低保名单, A类, 城, URBAN_MINIMUM_LIVING",
    "低保名单, 农村, , RURAL_MINIMUM_LIVING",
    "民政低保, , 城乡, MINIMUM_LIVING"
  })
  void theKindOfWelfareIsReadFromColumnsOrTitle(
      String caption, String benefit, String area, String group) {
    Sample sample =
        sound(ListKind.CIVIL)
            .with(Field.BENEFIT, benefit == null ? "" : benefit)
            .with(Field.TOWN_OR_COUNTRY, area == null ? "" : area)
            .caption(caption);

    assertThat(sample.faults()).isEmpty();
    assertThat(sample.value(Field.BENEFIT)).isEqualTo(group);
  }

  @Test
  void columnsMayTellTheKindOfWelfareToo() {
    Sample sample =
        sound(ListKind.CIVIL)
            .without(Field.BENEFIT)
            .with(Field.BENEFIT_NUMBER, "1")
            .title(Field.BENEFIT_NUMBER, "特困证号");

    assertThat(sample.value(Field.BENEFIT)).isEqualTo("EXTREME_POVERTY");
  }

  @Test
  void welfareOfNoKindOrOfTwoIsAsked() {
    Sample civil = sound(ListKind.CIVIL).without(Field.BENEFIT);

    assertThat(civil.faults()).containsExactly("VALUE-MISSING benefit");
    assertThat(civil.caption("孤儿和事实无人抚养儿童").faults()).containsExactly("VALUE-MISSING benefit");
    assertThat(civil.with(Field.BENEFIT, "好人").faults()).containsExactly("VALUE-UNKNOWN benefit");
    assertThat(civil.with(Field.BENEFIT, "低保").with(Field.TOWN_OR_COUNTRY, "海边").faults())
        .containsExactly("VALUE-UNKNOWN town-or-country");
    assertThat(civil.with(Field.TOWN_OR_COUNTRY, new Cell("#REF!", Cell.Kind.ERROR)).faults())
        .containsExactly("CELL-ERROR town-or-country");
    assertThat(civil.with(Field.TOWN_OR_COUNTRY, "").with(Field.NAME, "").faults())
        .containsExactly("VALUE-MISSING name");
  }

  @Test
  void kindAndLevelOfADisabilityAreInTheNumberOfTheCard() {
    DisabilityRecord person =
        sound(ListKind.DISABILITY)
            .without(Field.CITIZEN_ID)
            .with(Field.DISABILITY_NUMBER, CARD + "B1")
            .with(Field.GUARDIAN1_NAME, "测试母")
            .record(DisabilityRecord.class);

    assertThat(person.kind()).isEqualTo(Kind.PHYSICAL);
    assertThat(person.level()).isEqualTo(2);
    assertThat(person.id().idOrNull()).isNotNull();
    assertThat(person.guardians()).hasSize(1);
    assertThat(person.number()).isNotNull();
    assertThat(String.valueOf(person.number())).doesNotContain(Sample.BOY);
  }

  @Test
  void theColumnsOfADisabilityWinOverTheNumber() {
    DisabilityRecord person =
        sound(ListKind.DISABILITY)
            .with(Field.DISABILITY_NUMBER, CARD)
            .with(Field.DISABILITY_KIND, "智力、肢体")
            .with(Field.DISABILITY_LEVEL, "一级")
            .record(DisabilityRecord.class);

    assertThat(person.kind()).isEqualTo(Kind.MULTIPLE);
    assertThat(person.level()).isEqualTo(1);
    assertThat(Kind.MULTIPLE.label()).isEqualTo("多重");
  }

  @Test
  void aNumberThatIsNoCardSaysNothing() {
    DisabilityRecord person = sound(ListKind.DISABILITY).record(DisabilityRecord.class);

    assertThat(person.number()).isNull();
    assertThat(person.kind()).isNull();
    assertThat(person.level()).isNull();
    assertThat(new DisabilityNumber(Sample.BOY + "99").kind()).isNull();
    assertThat(new DisabilityNumber(Sample.BOY + "99").level()).isNull();
    assertThat(
            sound(ListKind.DISABILITY)
                .with(Field.DISABILITY_KIND, "说不清")
                .with(Field.DISABILITY_LEVEL, "五级")
                .faults())
        .containsExactly("VALUE-UNKNOWN disability-kind", "VALUE-UNKNOWN disability-level");
    assertThat(
            sound(ListKind.DISABILITY)
                .without(Field.CITIZEN_ID)
                .number(Field.DISABILITY_NUMBER, "9.9010120130905123E19")
                .faults())
        .containsExactly("ID-PRECISION-LOST disability-number");
  }
}
