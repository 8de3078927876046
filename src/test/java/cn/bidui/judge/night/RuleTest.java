package cn.bidui.judge.night;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.CountyFixture;
import cn.bidui.judge.finding.Severity;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import org.junit.jupiter.api.Test;

class RuleTest {

  private record Asking(RuleCard card) implements Rule {
    @Override
    public Matter matter() {
      return Matter.SCHOOLING;
    }
  }

  private static final Rule EITHER =
      new Asking(
          RuleCard.of("either", Severity.LOW, ListKind.ROLL)
              .withOneOf(ListKind.HOUSEHOLDS, ListKind.POPULATION));

  @Test
  void ofSeveralListsThatWouldDoOneIsEnough() {
    assertThat(EITHER.missing(CountyFixture.county().build())).isEmpty();
  }

  @Test
  void theRegisterOfSchoolsIsNoListOfPersonsToCompareWith() {
    Rule two = new Asking(RuleCard.ofAny(2, "two", Severity.LOW));
    CountyFixture county =
        CountyFixture.county()
            .without(ListKind.AID)
            .without(ListKind.HOUSEHOLDS)
            .row(ListKind.SCHOOLS, Field.SCHOOL_NAME, "东镇小学");

    assertThat(two.missing(county.build())).containsExactly(ListKind.AID, ListKind.HOUSEHOLDS);
  }

  @Test
  void whereNoneOfThemIsThereTheFirstIsAskedFor() {
    assertThat(EITHER.missing(CountyFixture.county().without(ListKind.HOUSEHOLDS).build()))
        .containsExactly(ListKind.HOUSEHOLDS);
  }

  @Test
  void whatIsNeededInAnyCaseIsAskedForBefore() {
    assertThat(
            EITHER.missing(
                CountyFixture.county().without(ListKind.HOUSEHOLDS).without(ListKind.ROLL).build()))
        .containsExactly(ListKind.ROLL, ListKind.HOUSEHOLDS);
  }
}
