package cn.bidui.batch;

import cn.bidui.judge.score.ScoreText;
import cn.bidui.ledger.Balance;
import cn.bidui.ledger.EffectiveLists.Effective;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.FindingsBlob;
import cn.bidui.ledger.Publication;
import cn.bidui.ledger.StageFlow;
import cn.bidui.ledger.audit.Anchors;
import cn.bidui.link.LinkResult;
import cn.bidui.normalize.RecordTable;
import cn.bidui.notify.Outbox;
import cn.bidui.report.NightReport;
import cn.bidui.report.Reporter;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Stage {@code report}: adds everything up, and publishes if it does. What does not add up is not
 * published: yesterday's report stays, and a notice with the difference lies beside it.
 */
final class PublishStage {

  /** Under this name a publication keeps its scoreboard. */
  static final String SCOREBOARD = "scoreboard";

  /** Under this name a publication keeps its control totals by place and rule. */
  static final String TOTALS = "totals";

  /** Under this name a publication keeps the classes that cases are about. */
  static final String CLASSES = "classes";

  /** Under this name a publication keeps the townships, villages, schools and classes it knew. */
  static final String PLACES = "places";

  /** Under this name a publication keeps what else periodic reports are made of. */
  static final String COUNTS = "counts";

  /** Under this name a publication keeps how many children each cohort had. */
  static final String COHORTS = "cohorts";

  private final NightOrder order;
  private final OpenRecord record;
  private final ReportAssembly assembly;

  PublishStage(NightOrder order, OpenRecord record, ReportAssembly assembly) {
    this.order = order;
    this.record = record;
    this.assembly = assembly;
  }

  void run(NightWork work) throws IOException {
    work.exit = exit(work);
    if (!balanced(work)) {
      return;
    }
    NightReport report = assembly.report(work);
    Publication reports =
        work.whatIf ? Publication.under(order.folder().whatIf()) : record.reports();
    try {
      if (work.whatIf) {
        publishWhatIf(work, report, reports);
      } else {
        publish(work, report, reports);
      }
    } catch (IOException failure) {
      reports.giveUpIfLate(order.asOf(), work.runId, record.lease());
      throw failure;
    }
  }

  private boolean balanced(NightWork work) throws IOException {
    Balance balance =
        Balance.check(work.files, flows(work), NightWork.done(work.ledger).rollForward());
    Path notice = order.folder().reports().resolve("总账不平-" + order.asOf() + ".txt");
    if (balance instanceof Balance.Unbalanced unbalanced) {
      work.unbalanced = unbalanced.differences();
      StringBuilder text = new StringBuilder();
      for (FileEntry.Note difference : unbalanced.differences()) {
        text.append(
                cn.bidui.source.Messages.ZH.text(difference.key(), difference.words().toArray()))
            .append('\n');
      }
      Files.createDirectories(order.folder().reports());
      Files.writeString(notice, text, StandardCharsets.UTF_8);
      return false;
    }
    Files.deleteIfExists(notice);
    return true;
  }

  static List<StageFlow> flows(NightWork work) {
    LinkResult links = NightWork.done(work.links);
    List<StageFlow> flows = new ArrayList<>();
    for (ListKind list : ListKind.values()) {
      RecordTable table = work.tables.get(list);
      if (table != null) {
        int replaced = work.replaced.getOrDefault(list, 0);
        flows.add(StageFlow.of(list, table.size(), replaced, links));
      }
    }
    return flows;
  }

  private void publish(NightWork work, NightReport report, Publication reports) throws IOException {
    LocalDate asOf = order.asOf();
    Path staged = reports.stage(asOf, work.runId, record.lease());
    assembly.write(report, staged);
    String findings =
        record.archive().put(FindingsBlob.write(NightWork.done(work.ledger).findings()));
    String jobs = record.archive().put(order.tree().bytes());
    String scores = ScoreText.write(NightWork.done(work.judgement).scoreboard());
    JudgeStage.keep(work, record.archive());
    new NightEvidence(order, record).keep(work);
    work.kept.put(COHORTS, record.archive().put(CohortText.write(work)));
    String digest = NotifyStage.digest(order, work, assembly.missing(work), assembly.down(work));
    String message = record.archive().put(digest.getBytes(StandardCharsets.UTF_8));
    if (order.job().receivers().isEmpty()) {
      work.kept.put(Outbox.KEPT, message);
    }
    order.job().receivers().forEach(name -> work.kept.put(Outbox.keptFor(name), message));
    String totals = NightWork.done(work.totals).write();
    work.kept.put(TOTALS, record.archive().put(totals.getBytes(StandardCharsets.UTF_8)));
    work.kept.put(CLASSES, record.archive().put(CaseClasses.write(work.classes)));
    work.kept.put(PLACES, record.archive().put(KnownPlaces.of(work).write()));
    byte[] counts = work.counts.write().getBytes(StandardCharsets.UTF_8);
    work.kept.put(COUNTS, record.archive().put(counts));
    work.kept.put(SCOREBOARD, record.archive().put(scores.getBytes(StandardCharsets.UTF_8)));
    // The last word on times; everything else in the folder is the same whenever it is written.
    new Reporter().writeRunJson(assembly.report(work), staged.resolve(Anchors.RUN_JSON));
    SortedMap<String, String> manifest = reports.seal(asOf, work.runId, record.lease());
    record
        .journal()
        .append(
            new Published(
                work.runId,
                asOf,
                record.state().publicationBefore(asOf).map(Published::asOf).orElse(null),
                work.effective.stream().map(Effective::batch).toList(),
                findings,
                jobs,
                order.software(),
                manifest,
                counts(work),
                work.kept));
    reports.swap(asOf, work.runId, record.lease());
    work.published = reports.folder(asOf);
  }

  private static SortedMap<String, Long> counts(NightWork work) {
    SortedMap<String, Long> counts = new TreeMap<>();
    counts.put("files", (long) work.files.size());
    counts.put("findings", (long) NightWork.done(work.ledger).findings().size());
    counts.put(SurgeGuard.OPENED, NightWork.done(work.ledger).opened());
    counts.put("persons", (long) NightWork.done(work.links).persons());
    return counts;
  }

  private void publishWhatIf(NightWork work, NightReport report, Publication whatIf)
      throws IOException {
    whatIf.abandon(record.lease());
    assembly.write(report, whatIf.stage(order.asOf(), work.runId, record.lease()));
    whatIf.seal(order.asOf(), work.runId, record.lease());
    whatIf.swap(order.asOf(), work.runId, record.lease());
    work.published = whatIf.folder(order.asOf());
  }

  /** 3 where something is held or missing, else 2 where a file was refused tonight, else 0. */
  private int exit(NightWork work) {
    if (!work.held.isEmpty() || !assembly.missing(work).isEmpty()) {
      return 3;
    }
    boolean refused = work.files.stream().anyMatch(file -> file.state() == FileState.REFUSED);
    return refused ? 2 : 0;
  }
}
