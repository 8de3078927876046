package cn.bidui.batch;

import cn.bidui.judge.Judgement;
import cn.bidui.ledger.EffectiveLists.Effective;
import cn.bidui.ledger.FileEntry;
import cn.bidui.normalize.RowShelf;
import cn.bidui.source.Batch;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The end of stage {@code judge}: what the guard holds is journaled, told its owners, and the night
 * is linked and judged again without it.
 */
final class GuardStage {

  private final NightOrder order;
  private final OpenRecord record;
  private final LinkStage link;
  private final JudgeStage judge;
  private final RowShelf shelf;
  private final ReportAssembly assembly;
  private final AnswerStage.Answering answering;

  GuardStage(
      NightOrder order,
      OpenRecord record,
      LinkStage link,
      JudgeStage judge,
      RowShelf shelf,
      ReportAssembly assembly,
      AnswerStage.Answering answering) {
    this.order = order;
    this.record = record;
    this.link = link;
    this.judge = judge;
    this.shelf = shelf;
    this.assembly = assembly;
    this.answering = answering;
  }

  void run(NightWork work) throws IOException {
    if (work.whatIf) {
      return;
    }
    Optional<SurgeGuard.Surge> surge =
        new SurgeGuard(order, record, this::judged)
            .hold(NightWork.done(work.judgement), work.effective, this::inUse);
    if (surge.isPresent()) {
      hold(surge.get(), work);
    }
  }

  private List<Effective> inUse(List<Batch> accepted) {
    return Coverage.inUse(shelf, accepted);
  }

  private Judgement judged(List<Effective> effective) throws IOException {
    NightWork trial = new NightWork("trial", true);
    judged(trial, effective);
    return NightWork.done(trial.judgement);
  }

  private void judged(NightWork work, List<Effective> effective) throws IOException {
    work.effective = effective;
    link.run(work);
    judge.run(work);
  }

  private void hold(SurgeGuard.Surge surge, NightWork work) throws IOException {
    record.journal().appendAll(surge.entries());
    judged(work, inUse(AnswerStage.accepted(record.state())));
    assembly.enter(work);
    Set<String> held =
        surge.batches().stream().map(batch -> batch.file().sha256()).collect(Collectors.toSet());
    for (FileEntry entry : work.files) {
      if (held.contains(entry.file().sha256())) {
        answering.answer(entry, receipt(entry, surge.batches()));
      }
    }
  }

  private static long receipt(FileEntry entry, List<Batch> batches) {
    return batches.stream()
        .filter(batch -> batch.file().equals(entry.file()))
        .mapToLong(Batch::receivedOrder)
        .max()
        .orElse(0);
  }
}
