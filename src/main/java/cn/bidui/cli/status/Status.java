package cn.bidui.cli.status;

import cn.bidui.ledger.JournalOutline;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.LeaseLook;
import cn.bidui.plan.WorkFolder;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is going on in a work folder, and what the runs before came to: as of one look at it. */
public final class Status {

  private final WorkFolder folder;
  private final Clock clock;
  private final LeaseLook lease;
  private final JournalOutline journal;

  private Status(WorkFolder folder, Clock clock, LeaseLook lease, JournalOutline journal) {
    this.folder = folder;
    this.clock = clock;
    this.lease = lease;
    this.journal = journal;
  }

  /**
   * Looks at a work folder that is there. The lease comes first: of a run that ends meanwhile the
   * journal then says that it has.
   *
   * @param clock in the zone of business dates
   * @throws IOException if the journal or the lease cannot be read
   */
  public static Status of(WorkFolder folder, Clock clock) throws IOException {
    LeaseLook lease = LeaseLook.at(folder.home());
    return new Status(folder, clock, lease, JournalOutline.of(folder.home(), List.of()));
  }

  /** What the journal says. */
  public JournalState state() {
    return journal.state();
  }

  /**
   * For a terminal.
   *
   * @param asOf the business date that ages are counted to; empty: today
   * @param colors whether what is wrong is red as well
   * @throws IOException if the settings or the disk cannot be read
   */
  public List<String> text(
      Optional<LocalDate> asOf, Coming coming, Messages messages, boolean colors)
      throws IOException {
    return new StatusText(situation(asOf), messages, colors).lines(coming);
  }

  /** For programs; the same exceptions. */
  public String json(Optional<LocalDate> asOf, Coming coming) throws IOException {
    return StatusJson.of(situation(asOf), coming);
  }

  private Situation situation(Optional<LocalDate> asOf) throws IOException {
    return Situation.of(folder, clock, asOf, lease, journal);
  }

  /** The last {@code most} runs, the newest first. */
  public List<String> history(int most, Messages messages) throws IOException {
    return new History(folder, clock.getZone(), messages).lines(journal, most);
  }

  /** The same for programs: one object of JSON for each run. */
  public String historyJson(int most) throws IOException {
    return new HistoryJson(folder).of(journal, most);
  }
}
