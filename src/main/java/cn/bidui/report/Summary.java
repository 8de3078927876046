package cn.bidui.report;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.person.PersonName;
import cn.bidui.source.Field;
import cn.bidui.source.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a run prints on a terminal: the first findings, the counts of each rule, the balance. Names
 * and ids are masked, as terminals end up in logs.
 */
public final class Summary {

  private final Words words;
  private final int findings;

  /**
   * In the words of {@code messages}.
   *
   * @param findings how many findings are listed at most
   */
  public Summary(Messages messages, int findings) {
    this.words = new Words(messages);
    this.findings = findings;
  }

  /** The lines, without line ends. */
  public List<String> lines(NightReport night) {
    Accounts balance = Accounts.of(night);
    List<String> lines = new ArrayList<>();
    lines.add(Sentences.verdict(night, balance, words));
    lines.addAll(Sentences.alarms(night, words));
    lines.add("");
    lines.addAll(findings(night));
    lines.add("");
    lines.addAll(rules(night));
    lines.add("");
    lines.addAll(files(balance));
    lines.addAll(balance.faults(words.messages()));
    return lines;
  }

  private List<String> findings(NightReport night) {
    List<LedgerFinding> open = Sentences.open(night);
    Places places = new Places(night);
    TextTable table = table("rule", "person", "school", "why", "where");
    open.stream().limit(findings).forEach(entry -> table.row(finding(entry.finding(), places)));
    List<String> lines = table.lines(words);
    if (open.size() > findings) {
      lines.add(words.text("report.summary.more", open.size() - findings));
    }
    return lines;
  }

  private Object[] finding(Finding finding, Places places) {
    return new Object[] {
      words.rule(finding.rule()),
      PersonName.of(finding.name()).masked() + " " + Masks.id(finding.citizenId()),
      finding.school(),
      nameless(finding, places).in(words.why(finding.explanation())),
      DataFiles.cells(finding)
    };
  }

  /** Masks every name that stands on a row of the finding. */
  private static Substitutes nameless(Finding finding, Places places) {
    Map<String, String> names = new HashMap<>();
    names.put(finding.name(), PersonName.of(finding.name()).masked());
    for (Spot spot : places.spots(finding)) {
      PersonName name = PersonName.of(spot.text(Field.NAME));
      names.put(name.raw(), name.masked());
      names.put(name.folded(), name.masked());
    }
    return new Substitutes(names);
  }

  private List<String> rules(NightReport night) {
    SortedMap<String, Standing> standings =
        Standing.by(entry -> entry.finding().rule(), night.findings());
    TextTable table =
        table("rule", "compared", "new", "persisting", "reopened", "explained", "resolved", "open");
    night
        .tallies()
        .forEach(
            tally ->
                rule(table, tally, night, standings.getOrDefault(tally.rule(), Standing.NONE)));
    Standing all = Standing.of(night.findings());
    rule(table, words.text("report.total"), "", true, all);
    return table.lines(words);
  }

  private void rule(TextTable table, RuleTally tally, NightReport night, Standing standing) {
    boolean looked = tally.evaluated();
    rule(
        table,
        words.rule(tally.rule()),
        looked ? (Object) tally.compared() : Sentences.notEvaluated(tally, night, words),
        looked,
        standing);
  }

  private static void rule(
      TextTable table, String title, Object compared, boolean looked, Standing standing) {
    table.row(
        title,
        compared,
        Sentences.count(looked, standing.added()),
        Sentences.count(looked, standing.persisting()),
        Sentences.count(looked, standing.reopened()),
        Sentences.count(looked, standing.explained()),
        Sentences.count(looked, standing.resolved()),
        Sentences.count(looked, standing.open()));
  }

  private List<String> files(Accounts balance) {
    TextTable table =
        table("file", "rows", "accepted", "rejected", "blank", "duplicate", "notes", "check");
    for (FileCheck check : balance.files()) {
      table.row(
          Sentences.file(check.entry()),
          check.entry().counts().rows(),
          check.entry().counts().accepted(),
          check.entry().counts().rejected(),
          check.entry().counts().blank(),
          check.entry().counts().duplicate(),
          check.entry().counts().note(),
          words.text(check.balanced() ? "report.balanced" : "report.unbalanced"));
    }
    return table.lines(words);
  }

  private TextTable table(String... columns) {
    TextTable table = new TextTable();
    for (String column : columns) {
      table.title(words.text("report.column." + column));
    }
    return table;
  }
}
