package cn.bidui.batch;

import static cn.bidui.collect.Waiting.Reason.INBOX_AWAY;
import static cn.bidui.collect.Waiting.Reason.TAKEN;

import cn.bidui.collect.Arrival;
import cn.bidui.collect.Inbox;
import cn.bidui.collect.InboxLook;
import cn.bidui.collect.KeepCopy;
import cn.bidui.collect.Pause;
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
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * Stage {@code collect}: what lies whole in the inbox goes into the archive, then into the journal,
 * and only then leaves the inbox. A kill in between loses nothing and counts nothing twice. A file
 * that cannot leave is taken once; that it is stuck is journaled, and the next run passes it by.
 */
final class CollectStage {

  private final NightOrder order;
  private final OpenRecord record;
  private final Pause pause;
  private final KeepCopy copies;

  CollectStage(NightOrder order, OpenRecord record) {
    this(order, record, Pause.SLEEP, record.archive()::put);
  }

  /** With another way to let time pass between two looks, and to copy a file. */
  CollectStage(NightOrder order, OpenRecord record, Pause pause, KeepCopy copies) {
    this.order = order;
    this.record = record;
    this.pause = pause;
    this.copies = copies;
  }

  /** A night's: looks twice and takes what is whole. */
  void run(NightWork work) throws IOException {
    if (work.whatIf) {
      return;
    }
    new FetchStage(order, record, Pause.SLEEP).run(work);
    Inbox inbox = inbox();
    Optional<InboxLook> seen = look(inbox);
    if (seen.isEmpty()) {
      // What is there is compared all the same; nothing is assumed of what may lie in the inbox.
      journalWaiting(List.of(new Waiting("", "", 0, 0, INBOX_AWAY)));
      recall(work, record.state());
      return;
    }
    InboxLook look = seen.get();
    List<Waiting> waiting = new ArrayList<>(look.waiting());
    List<Waiting> left = collect(inbox, look.arrivals());
    work.inboxAway = !inbox.there();
    // Nothing is wrong with a file that could not be read because its share went away.
    left.stream().filter(each -> !work.inboxAway || each.reason() == TAKEN).forEach(waiting::add);
    journalWaiting(waiting);
    if (work.inboxAway) {
      journalWaiting(List.of(new Waiting("", "", 0, 0, INBOX_AWAY)));
    }
    work.waiting = waiting.stream().map(CollectStage::entry).toList();
  }

  /** Empty if the inbox is not there or cannot be looked into. */
  private Optional<InboxLook> look(Inbox inbox) {
    try {
      putBack(inbox);
      return Optional.of(inbox.look(NightOrder.DOUBLE_LOOK, sightings(reason -> true)));
    } catch (IOException | UncheckedIOException away) {
      LoggerFactory.getLogger(CollectStage.class)
          .warn("the inbox is away: {}", NightFailure.of(away).getMessage());
      return Optional.empty();
    }
  }

  /** A watch's: somebody else has seen that these files are whole. */
  void take(NightWork work, List<Arrival> arrivals) throws IOException {
    Inbox inbox = inbox();
    putBack(inbox);
    List<Waiting> waiting =
        collect(inbox, arrivals).stream().filter(left -> left.reason() == TAKEN).toList();
    journalWaiting(waiting);
    work.stuck = waiting.stream().map(Waiting::sighting).collect(Collectors.toSet());
  }

  private void putBack(Inbox inbox) throws IOException {
    inbox.putBack(file -> record.state().unanswered(file).isPresent());
  }

  private Inbox inbox() {
    return Inbox.of(order.folder().inbox(), pause)
        .marked(order.settings().precautions().inboxMarker())
        .pinned();
  }

  private Set<Sighting> sightings(Predicate<Waiting.Reason> which) {
    return record.state().waiting().stream()
        .filter(w -> which.test(Waiting.Reason.valueOf(w.reason())))
        .map(w -> new Sighting(w.name(), w.unit(), w.bytes(), w.modifiedMillis()))
        .collect(Collectors.toSet());
  }

  /** Archives, journals and clears; tells what had to stay. */
  private List<Waiting> collect(Inbox inbox, List<Arrival> arrivals) throws IOException {
    List<Waiting> left = new ArrayList<>();
    List<Taken> taken = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      inbox.take(arrival, copies).ifPresentOrElse(taken::add, () -> left.add(Inbox.left(arrival)));
    }
    journalReceipts(taken);
    record.lease().check();
    for (Taken each : taken) {
      if (inbox.clear(each) == Inbox.Cleared.STUCK) {
        left.add(Inbox.stuck(each.arrival()));
      }
    }
    return left;
  }

  private void journalReceipts(List<Taken> taken) throws IOException {
    Set<Sighting> stuck = sightings(reason -> reason == TAKEN);
    Set<SourceFile> answered = stuck.isEmpty() ? Set.of() : answered();
    List<Entry> entries = new ArrayList<>();
    for (Taken each : taken) {
      boolean again = stuck.contains(each.arrival().sighting()) && answered.contains(each.file());
      if (!again && record.state().unanswered(each.file()).isEmpty()) {
        entries.add(
            new Entry.FileReceived(each.file(), each.arrival().stamp().bytes(), order.asOf()));
      }
    }
    record.journal().appendAll(entries);
  }

  private Set<SourceFile> answered() {
    return record.state().answeredFiles().stream()
        .map(Entry.FileAnswered::file)
        .collect(Collectors.toSet());
  }

  private void journalWaiting(List<Waiting> waiting) throws IOException {
    List<Entry> entries = new ArrayList<>();
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

  /** What the last run has seen of the inbox, as far as the journal tells. */
  static void recall(NightWork work, JournalState state) {
    work.waiting = stillWaiting(state);
    work.inboxAway =
        state.leftByLastRun().stream().anyMatch(left -> left.reason().equals(INBOX_AWAY.name()));
  }

  private static List<FileEntry> stillWaiting(JournalState state) {
    return state.leftByLastRun().stream()
        .filter(file -> !file.reason().equals(INBOX_AWAY.name()))
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
