package cn.bidui.batch;

import cn.bidui.judge.Judgement;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.ledger.EffectiveLists.Effective;
import cn.bidui.ledger.Entry.SourceFetched;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.Night;
import cn.bidui.ledger.RollForward;
import cn.bidui.report.SourceLine;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowCounts;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Our own meters of a run. Their labels are codes (states, lists, rules, steps) and the names that
 * the settings give to sources: no person, school or file is named.
 */
final class NightMeters {

  private static final double MILLIS = 1_000;

  private final MeterRegistry meters;

  NightMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /** What {@code work} came to; of a run that was cut short, as far as it came. */
  void set(NightWork work, NightOrder order, JournalState state, Instant now, Duration took) {
    run(work, order, state, now, took);
    if (work.ended instanceof NightOutcome.Done done) {
      gauge(NightMeter.RUN_EXIT, Tags.empty(), done.exit());
      files(work.files);
      lists(work, order);
      gauge(NightMeter.GUARDS_HELD, Tags.empty(), work.waitingForAPerson());
      findings(work);
      sources(done.report().sources(), state, order.asOf());
    }
  }

  private void run(
      NightWork work, NightOrder order, JournalState state, Instant now, Duration took) {
    Tags job = Tags.of("job", order.job().name());
    gauge(NightMeter.RUN_INFO, job.and("version", order.software()), 1);
    gauge(NightMeter.RUN_PUBLISHED, Tags.empty(), work.ended instanceof NightOutcome.Done ? 1 : 0);
    gauge(NightMeter.RUN_DURATION, Tags.empty(), took.toMillis() / MILLIS);
    gauge(NightMeter.RUN_END, Tags.empty(), (double) now.getEpochSecond());
    state
        .lastPublishedAt()
        .ifPresent(
            at -> gauge(NightMeter.LAST_SUCCESS, Tags.empty(), (double) at.getEpochSecond()));
    work.stepMillis.forEach(
        (step, millis) -> gauge(NightMeter.STEP_DURATION, Tags.of("step", step), millis / MILLIS));
  }

  private void files(List<FileEntry> files) {
    for (FileState state : FileState.values()) {
      long count = files.stream().filter(file -> file.state() == state).count();
      gauge(NightMeter.FILES, Tags.of("state", state.code()), (double) count);
    }
    RowCounts rows = files.stream().map(FileEntry::counts).reduce(RowCounts.NONE, RowCounts::plus);
    rows("accepted", rows.accepted());
    rows("rejected", rows.rejected());
    rows("blank", rows.blank());
    rows("duplicate", rows.duplicate());
    rows("note", rows.note());
  }

  private void rows(String state, int count) {
    gauge(NightMeter.ROWS, Tags.of("state", state), count);
  }

  private void lists(NightWork work, NightOrder order) {
    for (ListKind kind : ListKind.values()) {
      Tags list = Tags.of("list", kind.code());
      Optional<LocalDate> oldest = oldest(work.effective, kind);
      if (kind.needed() || oldest.isPresent()) {
        gauge(NightMeter.LIST_PRESENT, list, oldest.isPresent() ? 1 : 0);
      }
      oldest.ifPresent(
          date -> {
            long days = ChronoUnit.DAYS.between(date, order.asOf());
            OptionalInt most = order.settings().list(kind).maxAgeDays();
            gauge(NightMeter.LIST_AGE, list, (double) days);
            gauge(NightMeter.LIST_STALE, list, most.isPresent() && days > most.getAsInt() ? 1 : 0);
          });
    }
  }

  private static Optional<LocalDate> oldest(List<Effective> effective, ListKind kind) {
    return effective.stream()
        .map(Effective::batch)
        .filter(batch -> batch.list() == kind)
        .map(batch -> batch.dataDate())
        .min(Comparator.naturalOrder());
  }

  /** Of rules that were not evaluated there is no number: a 0 would look like one. */
  private void findings(NightWork work) {
    @Nullable Judgement judgement = work.judgement;
    @Nullable Night night = work.ledger;
    if (judgement == null || night == null) {
      return;
    }
    for (RuleTally tally : judgement.tallies()) {
      Tags rule = Tags.of("rule", tally.rule());
      gauge(NightMeter.RULE_EVALUATED, rule, tally.evaluated() ? 1 : 0);
      if (tally.evaluated()) {
        RollForward.Line line = night.rollForward().byRule().get(tally.rule());
        gauge(NightMeter.FINDINGS_OPEN, rule, line == null ? 0 : line.open());
        gauge(NightMeter.FINDINGS_NEW, rule, line == null ? 0 : line.added());
      }
    }
  }

  /** One that was not asked, as it was not its day, is as it was on its day. */
  private void sources(List<SourceLine> sources, JournalState state, LocalDate asOf) {
    for (SourceLine source : sources) {
      SourceFetched fetched = source.fetched();
      Tags tags = Tags.of("source", fetched.source(), "list", fetched.list().code());
      gauge(NightMeter.SOURCE_UP, tags, source.down() ? 0 : 1);
      state
          .sources()
          .succeeded(fetched.source())
          .map(last -> ChronoUnit.DAYS.between(last.asOf(), asOf))
          .ifPresent(days -> gauge(NightMeter.SOURCE_AGE, tags, (double) days));
    }
  }

  private void gauge(NightMeter meter, Tags tags, double value) {
    meter.set(meters, tags, value);
  }
}
