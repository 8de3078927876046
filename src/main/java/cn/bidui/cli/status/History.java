package cn.bidui.cli.status;

import cn.bidui.ledger.JournalOutline;
import cn.bidui.ledger.RunLog;
import cn.bidui.plan.WorkFolder;
import cn.bidui.report.PublishedAccounts;
import cn.bidui.report.Width;
import cn.bidui.source.Messages;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The last runs as a table: from the journal, and from what published nights say of themselves. */
final class History {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final List<String> COLUMNS =
      List.of("as-of", "job", "started", "took", "exit", "rows", "new", "open");
  private static final int NUMBERS_FROM = 5;
  private static final String NONE = "–";
  private static final String GAP = "  ";

  private final WorkFolder folder;
  private final ZoneId zone;
  private final Messages messages;

  History(WorkFolder folder, ZoneId zone, Messages messages) {
    this.folder = folder;
    this.zone = zone;
    this.messages = messages;
  }

  List<String> lines(JournalOutline journal, int most) {
    List<RunLog.Run> runs = journal.runs().last(most);
    if (runs.isEmpty()) {
      return List.of(messages.text("status.history.none"));
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(COLUMNS.stream().map(name -> messages.text("status.history." + name)).toList());
    runs.forEach(run -> rows.add(row(run)));
    return aligned(rows);
  }

  private List<String> row(RunLog.Run run) {
    List<String> cells =
        new ArrayList<>(
            List.of(run.asOf().toString(), run.job(), MINUTE.format(run.started().atZone(zone))));
    Optional<PublishedAccounts> night = published(run, folder);
    if (night.isPresent()) {
      cells.add(StatusWords.time(Duration.ofMillis(night.get().millis()), messages));
      cells.add(StatusWords.exit(night.get().exit(), messages));
      cells.add(String.valueOf(night.get().rows()));
      cells.add(String.valueOf(night.get().added()));
      cells.add(String.valueOf(night.get().open()));
    } else {
      cells.add(took(run));
      cells.add(
          messages.text(
              run.published().isPresent()
                  ? "status.history.replaced"
                  : "status.history.unpublished"));
      cells.addAll(List.of(NONE, NONE, NONE));
    }
    return cells;
  }

  private String took(RunLog.Run run) {
    return run.published()
        .map(at -> StatusWords.time(Duration.between(run.started(), at), messages))
        .orElse(NONE);
  }

  /** A day that was run again has the accounts of its last run only. */
  static Optional<PublishedAccounts> published(RunLog.Run run, WorkFolder folder) {
    return Situation.accounts(folder.report(run.asOf()))
        .filter(night -> night.runId().equals(run.runId()));
  }

  private static List<String> aligned(List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < COLUMNS.size(); column++) {
      int at = column;
      widths.add(rows.stream().mapToInt(row -> Width.of(row.get(at))).max().orElse(0));
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      int width = widths.get(column);
      line.append(
          column < NUMBERS_FROM
              ? Width.pad(cell, width)
              : " ".repeat(width - Width.of(cell)) + cell);
      line.append(GAP);
    }
    return line.toString().stripTrailing();
  }
}
