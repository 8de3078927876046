package cn.bidui.cli;

import cn.bidui.batch.Cases;
import cn.bidui.batch.PersonTraces;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.CaseLog;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.OutcomeCode;
import cn.bidui.source.Messages;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is said and printed of one child's own data. */
final class PersonWords {

  private final Options options;
  private final Archive archive;
  private final JournalState state;

  PersonWords(Options options, Archive archive, JournalState state) {
    this.options = options;
    this.archive = archive;
    this.state = state;
  }

  /** Places only: whoever looks for a child need not see what stands there. */
  int found(PersonTraces child, PrintWriter out) {
    if (child.rows().isEmpty() && child.findings().isEmpty()) {
      options.say(out, "cli.person.none");
      return ExitCode.DONE;
    }
    options.say(
        out,
        "cli.person.found",
        child.rows().size(),
        child.findings().size(),
        child.cases().size(),
        child.said().size());
    for (PersonTraces.Row row : child.rows()) {
      options.say(
          out,
          "cli.person.row",
          list(row.list()),
          row.place().file().name(),
          row.place().sheet(),
          row.place().row());
    }
    child.findings().forEach((id, told) -> options.say(out, "cli.person.finding", id, rule(told)));
    return ExitCode.DONE;
  }

  private static String list(String code) {
    return Messages.ZH.text("report.list." + code);
  }

  private static String rule(PersonTraces.Told told) {
    return Messages.ZH.text("rule." + told.finding().finding().rule() + ".title");
  }

  /** The title of a paper of that kind: letters to families are Chinese. */
  String title(String kind) {
    return Messages.ZH.text("form.person." + kind + ".title");
  }

  List<String> lines(String kind, PersonTraces child, String unit, String why, String by) {
    List<String> lines = new ArrayList<>();
    String names = String.join("、", child.names());
    lines.add(Messages.ZH.text("form.person." + kind + ".intro", names, child.id(), why));
    if (!kind.equals("refuse")) {
      lines.add(Messages.ZH.text("form.person.rows", String.valueOf(child.rows().size())));
      child.rows().forEach(row -> row(row, lines));
    }
    if (kind.equals("copy")) {
      findings(child, lines);
    }
    lines.add(Messages.ZH.text("form.person." + kind + ".end"));
    lines.add(Messages.ZH.text("form.person.signed", unit, by, options.asOf().toString()));
    return lines;
  }

  private static void row(PersonTraces.Row row, List<String> lines) {
    lines.add(
        Messages.ZH.text(
            "form.person.row",
            list(row.list()),
            row.place().file().name(),
            row.place().sheet(),
            String.valueOf(row.place().row())));
    lines.add(
        "　"
            + row.cells().entrySet().stream()
                .map(cell -> cell.getKey() + "：" + cell.getValue())
                .collect(Collectors.joining("；")));
  }

  private void findings(PersonTraces child, List<String> lines) {
    lines.add(Messages.ZH.text("form.person.findings", String.valueOf(child.findings().size())));
    child
        .findings()
        .forEach(
            (id, told) ->
                lines.add(
                    Messages.ZH.text(
                        "form.person.finding",
                        id,
                        rule(told),
                        told.finding().firstSeen().toString(),
                        told.asOf().toString())));
    Cases words = new Cases(state, archive);
    for (CaseLog.Said said : child.said()) {
      if (said.entry() instanceof Entry.Answered answer) {
        lines.add(
            said(
                answer.asOf().toString(),
                answer.by(),
                outcome(answer.outcome()),
                words.words(answer.note())));
      } else if (said.entry() instanceof Entry.CaseActed act) {
        String what = Messages.ZH.text("ledger.case-act." + act.act().code());
        lines.add(said(act.asOf().toString(), act.by(), what, words.words(act.words())));
      }
    }
  }

  private static String outcome(String code) {
    return OutcomeCode.find(code).map(known -> known.label(Messages.ZH)).orElse(code);
  }

  private static String said(String day, String by, String what, String words) {
    return "　" + Messages.ZH.text("form.person.said", day, by, what, words.replace('\n', ' '));
  }
}
