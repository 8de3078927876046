package cn.bidui.ledger;

import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.Entry.RunStarted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which runs began, and which of them published (运行历史). */
public final class RunLog {

  private final Map<String, Run> runs = new LinkedHashMap<>();

  RunLog() {}

  /**
   * One run; one that was cut short and taken up again is one run.
   *
   * @param started when it began last
   * @param published when it published; empty if it has not
   */
  public record Run(
      String runId, String job, LocalDate asOf, Instant started, Optional<Instant> published) {}

  void add(JournalLine line) {
    if (line.entry() instanceof RunStarted begun) {
      runs.remove(begun.runId());
      runs.put(
          begun.runId(),
          new Run(begun.runId(), begun.job(), begun.asOf(), line.at(), Optional.empty()));
    } else if (line.entry() instanceof Published night) {
      runs.computeIfPresent(
          night.runId(),
          (id, run) -> new Run(id, run.job(), run.asOf(), run.started(), Optional.of(line.at())));
    }
  }

  /** The last {@code most} of them, the newest first. */
  public List<Run> last(int most) {
    List<Run> all = List.copyOf(runs.values());
    List<Run> last =
        new java.util.ArrayList<>(all.subList(Math.max(0, all.size() - most), all.size()));
    java.util.Collections.reverse(last);
    return List.copyOf(last);
  }
}
