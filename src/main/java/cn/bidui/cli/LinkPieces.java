package cn.bidui.cli;

import cn.bidui.batch.EvidenceRows;
import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.link.LinkLimits;
import cn.bidui.link.Waterfall;
import cn.bidui.link.Waterfalls;
import cn.bidui.report.PublishedLinks;
import cn.bidui.report.Reporter;
import cn.bidui.report.WaterfallText;
import cn.bidui.source.RowRef;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** What holds the rows of a finding together or apart (比对), pair by pair, with its weights. */
final class LinkPieces {

  private final Options options;
  private final PrintWriter out;
  private final LinkLimits limits;

  /**
   * @param limits the numbers of the night that is explained
   */
  LinkPieces(Options options, PrintWriter out, LinkLimits limits) {
    this.options = options;
    this.out = out;
    this.limits = limits;
  }

  /** Each row of the evidence against the first one. */
  void print(LedgerFinding entry, EvidenceRows rows) throws IOException {
    Finding finding = entry.finding();
    PublishedLinks links =
        PublishedLinks.read(
            options.folder().report(entry.lastSeen()).resolve(Reporter.DATA), finding.evidence());
    options.say(out, "cli.explain.links");
    RowRef first = finding.evidence().get(0);
    for (RowRef other : finding.evidence().subList(1, finding.evidence().size())) {
      if (rows.has(first) && rows.has(other)) {
        pair(first, other, rows, links);
      } else {
        options.say(out, "cli.explain.pair-gone", place(first), place(other));
      }
    }
  }

  private void pair(RowRef left, RowRef right, EvidenceRows rows, PublishedLinks links) {
    Waterfall alone =
        new Waterfalls(limits)
            .of(
                rows.table(left),
                rows.row(left),
                rows.table(right),
                rows.row(right),
                links.tier(left, right),
                links.reason(left, right),
                links.rivals(left, right));
    Waterfall waterfall =
        links.weight(left, right).map(total -> Waterfalls.decided(alone, total)).orElse(alone);
    options.say(out, "cli.explain.pair", place(left), place(right));
    List<String> lines = new WaterfallText(options.messages(), this::place).lines(waterfall);
    lines.forEach(line -> options.say(out, "cli.explain.line", line));
    out.println();
  }

  private String place(RowRef row) {
    String key = row.sheet().isEmpty() ? "cli.explain.text-place" : "cli.explain.place";
    return options.messages().text(key, row.file().name(), row.row(), row.sheet());
  }
}
