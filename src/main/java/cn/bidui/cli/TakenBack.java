package cn.bidui.cli;

import cn.bidui.batch.Cases;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.CaseLog;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.OutcomeCode;
import cn.bidui.ledger.cases.CaseFile;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was said about a case and taken back since (已撤销): it counts for nothing, and is shown. */
final class TakenBack {

  private final Options options;
  private final PrintWriter out;
  private final JournalState state;
  private final Cases cases;

  TakenBack(Options options, PrintWriter out, JournalState state, Archive archive) {
    this.options = options;
    this.out = out;
    this.state = state;
    this.cases = new Cases(state, archive);
  }

  void print(CaseFile file) {
    Map<Long, Entry.Undone> undone = new HashMap<>();
    for (CaseLog.Said said : state.cases().said()) {
      if (said.entry() instanceof Entry.Undone back) {
        back.lines().forEach(line -> undone.put(line, back));
      }
    }
    for (CaseLog.Said said : state.cases().said()) {
      Entry.@Nullable Undone back = undone.get(said.seq());
      if (back != null) {
        print(file, said, back);
      }
    }
  }

  private void print(CaseFile file, CaseLog.Said said, Entry.Undone back) {
    if (said.entry() instanceof Entry.Answered answer
        && file.findings().contains(answer.findingId())) {
      String outcome =
          OutcomeCode.find(answer.outcome())
              .map(code -> code.label(options.messages()))
              .orElse(answer.outcome());
      tell(said, outcome, answer.by(), back);
    } else if (said.entry() instanceof Entry.CaseActed act && act.caseId().equals(file.caseId())) {
      tell(said, act.act().label(options.messages()), act.by(), back);
    }
  }

  private void tell(CaseLog.Said said, String what, String by, Entry.Undone back) {
    String why = cases.words(back.note()).replace("\n", "  ");
    options.say(out, "cli.case.taken-back", said.seq(), what, by, back.by(), back.asOf(), why);
  }
}
