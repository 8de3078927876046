package cn.bidui.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.normalize.AttendanceRecord.Presence;
import cn.bidui.normalize.DisabilityRecord.Kind;
import cn.bidui.normalize.HardshipRecord.Level;
import cn.bidui.normalize.PlacementRecord.Placement;
import cn.bidui.normalize.PopulationRecord.Attending;
import cn.bidui.normalize.RollChangeRecord.Change;
import cn.bidui.normalize.RollChangeRecord.Progress;
import cn.bidui.person.Boarding;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.Grade;
import cn.bidui.person.Stage;
import cn.bidui.source.Cell;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.SchoolYear;
import cn.bidui.source.SourceFile;
import cn.bidui.source.Yuan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rows of the ten lists besides roll, grants and household members. */
class FurtherListsTest {

  private static final String CARD = Sample.BOY + "42";

  private static Sample sound(ListKind kind) {
    Sample sample = Sample.of(kind);
    return switch (kind) {
      case ENROLLED -> sample.with(Field.SCHOOL_NAME, "某小学").with(Field.GRADE, "三年级");
      case PAYMENTS -> sample.with(Field.AMOUNT_PAID, "625");
      case CIVIL -> sample.with(Field.BENEFIT, "农村低保");
      case ROLL_CHANGES -> sample.with(Field.CHANGE_TYPE, "休学");
      case PLACEMENTS -> sample.with(Field.PLACEMENT, "送教上门");
      case SCHOOLS ->
          sample
              .without(Field.NAME)
              .without(Field.CITIZEN_ID)
              .with(Field.SCHOOL_NAME, "某小学")
              .with(Field.SCHOOL_CODE, "2199000001");
      default -> sample;
    };
  }

