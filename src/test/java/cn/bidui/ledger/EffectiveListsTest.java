package cn.bidui.ledger;

import static cn.bidui.ledger.Invented.MONDAY;
import static cn.bidui.ledger.Invented.TUESDAY;
import static cn.bidui.ledger.Invented.sha;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.EffectiveLists.Effective;
import cn.bidui.source.Amends;
import cn.bidui.source.Batch;
import cn.bidui.source.ListKind;
import cn.bidui.source.Scope;
import cn.bidui.source.SourceFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EffectiveListsTest {

  private static final SourceFile COUNTY = new SourceFile(sha("county"), "学籍.xlsx", "");
  private static final Batch LIST = list(COUNTY, Scope.COUNTY, MONDAY, 3);
  private static final Batch CORRECTED = corrected(new Amends(COUNTY, 3), 5);

  private static Batch list(SourceFile file, Scope scope, LocalDate dataDate, long receipt) {
    return new Batch(file, ListKind.ROLL, "roll", scope, null, dataDate, receipt);
  }

  private static Batch corrected(Amends amends, long receipt) {
    SourceFile file = new SourceFile(sha("corrected"), "学籍__未通过.xlsx", "");
    return new Batch(file, ListKind.ROLL, "roll", Scope.COUNTY, null, TUESDAY, receipt, amends);
  }

  private static List<Batch> effective(Batch... accepted) {
    return EffectiveLists.of(List.of(accepted), (batch, unit) -> true).stream()
        .map(Effective::batch)
        .toList();
  }

  @Test
  void correctedRowsHoldBesideTheirListAndReplaceNothing() {
    assertThat(effective(LIST, CORRECTED)).containsExactlyInAnyOrder(LIST, CORRECTED);
  }

  @Test
  void correctedRowsFallWithTheirList() {
    SourceFile newer = new SourceFile(sha("newer"), "学籍2.xlsx", "");
    Batch replacing = list(newer, Scope.COUNTY, MONDAY.plusDays(2), 6);
    assertThat(effective(LIST, CORRECTED, replacing)).containsExactly(replacing);
  }

  @Test
  void correctedRowsComeBackWithTheSameListUnderAnotherName() {
    SourceFile newer = new SourceFile(sha("newer"), "学籍2.xlsx", "");
    Batch replacing = list(newer, Scope.COUNTY, MONDAY, 6);
    Batch again = list(new SourceFile(COUNTY.sha256(), "学籍（旧）.xlsx", ""), Scope.COUNTY, MONDAY, 7);
    assertThat(effective(LIST, CORRECTED, replacing, again))
        .containsExactlyInAnyOrder(again, CORRECTED);
  }

  @Test
  void correctedRowsOfAUnitGiveWayWhereTheRowsOfTheirListDo() {
    SourceFile own = new SourceFile(sha("unit"), "本校.xlsx", "一小");
    Batch unit = list(own, new Scope("一小"), TUESDAY, 4);
    List<Effective> holding =
        EffectiveLists.of(List.of(LIST, unit, CORRECTED), (batch, school) -> true);
    assertThat(holding)
        .contains(new Effective(CORRECTED, Set.of("一小")), new Effective(LIST, Set.of("一小")));
  }

  @Test
  void correctedRowsOfAListThatWasNeverTakenHoldNothing() {
    Batch lost = corrected(new Amends(new SourceFile(sha("lost"), "没有.xlsx", ""), 9), 10);
    assertThat(effective(LIST, lost)).containsExactly(LIST);
  }

  @Test
  void aListReplacesAListAndNeverItsCorrections() {
    List<Effective> holding = EffectiveLists.of(List.of(LIST, CORRECTED), (batch, unit) -> true);
    SourceFile newer = new SourceFile(sha("newer"), "学籍2.xlsx", "");
    Batch candidate = list(newer, Scope.COUNTY, TUESDAY, 8);
    assertThat(EffectiveLists.replacedBy(candidate, holding)).isEqualTo(LIST);
  }
}
