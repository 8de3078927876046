package cn.bidui.cli;

import cn.bidui.link.LinkLimits;
import cn.bidui.link.PersonLinks;
import cn.bidui.link.PlanLinks;
import cn.bidui.link.block.Oversized;
import cn.bidui.link.frame.Frame;
import cn.bidui.plan.LinkPlan;
import cn.bidui.report.links.LinkCounts;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** What a linkage found, told in a few lines. */
final class LinkSummary {

  private static final int MOST_BLOCKS = 5;

  private final Options options;
  private final PrintWriter out;
  private final LinkPlan plan;

  LinkSummary(Options options, PrintWriter out, LinkPlan plan) {
    this.options = options;
    this.out = out;
    this.plan = plan;
  }

  void head(List<String> files, Frame frame) {
    say("cli.link.title", plan.title());
    for (int list = 0; list < files.size(); list++) {
      int rows = frame.start(list + 1) - frame.start(list);
      say("cli.link.list", plan.lists().get(list).name(), rows, files.get(list));
    }
  }

  void pairs(PlanLinks found, LinkCounts counts) {
    say("cli.link.compared", found.candidates());
    say("cli.link.pairs", counts.links(), counts.undecided());
    say(
        "cli.link.rows",
        counts.linkedRows(),
        counts.undecidedRows(),
        counts.unlinkedRows(),
        counts.clusters());
    oversized(found.oversized(), "cli.link.oversized", plan.numbers().blockRows().value());
    if (found.leftOut() > 0) {
      options.say(out, "cli.link.left-out", found.leftOut(), found.floor() / 100);
    }
  }

  void persons(PersonLinks found, LinkCounts counts, LinkLimits limits) {
    if (found.nameless() > 0) {
      say("cli.link.nameless", found.nameless());
    }
    say("cli.link.undecided", counts.undecided());
    say(
        "cli.link.persons",
        counts.linkedRows(),
        counts.undecidedRows(),
        counts.unlinkedRows(),
        counts.clusters());
    oversized(
        found.oversized(),
        "cli.link.crowded",
        limits.blockRows().value(),
        limits.blockPairs().value());
  }

  private void say(String key, Object... words) {
    if (!options.quiet()) {
      options.say(out, key, words);
    }
  }

  private void oversized(List<Oversized> blocks, String key, Object... most) {
    if (blocks.isEmpty()) {
      return;
    }
    List<Object> words = new ArrayList<>(List.of(blocks.size()));
    words.addAll(List.of(most));
    say(key, words.toArray());
    for (Oversized block : blocks.subList(0, Math.min(MOST_BLOCKS, blocks.size()))) {
      say(
          "cli.link.block",
          block.pass(),
          block.rows(),
          String.join(" + ", block.fields()),
          block.pairs());
    }
    if (blocks.size() > MOST_BLOCKS) {
      say("cli.link.blocks-more", blocks.size() - MOST_BLOCKS);
    }
  }
}
