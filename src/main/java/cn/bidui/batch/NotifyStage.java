package cn.bidui.batch;

import cn.bidui.ledger.RollForward;
import cn.bidui.ledger.Sender;
import cn.bidui.ledger.cases.CaseFile;
import cn.bidui.notify.Channels;
import cn.bidui.notify.Digest;
import cn.bidui.notify.Outbox;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.util.List;

/**
 * Stage {@code notify}: sends the digests that wait. Whether they arrive changes nothing of the
 * night.
 */
final class NotifyStage {

  private final NightOrder order;
  private final OpenRecord record;

  NotifyStage(NightOrder order, OpenRecord record) {
    this.order = order;
    this.record = record;
  }

  void run(NightWork work) throws IOException {
    if (work.whatIf) {
      return;
    }
    work.notSent =
        new Outbox(
                record.journal(),
                new KeptText(record.archive())::of,
                time -> Thread.sleep(time.toMillis()))
            .send(Channels.of(order.settings().notifying(), order.folder().home(), order.clock()));
  }

  /** What the night has to say of itself. */
  static String digest(
      NightOrder order, NightWork work, List<ListKind> missing, List<String> down) {
    RollForward.Line all = NightWork.done(work.ledger).rollForward().total();
    Digest digest =
        new Digest(
            order.asOf(),
            order.settings().unit(),
            work.files.size(),
            (int) work.files.stream().filter(file -> file.state() == FileState.REFUSED).count(),
            all.added() + all.reopened(),
            all.open(),
            all.resolved() + all.explained(),
            (int) cases(work).stream().filter(CaseFile::overdue).count(),
            (int) cases(work).stream().filter(file -> reboundTonight(file, order)).count(),
            missing.stream().map(list -> Messages.ZH.text("report.list." + list.code())).toList(),
            Sender.owed(work.counts).stream()
                .map(owed -> owed.sender().unit())
                .filter(unit -> !unit.isEmpty())
                .distinct()
                .toList(),
            work.waitingForAPerson(),
            work.held.size() - work.waitingForAPerson(),
            down);
    return digest.text(order.settings().notifying().link());
  }

  private static List<CaseFile> cases(NightWork work) {
    return List.copyOf(NightWork.done(work.cases).cases().values());
  }

  private static boolean reboundTonight(CaseFile file, NightOrder order) {
    return file.pending() && file.rebounds() > 0 && file.dates().opened().equals(order.asOf());
  }
}
