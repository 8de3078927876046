package cn.bidui.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunLogTest {

  private static final LocalDate DAY = LocalDate.parse("2026-05-03");

  private final RunLog log = new RunLog();
  private long seq;

  private Instant says(Entry entry) {
    Instant at = Instant.EPOCH.plusSeconds(++seq);
    log.add(new JournalLine(seq, 1, at, entry, "h"));
    return at;
  }

  private static Entry published(String run) {
    return new Entry.Published(
        run, DAY, null, List.of(), "", "", "1", new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  @Test
  void theNewestComeFirstAndOnlySoMany() {
    says(new Entry.RunStarted("a", "nightly", DAY));
    Instant done = says(published("a"));
    Instant began = says(new Entry.RunStarted("b", "month-end", DAY));

    assertThat(log.last(1))
        .containsExactly(new RunLog.Run("b", "month-end", DAY, began, Optional.empty()));
    assertThat(log.last(9)).extracting(RunLog.Run::runId).containsExactly("b", "a");
    assertThat(log.last(9).get(1).published()).contains(done);
  }

  @Test
  void aRunThatWasTakenUpAgainIsOne() {
    says(new Entry.RunStarted("a", "nightly", DAY));
    says(new Entry.RunStarted("b", "nightly", DAY));
    Instant again = says(new Entry.RunStarted("a", "nightly", DAY));

    assertThat(log.last(9)).extracting(RunLog.Run::runId).containsExactly("a", "b");
    assertThat(log.last(9).get(0).started()).isEqualTo(again);
  }

  @Test
  void whatNoRunBeganIsNotMadeUp() {
    says(published("from before"));
    assertThat(log.last(9)).isEmpty();
  }
}
