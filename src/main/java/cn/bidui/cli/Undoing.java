package cn.bidui.cli;

import cn.bidui.ledger.CaseAct;
import cn.bidui.ledger.CaseLog;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.OutcomeCode;
import cn.bidui.ledger.cases.CaseBook;
import cn.bidui.ledger.cases.CaseFile;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which lines of the journal are taken back together, or why none can be. */
final class Undoing {

  private final JournalState state;
  private final CaseBook book;
  private final JournalReader reader;

  /** What came of looking. */
  sealed interface Found {

    /**
     * To be taken back.
     *
     * @param lines in order; rulings on identity first, then what they came with
     * @param about the finding or the case
     * @param said by whom it was said
     */
    record Lines(List<Long> lines, String about, What what, String said) implements Found {

      /** No person. */
      @Override
      public String toString() {
        return "Lines" + lines;
      }
    }

    /** Nothing is; {@code reason} is a message key. */
    record Refused(String reason, Object word) implements Found {}
  }

  /** What is taken back, in words. */
  @FunctionalInterface
  interface What {
    String words(Messages messages);
  }

  Undoing(JournalState state, CaseBook book, JournalReader reader) {
    this.state = state;
    this.book = book;
    this.reader = reader;
  }

  /** By the number of a line, a finding, or a case. */
  Found find(String what) throws IOException {
    if (what.matches("\\d{1,15}")) {
      return line(Long.parseLong(what));
    }
    Optional<CaseFile> file = CaseDesk.find(book, what);
    if (file.isEmpty()) {
      return new Found.Refused("cli.undo.unknown", "");
    }
    boolean isCase = file.get().caseId().equalsIgnoreCase(what);
    Optional<CaseLog.Said> last = isCase ? lastAct(file.get()) : lastAnswer(what);
    if (last.isEmpty()) {
      return new Found.Refused(isCase ? "cli.undo.no-act" : "cli.undo.no-answer", "");
    }
    return weigh(last.get());
  }

  private Optional<CaseLog.Said> lastAct(CaseFile file) {
    return last(
        entry ->
            entry instanceof Entry.CaseActed act && act.caseId().equalsIgnoreCase(file.caseId()));
  }

  private Optional<CaseLog.Said> lastAnswer(String finding) {
    return last(
        entry ->
            entry instanceof Entry.Answered answer && answer.findingId().equalsIgnoreCase(finding));
  }

  private Optional<CaseLog.Said> last(Predicate<Entry> wanted) {
    return state.cases().said().stream()
        .filter(said -> !state.undone().contains(said.seq()))
        .filter(said -> wanted.test(said.entry()))
        .reduce((earlier, later) -> later);
  }

  private Found line(long line) throws IOException {
    if (line < 1 || line > state.head().seq()) {
      return new Found.Refused("cli.undo.no-line", state.head().seq());
    }
    if (state.undone().contains(line)) {
      return new Found.Refused("cli.undo.again", line);
    }
    Optional<CaseLog.Said> said = state.cases().saidAt(line);
    return said.isPresent() ? weigh(said.get()) : otherLine(line);
  }

  private Found weigh(CaseLog.Said said) {
    if (said.entry() instanceof Entry.Answered answer) {
      return answer(said.seq(), answer);
    }
    if (said.entry() instanceof Entry.CaseActed act) {
      return act.act() == CaseAct.SEND_BACK
          ? new Found.Refused("cli.undo.send-back", said.seq())
          : new Found.Lines(List.of(said.seq()), act.caseId(), act.act()::label, act.by());
    }
    return new Found.Refused("cli.undo.undone", said.seq());
  }

  /** Answers to one finding are taken back from the last one on, and while they still count. */
  private Found answer(long line, Entry.Answered answer) {
    Optional<CaseLog.Said> last = lastAnswer(answer.findingId());
    if (last.isPresent() && last.get().seq() > line) {
      return new Found.Refused("cli.undo.not-last", last.get().seq());
    }
    Optional<OutcomeCode> code = OutcomeCode.find(answer.outcome());
    boolean closing = code.filter(OutcomeCode::closes).isPresent();
    if (closing && !stands(line, answer.findingId())) {
      return new Found.Refused("cli.undo.lapsed", line);
    }
    What what = messages -> code.map(outcome -> outcome.label(messages)).orElse(answer.outcome());
    return new Found.Lines(AnswerLines.with(line, state), answer.findingId(), what, answer.by());
  }

  private boolean stands(long line, String finding) {
    return book.withFinding(finding)
        .map(file -> file.people().standing().lines().contains(line))
        .orElse(true);
  }

  /** Publications, files and the like stay; what can be done instead is said. */
  private Found otherLine(long line) throws IOException {
    List<Entry> there = new ArrayList<>();
    reader.read(
        line,
        each -> {
          if (each.seq() == line) {
            there.add(each.entry());
          }
        });
    String reason = there.isEmpty() ? "cli.undo.other" : reason(there.get(0));
    return new Found.Refused(reason, line);
  }

  private static String reason(Entry entry) {
    if (entry instanceof Entry.Published || entry instanceof Entry.Transitions) {
      return "cli.undo.published";
    } else if (entry instanceof Entry.FileReceived || entry instanceof Entry.FileAnswered) {
      return "cli.undo.file";
    } else if (entry instanceof Entry.Pinned) {
      return "cli.undo.pinned";
    } else if (entry instanceof Entry.PeriodSigned) {
      return "cli.undo.signed";
    }
    return entry instanceof Entry.DutiesTaken ? "cli.undo.duties" : "cli.undo.other";
  }
}
