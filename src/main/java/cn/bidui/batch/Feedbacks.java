package cn.bidui.batch;

import cn.bidui.intake.Hint;
import cn.bidui.intake.Intake;
import cn.bidui.intake.IntakeLimits;
import cn.bidui.intake.ReturnSlip;
import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.JournalState.Receipt;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.RowShelf.KeptProblem;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.report.Answer;
import cn.bidui.report.Answer.Neighbor;
import cn.bidui.report.Comparison;
import cn.bidui.report.Feedback;
import cn.bidui.report.RejectedRow;
import cn.bidui.source.Amends;
import cn.bidui.source.Batch;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.SourceFile;
import cn.bidui.source.Term;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers each file's owner, with the rows that have to be corrected. The answer to a correction
 * says how the list stands now, and takes the place of the answer before it.
 */
final class Feedbacks {

  /**
   * Problems of rows that cannot be corrected where they stand: the owner is told their numbers.
   */
  private static final List<ProblemCode> NOT_TO_BE_CORRECTED =
      List.of(
          ProblemCode.ROW_NOT_KEYED,
          ProblemCode.ROW_KEY_CHANGED,
          ProblemCode.ROW_KEY_FOREIGN,
          ProblemCode.ROW_ALREADY_CORRECTED);

  private final NightOrder order;
  private final OpenRecord record;
  private final RowShelf shelf;
  private final RowKeys keys;
  private final Intake intake;
  private final Resent resent;
  private final Replies replies;

  Feedbacks(NightOrder order, OpenRecord record, RowShelf shelf, Resent resent, Replies replies) {
    this.order = order;
    this.record = record;
    this.shelf = shelf;
    this.keys = new RowKeys(record.key());
    this.resent = resent;
    this.replies = replies;
    this.intake = new Intake(order.profiles(), IntakeLimits.defaults());
  }

  /** Writes the answer of a receipt below {@code folder}, the feedback folder or where it waits. */
  void write(FileEntry entry, long receipt, Path folder) throws IOException {
    // An answer is no line of the journal: a process that slept through its lease stops here.
    record.lease().check();
    if (entry.state() == FileState.ANSWERS) {
      answers(entry, receipt, folder);
      return;
    }
    @Nullable Amends amends = entry.amends();
    if (amends == null || entry.state() == FileState.SUPERSEDED) {
      list(entry, receipt, folder);
      return;
    }
    List<SourceFile> corrections = corrections(amends.base(), entry.file());
    List<RejectedRow> open = open(amends.base(), corrections);
    FileEntry said = corrected(entry, open);
    boolean last = lastOfItsName(amends);
    boolean again = last && AnswerName.of(entry.file()).belongsTo(amends.base());
    send(again ? said.named(amends.base().name()) : said, receipt, amends, open, null, folder);
    if (last && !again) {
      refresh(amends, open, folder);
    }
  }

  /** What became of the answers of a workbook of findings. */
  private void answers(FileEntry entry, long receipt, Path folder) throws IOException {
    Receipt of =
        record
            .state()
            .receipt(receipt)
            .orElseThrow(() -> new IllegalStateException("answers that were never received"));
    Answer answer =
        new Answer(
                entry,
                "",
                record.state().shown(receipt),
                received(receipt),
                List.of(),
                List.of(),
                null,
                plain())
            .replying(replies.to(of).lines());
    feedback().write(answer, record.archive().content(entry.file().sha256()), folder);
  }

  private void list(FileEntry entry, long receipt, Path folder) throws IOException {
    Amends own = new Amends(entry.file(), receipt);
    Amends of =
        entry.state() == FileState.DUPLICATE
            ? first(entry.file()).or(() -> savedAgain(entry.file())).orElse(own)
            : own;
    // Under another name the same content leaves the answer alone that holds the rows.
    boolean asks = entry.state() != FileState.SUPERSEDED && named(entry.file(), of.base());
    List<RejectedRow> open =
        asks ? open(of.base(), new Corrections(record.state(), shelf).of(of.base())) : List.of();
    send(entry, receipt, of, open, resent.comparison(entry, receipt, others(receipt)), folder);
  }

