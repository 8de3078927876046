package cn.bidui.judge;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.judge.CountyFixture.id;
import static cn.bidui.source.Field.ATTENDING;
import static cn.bidui.source.Field.CARD_STATUS;
import static cn.bidui.source.Field.CHANGED_ON;
import static cn.bidui.source.Field.CHANGE_TYPE;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.GRADE;
import static cn.bidui.source.Field.PLACEMENT;
import static cn.bidui.source.Field.ROLL_STATUS;
import static cn.bidui.source.Field.TOWNSHIP;
import static cn.bidui.source.ListKind.DISABILITY;
import static cn.bidui.source.ListKind.HOUSEHOLDS;
import static cn.bidui.source.ListKind.PLACEMENTS;
import static cn.bidui.source.ListKind.POPULATION;
import static cn.bidui.source.ListKind.ROLL;
import static cn.bidui.source.ListKind.ROLL_CHANGES;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.cohort.Cohort;
import cn.bidui.judge.cohort.Indicator;
import cn.bidui.judge.score.Place;
import cn.bidui.source.ListKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cohorts and indicators, reckoned by hand. */
class CensusTest {

  private static final Place SOUTH = Place.township("南镇");
  private static final Place NORTH = Place.township("北镇");

  private static List<String> cohorts(CountyFixture county) {
    return county.judge().population().cohorts().stream().map(CensusTest::line).toList();
  }

  private static String line(Cohort cohort) {
    return String.join(
        " ",
        cohort.place().name(),
        Integer.toString(cohort.entry()),
        Integer.toString(cohort.children()),
        Integer.toString(cohort.onRoll()),
        Integer.toString(cohort.before()));
  }

  private static Indicator indicator(CountyFixture county, String code, Place place) {
    List<Indicator> all =
        county.judge().population().indicators().stream()
            .filter(one -> one.code().equals(code) && one.place().equals(place))
            .toList();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static String rate(CountyFixture county, String code, Place place) {
    Indicator one = indicator(county, code, place);
    return one.right() + "/" + one.of();
  }

  private static CountyFixture child(
      CountyFixture county, String township, String birth, int number, String attending) {
    return county.list(
        POPULATION, CITIZEN_ID, id(birth, number), TOWNSHIP, township, ATTENDING, attending);
  }

  private static CountyFixture pupil(CountyFixture county, String birth, int number, String grade) {
    return county.roll(CITIZEN_ID, id(birth, number), GRADE, grade, TOWNSHIP, "东镇");
  }

  /**
   * Night of 2026-01-15, school year 2025-26. South: entering 2017 (ninth year) three children, one
   * on the roll, one elsewhere, one finished; 2025 two, both on the roll; 2026 one. North: 2017
   * one, missing; 2020 one, gone.
   */
  private static CountyFixture two() {
    CountyFixture county = county().without(HOUSEHOLDS);
    child(county, "南镇", "20101015", 1, "IN_SCHOOL");
    child(county, "南镇", "20110301", 2, "ELSEWHERE");
    child(county, "南镇", "20110831", 3, "GRADUATED");
    child(county, "南镇", "20180901", 4, "IN_SCHOOL");
    child(county, "南镇", "20190831", 5, "IN_SCHOOL");
    child(county, "南镇", "20190901", 6, "TOO_YOUNG");
    child(county, "北镇", "20101231", 7, "NOT_ENROLLED");
    child(county, "北镇", "20140101", 8, "GONE");
    pupil(county, "20101015", 1, "JUNIOR-3");
    pupil(county, "20180901", 4, "PRIMARY-1");
    pupil(county, "20190831", 5, "PRIMARY-1");
    // On the roll, not of the county's children.
    pupil(county, "20160101", 9, "PRIMARY-4");
    return county;
  }

  @Test
  void cohortsAreCountedByTownshipAndAutumnOfEntry() {
    assertThat(cohorts(two()))
        .containsExactly(
            " 2017 4 1 -1",
            " 2025 2 2 -1",
            " 2026 1 0 -1",
            "北镇 2017 1 0 -1",
            "南镇 2017 3 1 -1",
            "南镇 2025 2 2 -1",
            "南镇 2026 1 0 -1");
  }

  @Test
  void retentionIsOfTheCohortInItsNinthYear() {
    assertThat(rate(two(), "retention", Place.COUNTY)).isEqualTo("3/4");
    assertThat(rate(two(), "retention", SOUTH)).isEqualTo("3/3");
    assertThat(rate(two(), "retention", NORTH)).isEqualTo("0/1");
    assertThat(indicator(two(), "retention", NORTH).target()).isEqualTo(9700);
  }

  @Test
  void enrolmentIsOfTheCohortsOfEachStage() {
    assertThat(rate(two(), "primary-enrolment", Place.COUNTY)).isEqualTo("2/2");
    assertThat(rate(two(), "junior-enrolment", Place.COUNTY)).isEqualTo("3/4");
    assertThat(indicator(two(), "junior-enrolment", Place.COUNTY).target())
        .isEqualTo(Indicator.NO_TARGET);
  }

  @Test
  void placesStandFromTheWidestToTheNearest() {
    assertThat(two().judge().population().indicators())
        .filteredOn(Indicator::compared)
        .extracting(one -> one.place().name() + " " + one.code())
        .containsExactly(
            " primary-enrolment",
            " junior-enrolment",
            " retention",
            "北镇 junior-enrolment",
            "北镇 retention",
            "南镇 primary-enrolment",
            "南镇 junior-enrolment",
            "南镇 retention");
  }

  @Test
  void withoutAPopulationListChildrenAreThoseOfHouseholdsAndRolls() {
    CountyFixture county = county();
    pupil(county, "20180901", 1, "PRIMARY-1");
    county.household(CITIZEN_ID, id("20180901", 1), TOWNSHIP, "南镇");
    pupil(county, "20181001", 2, "PRIMARY-1");
    county.household(CITIZEN_ID, id("20190101", 3), TOWNSHIP, "南镇");
    county.household(CITIZEN_ID, id("19850101", 4), TOWNSHIP, "南镇");

    assertThat(cohorts(county)).containsExactly(" 2025 3 2 -1", "东镇 2025 1 1 -1", "南镇 2025 2 1 -1");
    assertThat(rate(county, "primary-enrolment", SOUTH)).isEqualTo("1/2");
    assertThat(indicator(county, "retention", Place.COUNTY).compared()).isFalse();
    assertThat(indicator(county, "retention", Place.COUNTY).needs())
        .containsExactly(ROLL, POPULATION);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-08-31,2024,20180831",
    "2025-09-01,2025,20180901",
    "2025-09-01,2025,20190831",
    "2025-09-01,2031,20240901"
  })
  void theCutOffIsTheEndOfAugust(String asOf, int entry, String birth) {
    CountyFixture county = county().asOf(asOf);
    child(county, "南镇", birth, 1, "");

    assertThat(county.judge().population().cohorts()).extracting(Cohort::entry).containsOnly(entry);
  }

