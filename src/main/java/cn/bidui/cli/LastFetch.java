package cn.bidui.cli;

import cn.bidui.collect.FetchFault;
import cn.bidui.ledger.Entry.SourceFetched;
import cn.bidui.ledger.JournalState;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What came of a source when it was asked last, as far as the journal tells.
 *
 * @param takenBack whether somebody took back what came
 * @param other which list came instead of the declared one
 */
record LastFetch(SourceFetched entry, boolean takenBack, Optional<ListKind> other) {

  /** The last time that {@code source} was asked; empty if it never was. */
  static Optional<LastFetch> of(String source, JournalState state) {
    return state
        .sources()
        .last(source)
        .map(last -> last.entry())
        .map(
            last ->
                new LastFetch(
                    last, state.takenBack(last.sha256(), last.unit()), other(last, state)));
  }

  /** What a list is shows in its content, and is told in its answer. */
  private static Optional<ListKind> other(SourceFetched last, JournalState state) {
    return state.answeredFiles().stream()
        .filter(answered -> answered.file().sha256().equals(last.sha256()))
        .flatMap(answered -> Optional.ofNullable(answered.list()).stream())
        .reduce((earlier, later) -> later)
        .filter(list -> list != last.list());
  }

  /** Whether its list did not come. */
  boolean down() {
    return entry.state() == SourceFetched.State.FAILED || takenBack || other.isPresent();
  }

  /** The day on which it was asked. */
  LocalDate asOf() {
    return entry.asOf();
  }

  /** The key of the line that tells it. */
  String key() {
    String how =
        other.isPresent() ? "other-list" : withdrawn() ? "withdrawn" : entry.state().code();
    return "cli.sources.last." + how;
  }

  private boolean withdrawn() {
    return takenBack || entry.reason().equals(FetchFault.WITHDRAWN.code());
  }

  /** Why nothing came and what to do, or the name of what came. */
  String words(Messages messages) {
    if (other.isPresent()) {
      String list = messages.text("report.list." + other.get().code());
      return messages.text("collect.fault.other-list", list);
    }
    if (withdrawn()) {
      return messages.text(FetchFault.WITHDRAWN.key());
    }
    return entry.reason().isEmpty()
        ? entry.file()
        : messages.text("collect.fault." + entry.reason(), entry.words().toArray());
  }
}
