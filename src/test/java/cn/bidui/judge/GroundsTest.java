package cn.bidui.judge;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.judge.CountyFixture.id;
import static cn.bidui.source.Field.BENEFIT;
import static cn.bidui.source.Field.BENEFIT_FROM;
import static cn.bidui.source.Field.BENEFIT_NUMBER;
import static cn.bidui.source.Field.BENEFIT_STATUS;
import static cn.bidui.source.Field.CARD_STATUS;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.GUARDIAN1_ID;
import static cn.bidui.source.Field.GUARDIAN2_ID;
import static cn.bidui.source.Field.HARDSHIP_TYPE;
import static cn.bidui.source.Field.HEAD_ID;
import static cn.bidui.source.Field.HEAD_NAME;
import static cn.bidui.source.Field.HEALTH;
import static cn.bidui.source.Field.HOUSEHOLD_SIZE;
import static cn.bidui.source.Field.HOUSEHOLD_TYPE;
import static cn.bidui.source.Field.ISSUED_ON;
import static cn.bidui.source.Field.MONITOR_CATEGORY;
import static cn.bidui.source.Field.NAME;
import static cn.bidui.source.Field.RECOGNIZED_YEAR;
import static cn.bidui.source.Field.RELATION;
import static cn.bidui.source.ListKind.CIVIL;
import static cn.bidui.source.ListKind.DISABILITY;
import static cn.bidui.source.ListKind.HARDSHIP;
import static cn.bidui.source.ListKind.POPULATION;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.night.Ground;
import cn.bidui.judge.night.Grounds;
import cn.bidui.judge.night.Groups;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.normalize.HardshipGroup;
import cn.bidui.plan.Category;
import cn.bidui.source.Term;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which list says what of a pupil at the first day of autumn 2025, and how surely. */
class GroundsTest {

  private static final Term AUTUMN = Term.parse("2025秋");
  private static final String MOTHER = id("19880303", 2);
  private static final String GRANDFATHER = id("19550404", 1);

  private static Grounds grounds(CountyFixture county) {
    Night night = county.night();
    for (int number = 0; number < night.persons(); number++) {
      Person person = night.person(number);
      if (!person.roll().isEmpty()) {
        return night.grounds(person, AUTUMN);
      }
    }
    throw new AssertionError("nobody is on the roll");
  }

  private static List<String> said(CountyFixture county) {
    return grounds(county).all().stream().map(GroundsTest::said).toList();
  }

  private static String said(Ground ground) {
    return ground.category() + " " + ground.doubt() + " " + ground.list().code();
  }

  // The person's own rows.

  @Test
  void householdKindAndMonitoredKindAreIndependent() {
    assertThat(said(county().roll().household(MONITOR_CATEGORY, "UNSTABLE")))
        .containsExactly("LIFTED_OUT NONE households", "UNSTABLE NONE households");
  }

  @Test
  void everyListAboutThePersonSpeaks() {
    CountyFixture county =
        county()
            .roll()
            .household()
            .row(CIVIL, BENEFIT, "RURAL_MINIMUM_LIVING")
            .row(CIVIL, BENEFIT, "UNATTENDED")
            .row(DISABILITY);

    assertThat(said(county))
        .containsExactly(
            "LIFTED_OUT NONE households",
            "RURAL_MINIMUM_LIVING NONE civil",
            "ORPHAN NONE civil",
            "DISABLED NONE disability");
    assertThat(grounds(county).sources()).isEqualTo("防返贫监测、民政、残联");
    assertThat(grounds(county).rows()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"2025-09,1", "2025-10,0", "2019-01,1"})
  void welfareCountsFromItsFirstMonth(String from, int grounds) {
    assertThat(
            said(county().roll().row(CIVIL, BENEFIT, "RURAL_MINIMUM_LIVING", BENEFIT_FROM, from)))
        .hasSize(grounds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"停发", "已停保", "取消", "注销"})
  void welfareThatHasEndedDoesNotCount(String status) {
    assertThat(
            said(
                county()
                    .roll()
                    .row(CIVIL, BENEFIT, "RURAL_MINIMUM_LIVING", BENEFIT_STATUS, status)))
        .isEmpty();
  }

  @Test
  void aCardIssuedAfterTheTermBeganMayHaveBeenRenewed() {
    assertThat(said(county().roll().row(DISABILITY, ISSUED_ON, "2025-12-01")))
        .containsExactly("DISABLED DATE disability");
    assertThat(said(county().roll().row(DISABILITY, ISSUED_ON, "2025-09-30")))
        .containsExactly("DISABLED NONE disability");
  }

