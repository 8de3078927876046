package cn.bidui.batch;

import cn.bidui.intake.FindBase;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.JournalState;
import java.util.Optional;
import java.util.function.Supplier;

/** The lists that were taken, for answers to them that come back corrected. */
final class TakenLists implements FindBase {

  private final Supplier<JournalState> state;
  private final Archive archive;

  /**
   * Those of a record.
   *
   * @param state as the record is whenever it is asked
   */
  TakenLists(Supplier<JournalState> state, Archive archive) {
    this.state = state;
    this.archive = archive;
  }

  @Override
  public Optional<Base> find(String sha256, long receipt) {
    return state
        .get()
        .shownAs(receipt)
        .map(found -> found.received().file())
        .filter(file -> file.sha256().equals(sha256))
        .map(file -> new Base(archive.content(sha256), file.name()));
  }
}
