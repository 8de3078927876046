package cn.bidui.plan;

import static cn.bidui.plan.PolicyFixture.held;
import static cn.bidui.plan.PolicyFixture.pupil;
import static cn.bidui.plan.PolicyFixture.said;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.person.Stage;
import cn.bidui.source.Term;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the national file says, program by program, before and after each change. */
class NationalPolicyTest {

  private static final AidPolicies NATIONAL = PolicyFixture.shipped("national");

  private static Program program(String code) {
    return NATIONAL.ofCode(code).orElseThrow();
  }

  @ParameterizedTest(name = "{0} {1} {2} {3} {4}: {5}")
  @CsvSource({
    // Program, term, grade, boarding or province, categories: what one payment is.
    "living-allowance, 2019春, PRIMARY-1, BOARDER, lifted-out, 500.00",
    "living-allowance, 2023秋, PRIMARY-6, BOARDER, lifted-out, 500.00",
    "living-allowance, 2024春, PRIMARY-6, BOARDER, lifted-out, 625.00",
    "living-allowance, 2025秋, PRIMARY-6, BOARDER, lifted-out, 625.00",
    "living-allowance, 2019春, JUNIOR-1, BOARDER, lifted-out, 625.00",
    "living-allowance, 2023秋, JUNIOR-3, BOARDER, lifted-out, 625.00",
    "living-allowance, 2024春, JUNIOR-3, BOARDER, lifted-out, 750.00",
    "living-allowance, 2019春, PRIMARY-1, DAY, lifted-out, -",
    "living-allowance, 2019秋, PRIMARY-1, DAY, lifted-out, 250.00",
    "living-allowance, 2023秋, PRIMARY-1, DAY, lifted-out, 250.00",
    "living-allowance, 2024春, PRIMARY-1, DAY, lifted-out, 312.50",
    "living-allowance, 2019春, JUNIOR-1, DAY, lifted-out, -",
    "living-allowance, 2019秋, JUNIOR-1, DAY, lifted-out, 312.50",
    "living-allowance, 2023秋, JUNIOR-1, DAY, lifted-out, 312.50",
    "living-allowance, 2024春, JUNIOR-1, DAY, lifted-out, 375.00",
    // Without boarding only what is due either way.
    "living-allowance, 2025秋, JUNIOR-1, , lifted-out, 375.00..750.00",
    "living-allowance, 2025秋, JUNIOR-1, , urban-minimum-living, -",
    "compulsory-fee-waiver, 2025秋, JUNIOR-1, , , local",
    "textbook-waiver, 2025秋, PRIMARY-1, , , local",
    "preschool-aid, 2025秋, PRESCHOOL-1, , orphan, local",
    "preschool-fee-waiver, 2025春, PRESCHOOL-3, , , -",
    "preschool-fee-waiver, 2025秋, PRESCHOOL-3, , , local",
    "preschool-fee-waiver, 2025秋, PRESCHOOL-2, , , -",
    "senior-grant, 2019春, SENIOR-1, , lifted-out, 500.00..1500.00 ~1000.00",
    "senior-grant, 2024秋, SENIOR-3, , lifted-out, 500.00..1500.00 ~1000.00",
    "senior-grant, 2025春, SENIOR-3, , lifted-out, 500.00..1750.00 ~1150.00",
    "senior-fee-waiver, 2019春, SENIOR-1, , lifted-out, local",
    "vocational-grant, 2019春, VOCATIONAL-2, , lifted-out, 1000.00",
    "vocational-grant, 2024秋, VOCATIONAL-2, , lifted-out, 1000.00",
    "vocational-grant, 2024秋, VOCATIONAL-3, , lifted-out, -",
    "vocational-grant, 2025春, VOCATIONAL-2, , lifted-out, ~1150.00",
    "vocational-grant, 2025春, VOCATIONAL-3, , lifted-out, ~1150.00",
    "vocational-fee-waiver, 2025秋, VOCATIONAL-3, , lifted-out, local",
    "dew, 2025秋, VOCATIONAL-1, , marginal, ~1500.00",
    "dew, 2025秋, COLLEGE-1, , lifted-out, ~1500.00",
    "dew, 2025秋, UNDERGRADUATE-1, , lifted-out, -",
    "dew, 2025秋, VOCATIONAL-1, , rural-minimum-living, -",
    "college-grant, 2019春, UNDERGRADUATE-1, , orphan, ~1650.00",
    "college-grant, 2024春, COLLEGE-1, , orphan, ~1650.00",
    "college-grant, 2024秋, COLLEGE-1, , orphan, 1250.00..2500.00 ~1850.00",
    "graduate-grant, 2025秋, GRADUATE-1, , orphan, local",
    "motivation-scholarship, 2023秋, COLLEGE-2, , orphan, 5000.00 once",
    "motivation-scholarship, 2024春, COLLEGE-2, , orphan, -",
    "motivation-scholarship, 2024秋, COLLEGE-2, , orphan, 6000.00 once",
    "entry-aid, 2025秋, COLLEGE-1, HOME, lifted-out, 500.00 once",
    "entry-aid, 2025秋, UNDERGRADUATE-1, OTHER, lifted-out, 1000.00 once",
    "entry-aid, 2025秋, UNDERGRADUATE-1, , lifted-out, 500.00..1000.00 once",
    "entry-aid, 2026春, UNDERGRADUATE-1, OTHER, lifted-out, -",
    "entry-aid, 2025秋, UNDERGRADUATE-2, OTHER, lifted-out, -",
    // A loan is nobody's due.
    "student-loan, 2025秋, COLLEGE-1, , lifted-out, -",
    // The file says nothing of who gets these.
    "nutrition, 2025秋, PRIMARY-1, , lifted-out, -",
    "national-scholarship, 2025秋, COLLEGE-2, , lifted-out, -"
  })
  void whatAPupilIsDue(
      String program, String term, String grade, String how, String categories, String due) {
    assertThat(said(NATIONAL.due(program(program), pupil(term, grade, how), held(categories))))
        .isEqualTo(due);
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource({
    "nutrition, 2014春, PRIMARY-1, 300.00",
    "nutrition, 2014秋, PRIMARY-1, 400.00",
    "nutrition, 2021春, JUNIOR-3, 400.00",
    "nutrition, 2021秋, JUNIOR-3, 500.00",
    "nutrition, 2025秋, PRIMARY-1, 500.00",
    "national-scholarship, 2023秋, UNDERGRADUATE-2, 8000.00 once",
    "national-scholarship, 2024秋, UNDERGRADUATE-2, 10000.00 once",
    "student-loan, 2021春, UNDERGRADUATE-1, <=8000.00",
    "student-loan, 2021秋, UNDERGRADUATE-1, <=12000.00",
    "student-loan, 2023春, COLLEGE-1, <=12000.00",
    "student-loan, 2023秋, COLLEGE-1, <=16000.00",
    "student-loan, 2024秋, COLLEGE-1, <=20000.00",
    "student-loan, 2021春, GRADUATE-1, <=12000.00",
    "student-loan, 2021秋, GRADUATE-1, <=16000.00",
    "student-loan, 2023秋, GRADUATE-1, <=20000.00",
    "student-loan, 2024秋, GRADUATE-1, <=25000.00"
  })
  void whatAPupilWhoHasItGets(String program, String term, String grade, String standard) {
    assertThat(said(NATIONAL.standard(program(program), pupil(term, grade, null), held(null))))
        .isEqualTo(standard);
  }

  @ParameterizedTest(name = "{0}: day {1}, boarder {2}, senior {3}")
  @CsvSource({
    "lifted-out, true, true, true",
    "unstable, true, true, true",
    "marginal, false, true, true",
    "sudden-hardship, false, true, true",
    "rural-minimum-living, true, true, true",
    "urban-minimum-living, false, true, true",
    "minimum-living, false, true, true",
    "rural-extreme-poverty, true, true, true",
    "urban-extreme-poverty, false, true, true",
    "extreme-poverty, false, true, true",
    "low-income-edge, false, true, false",
    "rigid-expense, false, true, false",
    "other-low-income, false, true, false",
    "disabled, true, true, true",
    "disabled-guardian, false, true, true",
    "orphan, false, true, true",
    "martyr-child, false, true, true"
  })
  void whoIsDueWhat(String category, boolean day, boolean boarder, boolean senior) {
    Program allowance = program("living-allowance");

    assertThat(NATIONAL.due(allowance, pupil("2025秋", "JUNIOR-1", "DAY"), held(category)))
        .matches(due -> due.isPresent() == day);
    assertThat(NATIONAL.due(allowance, pupil("2025秋", "JUNIOR-1", "BOARDER"), held(category)))
        .matches(due -> due.isPresent() == boarder);
    assertThat(
            NATIONAL.due(
                program("senior-grant"), pupil("2025秋", "SENIOR-1", "DAY"), held(category)))
        .matches(due -> due.isPresent() == senior);
    assertThat(
            NATIONAL.due(
                program("senior-fee-waiver"), pupil("2025秋", "SENIOR-1", "DAY"), held(category)))
        .as("the waiver of fees is for the same four as the half allowance")
        .matches(due -> due.isPresent() == day);
  }

  @Test
  void programsOfATermAndStageAreThoseWithARow() {
    assertThat(NATIONAL.programs(Term.parse("2025秋"), Stage.JUNIOR))
        .extracting(Program::code)
        .containsExactly(
            "living-allowance", "compulsory-fee-waiver", "textbook-waiver", "nutrition");
    assertThat(NATIONAL.programs(Term.parse("2025春"), Stage.PRESCHOOL))
        .extracting(Program::code)
        .containsExactly("preschool-aid");
  }

  @Test
  void whereTheHouseholdIsRegisteredPaysForThree() {
    assertThat(NATIONAL.programs())
        .filteredOn(program -> program.payer() == Program.Payer.HUKOU)
        .extracting(Program::code)
        .containsExactly("dew", "student-loan", "entry-aid");
  }

  @Test
  void everyRowNamesItsDocument() {
    assertThat(NATIONAL.programs())
        .allSatisfy(
            program ->
                assertThat(NATIONAL.rows(program))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.standard().source()).hasSizeGreaterThan(5)));
  }

  /** Rows as they stand in the file, with everything that begins later taken out. */
  @ParameterizedTest
  @ValueSource(strings = {"2019秋", "2021秋", "2023秋", "2024春", "2024秋", "2025春", "2025秋"})
  void aLaterRowNeverChangesAnEarlierTerm(String first) {
    AidPolicies before = without(Term.parse(first));
    Term term = Term.parse(first).previous();

    assertThat(before.programs()).hasSameSizeAs(NATIONAL.programs());
    for (Stage stage : Stage.values()) {
      for (Attendance pupil : PolicyLines.pupils(term, stage, null)) {
        assertThat(all(before, pupil)).isEqualTo(all(NATIONAL, pupil));
      }
    }
  }

  private static List<String> all(AidPolicies policies, Attendance pupil) {
    return policies.programs().stream()
        .map(
            program ->
                program.code()
                    + said(policies.due(program, pupil, held("lifted-out")))
                    + said(policies.standard(program, pupil, held(null))))
        .toList();
  }

  private static AidPolicies without(Term first) {
    String text = PolicyFixture.file("national").text();
    int rows = text.indexOf("standards:\n");
    Pattern from = Pattern.compile("(?m)^    from: (\\S+)$");
    String kept =
        Pattern.compile("(?m)(?=^  - program: )")
            .splitAsStream(text.substring(rows))
            .filter(
                row ->
                    from.matcher(row)
                        .results()
                        .map(found -> Term.parse(found.group(1)))
                        .allMatch(term -> term.compareTo(first) < 0))
            .collect(Collectors.joining());
    Mistakes mistakes = new Mistakes();
    AidPolicies read =
        AidPolicies.read(
            List.of(new NamedText("earlier", text.substring(0, rows) + kept)), mistakes);
    assertThat(mistakes.all()).isEmpty();
    return read;
  }
}