  @Test
  void aCardThatIsNoLongerValidDoesNotCount() {
    assertThat(said(county().roll().row(DISABILITY, CARD_STATUS, "注销"))).isEmpty();
  }

  // The family.

  @Test
  void aBookThatNamesTheHeadReachesTheChildThroughTheGuardianOnTheRoll() {
    CountyFixture county =
        county()
            .roll(GUARDIAN2_ID, MOTHER)
            .row(
                CIVIL,
                NAME,
                "",
                CITIZEN_ID,
                "",
                HEAD_NAME,
                "测试母",
                HEAD_ID,
                MOTHER,
                BENEFIT,
                "URBAN_MINIMUM_LIVING");

    assertThat(said(county)).containsExactly("URBAN_MINIMUM_LIVING GUARDIAN civil");
    assertThat(grounds(county).sure()).isEmpty();
    assertThat(grounds(county).categories()).containsExactly(Category.URBAN_MINIMUM_LIVING);
  }

  @Test
  void theNumberOfTheHeadMayStandInThePlainColumn() {
    CountyFixture county =
        county()
            .roll(GUARDIAN1_ID, MOTHER)
            .row(CIVIL, NAME, "", CITIZEN_ID, MOTHER, HEAD_NAME, "测试母", BENEFIT, "MINIMUM_LIVING");

    assertThat(said(county)).containsExactly("MINIMUM_LIVING GUARDIAN civil");
  }

  @Test
  void itReachesTheChildThroughTheHeadOfTheMonitoredHouseholdToo() {
    CountyFixture county =
        county()
            .roll()
            .household(HOUSEHOLD_TYPE, "", HEAD_ID, GRANDFATHER)
            .row(
                CIVIL,
                NAME,
                "",
                CITIZEN_ID,
                "",
                HEAD_ID,
                GRANDFATHER,
                BENEFIT,
                "RURAL_EXTREME_POVERTY");

    assertThat(said(county)).containsExactly("RURAL_EXTREME_POVERTY HOUSEHOLD civil");
  }

  @Test
  void theHeadMayStandInARowOfTheSameHousehold() {
    CountyFixture county =
        county()
            .roll()
            .household(HOUSEHOLD_TYPE, "")
            .household(NAME, "测试祖", CITIZEN_ID, GRANDFATHER, RELATION, "户主", HOUSEHOLD_TYPE, "")
            .row(CIVIL, NAME, "", CITIZEN_ID, "", HEAD_ID, GRANDFATHER, BENEFIT, "LOW_INCOME_EDGE");

    assertThat(said(county)).containsExactly("LOW_INCOME_EDGE HOUSEHOLD civil");
  }

  @Test
  void theHeadMayStandInThePopulationList() {
    CountyFixture county =
        county()
            .roll()
            .row(POPULATION, HEAD_ID, GRANDFATHER)
            .row(CIVIL, NAME, "", CITIZEN_ID, "", HEAD_ID, GRANDFATHER, BENEFIT, "RIGID_EXPENSE");

    assertThat(said(county)).containsExactly("RIGID_EXPENSE HOUSEHOLD civil");
  }

  @Test
  void aRowAboutSeveralThatNamesOneStandsForTheHousehold() {
    CountyFixture county =
        county()
            .roll(GUARDIAN1_ID, MOTHER)
            .row(
                CIVIL,
                NAME,
                "测试母",
                CITIZEN_ID,
                MOTHER,
                BENEFIT_NUMBER,
                "D001",
                HOUSEHOLD_SIZE,
                "3",
                BENEFIT,
                "RURAL_MINIMUM_LIVING");

    assertThat(said(county)).containsExactly("RURAL_MINIMUM_LIVING GUARDIAN civil");
  }

  @Test
  void aRowAboutAnotherMemberAloneDoesNotReachTheChild() {
    CountyFixture county =
        county()
            .roll(GUARDIAN1_ID, MOTHER)
            .row(
                CIVIL,
                NAME,
                "测试母",
                CITIZEN_ID,
                MOTHER,
                BENEFIT_NUMBER,
                "D001",
                HOUSEHOLD_SIZE,
                "2",
                BENEFIT,
                "RURAL_MINIMUM_LIVING")
            .row(
                CIVIL,
                NAME,
                "测试父",
                CITIZEN_ID,
                id("19860606", 3),
                BENEFIT_NUMBER,
                "D001",
                HOUSEHOLD_SIZE,
                "2",
                BENEFIT,
                "RURAL_MINIMUM_LIVING");

    assertThat(said(county)).isEmpty();
  }

