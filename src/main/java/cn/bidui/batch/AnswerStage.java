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
  private final Answering answering;

  AnswerStage(
      NightOrder order,
      OpenRecord record,
      RowShelf shelf,
      FileEntries entries,
      Answering answering) {
    this.order = order;
    this.record = record;
    this.shelf = shelf;
    this.entries = entries;
    this.answering = answering;
  }

  /** Gives a file's owner the answer, before it is journaled; doing it twice does no harm. */
  @FunctionalInterface
  interface Answering {
    /** Writes the answer. */
    void answer(FileEntry entry, long receipt) throws IOException;
  }

  void run(NightWork work) throws IOException {
    if (!work.whatIf) {
      answerAll();
    }
    work.effective = effective(accepted(record.state()));
  }

  /** Decides about all files first: whether one holds depends on the others of the night. */
  private void answerAll() throws IOException {
    List<Batch> accepted = new ArrayList<>(accepted(record.state()));
    Map<Receipt, FileEntry> decided = new LinkedHashMap<>();
    for (Receipt receipt : inOrder(record.state().unanswered())) {
      FileEntry entry = decide(receipt, accepted);
      decided.put(receipt, entry);
      if (taken(entry.state())) {
        accepted.add(batch(FileAnswered.of(receipt.number(), entry)));
      }
    }
    Set<Long> holding = new HashSet<>();
    effective(accepted).forEach(effective -> holding.add(effective.batch().receivedOrder()));
    for (Map.Entry<Receipt, FileEntry> each : decided.entrySet()) {
      long receipt = each.getKey().number();
      answering.answer(each.getValue().effective(holding.contains(receipt)), receipt);
      record.journal().append(FileAnswered.of(receipt, each.getValue()));
    }
  }

  private static List<Receipt> inOrder(List<Receipt> receipts) {
    return receipts.stream()
        .sorted(Comparator.comparing(receipt -> receipt.received().file()))
        .toList();
  }

  private static boolean taken(FileState state) {
    return state == FileState.ACCEPTED || state == FileState.ACCEPTED_WITH_REJECTS;
  }

  /** The batches that were accepted, those released from a guard included. */
  static List<Batch> accepted(JournalState state) {
    Set<String> released = new HashSet<>();
    state.accepted().forEach(release -> released.add(release.what()));
    return state.answeredFiles().stream()
        .filter(
            answered ->
                taken(answered.state())
                    || (answered.state() == FileState.HELD
                        && released.contains(answered.file().sha256())))
        .map(AnswerStage::batch)
        .toList();
  }

  private static Batch batch(FileAnswered answered) {
    return new Batch(
        answered.file(),
        NightWork.done(answered.list()),
        answered.system(),
        answered.scope(),
        answered.term(),
        NightWork.done(answered.dataDate()),
        answered.receipt());
  }

  private FileEntry decide(Receipt receipt, List<Batch> accepted) throws IOException {
    SourceFile file = receipt.received().file();
    ShelvedFile shelved =
        shelf.find(file.sha256()).orElseThrow(() -> new IllegalStateException("not read yet"));
    Optional<SourceFile> standing = standing(file, accepted);
    if (standing.isPresent()) {
      return duplicate(file, shelved.list(), shelved.profile(), standing.get().name());
    }
    if (shelved.refused()) {
      return entries.entry(file, shelved, standing(FileState.REFUSED, Scope.COUNTY, shelved));
    }
    return read(receipt, shelved, accepted);
  }

  /**
   * The file of that content and unit that holds already, or is held. One that was refused, or was
   * replaced since, is no reason to send the same content away: dropping it again brings it back.
   */
  private Optional<SourceFile> standing(SourceFile file, List<Batch> accepted) {
    Set<String> released = new HashSet<>();
    record.state().accepted().forEach(release -> released.add(release.what()));
    Stream<SourceFile> holding =
        effective(accepted).stream().map(effective -> effective.batch().file());
    Stream<SourceFile> held =
        record.state().answeredFiles().stream()
            .filter(answered -> answered.state() == FileState.HELD)
            .map(FileAnswered::file)
            .filter(other -> !released.contains(other.sha256()));
    return Stream.concat(holding, held)
        .filter(other -> other.sha256().equals(file.sha256()) && other.unit().equals(file.unit()))
        .findFirst();
  }

  /** The entry of a file whose content was taken before, under the name {@code first}. */
  static FileEntry duplicate(
      SourceFile file, @Nullable ListKind list, String profile, String first) {
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
        List.of(new FileEntry.Note("report.note.same-as", List.of(first))));
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
    ReadingRules rules = new ReadingRules(order.settings(), receipt.received().asOf());
    LocalDate dataDate =
        shelved.dataDate() == null ? receipt.received().asOf() : shelved.dataDate();
    Batch candidate =
        new Batch(
            file,
            list,
            shelved.profile(),
            units.scope(file.unit()),
            term(list, shelved, terms, rules),
            dataDate,
            receipt.number());
    FileState state = state(entries.counts(file, shelved));
    List<FileEntry.Note> notes = List.of();
    if (state != FileState.REFUSED) {
      notes = new ListGuards(shelf).hold(candidate, units, effective(accepted));
      state = notes.isEmpty() ? state : FileState.HELD;
    }
    return entries.entry(
        file,
        shelved,
        new FileEntries.Standing(
            state, candidate.scope(), candidate.term(), dataDate, false, notes));
  }

  private List<Effective> effective(List<Batch> accepted) {
    return EffectiveLists.of(accepted, new Coverage(shelf)::covers);
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
      ListKind list, ShelvedFile shelved, Set<String> terms, ReadingRules rules) {
    if (list == ListKind.AID || (list == ListKind.PAYMENTS && !terms.equals(Set.of("")))) {
      return terms.size() == 1 ? Term.parse(terms.iterator().next()) : null;
    }
    if (shelved.term() != null) {
      return shelved.term();
    }
    return Term.of(shelved.dataDate() == null ? rules.asOf() : shelved.dataDate());
  }
}