  @Test
  void childrenBeyondTheNextSixAutumnsAndPeopleBeyondCompulsoryAgeAreInNoCohort() {
    CountyFixture county = county();
    child(county, "南镇", "20250901", 1, "");
    child(county, "南镇", "20100831", 2, "");
    county.list(POPULATION, CITIZEN_ID, "", TOWNSHIP, "南镇");

    assertThat(cohorts(county)).isEmpty();
  }

  @Test
  void theDeadAreNotCounted() {
    CountyFixture county = county();
    child(county, "南镇", "20180901", 1, "");
    county.list(
        ROLL_CHANGES,
        CITIZEN_ID,
        id("20180901", 1),
        CHANGE_TYPE,
        "DEATH",
        CHANGED_ON,
        "2025-10-01");
    child(county, "南镇", "20180901", 3, "");
    county.roll(CITIZEN_ID, id("20180901", 3), ROLL_STATUS, "DECEASED");

    assertThat(cohorts(county)).isEmpty();
  }

  @Test
  void whoTransferredAwayIsAtSchool() {
    CountyFixture county = county();
    pupil(county, "20180901", 9, "PRIMARY-1");
    child(county, "南镇", "20181001", 1, "");
    child(county, "南镇", "20181001", 3, "");
    child(county, "南镇", "20181001", 5, "");
    county.list(ROLL_CHANGES, CITIZEN_ID, id("20181001", 1), CHANGE_TYPE, "TRANSFER_OUT");
    county.roll(CITIZEN_ID, id("20181001", 3), ROLL_STATUS, "TRANSFERRED");

    assertThat(rate(county, "primary-enrolment", SOUTH)).isEqualTo("2/3");
  }

