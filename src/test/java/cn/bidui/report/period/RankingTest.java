package cn.bidui.report.period;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.report.period.Ranking.Measure;
import cn.bidui.report.period.Ranking.Ranked;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RankingTest {

  private static List<String> ranked(Map<String, Map<Measure, Fraction>> schools) {
    return Ranking.of(new TreeMap<>(schools)).stream()
        .map(school -> school.place() + " " + school.school())
        .toList();
  }

  private static Map<Measure, Fraction> errors(long part, long of) {
    return Map.of(Measure.ERRORS, new Fraction(part, of));
  }

  @Test
  void equalsShareAPlaceAndTheNextOneCountsAllBeforeIt() {
    assertThat(
            ranked(
                Map.of(
                    "丁校", errors(3, 10),
                    "乙校", errors(2, 20),
                    "丙校", errors(1, 10),
                    "甲校", errors(0, 7))))
        .containsExactly("1 甲校", "2 丙校", "2 乙校", "4 丁校");
  }

  @Test
  void theMeanOfThePlacesDecidesAndWhatIsNotMeasuredDoesNotCount() {
    Map<Measure, Fraction> both =
        Map.of(Measure.ERRORS, new Fraction(5, 10), Measure.DAYS, new Fraction(10, 10));
    Map<Measure, Fraction> slow =
        Map.of(Measure.ERRORS, new Fraction(1, 10), Measure.DAYS, new Fraction(90, 10));

    // 甲 is placed 3 and 1, 乙 1 and 2, 丙 only 2.
    assertThat(ranked(Map.of("甲校", both, "乙校", slow, "丙校", errors(2, 10))))
        .containsExactly("1 乙校", "2 丙校", "2 甲校");
  }

  @Test
  void aSchoolOfWhichNothingWasMeasuredIsNotRanked() {
    List<Ranked> ranking = Ranking.of(new TreeMap<>(Map.of("甲校", Map.of(), "乙校", errors(9, 10))));

    assertThat(ranking).extracting(Ranked::school).containsExactly("乙校", "甲校");
    assertThat(ranking).extracting(Ranked::place).containsExactly(1, 0);
    assertThat(ranking.get(0).by(Measure.ERRORS)).contains(new Fraction(9, 10));
    assertThat(ranking.get(1).by(Measure.ERRORS)).isEmpty();
  }
}
