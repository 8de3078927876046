package cn.bidui.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.score.Place;
import cn.bidui.ledger.Sender.Owed;
import cn.bidui.source.ListKind;
import org.junit.jupiter.api.Test;

class SenderTest {

  @Test
  void whatIsMissingRefusedOrLateIsOwedAndWhatIsFreshIsNot() {
    Figures.Sum sum = new Figures.Sum();
    sum.add(Place.COUNTY, "sent/roll/青石镇小学", "missing", 1);
    sum.add(Place.COUNTY, "sent/roll/白水/小学", "late", 1);
    sum.add(Place.COUNTY, "sent/aid/", "fresh", 1);
    sum.add(Place.COUNTY, "sent/households/", "refused", 1);
    sum.add(Place.COUNTY, "compared/absent", "compared", 5);
    assertThat(Sender.owed(sum.done()))
        .containsExactlyInAnyOrder(
            new Owed(new Sender("青石镇小学", ListKind.ROLL), "missing"),
            new Owed(new Sender("白水/小学", ListKind.ROLL), "late"),
            new Owed(new Sender("", ListKind.HOUSEHOLDS), "refused"));
  }

  @Test
  void aNightThatCountedNothingOwesNothing() {
    assertThat(Sender.owed(Figures.EMPTY)).isEmpty();
  }
}
