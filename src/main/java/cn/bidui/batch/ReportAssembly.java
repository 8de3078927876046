package cn.bidui.batch;

import cn.bidui.judge.Judgement;
import cn.bidui.ledger.EffectiveLists;
import cn.bidui.ledger.EffectiveLists.Effective;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.JournalState.Receipt;
import cn.bidui.ledger.NightSeal;
import cn.bidui.ledger.ReplyLines;
import cn.bidui.link.LinkLimits;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.SchoolRegistry;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.report.NightReport;
import cn.bidui.report.Reporter;
import cn.bidui.report.SourceLine;
import cn.bidui.report.forms.NightForms;
import cn.bidui.source.Batch;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts together what a night has to say, from what its stages left. */
final class ReportAssembly {

  private static final int DIGEST_SHOWN = 12;

  private final NightOrder order;
  private final OpenRecord record;
  private final RowShelf shelf;
  private final FileEntries entries;
  private final Resent resent;
  private final Instant started;

  ReportAssembly(
      NightOrder order, OpenRecord record, RowShelf shelf, FileEntries entries, Instant started) {
    this.order = order;
    this.record = record;
    this.shelf = shelf;
    this.entries = entries;
    this.resent = new Resent(shelf);
    this.started = started;
  }

  /** The needed lists without an effective batch, in their order. */
  List<ListKind> missing(NightWork work) {
    return Arrays.stream(ListKind.values())
        .filter(order.job().lists().needed()::contains)
        .filter(list -> !work.tables.containsKey(list))
        .toList();
  }

  /**
   * Entries of the files seen since the last publication before this as-of date, and of the
   * effective ones and the held ones, in canonical order; what is held goes to {@code work.held}.
   */
  void enter(NightWork work) throws IOException {
    Map<Long, Effective> effective = new HashMap<>();
    work.effective.forEach(e -> effective.put(e.batch().receivedOrder(), e));
    // By the order of the journal, not by dates: a file that was taken later on the day of a
    // publication is new to the next one.
    long before =
        record
            .state()
            .publicationBefore(order.asOf())
            .map(night -> record.state().publishedAt(night.asOf()))
            .orElse(0L);
    List<FileEntry> files = new ArrayList<>(work.waiting);
    work.held.clear();
    if (work.inboxAway) {
      work.held.add(new FileEntry.Note("report.lack.inbox-away", List.of()));
    }
    HeldLists held = new HeldLists(record.state(), AnswerStage.accepted(record.state()));
    for (FileAnswered answered : record.state().answeredFiles()) {
      boolean holds = effective.containsKey(answered.receipt());
      boolean waits = !holds && held.waits(answered);
      boolean seen = answered.receipt() > before;
      if ((holds || waits || seen) && !takenSince(answered)) {
        files.add(entry(answered, holds, waits, work));
      }
    }
    work.held.addAll(sources().without(work.effective));
    work.effective.forEach(holding -> stale(holding.batch()).ifPresent(work.held::add));
    files.sort(Comparator.comparing(FileEntry::file).thenComparing(FileEntry::state));
    work.files = List.copyOf(files);
  }

  /** Whether a refused file was dropped again and taken: then its second answer is the one. */
  private boolean takenSince(FileAnswered answered) {
    return answered.state() == FileState.REFUSED
        && answered.counts().rows() == 0
        && shelf.find(answered.file().sha256()).filter(file -> !file.refused()).isPresent();
  }

  private FileEntry entry(FileAnswered answered, boolean holds, boolean waits, NightWork work)
      throws IOException {
    FileState state = answered.state();
    List<FileEntry.Note> notes = new ArrayList<>();
    boolean accepted = state == FileState.ACCEPTED || state == FileState.ACCEPTED_WITH_REJECTS;
    if (state == FileState.HELD && holds) {
      state = FileState.ACCEPTED;
      notes.add(new FileEntry.Note("report.note.released", List.of()));
    } else if (waits) {
      FileEntry.Note held = held(answered);
      notes.add(held);
      work.held.add(held);
    } else if (record.state().withdrawn(answered.receipt()).isPresent()) {
      notes.add(withdrawn(answered.receipt()));
    } else if ((accepted || state == FileState.HELD) && !holds) {
      state = FileState.SUPERSEDED;
    }
    if (state == FileState.DUPLICATE) {
      return duplicate(answered).amending(answered.amends());
    }
    ShelvedFile shelved =
        shelf
            .find(answered.file().sha256())
            .orElseThrow(() -> new IllegalStateException("a journaled file is not on the shelf"));
    if (state == FileState.ANSWERS) {
      return entries.answers(answered.file(), shelved, replies(answered));
    }
    Corrections corrections = new Corrections(record.state(), shelf);
    return entries
        .entry(
            answered.file(),
            shelved,
            new FileEntries.Standing(
                state, answered.scope(), answered.term(), dataDate(answered, holds), holds, notes))
        .amending(answered.amends())
        .takenUp(corrections.takenUp(answered.file(), answered.amends()).size());
  }

  /** Of a list in use that its source has confirmed since, the last day on which it did. */
  private @Nullable LocalDate dataDate(FileAnswered answered, boolean holds) {
    return holds ? sources().freshAsOf(AnswerStage.batch(answered)) : answered.dataDate();
  }