  @Test
  void preschoolEnrolmentIsGross() {
    CountyFixture county = county();
    // 3 to 5 on 1 September 2025: born 2019-09-02 … 2022-09-01 by age, by cohort from September.
    child(county, "南镇", "20190901", 1, "");
    child(county, "南镇", "20220831", 2, "");
    child(county, "南镇", "20220901", 3, "");
    child(county, "南镇", "20190831", 4, "");
    pupil(county, "20190901", 1, "PRESCHOOL-3");
    pupil(county, "20190831", 4, "PRESCHOOL-3");
    pupil(county, "20210101", 5, "PRESCHOOL-1");

    assertThat(rate(county, "preschool-enrolment", Place.COUNTY)).isEqualTo("3/2");
    assertThat(rate(county, "preschool-enrolment", SOUTH)).isEqualTo("2/2");
    assertThat(indicator(county, "preschool-enrolment", SOUTH).target()).isEqualTo(9400);
  }

  @Test
  void seniorEnrolmentCountsBothKindsOfSchool() {
    CountyFixture county = county();
    child(county, "南镇", "20100831", 1, "");
    child(county, "南镇", "20090101", 2, "");
    child(county, "南镇", "20070901", 3, "");
    child(county, "南镇", "20070831", 4, "");
    pupil(county, "20100831", 1, "SENIOR-1");
    pupil(county, "20090101", 2, "VOCATIONAL-2");

    assertThat(rate(county, "senior-enrolment", SOUTH)).isEqualTo("2/3");
  }

  @Test
  void rollsWithoutTheStageSayNothingAboutIt() {
    Indicator preschool = indicator(two(), "preschool-enrolment", Place.COUNTY);
    Indicator senior = indicator(two(), "senior-enrolment", Place.COUNTY);

    assertThat(preschool.compared()).isFalse();
    assertThat(preschool.needs()).containsExactly(ROLL);
    assertThat(senior.needs()).containsExactly(ROLL);
    assertThat(senior.of()).isZero();
  }

  @Test
  void aListWithoutChildrenOfTheAgeIsAsGoodAsMissing() {
    CountyFixture county = county();
    child(county, "南镇", "20180901", 1, "");
    pupil(county, "20090101", 2, "SENIOR-2");
    Indicator senior = indicator(county, "senior-enrolment", Place.COUNTY);

    assertThat(senior.compared()).isFalse();
    assertThat(senior.needs()).containsExactly(POPULATION);
  }

  @Test
  void disabledChildrenCountAsEnrolledByRollOrPlacement() {
    CountyFixture county = county().without(HOUSEHOLDS);
    List.of(1, 2, 3, 4, 5, 6, 7)
        .forEach(
            number ->
                county.list(
                    DISABILITY,
                    CITIZEN_ID,
                    id("20160501", number),
                    TOWNSHIP,
                    "南镇",
                    CARD_STATUS,
                    number == 7 ? "注销" : "正常"));
    pupil(county, "20160501", 1, "PRIMARY-4");
    Stream.of("SPECIAL_SCHOOL", "DEFERRED", "NONE")
        .forEach(
            placement ->
                county.list(
                    PLACEMENTS,
                    CITIZEN_ID,
                    id("20160501", 2 + placement.length() % 3),
                    PLACEMENT,
                    placement));

    // Six stand; one is on the roll, one at a special school.
    assertThat(rate(county, "disabled-enrolment", SOUTH)).isEqualTo("2/6");
    assertThat(indicator(county, "disabled-enrolment", SOUTH).target()).isEqualTo(9500);
  }

  @Test
  void withoutAnyListNothingIsCompared() {
    CountyFixture county = county().without(ROLL).without(HOUSEHOLDS);

    assertThat(cohorts(county)).isEmpty();
    assertThat(county.judge().population().indicators())
        .extracting(Indicator::code, Indicator::compared, Indicator::needs)
        .containsExactly(
            tuple("preschool-enrolment", ROLL, POPULATION),
            tuple("primary-enrolment", ROLL, HOUSEHOLDS),
            tuple("junior-enrolment", ROLL, HOUSEHOLDS),
            tuple("retention", ROLL, POPULATION),
            tuple("senior-enrolment", ROLL, POPULATION),
            tuple("disabled-enrolment", ROLL, DISABILITY));
  }

  private static org.assertj.core.groups.Tuple tuple(String code, ListKind... needs) {
    return org.assertj.core.api.Assertions.tuple(code, false, List.of(needs));
  }
}
