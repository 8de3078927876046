package cn.bidui.cli;

import cn.bidui.batch.Progress;
import cn.bidui.ledger.FileEntry;
import cn.bidui.source.RowCounts;
import cn.bidui.source.SourceFile;
import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** One line for each answered file: what became of it, in counts; never a person. */
final class WatchProgress implements Progress {

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
  public void answered(FileEntry entry) {
    RowCounts counts = entry.counts();
    options.say(
        out,
        "cli.watch.answered",
        LocalTime.now(options.clock()).truncatedTo(ChronoUnit.SECONDS),
        path(entry.file()),
        options.messages().text("report.file-state." + entry.state().code()),
        counts.rows(),
        counts.accepted(),
        counts.rejected());
  }

  @Override
  public void unsent(SourceFile file) {
    options.say(out, "cli.watch.unsent", path(file));
  }

  static String path(SourceFile file) {
    return file.unit().isEmpty() ? file.name() : file.unit() + "/" + file.name();
  }
}
