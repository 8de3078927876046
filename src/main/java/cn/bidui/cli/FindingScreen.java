package cn.bidui.cli;

import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.OutcomeCode;
import cn.bidui.report.Substitutes;
import cn.bidui.source.Messages;
import cn.bidui.source.RowRef;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every screen about a finding says alike: what was found, of whom, why, and where. */
final class FindingScreen {

  private final Options options;
  private final PrintWriter out;

  FindingScreen(Options options, PrintWriter out) {
    this.options = options;
    this.out = out;
  }

  private void say(String key, Object... words) {
    options.say(out, key, words);
  }

  /** The first lines; {@code nameless} masks who is named there. */
  void head(LedgerFinding entry, Substitutes nameless) {
    Finding finding = entry.finding();
    Messages messages = options.messages();
    say(
        "cli.explain.head",
        messages.text("rule." + finding.rule() + ".title"),
        finding.rule(),
        finding.id());
    say(
        "cli.explain.state",
        messages.text("report.state." + entry.state().code()),
        entry.outcome(),
        entry.firstSeen(),
        entry.lastSeen());
    say("cli.explain.who", who(finding, nameless));
    if (!finding.program().isEmpty()) {
      say(
          "cli.explain.money",
          finding.program(),
          finding.term(),
          shown(finding.due()),
          shown(nameless.in(finding.found())));
    }
    String why =
        messages.text(finding.explanation().key(), finding.explanation().words().toArray());
    say("cli.explain.why", nameless.in(why));
  }

  private static String who(Finding finding, Substitutes nameless) {
    return Stream.of(
            nameless.in(finding.name()),
            finding.citizenId(),
            finding.school(),
            finding.grade(),
            finding.township(),
            finding.category())
        .filter(word -> !word.isBlank())
        .collect(Collectors.joining("  "));
  }

  /** A word, or that there is none. */
  String shown(String text) {
    return text.isBlank() ? options.messages().text("cli.explain.blank") : text;
  }

  /** Where a row stands. */
  void cell(RowRef place) {
    String key = place.sheet().isEmpty() ? "cli.explain.text-cell" : "cli.explain.cell";
    say(key, place.file().name(), place.row(), place.sheet());
  }

  /** What was answered, in the words of the catalog. */
  String outcome(Entry.Answered answered) {
    return OutcomeCode.find(answered.outcome())
        .map(code -> code.label(options.messages()))
        .orElse(answered.outcome());
  }
}
