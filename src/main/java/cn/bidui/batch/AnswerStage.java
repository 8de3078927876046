package cn.bidui.batch;

import cn.bidui.ledger.EffectiveLists;
import cn.bidui.ledger.EffectiveLists.Effective;
import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.HashTotals;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.JournalState.Receipt;
import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.source.Amends;
import cn.bidui.source.Batch;
import cn.bidui.source.Field;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Scope;
import cn.bidui.source.SourceFile;
import cn.bidui.source.Term;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stage {@code normalize}, the part that needs whole lists: says of every received file what became
 * of it, writes its owner an answer, and journals that. The order of arrival changes nothing: files
 * are answered in canonical order.
 */
final class AnswerStage {

  private final NightOrder order;
  private final OpenRecord record;
  private final RowShelf shelf;
  private final FileEntries entries;
  private final Resent resent;
  private final AnsweredLists lists;
  private final Answering answering;

  AnswerStage(
      NightOrder order,
      OpenRecord record,
      RowShelf shelf,
      FileEntries entries,
      Resent resent,
      Replies replies,
      Answering answering) {
    this.order = order;
    this.record = record;
    this.shelf = shelf;
    this.entries = entries;
    this.resent = resent;
    this.lists = new AnsweredLists(record, shelf, entries, replies);
    this.answering = answering;
  }

  /** Gives a file's owner the answer, before it is journaled; doing it twice does no harm. */
  @FunctionalInterface
  interface Answering {
    /** Writes the answer. */
    void answer(FileEntry entry, long receipt) throws IOException;
  }

  void run(NightWork work) throws IOException {
    Settlement settlement = new Settlement(record.state(), shelf);
    if (!work.whatIf) {
      answerAll(settlement);
    }
    work.effective = effective(accepted(record.state()));
  }

  /** Decides about all files first: whether one holds depends on the others of the night. */
  private void answerAll(Settlement settlement) throws IOException {
    List<Batch> accepted = new ArrayList<>(accepted(record.state()));
    Map<Receipt, FileEntry> decided = new LinkedHashMap<>();
    List<FileAnswered> tonight = new ArrayList<>();
    List<Receipt> unanswered = inOrder(record.state().unanswered());
    for (Receipt receipt : unanswered.stream().filter(each -> !lists.holds(each)).toList()) {
      FileEntry entry = decide(receipt, accepted, tonight, settlement);
      decided.put(receipt, entry);
      FileAnswered answered = FileAnswered.of(receipt.number(), entry);
      tonight.add(answered);
      if (taken(entry.state()) || releasedBefore(answered)) {
        accepted.add(batch(answered));
      }
    }
    Set<Long> holding = new HashSet<>();
    effective(accepted).forEach(effective -> holding.add(effective.batch().receivedOrder()));
    for (Map.Entry<Receipt, FileEntry> each : decided.entrySet()) {
      long receipt = each.getKey().number();
      answering.answer(each.getValue().effective(holding.contains(receipt)), receipt);
      record.journal().append(FileAnswered.of(receipt, each.getValue()));
    }
    for (Receipt receipt : unanswered.stream().filter(lists::holds).toList()) {
      lists.take(receipt, answering);
    }
  }

  /** Whether a person has released that content already, under whatever name. */
  private boolean releasedBefore(FileAnswered answered) {
    return answered.state() == FileState.HELD
        && new HeldLists(record.state(), List.of()).released(answered);
  }

  /** Corrections after the lists: whether one is of any use depends on its list. */
  private List<Receipt> inOrder(List<Receipt> receipts) {
    return receipts.stream()
        .sorted(
            Comparator.comparing(this::correction)
                .thenComparing(receipt -> receipt.received().file()))
        .toList();
  }

  private boolean correction(Receipt receipt) {
    return shelf.find(receipt.received().file().sha256()).map(ShelvedFile::returned).isPresent();
  }

  static boolean taken(FileState state) {
    return state == FileState.ACCEPTED || state == FileState.ACCEPTED_WITH_REJECTS;
  }

  /** The batches that were accepted, those released from a guard included. */
  static List<Batch> accepted(JournalState state) {
    HeldLists held = new HeldLists(state, List.of());
    return state.answeredFiles().stream()
        .filter(
            answered ->
                taken(answered.state())
                    || (answered.state() == FileState.HELD && held.released(answered)))
        .filter(answered -> !state.replacements().removed(answered.file().sha256()))
        .map(AnswerStage::batch)
        .toList();
  }

  static Batch batch(FileAnswered answered) {
    return new Batch(
        answered.file(),
        NightWork.done(answered.list()),
        answered.system(),
        answered.scope(),
        answered.term(),
        NightWork.done(answered.dataDate()),
        answered.receipt(),
        answered.amends());
  }

