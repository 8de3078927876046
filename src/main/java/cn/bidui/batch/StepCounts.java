package cn.bidui.batch;

import cn.bidui.judge.Judgement;
import cn.bidui.ledger.Night;
import cn.bidui.link.LinkResult;
import cn.bidui.normalize.RecordTable;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.step.StepExecution;

/** How much a step had to do, in numbers: what a line of the step log says besides the time. */
final class StepCounts {

  private final SortedMap<String, Long> counts = new TreeMap<>();

  private StepCounts() {}

  static SortedMap<String, Long> of(StepExecution step, NightWork work) {
    StepCounts counts = new StepCounts();
    switch (step.getStepName()) {
      case "collect" -> counts.put("waiting", work.waiting.size());
      case NightJob.INTAKE -> counts.read(step);
      case "normalize" -> counts.put("lists", work.effective.size());
      case "link" -> counts.linked(work);
      case "judge" -> counts.judged(work.judgement);
      case "ledger" -> counts.ledger(work.ledger);
      case "report" -> counts.reported(work);
      default -> counts.put("unsent", work.notSent.size());
    }
    return counts.counts;
  }

  private void read(StepExecution step) {
    put("read", step.getReadCount());
    put("written", step.getWriteCount());
    put("filtered", step.getFilterCount());
    put("commits", step.getCommitCount());
    put("rollbacks", step.getRollbackCount());
  }

  private void linked(NightWork work) {
    @Nullable LinkResult links = work.links;
    put("rows", work.tables.values().stream().mapToLong(RecordTable::size).sum());
    put("persons", links == null ? 0 : links.persons());
  }

  private void judged(@Nullable Judgement judgement) {
    put("findings", judgement == null ? 0 : judgement.findings().size());
  }

  private void ledger(@Nullable Night night) {
    put("findings", night == null ? 0 : night.findings().size());
    put("new", night == null ? 0 : night.opened());
  }

  private void reported(NightWork work) {
    put("files", work.files.size());
    put("held", work.waitingForAPerson());
    put("published", work.published == null ? 0 : 1);
    put("exit", work.exit);
  }

  private void put(String name, long count) {
    counts.put(name, count);
  }
}
