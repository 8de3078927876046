package cn.bidui.cli;

import cn.bidui.batch.Progress;
import cn.bidui.ledger.FileEntry;
import cn.bidui.source.FileState;
import cn.bidui.source.Problem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.RowCounts;
import cn.bidui.source.SourceFile;
import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One line for each answered file: what became of it, in counts; never a person. */
final class WatchProgress implements Progress {

  /** Whole minutes too are written with their seconds. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final Options options;
  private final PrintWriter out;

  WatchProgress(Options options, PrintWriter out) {
    this.options = options;
    this.out = out;
  }

  @Override
  public void step(String name) {
    // A watch tells of files, not of steps.
  }

  @Override
  public void rows(long more) {
    // Nor of rows under way.
  }

  @Override
  public void overrun(String step, long minutes, String threads) {
    options.say(out, "cli.run.overrun", ConsoleProgress.title(options, step), minutes, threads);
  }

  @Override
  public void answered(FileEntry entry) {
    String time = TIME.format(LocalTime.now(options.clock()));
    if (entry.state() == FileState.REFUSED) {
      options.say(out, "cli.watch.refused", time, path(entry.file()), codes(entry));
      return;
    }
    RowCounts counts = entry.counts();
    options.say(
        out,
        "cli.watch.answered",
        time,
        path(entry.file()),
        options.messages().text("report.file-state." + entry.state().code()),
        counts.rows(),
        counts.accepted(),
        counts.rejected());
  }

  /** Codes only: what was found may name a person, and this line may stand in a log. */
  private static String codes(FileEntry entry) {
    return Stream.concat(
            entry.fileProblems().stream().map(Problem::code), entry.rowProblems().keySet().stream())
        .map(ProblemCode::code)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  @Override
  public void unsent(SourceFile file) {
    options.say(out, "cli.watch.unsent", path(file));
  }

  static String path(SourceFile file) {
    return file.unit().isEmpty() ? file.name() : file.unit() + "/" + file.name();
  }
}
