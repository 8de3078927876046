package cn.bidui.ledger;

import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.Entry.Transitions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the journal says of the life of findings: the nights that count with what they changed, and
 * what people said in between (办理记录). Cases are told from it, and from nothing else.
 */
public final class CaseLog {

  private final Map<String, List<Transition>> told = new HashMap<>();
  private final TreeMap<LocalDate, NightPassed> nights = new TreeMap<>();
  private final List<Said> said = new ArrayList<>();
  private final Map<String, String> texts = new HashMap<>();

  /**
   * A published night. Its transitions are without facts and evidence.
   *
   * @param seq the number of the line that says that it was published
   */
  public record NightPassed(long seq, LocalDate asOf, String runId, List<Transition> transitions) {
    public NightPassed {
      transitions = List.copyOf(transitions);
    }
  }

  /** An answer, an act, or what was taken back, with the number of its line. */
  public record Said(long seq, Entry entry) {

    /** Whether it had been said by the end of {@code last}; what takes back always counts. */
    boolean by(LocalDate last) {
      if (entry instanceof Entry.Answered answer) {
        return !answer.asOf().isAfter(last);
      }
      return !(entry instanceof Entry.CaseActed act) || !act.asOf().isAfter(last);
    }
  }

  void add(Transitions moved) {
    List<Transition> kept = told.computeIfAbsent(moved.runId(), run -> new ArrayList<>());
    moved.transitions().forEach(each -> kept.add(lean(each)));
  }

  /** Without what cases are not told from: years of transitions stay in memory. */
  private Transition lean(Transition moved) {
    Transition.Where where = moved.where();
    return new Transition(
        moved.findingId(),
        once(moved.rule()),
        moved.from(),
        moved.to(),
        once(moved.outcome()),
        "",
        moved.firstSeen(),
        List.of(),
        new Transition.Where(
            where.caseId(), once(where.school()), once(where.township()), once(where.stage())));
  }

  /** Names of schools and rules come thousands of times. */
  private String once(String text) {
    return texts.computeIfAbsent(text, same -> same);
  }

  /** A run that starts again says its transitions again. */
  void restart(String runId) {
    told.remove(runId);
  }

  void add(long seq, Published night) {
    List<Transition> moved = told.getOrDefault(night.runId(), List.of());
    nights.put(night.asOf(), new NightPassed(seq, night.asOf(), night.runId(), moved));
    told.clear();
  }

  void add(long seq, Entry entry) {
    said.add(new Said(seq, entry));
  }

  /** The word of that line; empty if it says something else. */
  public Optional<Said> saidAt(long seq) {
    return said.stream().filter(each -> each.seq() == seq).findFirst();
  }

  /**
   * What it said at the end of {@code last}: later nights and later words are left out, and what
   * was taken back since, whenever that was, is taken back there too.
   */
  public CaseLog until(LocalDate last) {
    CaseLog then = new CaseLog();
    then.nights.putAll(nights.headMap(last, true));
    said.stream().filter(each -> each.by(last)).forEach(then.said::add);
    return then;
  }

  /** The nights that count before {@code asOf}, in order. */
  public List<NightPassed> nightsBefore(LocalDate asOf) {
    return List.copyOf(nights.headMap(asOf, false).values());
  }

  /** What people said, in order, what was taken back included. */
  public List<Said> said() {
    return List.copyOf(said);
  }
}
