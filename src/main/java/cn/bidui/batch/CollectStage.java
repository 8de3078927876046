package cn.bidui.batch;

import cn.bidui.collect.Arrival;
import cn.bidui.collect.Inbox;
import cn.bidui.collect.InboxLook;
import cn.bidui.collect.Sighting;
import cn.bidui.collect.Taken;
import cn.bidui.collect.Waiting;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.HashTotals;
import cn.bidui.ledger.JournalState;
import cn.bidui.source.FileState;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Scope;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Stage {@code collect}: what lies whole in the inbox goes into the archive, then into the journal,
 * and only then leaves the inbox. A kill in between loses nothing and counts nothing twice.
 */
final class CollectStage {

  private final NightOrder order;
  private final OpenRecord record;

  CollectStage(NightOrder order, OpenRecord record) {
    this.order = order;
    this.record = record;
  }

  void run(NightWork work) throws IOException {
    if (work.whatIf) {
      return;
    }
    Inbox inbox = Inbox.of(order.folder().inbox());
    Set<Sighting> earlier =
        record.state().waiting().stream()
            .map(w -> new Sighting(w.name(), w.unit(), w.bytes(), w.modifiedMillis()))
            .collect(Collectors.toSet());
    InboxLook look = inbox.look(NightOrder.DOUBLE_LOOK, earlier);
    List<Waiting> waiting = new ArrayList<>(look.waiting());
    List<Taken> taken = new ArrayList<>();
    for (Arrival arrival : look.arrivals()) {
      Optional<Taken> copy = inbox.take(arrival, record.archive()::put);
      copy.ifPresentOrElse(taken::add, () -> waiting.add(Inbox.changed(arrival)));
    }
    journal(taken, waiting);
    taken.forEach(inbox::clear);
    work.waiting = waiting.stream().map(CollectStage::entry).toList();
  }

  private void journal(List<Taken> taken, List<Waiting> waiting) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Taken each : taken) {
      if (record.state().unanswered(each.file()).isEmpty()) {
        entries.add(
            new Entry.FileReceived(each.file(), each.arrival().stamp().bytes(), order.asOf()));
      }
    }
    for (Waiting each : waiting) {
      entries.add(
          new Entry.FileWaiting(
              each.name(), each.unit(), each.bytes(), each.modifiedMillis(), each.reason().name()));
    }
    record.journal().appendAll(entries);
  }

  private static FileEntry entry(Waiting waiting) {
    return new FileEntry(
        new SourceFile("", waiting.name(), waiting.unit()),
        FileState.WAITING,
        null,
        "",
        Scope.COUNTY,
        null,
        null,
        List.of(),
        RowCounts.NONE,
        HashTotals.NONE,
        List.of(),
        new TreeMap<>(),
        false,
        List.of(new FileEntry.Note(waiting.reason().key(), List.of())));
  }

  /** The files that runs have left waiting, as far as the journal still tells. */
  static List<FileEntry> stillWaiting(JournalState state) {
    return state.waiting().stream()
        .map(
            file ->
                entry(
                    new Waiting(
                        file.name(),
                        file.unit(),
                        file.bytes(),
                        file.modifiedMillis(),
                        Waiting.Reason.valueOf(file.reason()))))
        .toList();
  }
}
