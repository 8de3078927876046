package cn.bidui.normalize;

import static cn.bidui.source.Field.BIRTH_DATE;
import static cn.bidui.source.Field.ENJOYS_POLICY;
import static cn.bidui.source.Field.EXTREME_POVERTY;
import static cn.bidui.source.Field.HEALTH;
import static cn.bidui.source.Field.HOUSEHOLD_TYPE;
import static cn.bidui.source.Field.MINIMUM_LIVING;
import static cn.bidui.source.Field.MONITOR_CATEGORY;
import static cn.bidui.source.Field.ORPHAN;
import static cn.bidui.source.Field.RISK_CLEARED;
import static cn.bidui.source.Field.SCHOOLING;
import static cn.bidui.source.Field.SEX;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.normalize.HouseholdRecord.MonitoredKind;
import cn.bidui.normalize.HouseholdRecord.Welfare;
import cn.bidui.person.Grade;
import cn.bidui.person.Sex;
import cn.bidui.source.Field;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the list of monitored households says in closed words. */
class HouseholdFieldsTest {

  @ParameterizedTest
  @CsvSource({
    "脱贫不稳定户, UNSTABLE",
    "边缘易致贫户, MARGINAL",
    "突发严重困难户, SUDDEN_HARDSHIP",
    "突发严重困难, SUDDEN_HARDSHIP"
  })
  void aMonitoredHouseholdIsOfOneOfThreeKinds(String text, MonitoredKind kind) {
    assertThat(Sample.household().with(MONITOR_CATEGORY, text).householdRecord().monitored())
        .isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NULL", "无", "非监测对象", "一般农户"})
  void otherHouseholdsAreNotMonitored(String text) {
    assertThat(Sample.household().with(MONITOR_CATEGORY, text).householdRecord().monitored())
        .isNull();
  }

  @Test
  void anUnknownKindIsRejected() {
    assertThat(Sample.household().with(MONITOR_CATEGORY, "其他监测户").faults())
        .containsExactly("VALUE-UNKNOWN monitor-category");
    assertThat(MonitoredKind.MARGINAL.label()).isEqualTo("边缘易致贫户");
  }

  @ParameterizedTest
  @CsvSource({
    "脱贫户, true",
    "脱贫不稳定户, true",
    "一般农户, false",
    "非脱贫户, false",
    "未脱贫, false",
    "'', false",
    "已脱贫户, true"
  })
  void aHouseholdIsLiftedOutIfItsTypeSaysSo(String text, boolean lifted) {
    assertThat(Sample.household().with(HOUSEHOLD_TYPE, text).householdRecord().liftedOut())
        .isEqualTo(lifted);
  }

  @ParameterizedTest
  @CsvSource({
    "享受低保政策情况, 农村低保, RURAL",
    "享受低保政策情况, 城市低保, URBAN",
    "享受低保政策情况, 城镇低保, URBAN",
    "享受低保政策情况, 未享受, NONE",
    "享受低保政策情况, 不享受农村低保, NONE",
    "享受低保政策情况, 享受农村低保, RURAL",
    "享受低保政策情况, '', NONE",
    "是否享受农村居民最低生活保障, 是, RURAL",
    "是否享受农村居民最低生活保障, 否, NONE",
    "是否享受城市居民最低生活保障, 是, URBAN",
    "是否享受城乡居民最低生活保障, 是, RURAL",
    "是否低保, 1, RURAL",
    "低保, 低保户, RURAL",
    "享受低保政策情况, 非低保户, NONE",
    "享受低保政策情况, 无低保, NONE"
  })
  void minimumLivingIsOfTownOrCountry(String title, String text, Welfare welfare) {
    assertThat(
            Sample.household()
                .title(MINIMUM_LIVING, title)
                .with(MINIMUM_LIVING, text)
                .householdRecord()
                .minimumLiving())
        .isEqualTo(welfare);
  }

  @ParameterizedTest
  @CsvSource({
    "农村特困, RURAL",
    "城市特困, URBAN",
    "不享受, NONE",
    "农村特困供养(分散), RURAL",
    "是, RURAL",
    "特困, RURAL",
    "0, NONE"
  })
  void extremePovertyIsOfTownOrCountry(String text, Welfare welfare) {
    assertThat(Sample.household().with(EXTREME_POVERTY, text).householdRecord().extremePoverty())
        .isEqualTo(welfare);
  }

  @Test
  void unknownWelfareIsNamedWithWhatIsAllowed() {
    assertThat(Sample.household().with(MINIMUM_LIVING, "城乡低保").problems().get(0).arguments())
        .containsExactly("城市低保、农村低保、未享受");
    assertThat(Sample.household().with(EXTREME_POVERTY, "二级").problems().get(0).arguments())
        .containsExactly("城市特困、农村特困、不享受");
  }

  @ParameterizedTest
  @CsvSource({
    "是, true",
    "否, false",
    "1, true",
    "0, false",
    "√, true",
    "已消除, true",
    "未消除, false",
    "TRUE, true"
  })
  void whetherTheRiskIsClearedIsAnAnswer(String text, boolean cleared) {
    assertThat(Sample.household().with(RISK_CLEARED, text).householdRecord().riskCleared())
        .isEqualTo(cleared);
  }

  @Test
  void noAnswerIsNull() {
    assertThat(Sample.household().householdRecord().riskCleared()).isNull();
    assertThat(Sample.household().with(RISK_CLEARED, "2").faults())
        .containsExactly("VALUE-UNKNOWN risk-cleared");
  }

  @ParameterizedTest
  @CsvSource({"是, true", "享受政策, true", "不享受政策, false"})
  void whetherPolicyIsEnjoyedIsAnAnswer(String text, boolean enjoys) {
    assertThat(Sample.household().with(ENJOYS_POLICY, text).householdRecord().enjoysPolicy())
        .isEqualTo(enjoys);
  }

  @ParameterizedTest
  @CsvSource({"是, true", "事实无人抚养儿童, true", "孤儿, true", "否, false", "'', false"})
  void orphansAreThoseOfEitherKind(String text, boolean orphan) {
    assertThat(Sample.household().with(ORPHAN, text).householdRecord().orphan()).isEqualTo(orphan);
  }

  @ParameterizedTest
  @CsvSource({"残疾, true", "'长期慢性病,残疾', true", "健康, false", "无残疾, false", "'', false"})
  void disabilityIsSaidByHealth(String text, boolean disabled) {
    assertThat(Sample.household().with(HEALTH, text).householdRecord().disabled())
        .isEqualTo(disabled);
  }

  @Test
  void aDisabilityCardInPlaceOfTheIdSaysSoToo() {
    HouseholdRecord record =
        Sample.household().with(Field.CITIZEN_ID, Sample.BOY + "44").householdRecord();

    assertThat(record.disabled()).isTrue();
    assertThat(record.id().idOrNull()).hasToString("990101********1239");
  }

  @ParameterizedTest
  @CsvSource({"小学, PRIMARY-0", "七年级, JUNIOR-1", "普通高中一年级, SENIOR-1", "硕士生及以上, GRADUATE-0"})
  void schoolingIsKeptAsTextAndReadAsAGrade(String text, String code) {
    HouseholdRecord record = Sample.household().with(SCHOOLING, text).householdRecord();

    assertThat(record.schooling()).isEqualTo(Grade.parse(code));
    assertThat(record.schoolingText()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"学龄前儿童", "非在校生", "复读"})
  void otherSchoolingIsKeptAsText(String text) {
    HouseholdRecord record = Sample.household().with(SCHOOLING, text).householdRecord();

    assertThat(record.schooling()).isNull();
    assertThat(record.schoolingText()).isEqualTo(text);
  }

  @Test
  void theRestOfAHouseholdIsTyped() {
    HouseholdRecord record =
        Sample.household()
            .with(SEX, "1")
            .with(BIRTH_DATE, "201309.0")
            .with(BIRTH_DATE, "20130905.0")
            .with(Field.MEMBER_NUMBER, "'9901010000010001")
            .with(Field.RELATION, "之子")
            .with(Field.HEAD_NAME, "测试父")
            .with(Field.HEAD_ID, "110105491231002")
            .householdRecord();

    assertThat(record.sex()).isEqualTo(Sex.MALE);
    assertThat(record.birth()).isEqualTo(LocalDate.of(2013, 9, 5));
    assertThat(record.memberNumber()).isEqualTo("9901010000010001");
    assertThat(record.relation()).isEqualTo("之子");
    assertThat(record.headName()).hasToString("测**");
    assertThat(record.headId()).isNotNull();
    assertThat(record.household()).isNotNull();
  }
}
