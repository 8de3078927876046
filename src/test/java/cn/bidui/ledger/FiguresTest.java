package cn.bidui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.judge.score.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

  private static Figures some() {
    return new Figures.Sum()
        .addUp("虚构镇", "虚构小学", "rule/absent", "open", 2)
        .addUp("虚构镇", "", "rule/absent", "open", 1)
        .add(Place.COUNTY, "sent/roll/", "rows", 5)
        .put(Place.COUNTY, "sent/roll/", "rows", 7)
        .done();
  }

  @Test
  void aSumReachesCountyTownshipAndSchool() {
    assertThat(some().of(Place.COUNTY, "rule/absent", "open")).isEqualTo(3);
    assertThat(some().of(Place.township("虚构镇"), "rule/absent", "open")).isEqualTo(3);
    assertThat(some().of(Place.school("虚构小学"), "rule/absent", "open")).isEqualTo(2);
    assertThat(some().of(Place.COUNTY, "sent/roll/", "rows")).isEqualTo(7);
  }

  @Test
  void whatWasNotCountedIsToldApartFromZero() {
    Figures figures = new Figures.Sum().add(Place.COUNTY, "a", "b", 0).done();

    assertThat(figures.find(Place.COUNTY, "a", "b")).hasValue(0);
    assertThat(figures.find(Place.COUNTY, "a", "c")).isEmpty();
    assertThat(figures.of(Place.COUNTY, "a", "c")).isZero();
  }

  @Test
  void linesAndPlacesAreFoundByTheirBeginning() {
    assertThat(some().lines("rule/")).containsExactly("rule/absent");
    assertThat(some().names(Place.Level.SCHOOL, "rule/")).containsExactly("虚构小学");
    assertThat(some().names(Place.Level.SCHOOL, "sent/")).isEmpty();
  }

  @Test
  void theTextReadsBackAndABreakInANameBecomesASpace() {
    Figures torn = new Figures.Sum().add(Place.school("虚\t构\n小学"), "a\tb", "c", 1).done();

    assertThat(Figures.read(some().write())).isEqualTo(some());
    assertThat(Figures.read(torn.write())).isEqualTo(torn);
    assertThat(torn.write()).isEqualTo("SCHOOL\t虚 构 小学\ta b\tc\t1\n");
  }

  @Test
  void anotherTextIsRefused() {
    assertThatThrownBy(() -> Figures.read(List.of("COUNTY\t\ta\t1")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