  /** All batches but the one of that receipt. */
  private List<Batch> others(long receipt) {
    return AnswerStage.accepted(record.state()).stream()
        .filter(batch -> batch.receivedOrder() != receipt)
        .toList();
  }

  /** The list that a file only repeats, in other bytes. */
  private Optional<Amends> savedAgain(SourceFile file) {
    List<Batch> accepted = AnswerStage.accepted(record.state());
    Optional<SourceFile> same =
        shelf.find(file.sha256()).flatMap(of -> resent.savedAgain(file, of, accepted));
    return accepted.stream()
        .filter(batch -> same.filter(batch.file()::equals).isPresent())
        .map(batch -> new Amends(batch.file(), batch.receivedOrder()))
        .reduce((earlier, later) -> later);
  }

  private List<RejectedRow> open(SourceFile base, List<SourceFile> corrections) {
    return new OpenRows(shelf, keys).of(base, corrections);
  }

  /** The list that a file of the same content stands for. */
  private Optional<Amends> first(SourceFile file) {
    return record.state().answeredFiles().stream()
        .filter(answered -> answered.amends() == null)
        .filter(answered -> answered.state() != FileState.DUPLICATE)
        .map(answered -> new Amends(answered.file(), answered.receipt()))
        .filter(list -> list.belongsTo(file))
        .reduce((earlier, later) -> later);
  }

  /** Those that were answered, and this one. */
  private List<SourceFile> corrections(SourceFile base, SourceFile latest) {
    List<SourceFile> all = new ArrayList<>(new Corrections(record.state(), shelf).of(base));
    if (all.stream().noneMatch(known -> known.sha256().equals(latest.sha256()))) {
      all.add(latest);
    }
    return all;
  }

  /** A correction is done with only when its list is. */
  private FileEntry corrected(FileEntry entry, List<RejectedRow> open) {
    FileEntry said = entry;
    for (ProblemCode code : NOT_TO_BE_CORRECTED) {
      String rows =
          shelf.problems(entry.file().sha256()).stream()
              .filter(problem -> problem.code().equals(code.code()))
              .map(KeptProblem::row)
              .distinct()
              .map(String::valueOf)
              .collect(Collectors.joining("、"));
      if (!rows.isEmpty()) {
        said =
            said.told(
                said.state(),
                new FileEntry.Note(
                    "report.note." + code.code().toLowerCase(Locale.ROOT), List.of(rows)));
      }
    }
    boolean counts = AnswerStage.taken(entry.state());
    boolean done = open.isEmpty() && entry.counts().rejected() == 0;
    FileState state = done ? FileState.ACCEPTED : FileState.ACCEPTED_WITH_REJECTS;
    return said.told(counts ? state : said.state(), left(open.size()));
  }

  /** Whether the answer under the list's name is the list's: a newer file may have that name. */
  private boolean lastOfItsName(Amends amends) {
    Stream<FileAnswered> lists =
        record.state().answeredFiles().stream().filter(answered -> answered.amends() == null);
    Stream<Receipt> others = record.state().unanswered().stream();
    return Stream.concat(
            lists.filter(file -> named(file.file(), amends.base())).map(FileAnswered::receipt),
            others
                .filter(file -> named(file.received().file(), amends.base()))
                .map(Receipt::number))
        .noneMatch(receipt -> receipt > amends.receipt());
  }

  private static boolean named(SourceFile file, SourceFile base) {
    return file.name().equals(base.name()) && file.unit().equals(base.unit());
  }

  /** The list's own answer, when the correction came under another name. */
  private void refresh(Amends amends, List<RejectedRow> open, Path folder) throws IOException {
    Optional<FileAnswered> before =
        record.state().answeredFiles().stream()
            .filter(answered -> answered.receipt() == amends.receipt())
            .findFirst();
    if (before.isEmpty()) {
      return;
    }
    FileAnswered answered = before.get();
    FileEntry entry =
        new FileEntries(shelf, new FileKeys(record.archive()))
            .entry(
                answered.file(),
                shelf.find(answered.file().sha256()).orElseThrow(IllegalStateException::new),
                new FileEntries.Standing(
                    answered.state(),
                    answered.scope(),
                    answered.term(),
                    answered.dataDate(),
                    AnswerStage.taken(answered.state()),
                    List.of()));
    boolean done = open.isEmpty() && answered.state() == FileState.ACCEPTED_WITH_REJECTS;
    FileEntry told =
        entry
            .takenUp(Math.max(0, answered.counts().rejected() - open.size()))
            .told(done ? FileState.ACCEPTED : answered.state(), left(open.size()));
    send(told, amends.receipt(), amends, open, null, folder);
  }

