package cn.bidui.plan;

import static cn.bidui.plan.PolicyFixture.held;
import static cn.bidui.plan.PolicyFixture.pupil;
import static cn.bidui.plan.PolicyFixture.said;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.source.Yuan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures of the five documents, and what those without figures add. */
class DocumentPoliciesTest {

  private static final AidPolicies SUIPING =
      PolicyFixture.shipped("national", "henan", "suiping-2023");
  private static final AidPolicies ZIYANG = PolicyFixture.shipped("national", "ziyang-2021");

  private static Program program(AidPolicies policies, String code) {
    return policies.ofCode(code).orElseThrow();
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource({
    "preschool-fee, PRESCHOOL-1, , 300.00",
    "preschool-living, PRESCHOOL-1, , 200.00",
    "living-allowance, PRIMARY-1, BOARDER, 500.00",
    "living-allowance, JUNIOR-1, BOARDER, 625.00",
    "living-allowance, PRIMARY-1, DAY, 250.00",
    "living-allowance, JUNIOR-1, DAY, 312.50",
    "nutrition, PRIMARY-1, , 400.00",
    "senior-fee-waiver, SENIOR-1, , 800.00",
    "senior-grant, SENIOR-1, , 1500.00",
    "vocational-fee-waiver, VOCATIONAL-3, , 600.00",
    "vocational-grant, VOCATIONAL-1, , 1000.00",
    "college-grant, COLLEGE-1, HOME, 2000.00",
    "college-grant, UNDERGRADUATE-1, HOME, 2000.00",
    "college-grant, UNDERGRADUATE-1, OTHER, ~1650.00",
    "college-grant, UNDERGRADUATE-1, , local",
    "graduate-grant, GRADUATE-1, HOME, 3000.00|6000.00",
    "dew, COLLEGE-1, , 1500.00",
    "entry-aid, COLLEGE-1, HOME, 500.00 once",
    "entry-aid, UNDERGRADUATE-1, OTHER, 1000.00 once"
  })
  void suipingPaysWhatItsDocumentSays(String program, String grade, String how, String amount) {
    assertThat(
            said(
                SUIPING.due(
                    program(SUIPING, program), pupil("2023秋", grade, how), held("marginal"))))
        .isEqualTo(amount);
  }

  @ParameterizedTest
  @CsvSource({"COLLEGE-1, <=12000.00", "UNDERGRADUATE-1, <=12000.00", "GRADUATE-1, <=16000.00"})
  void suipingStatesTheCapsOfItsYear(String grade, String cap) {
    assertThat(
            said(
                SUIPING.standard(
                    program(SUIPING, "student-loan"),
                    pupil("2023秋", grade, null),
                    held("lifted-out"))))
        .isEqualTo(cap);
  }

  @Test
  void suipingSpeaksOfTwoTermsOnly() {
    Program grant = program(SUIPING, "senior-grant");

    assertThat(said(SUIPING.due(grant, pupil("2022秋", "SENIOR-1", null), held("lifted-out"))))
        .isEqualTo("500.00..1500.00 ~1000.00");
    assertThat(said(SUIPING.due(grant, pupil("2024春", "SENIOR-1", null), held("lifted-out"))))
        .isEqualTo("500.00..1500.00 ~1000.00");
  }

  @Test
  void afterSuipingTheProvinceGoesOn() {
    Program fee = program(SUIPING, "preschool-fee");
    Program nutrition = program(SUIPING, "nutrition");

    assertThat(said(SUIPING.due(fee, pupil("2025秋", "PRESCHOOL-1", null), held("lifted-out"))))
        .isEqualTo("300.00");
    assertThat(said(SUIPING.due(nutrition, pupil("2025秋", "PRIMARY-1", null), held("lifted-out"))))
        .isEqualTo("local");
    assertThat(said(SUIPING.due(nutrition, pupil("2025秋", "PRIMARY-1", null), held("orphan"))))
        .isEqualTo("-");
  }

  @Test
  void anAmountBetweenTiersIsWrong() {
    AidStandard tiered =
        SUIPING
            .due(
                program(SUIPING, "graduate-grant"),
                pupil("2023春", "GRADUATE-1", "HOME"),
                held("lifted-out"))
            .orElseThrow();

    assertThat(tiered.holds(Yuan.of(3000))).isTrue();
    assertThat(tiered.holds(Yuan.of(6000))).isTrue();
    assertThat(tiered.holds(Yuan.of(4500))).isFalse();
    assertThat(tiered.between(Yuan.of(4500))).isTrue();
    assertThat(tiered.between(Yuan.of(3000))).isFalse();
    assertThat(tiered.between(Yuan.of(7000))).isFalse();
    assertThat(tiered.expected()).contains(Yuan.of(3000));
    assertThat(tiered.fixed()).isFalse();
  }

  @Test
  void aNameThatTheCountyReplacesStaysASpelling() {
    assertThat(program(SUIPING, "senior-fee-waiver").name()).isEqualTo("普通高中免学费和住宿费");
    assertThat(SUIPING.program("普通高中免学杂费")).map(Program::code).contains("senior-fee-waiver");
  }

  @ParameterizedTest(name = "{0} in {1}, {2}, {3}: {4}")
  @CsvSource({
    // Entered in autumn 2020 and earlier: 6000 a year until they finish.
    "UNDERGRADUATE-1, 2020秋, HOME, lifted-out, 3000.00",
    "UNDERGRADUATE-2, 2021秋, HOME, lifted-out, 3000.00",
    "UNDERGRADUATE-4, 2023秋, HOME, lifted-out, 3000.00",
    "UNDERGRADUATE-4, 2024春, HOME, lifted-out, 3000.00",
    "UNDERGRADUATE-5, 2024秋, HOME, lifted-out, 3000.00",
    "COLLEGE-3, 2020秋, HOME, lifted-out, 3000.00",
    "COLLEGE-3, 2023春, HOME, lifted-out, 3000.00",
    // Entered later, elsewhere, or of another category: as everywhere.
    "UNDERGRADUATE-1, 2021秋, HOME, lifted-out, ~1650.00",
    "UNDERGRADUATE-3, 2024春, HOME, lifted-out, ~1650.00",
    "UNDERGRADUATE-2, 2021秋, OTHER, lifted-out, ~1650.00",
    "UNDERGRADUATE-2, 2021秋, HOME, orphan, ~1650.00",
    "UNDERGRADUATE-0, 2021秋, HOME, lifted-out, ~1650.00",
    // Before the document.
    "UNDERGRADUATE-1, 2020春, HOME, lifted-out, ~1650.00"
  })
  void ziyangKeepsItsOldStudentsAtTheOldAmount(
      String grade, String term, String how, String category, String amount) {
    assertThat(
            said(
                ZIYANG.due(
                    program(ZIYANG, "college-grant"), pupil(term, grade, how), held(category))))
        .isEqualTo(amount);
  }

  @Test
  void ziyangPaysTuitionBeyondTheLoanForTheSameStudents() {
    Program beyond = program(ZIYANG, "tuition-beyond-loan");

    assertThat(said(ZIYANG.due(beyond, pupil("2021秋", "COLLEGE-2", "HOME"), held("lifted-out"))))
        .isEqualTo("local");
    assertThat(said(ZIYANG.due(beyond, pupil("2021秋", "COLLEGE-1", "HOME"), held("lifted-out"))))
        .isEqualTo("-");
  }

  @ParameterizedTest
  @CsvSource({
    "luoyang-2022, nutrition, 洛教发规〔2022〕53号 二（二）2",
    "luoyang-2022, vocational-fee-waiver, 洛教发规〔2022〕53号 二（三）3",
    "ziyang-2021, nutrition, 紫教体科发〔2021〕71号 四（一）6",
    "yunxi-2024, nutrition, 岳云教体函〔2024〕8号 三1",
    "yunxi-2024, textbook-waiver, 岳云教体函〔2024〕8号 三5",
    "gaotai-2025, living-allowance, 高教发〔2025〕20号 一4",
    "gaotai-2025, student-loan, 高教发〔2025〕20号 一4"
  })
  void aDocumentWithoutFiguresCarriesProgramsOn(String file, String program, String source) {
    AidPolicies policies = PolicyFixture.shipped("national", file);

    assertThat(policies.continued(program(policies, program))).containsExactly(source);
    assertThat(policies.continued(program(policies, "dew"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"luoyang-2022", "yunxi-2024", "gaotai-2025"})
  void aDocumentWithoutFiguresChangesNoAmount(String file) {
    AidPolicies national = PolicyFixture.shipped("national");
    AidPolicies policies = PolicyFixture.shipped("national", file);
    Attendance boarder = pupil("2025秋", "JUNIOR-1", "BOARDER");

    assertThat(policies.programs()).isEqualTo(national.programs());
    assertThat(policies.programs())
        .allSatisfy(
            program ->
                assertThat(policies.standard(program, boarder, held("lifted-out")))
                    .isEqualTo(national.standard(program, boarder, held("lifted-out"))));
  }
}
