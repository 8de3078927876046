package cn.bidui.cli;

import cn.bidui.batch.NightOrder;
import cn.bidui.batch.NightOutcome;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.LeaseLostException;
import cn.bidui.report.NightReport;
import cn.bidui.report.Summary;
import cn.bidui.source.FileState;
import cn.bidui.source.Legible;
import cn.bidui.source.ListKind;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** What a night has to say for itself when it ends, and its exit code. */
final class NightTold {

  private static final int FINDINGS_SHOWN = 12;

  private final Options options;
  private final PrintWriter out;
  private final PrintWriter err;

  NightTold(Options options, PrintWriter out, PrintWriter err) {
    this.options = options;
    this.out = out;
    this.err = err;
  }

  /** Says it, and returns the exit code; {@code stopping} where the process was asked to end. */
  int tell(NightOutcome outcome, NightOrder order, boolean stopping) {
    if (outcome instanceof NightOutcome.Done done) {
      return published(done, order);
    }
    if (outcome instanceof NightOutcome.Unbalanced unbalanced) {
      options.say(err, "cli.run.unbalanced", order.folder().reports());
      for (FileEntry.Note difference : unbalanced.differences()) {
        options.say(err, difference.key(), difference.words().toArray());
      }
      return ExitCode.BUG;
    }
    if (outcome instanceof NightOutcome.Stopped || stopping) {
      options.say(err, "cli.run.interrupted");
      return ExitCode.STOPPED;
    }
    if (outcome instanceof NightOutcome.Barred barred) {
      options.say(err, barred.key(), barred.word());
      return ExitCode.IO;
    }
    if (outcome instanceof NightOutcome.Overrun) {
      return ExitCode.IO;
    }
    NightOutcome.Failed failed = (NightOutcome.Failed) outcome;
    if (failed.failure().names(LeaseLostException.class)) {
      options.say(err, "cli.lease.lost");
      return ExitCode.BUSY;
    }
    LoggerFactory.getLogger(NightTold.class)
        .error("step {} failed: {}", failed.step(), Traces.of(failed.failure()));
    Optional<String> trouble = KeyTrouble.of(failed.failure(), options.messages());
    if (trouble.isPresent()) {
      err.println(trouble.get());
      return ExitCode.IO;
    }
    boolean io = failed.failure().machine();
    options.say(
        err, OnIndex.key(failed.failure()), OnIndex.words(failed.failure(), failed.step(), order));
    return io ? ExitCode.IO : ExitCode.BUG;
  }

  private int published(NightOutcome.Done done, NightOrder order) {
    NightReport report = done.report();
    if (!options.quiet()) {
      new Summary(options.messages(), FINDINGS_SHOWN)
          .lines(report).stream().map(Legible::line).forEach(out::println);
    }
    if (!report.missing().isEmpty()) {
      options.say(out, "cli.run.missing", names(report.missing()));
    }
    wanted(report, order);
    count(report, FileState.REFUSED, "cli.run.refused");
    count(report, FileState.WAITING, "cli.run.waiting");
    notes(report, true, "cli.run.held");
    notes(report, false, "cli.run.lack");
    for (Entry.Notice notice : done.notSent()) {
      options.say(out, "cli.run.not-sent", notice.channel());
      options.say(out, notice.words());
    }
    options.say(out, done.whatIf() ? "cli.run.what-if" : "cli.run.published", done.folder());
    return done.exit();
  }

  private void notes(NightReport report, boolean waiting, String key) {
    List<FileEntry.Note> notes =
        report.held().stream().filter(note -> note.waitsForAPerson() == waiting).toList();
    if (!notes.isEmpty()) {
      options.say(out, key, notes.size());
      notes.forEach(note -> options.say(out, note.key(), note.words().toArray()));
    }
  }

  /** Lists that the job would like to have; that they are missing changes no exit code. */
  private void wanted(NightReport report, NightOrder order) {
    List<ListKind> absent =
        order.job().lists().wanted().stream()
            .filter(kind -> !report.tables().containsKey(kind))
            .toList();
    if (!absent.isEmpty() && !options.quiet()) {
      options.say(out, "cli.run.wanted", names(absent));
    }
  }

  private String names(List<ListKind> lists) {
    return lists.stream()
        .map(list -> options.messages().text("report.list." + list.code()))
        .collect(Collectors.joining("、"));
  }

  private void count(NightReport report, FileState state, String key) {
    long files = report.files().stream().filter(file -> file.state() == state).count();
    if (files > 0) {
      options.say(out, key, files);
    }
  }
}
