package cn.bidui.ledger;

import static cn.bidui.ledger.Invented.MONDAY;
import static cn.bidui.ledger.Invented.sha;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Entry.Purged;
import cn.bidui.ledger.Entry.Replaced;
import cn.bidui.source.RowCounts;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReplacementsTest {

  private final Replacements replacements = new Replacements();

  private static Replaced replaced(String rows, Replaced.Why why) {
    return new Replaced(
        sha("roll"), rows, why, MONDAY, Replaced.RETENTION, new RowCounts(0, 2, 0, 0, 0));
  }

  @Test
  void whatNobodyReplacedStandsForItself() {
    assertThat(replacements.standIn(sha("roll"))).isEqualTo(sha("roll"));
    assertThat(replacements.removed(sha("roll"))).isFalse();
    assertThat(replacements.left(sha("roll"))).isEqualTo(RowCounts.NONE);
  }

  @Test
  void theLastCheckpointStandsInAndTheOneBeforeIsObsolete() {
    replacements.add(replaced(sha("first"), Replaced.Why.OVER_AGE));
    replacements.add(replaced(sha("second"), Replaced.Why.OVER_AGE));

    assertThat(replacements.standIn(sha("roll"))).isEqualTo(sha("second"));
    assertThat(replacements.obsolete()).containsExactly(sha("first"));
    assertThat(replacements.left(sha("roll")).rejected()).isEqualTo(4);
    assertThat(replacements.all()).containsExactly(sha("roll"));
  }

  @Test
  void aRemovedFileThatComesAgainIsAFileLikeAnyOther() {
    replacements.add(replaced(sha("rows"), Replaced.Why.OVER_AGE));
    replacements.add(replaced("", Replaced.Why.OVER_AGE));
    assertThat(replacements.removed(sha("roll"))).isTrue();

    replacements.received(sha("roll"));

    assertThat(replacements.removed(sha("roll"))).isFalse();
    assertThat(replacements.again(sha("roll"))).isTrue();
    assertThat(replacements.obsolete()).containsExactly(sha("rows"));
  }

  @Test
  void aCheckpointOfAFileThatComesAgainIsObsolete() {
    replacements.add(replaced(sha("rows"), Replaced.Why.OVER_AGE));

    replacements.received(sha("roll"));

    assertThat(replacements.obsolete()).containsExactly(sha("rows"));
    assertThat(replacements.of(sha("roll"))).isEmpty();
  }

  @Test
  void whatAPersonHadDeletedStaysDeletedWhenTheFileComesAgain() {
    replacements.add(replaced(sha("rows"), Replaced.Why.ERASED));

    replacements.received(sha("roll"));

    assertThat(replacements.standIn(sha("roll"))).isEqualTo(sha("rows"));
    assertThat(replacements.again(sha("roll"))).isFalse();
  }

  @Test
  void aCertificateTellsOfWhatTheRulesRemovedBeforeIt() {
    Keeping keeping = new Keeping();
    keeping.add(replaced("", Replaced.Why.OVER_AGE));
    keeping.add(replaced(sha("rows"), Replaced.Why.ERASED));
    assertThat(keeping.uncertified()).hasSize(1);
    assertThat(keeping.last()).isEmpty();

    Purged purged =
        new Purged(MONDAY, "周干事", List.of("report:2023-01-02"), new TreeMap<>(), sha("paper"));
    keeping.add(purged);

    assertThat(keeping.uncertified()).isEmpty();
    assertThat(keeping.certified("report:2023-01-02")).isTrue();
    assertThat(keeping.certified("report:2023-01-03")).isFalse();
    assertThat(keeping.items()).containsExactly("report:2023-01-02");
    assertThat(keeping.last()).contains(purged);
    assertThat(keeping.purged()).containsExactly(purged);
  }
}