  private void send(
      FileEntry entry,
      long receipt,
      Amends of,
      List<RejectedRow> open,
      @Nullable Comparison comparison,
      Path folder)
      throws IOException {
    boolean back = !open.isEmpty() && entry.state() != FileState.REFUSED;
    List<RejectedRow> rows = back ? open : open.stream().map(Feedbacks::withoutKey).toList();
    Answer answer =
        new Answer(
            entry,
            CivilSeries.title(entry.system(), order.profiles()),
            record.state().shown(receipt),
            received(receipt),
            rows,
            neighbors(of.base(), rows),
            comparison,
            back ? slip(of, open.size()) : plain());
    feedback().write(answer, record.archive().content(entry.file().sha256()), folder);
  }

  /** Read as the list was read, by what people had decided about its header. */
  private List<Neighbor> neighbors(SourceFile base, List<RejectedRow> rows) {
    return new NeighborRows(intake.remembering(record.state().headersKnownTo(base.sha256())))
        .of(record.archive().content(base.sha256()), base.name(), rows);
  }

  private LocalDate received(long receipt) {
    return record
        .state()
        .receipt(receipt)
        .map(known -> known.received().asOf())
        .orElse(order.asOf());
  }

  private Feedback feedback() {
    return new Feedback(
        order.asOf(), order.settings().unit(), order.folder().scratch(), record.lease().epoch());
  }

  private static FileEntry.Note left(int open) {
    return open == 0
        ? new FileEntry.Note("report.note.none-open", List.of())
        : new FileEntry.Note("report.note.still-open", List.of(String.valueOf(open)));
  }

  /** Of a file that is refused as a whole no row can join the others. */
  private static RejectedRow withoutKey(RejectedRow row) {
    return new RejectedRow("", "", row.sheet(), row.row(), row.cells(), row.problems());
  }

  private static SortedMap<String, String> plain() {
    SortedMap<String, String> said = new TreeMap<>();
    said.put(ReturnSlip.KIND, ReturnSlip.ANSWER);
    said.put(ReturnSlip.SCHEMA, "1");
    return said;
  }

  private SortedMap<String, String> slip(Amends of, int rows) {
    ShelvedFile list = shelf.find(of.base().sha256()).orElseThrow(IllegalStateException::new);
    SortedMap<String, String> said = plain();
    said.put(ReturnSlip.KIND, ReturnSlip.CORRECTIONS);
    said.put(ReturnSlip.BASE, of.base().sha256());
    said.put(ReturnSlip.RECEIPT, String.valueOf(record.state().shown(of.receipt())));
    said.put("list", NightWork.done(list.list()).code());
    said.put("profile", list.profile());
    said.put("rows", String.valueOf(rows));
    said.put(ReturnSlip.TERM, term(of, list));
    keys.seal(said);
    return said;
  }

  /** The term that the list's rows were read with where they name none. */
  private String term(Amends of, ShelvedFile list) {
    ReadingRules rules =
        new ReadingRules(
            order.settings(),
            record
                .state()
                .receipt(of.receipt())
                .map(receipt -> receipt.received().asOf())
                .orElse(order.asOf()));
    ListKind kind = NightWork.done(list.list());
    @Nullable Term term =
        rules.term(
            kind,
            Optional.ofNullable(list.term()).map(said -> new Hint<>(said, Hint.Origin.TITLE)),
            Optional.ofNullable(list.dataDate()).map(said -> new Hint<>(said, Hint.Origin.TITLE)));
    return term == null ? "" : term.label();
  }
}