  @ParameterizedTest
  @EnumSource(
      value = ListKind.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ROLL", "AID", "HOUSEHOLDS"})
  void aRowIsItsRecordAgain(ListKind kind) {
    Sample sample = sound(kind);
    RecordTable table =
        new RecordTable.Builder(kind, new Strings())
            .add(
                new RowRef(new SourceFile("1", "a.xlsx", ""), "1", 4),
                ((RowOutcome.Accepted) sample.outcome()).values())
            .build();

    assertThat(sample.faults()).isEmpty();
    assertThat(table.record(0)).isEqualTo(sample.record());
    assertThat(table.id(0)).isEqualTo(kind == ListKind.SCHOOLS ? 0 : 99010120130905123L);
    assertThat(table.strings().text(table.name(0)))
        .isEqualTo(kind == ListKind.SCHOOLS ? "" : "测试甲");
    assertThat(sample.record().toString()).doesNotContain("测试甲", Sample.BOY);
  }

  @ParameterizedTest
  @EnumSource(
      value = ListKind.class,
      names = {
        "ENROLLED",
        "HARDSHIP",
        "DISABILITY",
        "POPULATION",
        "ROLL_CHANGES",
        "PLACEMENTS",
        "ATTENDANCE"
      })
  void aRowWithoutANameIsRejected(ListKind kind) {
    assertThat(sound(kind).with(Field.NAME, " ").faults()).containsExactly("VALUE-MISSING name");
  }

  @Test
  void namesKeepRareCharactersAndDotsAsTheyStand() {
    for (String name :
        List.of("阿依古丽·买买提", "阿依古丽•买买提", "阿依古丽．买买提", "张\uE815", "李𬭎", "王\uD842\uDFB7")) {
      assertThat(sound(ListKind.HARDSHIP).with(Field.NAME, name).value(Field.NAME)).isEqualTo(name);
      assertThat(sound(ListKind.POPULATION).with(Field.HEAD_NAME, name).value(Field.HEAD_NAME))
          .isEqualTo(name);
    }
  }

  @Test
  void enrolledPupilsAreReadLikeTheRoll() {
    EnrolledRecord pupil =
        sound(ListKind.ENROLLED)
            .with(Field.BOARDING, "2-住校")
            .with(Field.ROLL_STATUS, "休学")
            .with(Field.STUDY_FORM, "非全日制")
            .record(EnrolledRecord.class);

    assertThat(pupil.grade()).isEqualTo(new Grade(Stage.PRIMARY, 3));
    assertThat(pupil.boarding()).isEqualTo(Boarding.BOARDER);
    assertThat(pupil.status()).isEqualTo(RollStatus.SUSPENDED);
    assertThat(pupil.fullTime()).isFalse();
    assertThat(sound(ListKind.ENROLLED).with(Field.GRADE, "").faults())
        .containsExactly("VALUE-MISSING grade");
    assertThat(sound(ListKind.ENROLLED).with(Field.SCHOOL_NAME, "").faults())
        .containsExactly("VALUE-MISSING school-name");
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
  void aPaymentMayNameTheChildOrTheAccountHolder() {
    PaymentRecord payment =
        sound(ListKind.PAYMENTS)
            .without(Field.NAME)
            .without(Field.CITIZEN_ID)
            .with(Field.PAYEE_NAME, "测试父")
            .with(Field.PAYEE_ID, Sample.GIRL)
            .with(Field.ACCOUNT, "6217 0099 0000 0000 001")
            .with(Field.AMOUNT_PAID, "¥1,312.50")
            .with(Field.PAID_ON, "2025.10.9")
            .number(Field.PAYMENT_MONTH, "202509.0")
            .with(Field.PROGRAM, "营养改善计划")
            .record(PaymentRecord.class);

    assertThat(payment.name().isBlank()).isTrue();
    assertThat(payment.payee()).isNotNull();
    assertThat(payment.payeeId()).isInstanceOf(CitizenIdReading.Valid.class);
    assertThat(payment.account()).isEqualTo("6217009900000000001");
    assertThat(payment.paid()).isEqualTo(Yuan.read("1312.5").orElseThrow());
    assertThat(payment.paidOn()).isEqualTo(LocalDate.of(2025, 10, 9));
    assertThat(payment.month()).isEqualTo(YearMonth.of(2025, 9));
    assertThat(payment.term()).isNull();
  }

  @Test
  void aPaymentWithoutAmountOrNameIsRejected() {
    assertThat(sound(ListKind.PAYMENTS).with(Field.AMOUNT_PAID, "").faults())
        .containsExactly("VALUE-MISSING amount-paid");
    assertThat(sound(ListKind.PAYMENTS).with(Field.AMOUNT_PAID, "若干").faults())
        .containsExactly("MONEY-UNREADABLE amount-paid");
    assertThat(sound(ListKind.PAYMENTS).with(Field.NAME, "").faults())
        .containsExactly("VALUE-MISSING name");
    assertThat(sound(ListKind.PAYMENTS).without(Field.NAME).with(Field.PAYEE_NAME, "").faults())
        .containsExactly("VALUE-MISSING payee-name");
  }

  @Test
  void theTermOfAPaymentIsWhatRowOrFileSay() {
    Sample payment = sound(ListKind.PAYMENTS);

    assertThat(payment.value(Field.TERM)).isEmpty();
    assertThat(payment.ofTerm("2025秋").value(Field.TERM)).isEqualTo("2025秋");
    assertThat(payment.with(Field.TERM, "秋季").value(Field.TERM)).isEqualTo("2025秋");
    assertThat(payment.with(Field.TERM, "春季").faults()).containsExactly("TERM-UNREADABLE term");
    assertThat(payment.with(Field.SCHOOL_YEAR, "2024-2025").value(Field.TERM)).isEqualTo("2025春");
    assertThat(payment.with(Field.SCHOOL_YEAR, new Cell("#N/A", Cell.Kind.ERROR)).faults())
        .containsExactly("CELL-ERROR school-year");
    assertThat(sound(ListKind.PAYMENTS).with(Field.TERM, "第一学期").faults())
        .containsExactly("TERM-UNREADABLE term");
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

  @ParameterizedTest
  @CsvSource({
    "在读, IN_SCHOOL",
    "是, IN_SCHOOL",
    "三年级, IN_SCHOOL",
    "省外就读, ELSEWHERE",
    "未入学, NOT_ENROLLED",
    "疑似辍学, DROPPED_OUT",
    "已初中毕业, GRADUATED",
    "学龄前, TOO_YOUNG",
    "延缓入学, DEFERRED",
    "送教上门, TAUGHT_AT_HOME",
    "空挂户, GONE",
    "休学, ON_LEAVE"
  })
  void whereAVillageFoundAChildIsRead(String text, Attending attending) {
    PopulationRecord child =
        sound(ListKind.POPULATION)
            .with(Field.ATTENDING, text)
            .with(Field.HOUSEHOLD_NUMBER, "990101000001")
            .record(PopulationRecord.class);

    assertThat(child.attending()).isEqualTo(attending);
    assertThat(attending.label()).isNotBlank();
  }

  @Test
  void anUnknownStateOfSchoolingIsRejected() {
    assertThat(sound(ListKind.POPULATION).with(Field.ATTENDING, "不清楚").faults())
        .containsExactly("VALUE-UNKNOWN attending");
    assertThat(sound(ListKind.POPULATION).record(PopulationRecord.class).attending()).isNull();
  }

  @Test
  void aChangeOfTheRollIsReadWithItsDates() {
    RollChangeRecord change =
        sound(ListKind.ROLL_CHANGES)
            .with(Field.CHANGE_TYPE, "1-因病休学")
            .with(Field.CHANGED_ON, "20250908")
            .with(Field.LEAVE_FROM, "2025年9月")
            .with(Field.LEAVE_TO, "2026.8")
            .with(Field.CHANGE_STATUS, "审核通过")
            .with(Field.TO_SCHOOL, "外县某中学")
            .record(RollChangeRecord.class);

    assertThat(change.change()).isEqualTo(Change.SUSPENSION);
    assertThat(change.changedOn()).isEqualTo(LocalDate.of(2025, 9, 8));
    assertThat(change.leaveFrom()).isEqualTo(LocalDate.of(2025, 9, 1));
    assertThat(change.leaveTo()).isEqualTo(LocalDate.of(2026, 8, 31));
    assertThat(change.progress()).isEqualTo(Progress.DONE);
    assertThat(change.toSchool()).isEqualTo("外县某中学");
    assertThat(Change.SUSPENSION.label() + Progress.PENDING.label()).isEqualTo("休学在途");
  }

  @ParameterizedTest
  @CsvSource({
    "退学学生名单, , WITHDRAWAL",
    "转学（转入）名单, , TRANSFER_IN",
    "转学名单, , TRANSFER",
    "'', 复学日期, RETURN",
    "学籍异动, 转出日期, TRANSFER_OUT"
  })
  void theKindOfChangeMayStandInTitleOrHeader(String caption, String title, Change change) {
    Sample sample =
        sound(ListKind.ROLL_CHANGES)
            .without(Field.CHANGE_TYPE)
            .with(Field.CHANGED_ON, "2025-9-8")
            .title(Field.CHANGED_ON, title == null ? "异动日期" : title)
            .caption(caption);

    assertThat(sample.record(RollChangeRecord.class).change()).isEqualTo(change);
  }

  @Test
  void aLeaveWithDatesIsASuspensionAndWhatSaysNothingIsAsked() {
    Sample change = sound(ListKind.ROLL_CHANGES).without(Field.CHANGE_TYPE);

    assertThat(change.faults()).containsExactly("VALUE-MISSING change-type");
    assertThat(change.caption("休学、复学名单").faults()).containsExactly("VALUE-MISSING change-type");
    assertThat(change.with(Field.LEAVE_FROM, "2025-9-1").value(Field.CHANGE_TYPE))
        .isEqualTo("SUSPENSION");
    assertThat(change.with(Field.LEAVE_TO, "至今").record(RollChangeRecord.class).leaveTo()).isNull();
    assertThat(change.with(Field.LEAVE_TO, "明年").faults())
        .containsExactly("DATE-UNREADABLE leave-to");
    assertThat(
            change
                .with(Field.LEAVE_TO, "")
                .with(Field.CHANGE_TYPE, "消失")
                .with(Field.CHANGE_STATUS, "不明")
                .faults())
        .containsExactly("VALUE-UNKNOWN change-type", "VALUE-UNKNOWN change-status");
  }

  @Test
  void aPlacementIsReadFromItsColumnOrTitle() {
    PlacementRecord child =
        sound(ListKind.PLACEMENTS)
            .with(Field.PLACEMENT, "普通学校随班就读")
            .with(Field.DISABILITY_NUMBER, CARD)
            .with(Field.PLACED_FROM, "2025-09-01")
            .with(Field.PLACED_TO, "长期")
            .record(PlacementRecord.class);
    Sample titled = sound(ListKind.PLACEMENTS).without(Field.PLACEMENT).caption("延缓入学儿童名单 缓学");

    assertThat(child.placement()).isEqualTo(Placement.REGULAR_CLASS);
    assertThat(child.disability()).isEqualTo(Kind.PHYSICAL);
    assertThat(child.level()).isEqualTo(2);
    assertThat(child.to()).isNull();
    assertThat(child.placement().label()).isEqualTo("随班就读");
    assertThat(titled.record(PlacementRecord.class).placement()).isEqualTo(Placement.DEFERRED);
    assertThat(titled.caption("").faults()).containsExactly("VALUE-MISSING placement");
  }

  @Test
  void anAbsenceIsReadWithItsDays() {
    AttendanceRecord pupil =
        sound(ListKind.ATTENDANCE)
            .with(Field.CHECKED_ON, "2025-11-03")
            .with(Field.PRESENCE, "不在校")
            .with(Field.ABSENT_DAYS, "7天")
            .with(Field.ABSENT_SINCE, "2025/10/27")
            .with(Field.REASON, "外出务工")
            .record(AttendanceRecord.class);

    assertThat(pupil.presence()).isEqualTo(Presence.ABSENT);
    assertThat(pupil.absentDays()).isEqualTo(new BigDecimal("7"));
    assertThat(pupil.absentSince()).isEqualTo(LocalDate.of(2025, 10, 27));
    assertThat(pupil.checkedOn()).isEqualTo(LocalDate.of(2025, 11, 3));
    assertThat(Presence.ABSENT.label()).isEqualTo("缺勤");
    assertThat(
            sound(ListKind.ATTENDANCE)
                .with(Field.ABSENT_DAYS, "很久")
                .with(Field.PRESENCE, "不知道")
                .faults())
        .containsExactly("VALUE-UNKNOWN presence", "VALUE-UNKNOWN absent-days");
  }

  @Test
  void aSchoolHasItsNamesAndStages() {
    SchoolRecord school =
        sound(ListKind.SCHOOLS)
            .with(Field.SCHOOL_ALIAS, "某完小、某中心小学")
            .with(Field.SCHOOL_KIND, "九年一贯制学校")
            .with(Field.SPONSOR, "县级教育部门")
            .record(SchoolRecord.class);

    assertThat(school.aliases()).containsExactly("某完小", "某中心小学");
    assertThat(school.stages()).containsExactly(Stage.PRIMARY, Stage.JUNIOR);
    assertThat(school.name().isBlank()).isTrue();
    assertThat(school.id()).isInstanceOf(CitizenIdReading.Missing.class);
    assertThat(sound(ListKind.SCHOOLS).with(Field.SCHOOL_CODE, "").faults())
        .containsExactly("VALUE-MISSING school-code");
    assertThat(sound(ListKind.SCHOOLS).with(Field.SCHOOL_NAME, "").faults())
        .containsExactly("VALUE-MISSING school-name");
  }

  @ParameterizedTest
  @CsvSource({
    "小学、初中, , 2199000001, 'PRIMARY,JUNIOR'",
    ", 职业高中, 3699000001, VOCATIONAL",
    ", , 1199000001, PRESCHOOL",
    ", , 2199000001, PRIMARY",
    ", , 3199000001, JUNIOR",
    ", , 3499000001, SENIOR",
    ", , 3699000001, VOCATIONAL",
    ", , 5199000001, ''",
    ", , 99, ''",
    "普通高中, , 3499000001, SENIOR"
  })
  void theStagesOfASchoolAreReadFromColumnKindOrCode(
      String stage, String kind, String code, String stages) {
    Sample school =
        sound(ListKind.SCHOOLS)
            .with(Field.STAGE, stage == null ? "" : stage)
            .with(Field.SCHOOL_KIND, kind == null ? "" : kind)
            .with(Field.SCHOOL_CODE, code);

    assertThat(school.value(Field.STAGE)).isEqualTo(stages);
  }
}
