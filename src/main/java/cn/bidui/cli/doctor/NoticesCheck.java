package cn.bidui.cli.doctor;

import cn.bidui.batch.NoticeWays;
import cn.bidui.batch.NoticeWays.Way;
import cn.bidui.cli.doctor.Line.Told;
import cn.bidui.plan.NotifyPlan;
import java.util.List;
import java.util.Optional;

/** The ways by which digests leave the house: set up, not stuck, and with {@code --online} open. */
final class NoticesCheck implements Check {

  @Override
  public String code() {
    return "notices";
  }

  @Override
  public Looked look(Premises premises) throws Exception {
    NotifyPlan plan = premises.settings().notifying();
    List<Way> ways =
        NoticeWays.of(
            plan,
            premises.folder().home(),
            premises.clock(),
            premises.journal().state(),
            premises.depth().online());
    if (ways.isEmpty()) {
      return Looked.off("none");
    }
    Looked looked = new Looked();
    ways.forEach(way -> tell(way, looked));
    return looked.fine()
        ? looked.ok(
            premises.depth().online() ? "reached" : "fine", ways.stream().map(Way::name).toList())
        : looked;
  }

  private static void tell(Way way, Looked looked) {
    Optional<String> reason = way.closed().or(way::failed);
    if (way.closed().isPresent()) {
      looked.fail("closed", way.name(), Told.of(reason.orElse("")));
    } else if (reason.isPresent()) {
      looked.warn("failed", way.name(), way.waiting(), Told.of(reason.get()));
    } else if (way.waiting() > 1) {
      looked.warn("waiting", way.name(), way.waiting());
    }
  }
}
