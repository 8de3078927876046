package cn.bidui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.source.Term;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TermStartsTest {

  private final Mistakes mistakes = new Mistakes();

  private TermStarts read(String... lines) {
    return Settings.read("bidui.yml", String.join("\n", lines), mistakes).termStarts();
  }

  @Test
  void withoutASettingSchoolBeginsWhenEligibilityIsJudged() {
    assertThat(read("unit: 云水县教育局")).isEqualTo(TermStarts.DEFAULT);
    for (String term : new String[] {"2026春", "2026秋"}) {
      assertThat(TermStarts.DEFAULT.of(Term.parse(term))).isEqualTo(Term.parse(term).firstDay());
    }
  }

  @Test
  void bothTermsAndSingleOnesMayHaveTheirOwnDay() {
    TermStarts starts =
        read("term-starts:", "  autumn: 08-30", "  spring: 02-25", "  2027春: 2027-03-08");

    assertThat(mistakes.all()).isEmpty();
    assertThat(starts.of(Term.parse("2026秋"))).isEqualTo(LocalDate.of(2026, 8, 30));
    assertThat(starts.of(Term.parse("2026春"))).isEqualTo(LocalDate.of(2026, 2, 25));
    assertThat(starts.of(Term.parse("2027春"))).isEqualTo(LocalDate.of(2027, 3, 8));
  }

  @Test
  void aDayThatIsNoneOrOfAnotherTermIsAMistake() {
    TermStarts starts =
        read(
            "term-starts:",
            "  autumn: 03-01",
            "  spring: 02-30",
            "  2027春: 2026-03-08",
            "  2027秋: 九月一日",
            "  明年: 2027-03-01");

    assertThat(starts).isEqualTo(TermStarts.DEFAULT);
    assertThat(mistakes.all())
        .extracting(each -> each.line() + " " + each.key())
        .containsExactlyInAnyOrder(
            "2 plan.term-start",
            "3 plan.term-start",
            "4 plan.term-start",
            "5 plan.term-start",
            "6 plan.unknown-key");
    assertThat(mistakes.all().get(0).words()).isNotEmpty();
  }
}