  @Test
  void aGuardiansCardMakesAChildOfADisabledPerson() {
    CountyFixture county =
        county().roll(GUARDIAN1_ID, MOTHER).row(DISABILITY, NAME, "测试母", CITIZEN_ID, MOTHER);

    assertThat(said(county)).containsExactly("DISABLED_GUARDIAN GUARDIAN disability");
  }

  @Test
  void theHouseholdListSaysThatAGuardianIsDisabledToo() {
    CountyFixture county =
        county()
            .roll(GUARDIAN1_ID, MOTHER)
            .household(NAME, "测试母", CITIZEN_ID, MOTHER, HOUSEHOLD_TYPE, "", HEALTH, "残疾");

    assertThat(said(county)).containsExactly("DISABLED_GUARDIAN GUARDIAN households");
  }

  @Test
  void aGuardianWhoseCardHasEndedOrCameLaterDoesNotCount() {
    assertThat(
            said(
                county()
                    .roll(GUARDIAN1_ID, MOTHER)
                    .row(DISABILITY, NAME, "测试母", CITIZEN_ID, MOTHER, CARD_STATUS, "过期")))
        .isEmpty();
    assertThat(
            said(
                county()
                    .roll(GUARDIAN1_ID, MOTHER)
                    .row(DISABILITY, NAME, "测试母", CITIZEN_ID, MOTHER, ISSUED_ON, "2025-11-11")))
        .isEmpty();
  }

  @Test
  void anIdThatGuardsAWholeSchoolSaysNothing() {
    CountyFixture county =
        county().roll(GUARDIAN1_ID, MOTHER).row(DISABILITY, NAME, "测试母", CITIZEN_ID, MOTHER);
    IntStream.range(1, 62)
        .forEach(
            pupil ->
                county.roll(
                    NAME, "测试" + pupil, CITIZEN_ID, id("20170909", pupil), GUARDIAN1_ID, MOTHER));

    assertThat(said(county)).isEmpty();
  }

  @Test
  void anIdThatHeadsMoreRowsThanAnybodysSaysNothing() {
    CountyFixture county = county().roll(GUARDIAN1_ID, MOTHER);
    Object[] head = {
      NAME, "", CITIZEN_ID, "", HEAD_NAME, "测试母", HEAD_ID, MOTHER, BENEFIT, "RURAL_MINIMUM_LIVING"
    };
    IntStream.range(0, 60).forEach(row -> county.row(CIVIL, head));
    assertThat(said(county)).hasSize(60).containsOnly("RURAL_MINIMUM_LIVING GUARDIAN civil");

    assertThat(said(county.row(CIVIL, head))).isEmpty();
  }

  @Test
  void anIdOnMoreCardsThanAnybodysSaysNothing() {
    CountyFixture county = county().roll(GUARDIAN1_ID, MOTHER);
    IntStream.range(0, 61).forEach(card -> county.row(DISABILITY, NAME, "测试母", CITIZEN_ID, MOTHER));

    assertThat(said(county)).isEmpty();
  }

  // What schools recognize.

  @Test
  void whatASchoolRecognizedIsInDoubt() {
    assertThat(said(county().roll().row(HARDSHIP, HARDSHIP_TYPE, "MARTYR_CHILD")))
        .containsExactly("MARTYR_CHILD RECOGNIZED hardship");
  }

  @Test
  void recognitionIsForOneSchoolYear() {
    assertThat(
            said(
                county()
                    .roll()
                    .row(HARDSHIP, HARDSHIP_TYPE, "DISABLED", RECOGNIZED_YEAR, "2024-2025")))
        .isEmpty();
    assertThat(
            said(
                county()
                    .roll()
                    .row(HARDSHIP, HARDSHIP_TYPE, "DISABLED", RECOGNIZED_YEAR, "2025-2026")))
        .hasSize(1);
  }

  @Test
  void otherPoorFamiliesAreOfNoCategory() {
    assertThat(said(county().roll().row(HARDSHIP, HARDSHIP_TYPE, "OTHER"))).isEmpty();
  }

  @Test
  void everyGroupButTheOthersIsACategory() {
    assertThat(Arrays.stream(HardshipGroup.values()).filter(one -> Groups.category(one).isEmpty()))
        .containsExactly(HardshipGroup.OTHER);
    assertThat(Groups.category(HardshipGroup.URBAN_EXTREME_POVERTY))
        .contains(Category.URBAN_EXTREME_POVERTY);
  }

  @Test
  void groundsTellNoPerson() {
    assertThat(grounds(county().roll().household()))
        .hasToString("Grounds[Ground[LIFTED_OUT, NONE, households]]");
  }
}