  private FileEntry decide(
      Receipt receipt, List<Batch> accepted, List<FileAnswered> tonight, Settlement settlement)
      throws IOException {
    SourceFile file = receipt.received().file();
    ShelvedFile shelved =
        shelf.find(file.sha256()).orElseThrow(() -> new IllegalStateException("not read yet"));
    if (shelved.returned() != null) {
      return corrected(receipt, shelved, shelved.returned(), accepted, settlement);
    }
    Optional<SourceFile> standing = standing(file, accepted, tonight);
    if (standing.isPresent()) {
      return duplicate(file, shelved.list(), shelved.profile(), standing.get().name());
    }
    if (shelved.refused()) {
      return entries.entry(file, shelved, standing(FileState.REFUSED, Scope.COUNTY, shelved));
    }
    Optional<SourceFile> same = resent.savedAgain(file, shelved, accepted);
    if (same.isPresent()) {
      return savedAgain(file, shelved.list(), shelved.profile(), same.get().name());
    }
    return read(receipt, shelved, accepted);
  }

  /** The entry of rows that came back corrected. */
  private FileEntry corrected(
      Receipt receipt,
      ShelvedFile shelved,
      ShelvedFile.Returned returned,
      List<Batch> accepted,
      Settlement settlement)
      throws IOException {
    SourceFile file = receipt.received().file();
    Amends amends = amends(returned);
    List<FileEntry.Note> notes =
        List.of(new FileEntry.Note("report.note.amends", List.of(amends.base().name())));
    Optional<Batch> holding =
        EffectiveLists.list(amends, effective(accepted)).map(Effective::batch);
    Optional<Batch> list = holding.or(() -> held(amends, accepted));
    if (list.isEmpty()) {
      FileEntry.Note late =
          new FileEntry.Note("report.note.base-superseded", List.of(amends.base().name()));
      return entries
          .entry(file, shelved, standing(FileState.SUPERSEDED, Scope.COUNTY, shelved))
          .told(FileState.SUPERSEDED, late)
          .amending(amends);
    }
    if (settlement.knows(file)) {
      String first =
          record
              .state()
              .firstReceipt(file.sha256())
              .map(earlier -> earlier.received().file().name())
              .orElse(file.name());
      return duplicate(file, shelved.list(), shelved.profile(), first).amending(amends);
    }
    settlement.settle(file, amends);
    FileState state = corrected(entries.counts(file, shelved));
    Batch base = list.get();
    return entries
        .entry(
            file,
            shelved,
            new FileEntries.Standing(
                holding.isPresent() ? state : FileState.HELD,
                base.scope(),
                base.term(),
                base.dataDate(),
                false,
                notes))
        .amending(amends);
  }

  /** No row of it need be taken: the list that it corrects stands either way. */
  private static FileState corrected(RowCounts counts) {
    return counts.rejected() > 0 ? FileState.ACCEPTED_WITH_REJECTS : FileState.ACCEPTED;
  }

  private Amends amends(ShelvedFile.Returned returned) {
    return record
        .state()
        .shownAs(returned.receipt())
        .map(receipt -> new Amends(receipt.received().file(), receipt.number()))
        .orElseThrow(() -> new IllegalStateException("read as a correction of nothing"));
  }

  /** The list that {@code amends} speaks of, where a guard holds it. */
  private Optional<Batch> held(Amends amends, List<Batch> accepted) {
    HeldLists held = new HeldLists(record.state(), accepted);
    return record.state().answeredFiles().stream()
        .filter(answered -> answered.amends() == null && amends.belongsTo(answered.file()))
        .filter(held::waits)
        .map(AnswerStage::batch)
        .findFirst();
  }

  /**
   * The file of that content and unit that holds already, or is held. One that was refused, or was
   * replaced since, is no reason to send the same content away: dropping it again brings it back.
   *
   * @param tonight what was decided a moment ago and is not yet journaled
   */
  private Optional<SourceFile> standing(
      SourceFile file, List<Batch> accepted, List<FileAnswered> tonight) {
    HeldLists waiting = new HeldLists(record.state(), accepted);
    boolean known =
        accepted.stream().anyMatch(batch -> batch.file().sha256().equals(file.sha256()));
    Stream<SourceFile> holding =
        known
            ? effective(accepted).stream().map(effective -> effective.batch().file())
            : Stream.empty();
    Stream<SourceFile> held =
        Stream.concat(record.state().answeredFiles().stream(), tonight.stream())
            .filter(answered -> answered.file().sha256().equals(file.sha256()))
            .filter(waiting::waits)
            .map(FileAnswered::file);
    return Stream.concat(holding, held)
        .filter(other -> other.sha256().equals(file.sha256()) && other.unit().equals(file.unit()))
        .findFirst();
  }

