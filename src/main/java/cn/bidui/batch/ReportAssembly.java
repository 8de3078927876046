package cn.bidui.batch;

import cn.bidui.judge.Judgement;
import cn.bidui.judge.cohort.Population;
import cn.bidui.judge.score.ScoreText;
import cn.bidui.judge.score.Scoreboard;
import cn.bidui.ledger.EffectiveLists;
import cn.bidui.ledger.EffectiveLists.Effective;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.JournalState.Receipt;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.NightSeal;
import cn.bidui.ledger.ReplyLines;
import cn.bidui.link.LinkLimits;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.RowShelf.KeptProblem;
import cn.bidui.normalize.SchoolRegistry;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.normalize.ShelvedFile.BaseRow;
import cn.bidui.report.NightReport;
import cn.bidui.report.Reporter;
import cn.bidui.report.forms.NightForms;
import cn.bidui.source.Batch;
import cn.bidui.source.CellRef;
import cn.bidui.source.Field;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.Problem.RowProblem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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
        .filter(ListKind::needed)
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
      work.held.add(new FileEntry.Note("report.held.inbox-away", List.of()));
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
                state, answered.scope(), answered.term(), answered.dataDate(), holds, notes))
        .amending(answered.amends())
        .takenUp(corrections.takenUp(answered.file(), answered.amends()).size());
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
    long age = ChronoUnit.DAYS.between(batch.dataDate(), order.asOf());
    OptionalInt most = order.settings().list(batch.list()).maxAgeDays();
    return most.isPresent() && age > most.getAsInt()
        ? Optional.of(
            new FileEntry.Note(
                "report.held.stale-in-use",
                List.of(
                    batch.file().name(),
                    batch.dataDate().toString(),
                    String.valueOf(age),
                    String.valueOf(most.getAsInt()))))
        : Optional.empty();
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
        .orElseGet(() -> new FileEntry.Note("report.held.file", List.of(answered.file().name())));
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
        rejects(work.files),
        work.tables,
        NightWork.done(work.links),
        NightWork.done(work.keys),
        schools,
        NightWork.done(work.ledger).findings(),
        NightWork.done(work.judgement).tallies(),
        openBefore(work),
        openIdsBefore(),
        work.held,
        schools.unknown(List.copyOf(work.tables.values())),
        judged(NightWork.done(work.judgement)),
        record.state().answers().reading(new KeptText(record.archive())::of),
        followed(work),
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
        judgement.scoreboard(), judgement.sheet(), population(judgement), earlierScores());
  }

  /** With how many children each cohort had on the night before. */
  private Population population(Judgement judgement) {
    return NightFailure.discreetly(
        () -> {
          Optional<String> before =
              record
                  .state()
                  .publicationBefore(order.asOf())
                  .map(night -> night.kept().get(PublishStage.COHORTS));
          return before.isEmpty()
              ? judgement.population()
              : CohortText.beside(text(before.get()), judgement.population());
        });
  }

  /** The scoreboards of the last publications before this as-of date, as many as are shown. */
  private SortedMap<LocalDate, Scoreboard> earlierScores() {
    return NightFailure.discreetly(
        () -> {
          SortedMap<LocalDate, Scoreboard> earlier = new TreeMap<>();
          List<Published> before =
              record.state().publications().stream()
                  .filter(night -> night.asOf().isBefore(order.asOf()))
                  .filter(night -> night.kept().containsKey(PublishStage.SCOREBOARD))
                  .toList();
          int first = Math.max(0, before.size() - NightReport.Judged.EARLIER_SHOWN);
          for (Published night : before.subList(first, before.size())) {
            String kept = night.kept().getOrDefault(PublishStage.SCOREBOARD, "");
            earlier.put(night.asOf(), ScoreText.read(text(kept)));
          }
          return earlier;
        });
  }

  private String text(String digest) throws IOException {
    try (InputStream kept = record.archive().open(digest)) {
      return new String(kept.readAllBytes(), StandardCharsets.UTF_8);
    }
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

  private SortedSet<String> openIdsBefore() {
    return NightFailure.discreetly(
        () -> {
          SortedSet<String> open = new TreeSet<>();
          Optional<Published> before = record.state().publicationBefore(order.asOf());
          if (before.isPresent()) {
            for (LedgerFinding finding : LedgerStage.findings(record.archive(), before.get())) {
              if (finding.state().open()) {
                open.add(finding.finding().id());
              }
            }
          }
          return open;
        });
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

  private List<NightReport.Reject> rejects(List<FileEntry> files) {
    Map<SourceFile, FileEntry> once = new LinkedHashMap<>();
    files.forEach(file -> once.putIfAbsent(file.file(), file));
    List<NightReport.Reject> rejects = new ArrayList<>();
    Corrections corrections = new Corrections(record.state(), shelf);
    for (FileEntry file : once.values()) {
      if (!file.rowProblems().isEmpty() && file.state() != FileState.ANSWERS) {
        Set<BaseRow> takenUp = corrections.takenUp(file.file(), file.amends());
        for (NightReport.Reject reject : rejects(file.file(), shelf)) {
          CellRef place = reject.problem().place();
          if (!takenUp.contains(new BaseRow(place.sheet(), place.row()))) {
            rejects.add(reject);
          }
        }
      }
    }
    rejects.addAll(answersListed(files));
    return rejects;
  }

  /** Answers of workbooks that were not recorded. */
  private List<NightReport.Reject> answersListed(List<FileEntry> files) {
    Set<SourceFile> shown = new HashSet<>();
    files.stream()
        .filter(file -> file.state() == FileState.ANSWERS)
        .forEach(file -> shown.add(file.file()));
    List<NightReport.Reject> listed = new ArrayList<>();
    record.state().answeredFiles().stream()
        .filter(answered -> answered.state() == FileState.ANSWERS)
        .filter(answered -> shown.contains(answered.file()))
        .sorted(Comparator.comparing(FileAnswered::file))
        .forEach(
            answered ->
                replies(answered)
                    .problems(answered.file().name())
                    .forEach(
                        problem -> listed.add(new NightReport.Reject(answered.file(), problem))));
    return listed;
  }

  static List<NightReport.Reject> rejects(SourceFile file, RowShelf shelf) {
    List<ShelvedFile.Sheet> sheets =
        shelf.find(file.sha256()).map(ShelvedFile::sheets).orElse(List.of());
    return shelf.problems(file.sha256()).stream()
        .map(problem -> new NightReport.Reject(file, problem(file, sheets, problem)))
        .toList();
  }

  private static RowProblem problem(
      SourceFile file, List<ShelvedFile.Sheet> sheets, KeptProblem kept) {
    return new RowProblem(
        ProblemCode.ofCode(kept.code()),
        new CellRef(file.name(), sheets.get(kept.sheet()).name(), kept.row(), kept.column()),
        Field.ofCode(kept.field()).orElse(Field.REMARK),
        kept.found(),
        kept.arguments());
  }
}
