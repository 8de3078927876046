package cn.bidui.cli;

import cn.bidui.link.PlanLinks;
import cn.bidui.link.block.Oversized;
import cn.bidui.link.frame.Frame;
import cn.bidui.plan.LinkPlan;
import cn.bidui.report.links.LinkCounts;
import java.io.PrintWriter;
import java.util.List;

/** What a linkage found, told in a few lines. */
final class LinkSummary {

  private static final int MOST_BLOCKS = 5;

  private final Options options;
  private final PrintWriter out;

  LinkSummary(Options options, PrintWriter out) {
    this.options = options;
    this.out = out;
  }

  void show(LinkPlan plan, List<String> files, Frame frame, PlanLinks found, LinkCounts counts) {
    options.say(out, "cli.link.title", plan.title());
    for (int list = 0; list < files.size(); list++) {
      int rows = frame.start(list + 1) - frame.start(list);
      options.say(out, "cli.link.list", plan.lists().get(list).name(), rows, files.get(list));
    }
    options.say(out, "cli.link.compared", found.candidates());
    options.say(out, "cli.link.pairs", counts.links(), counts.undecided());
    options.say(
        out,
        "cli.link.rows",
        counts.linkedRows(),
        counts.undecidedRows(),
        counts.unlinkedRows(),
        counts.clusters());
    oversized(found.oversized(), plan.numbers().blockRows().value());
    if (found.leftOut() > 0) {
      options.say(out, "cli.link.left-out", found.leftOut(), found.floor() / 100);
    }
  }

  private void oversized(List<Oversized> blocks, long most) {
    if (blocks.isEmpty()) {
      return;
    }
    options.say(out, "cli.link.oversized", blocks.size(), most);
    for (Oversized block : blocks.subList(0, Math.min(MOST_BLOCKS, blocks.size()))) {
      options.say(
          out,
          "cli.link.block",
          block.pass(),
          block.rows(),
          String.join(" + ", block.fields()),
          block.pairs());
    }
    if (blocks.size() > MOST_BLOCKS) {
      options.say(out, "cli.link.blocks-more", blocks.size() - MOST_BLOCKS);
    }
  }
}