  /** The entry of a file whose content was taken before, under the name {@code first}. */
  static FileEntry duplicate(
      SourceFile file, @Nullable ListKind list, String profile, String first) {
    return duplicate(
        file, list, profile, new FileEntry.Note("report.note.same-as", List.of(first)));
  }

  /** The entry of a file that says what {@code first} says, and was only saved again. */
  static FileEntry savedAgain(
      SourceFile file, @Nullable ListKind list, String profile, String first) {
    return duplicate(
        file, list, profile, new FileEntry.Note("report.note.resaved-as", List.of(first)));
  }

  private static FileEntry duplicate(
      SourceFile file, @Nullable ListKind list, String profile, FileEntry.Note note) {
    return new FileEntry(
        file,
        FileState.DUPLICATE,
        list,
        profile,
        Scope.COUNTY,
        null,
        null,
        List.of(),
        RowCounts.NONE,
        HashTotals.NONE,
        List.of(),
        new TreeMap<>(),
        false,
        List.of(note));
  }

  private static FileEntries.Standing standing(FileState state, Scope scope, ShelvedFile shelved) {
    return new FileEntries.Standing(
        state, scope, shelved.term(), shelved.dataDate(), false, List.of());
  }

  private FileEntry read(Receipt receipt, ShelvedFile shelved, List<Batch> accepted)
      throws IOException {
    SourceFile file = receipt.received().file();
    ListKind list = NightWork.done(shelved.list());
    Units units = new Units(list);
    Set<String> terms = new TreeSet<>();
    int termAt = Layout.of(list).position(Field.TERM);
    shelf.recall(
        file.sha256(),
        Bucket.ACCEPTED,
        (sheet, row, values) -> {
          units.add(values);
          if (termAt >= 0) {
            terms.add(values.get(termAt));
          }
        });
    LocalDate dataDate =
        new SourceLines(record.state(), shelf, order.asOf()).dataDate(receipt, shelved.dataDate());
    Batch candidate =
        new Batch(
            file,
            list,
            entries.system(file, shelved),
            units.scope(file.unit()),
            term(list, shelved, terms, dataDate),
            dataDate,
            receipt.number());
    FileState state = state(entries.counts(file, shelved));
    List<FileEntry.Note> notes = List.of();
    if (state != FileState.REFUSED) {
      notes =
          new ListGuards(
                  shelf, resent, order.settings(), receipt.received().asOf(), heldBefore(file))
              .hold(candidate, shelved.remarks(), units, effective(near(candidate, accepted)));
      state = notes.isEmpty() ? state : FileState.HELD;
    }
    return entries.entry(
        file,
        shelved,
        new FileEntries.Standing(
            state, candidate.scope(), candidate.term(), dataDate, false, notes));
  }

  private boolean heldBefore(SourceFile file) {
    return record.state().answeredFiles().stream()
        .filter(answered -> answered.state() == FileState.HELD)
        .anyMatch(answered -> answered.file().sha256().equals(file.sha256()));
  }

  /**
   * The lists that {@code candidate} can be held against: the county's, its own unit's, and what
   * corrects them. Thousands of units may have sent theirs.
   */
  private static List<Batch> near(Batch candidate, List<Batch> accepted) {
    return accepted.stream()
        .filter(batch -> batch.list() == candidate.list())
        .filter(batch -> batch.scope().countyWide() || batch.scope().equals(candidate.scope()))
        .toList();
  }

  private List<Effective> effective(List<Batch> accepted) {
    return Coverage.inUse(shelf, accepted);
  }

  /** A file of which no row can be taken must not replace one that has rows. */
  private static FileState state(RowCounts counts) {
    if (counts.accepted() == 0) {
      return FileState.REFUSED;
    }
    return counts.rejected() > 0 ? FileState.ACCEPTED_WITH_REJECTS : FileState.ACCEPTED;
  }

  /** Grants speak for the one term that their rows name; several terms make a list of its own. */
  private static @Nullable Term term(
      ListKind list, ShelvedFile shelved, Set<String> terms, LocalDate dataDate) {
    if (list == ListKind.AID || (list == ListKind.PAYMENTS && !terms.equals(Set.of("")))) {
      return terms.size() == 1 ? Term.parse(terms.iterator().next()) : null;
    }
    if (shelved.term() != null) {
      return shelved.term();
    }
    return Term.of(dataDate);
  }
}
