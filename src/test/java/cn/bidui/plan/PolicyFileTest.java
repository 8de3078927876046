package cn.bidui.plan;

import static cn.bidui.plan.PolicyFixture.held;
import static cn.bidui.plan.PolicyFixture.pupil;
import static cn.bidui.plan.PolicyFixture.said;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.source.Yuan;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be written in a policy file and how it is understood. */
class PolicyFileTest {

  private static final String COUNTY =
      """
      title: 测试县
      level: county
      groups:
        ours: [four, martyr-child]
      programs:
        - code: lunch
          name: 午餐
          paid-within: {value: 90, unit: days, why: 县里晚拨, source: 县发文}
        - code: dew
          excludes: [lunch]
      standards:
        - program: lunch
          stages: [primary]
          from: 2025秋
          %s
          eligible: %s
          source: 县发文
      """;

  private static AidPolicies county(String amount, String eligible) {
    return PolicyFixture.over(COUNTY.formatted(amount, eligible));
  }

  private static Optional<AidStandard> due(AidPolicies policies, String term, String category) {
    return policies.due(
        policies.ofCode("lunch").orElseThrow(), pupil(term, "PRIMARY-1", "DAY"), held(category));
  }

  @ParameterizedTest(name = "{0}: autumn {1}, spring {2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "'yearly: 625'; 312.50; 312.50",
        "'termly: 625'; 625.00; 625.00",
        "'once: 625'; 625.00 once; -",
        "'tiers: [1000, 2000, 3000]'; 500.00|1000.00|1500.00; 500.00|1000.00|1500.00",
        "'{tiers: [1000, 2000], average: 1500}'; 500.00|1000.00 ~750.00; 500.00|1000.00 ~750.00",
        "'{least: 1000, most: 3000}'; 500.00..1500.00; 500.00..1500.00",
        "'average: 3000'; ~1500.00; ~1500.00",
        "'local: true'; local; local"
      })
  void amountsAreWrittenInTheseWays(String amount, String autumn, String spring) {
    String inBlock = amount.replaceAll("[{}]", "").replaceAll(", (?=[a-z])", "\n    ");
    AidPolicies policies = county(inBlock, "[lifted-out]");

    assertThat(said(due(policies, "2025秋", "lifted-out"))).isEqualTo(autumn);
    assertThat(said(due(policies, "2026春", "lifted-out"))).isEqualTo(spring);
  }

  @Test
  void aLoanHasACapAndIsNotDue() {
    AidPolicies policies = county("most: 20000", "[lifted-out]");
    AidStandard cap =
        policies
            .standard(
                policies.ofCode("lunch").orElseThrow(),
                pupil("2026春", "PRIMARY-1", "DAY"),
                held("lifted-out"))
            .orElseThrow();

    assertThat(due(policies, "2025秋", "lifted-out")).isEmpty();
    assertThat(said(Optional.of(cap))).isEqualTo("<=20000.00");
    assertThat(cap.holds(Yuan.of(8000))).isTrue();
    assertThat(cap.holds(Yuan.of(20_001))).isFalse();
    assertThat(cap.exceeds(Yuan.of(1))).isFalse();
    assertThat(cap.expected()).isEmpty();
  }

  @Test
  void everyoneNeedsNoCategory() {
    assertThat(due(county("yearly: 600", "[everyone]"), "2025秋", null)).isPresent();
    assertThat(due(county("yearly: 600", "[four]"), "2025秋", null)).isEmpty();
  }

  @Test
  void aFileUsesGroupsOfItsOwnAndOfWiderFiles() {
    AidPolicies policies = county("yearly: 600", "[ours]");

    assertThat(due(policies, "2025秋", "martyr-child")).isPresent();
    assertThat(due(policies, "2025秋", "rural-minimum-living")).isPresent();
    assertThat(due(policies, "2025秋", "urban-minimum-living")).isEmpty();
  }

  @Test
  void aProgramMayStateWhenItHasToBePaid() {
    AidPolicies policies = county("yearly: 600", "[ours]");

    assertThat(policies.ofCode("lunch").orElseThrow().paidWithin())
        .isEqualTo(new Limit(90, "days", "县里晚拨", "县发文"));
    assertThat(policies.ofCode("dew").orElseThrow().paidWithin()).isNull();
  }

  @Test
  void aNearerFileAddsExclusionsToAWiderProgram() {
    AidPolicies policies = county("yearly: 600", "[ours]");
    Program lunch = policies.ofCode("lunch").orElseThrow();

    assertThat(lunch.excludes(policies.ofCode("dew").orElseThrow())).isTrue();
    assertThat(lunch.excludes(policies.ofCode("senior-grant").orElseThrow())).isFalse();
  }

  @Test
  void whereOneStandardHoldsEitherWayItKeepsItsAverage() {
    AidPolicies national = PolicyFixture.shipped("national");

    assertThat(
            national
                .standard(
                    national.ofCode("senior-grant").orElseThrow(),
                    pupil("2025秋", "SENIOR-1", null),
                    held(null))
                .orElseThrow()
                .expected())
        .contains(Yuan.of(1150));
  }

  @ParameterizedTest(name = "in {0} in {1}: {2}")
  @CsvSource({
    "PRIMARY-3, 2026春, 2023秋",
    "PRIMARY-3, 2025秋, 2023秋",
    "COLLEGE-1, 2025秋, 2025秋",
    "UNDERGRADUATE-5, 2025春, 2020秋"
  })
  void theEntryTermIsReckonedFromGradeAndTerm(String grade, String term, String entered) {
    assertThat(pupil(term, grade, null).entered()).hasToString("Optional[" + term(entered) + "]");
  }

  private static String term(String label) {
    return cn.bidui.source.Term.parse(label).toString();
  }

  @Test
  void whoseGradeIsNotKnownEnteredAtNoKnownTerm() {
    assertThat(pupil("2025秋", "COLLEGE-0", null).entered()).isEmpty();
    assertThat(Entered.ANYTIME.holds(Optional.empty())).isTrue();
    assertThat(new Entered(cn.bidui.source.Term.parse("2020秋"), null).holds(Optional.empty()))
        .isFalse();
  }

  @Test
  void aCohortMayBeBoundAtBothEnds() {
    AidPolicies policies =
        PolicyFixture.over(
            """
            title: 测试县
            level: county
            standards:
              - program: college-grant
                stages: [undergraduate]
                entered: {from: 2018秋, to: 2021春}
                from: 2018秋
                yearly: 6000
                eligible: [lifted-out]
                source: 县发文
              - program: college-grant
                stages: [undergraduate]
                entered: {from: 2021秋}
                from: 2021秋
                yearly: 5000
                eligible: [lifted-out]
                source: 县发文
            """);
    Program grant = policies.ofCode("college-grant").orElseThrow();

    assertThat(
            java.util.stream.Stream.of(1, 2, 3, 4, 5)
                .map(year -> pupil("2021秋", "UNDERGRADUATE-" + year, "HOME"))
                .map(pupil -> said(policies.due(grant, pupil, held("lifted-out")))))
        .containsExactly("2500.00", "3000.00", "3000.00", "3000.00", "~1650.00");
  }
}