  /** What became of the answers of a workbook. */
  private ReplyLines replies(FileAnswered answered) {
    return record
        .state()
        .repliesRead(answered.receipt())
        .map(new KeptText(record.archive())::of)
        .map(ReplyLines::read)
        .orElseThrow(() -> new IllegalStateException("answers without what became of them"));
  }

  /** A list that goes on although it is older than it may be: nobody has sent a newer one. */
  private Optional<FileEntry.Note> stale(Batch batch) {
    long age = ChronoUnit.DAYS.between(sources().freshAsOf(batch), order.asOf());
    OptionalInt most = order.settings().list(batch.list()).maxAgeDays();
    return most.isPresent() && age > most.getAsInt()
        ? Optional.of(
            new FileEntry.Note(
                "report.lack.stale-in-use",
                List.of(
                    batch.file().name(),
                    batch.dataDate().toString(),
                    String.valueOf(age),
                    String.valueOf(most.getAsInt()))))
        : Optional.empty();
  }

  /** The names of sources that gave no list tonight. */
  List<String> down(NightWork work) {
    return sources().of(work.effective).stream()
        .filter(SourceLine::down)
        .map(line -> line.fetched().source())
        .toList();
  }

  private SourceLines sources() {
    return new SourceLines(record.state(), shelf, order.asOf());
  }

  private FileEntry.Note withdrawn(long receipt) {
    String by = record.state().withdrawn(receipt).map(Entry.Withdrawn::by).orElse("");
    return new FileEntry.Note("report.note.withdrawn", List.of(by));
  }

  private FileEntry.Note held(FileAnswered answered) {
    return record
        .state()
        .held(answered.receipt())
        .map(hold -> new FileEntry.Note(hold.reason(), hold.words()))
        .orElseGet(
            () -> new FileEntry.Note("report.held.file", List.of(answered.file().inboxName())));
  }

  private FileEntry duplicate(FileAnswered answered) {
    SourceFile file = answered.file();
    Optional<Receipt> first = record.state().firstReceipt(file.sha256());
    if (first.isPresent() && first.get().number() < answered.receipt()) {
      String name = first.get().received().file().name();
      return AnswerStage.duplicate(file, answered.list(), answered.system(), name);
    }
    String name =
        shelf
            .find(file.sha256())
            .flatMap(of -> resent.savedAgain(file, of, AnswerStage.accepted(record.state())))
            .map(SourceFile::name)
            .orElse("");
    return AnswerStage.savedAgain(file, answered.list(), answered.system(), name);
  }

  /**
   * Writes everything that {@code night} publishes.
   *
   * @param emptyFolder exists and is empty
   */
  void write(NightReport night, Path emptyFolder) throws IOException {
    new Reporter().write(night, emptyFolder);
    NightForms.write(night, order.settings().unit(), emptyFolder);
  }

  NightReport report(NightWork work) {
    SchoolRegistry schools = NightWork.done(work.schools);
    return new NightReport(
        order.asOf(),
        record.state().publicationBefore(order.asOf()).map(Published::asOf).orElse(null),
        order.job().name(),
        order.policies().titles(),
        model(),
        linking(),
        work.files,
        missing(work),
        new RejectedRows(record.state(), shelf, this::replies).of(work.files),
        work.tables,
        NightWork.done(work.links),
        NightWork.done(work.keys),
        schools,
        NightWork.done(work.ledger).findings(),
        NightWork.done(work.judgement).tallies(),
        openBefore(work),
        earlier().openIds(),
        work.held,
        schools.unknown(List.copyOf(work.tables.values())),
        judged(NightWork.done(work.judgement)),
        record.state().answers().reading(new KeptText(record.archive())::of),
        followed(work),
        sources().of(work.effective),
        run(work));
  }

  private NightReport.Followed followed(NightWork work) {
    return new NightReport.Followed(
        NightWork.done(work.cases),
        new KeptText(record.archive()).duties(record.state()),
        NightWork.done(work.totals),
        work.counts,
        NightSeal.of(
            order.asOf(), work.effective.stream().map(EffectiveLists.Effective::batch).toList()));
  }

  private NightReport.Judged judged(Judgement judgement) {
    return new NightReport.Judged(
        judgement.scoreboard(),
        judgement.sheet(),
        earlier().population(judgement),
        earlier().scores());
  }

  private EarlierNights earlier() {
    return new EarlierNights(record.state(), record.archive(), order.asOf());
  }

  /** As many characters as tell one digest from another at a glance. */
  private String model() {
    return record
        .state()
        .model()
        .map(model -> model.digest().substring(0, Math.min(DIGEST_SHOWN, model.digest().length())))
        .orElse("shipped");
  }

  private LinkLimits linking() {
    return NightFailure.discreetly(
        () -> new ModelInUse(record.state(), record.archive()).limits(order));
  }

  private SortedMap<String, Integer> openBefore(NightWork work) {
    return NightWork.done(work.ledger).rollForward().openBefore();
  }

  private NightReport.Run run(NightWork work) {
    Instant now = order.clock().instant();
    return new NightReport.Run(
        work.runId,
        order.settings().unit(),
        order.software(),
        started.toString(),
        java.time.Duration.between(started, now).toMillis(),
        work.exit,
        record.journal().head().text(),
        new TreeMap<>(work.stepMillis),
        work.remarks);
  }
}
