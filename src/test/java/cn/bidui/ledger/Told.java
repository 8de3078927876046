package cn.bidui.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A log of invented nights and words, line by line as the journal would have it. */
public final class Told {

  /** The first night. */
  public static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

  private final CaseLog log = new CaseLog();
  private long line;

  /** A published night; tells its line. */
  public long night(LocalDate asOf, List<Transition> moved) {
    String run = "run-" + line;
    log.add(new Entry.Transitions(run, asOf, moved));
    log.add(
        ++line,
        new Entry.Published(
            run,
            asOf,
            null,
            List.of(),
            "",
            "",
            "",
            new java.util.TreeMap<>(),
            new java.util.TreeMap<>(),
            new java.util.TreeMap<>()));
    return line;
  }

  /** What a person said; tells its line. */
  public long says(Entry entry) {
    log.add(++line, entry);
    return line;
  }

  /** The log so far. */
  public CaseLog log() {
    return log;
  }

  /** A finding of a case that changed overnight. */
  public static Transition moved(
      String finding, String rule, String caseId, @Nullable FindingState from, FindingState to) {
    return moved(finding, rule, new Transition.Where(caseId, "虚构小学", "虚构镇", "小学"), from, to);
  }

  /** The same somewhere else. */
  public static Transition moved(
      String finding,
      String rule,
      Transition.Where where,
      @Nullable FindingState from,
      FindingState to) {
    return new Transition(finding, rule, from, to, "", "facts", FIRST, List.of(), where);
  }

  /** An answer without evidence. */
  public static Entry.Answered answer(String finding, String outcome, String by, LocalDate on) {
    return new Entry.Answered(finding, outcome, by, null, "", "facts", on);
  }

  /** An answer whose evidence somebody else has looked at. */
  public static Entry.Answered answer(
      String finding, String outcome, String by, String verifier, LocalDate on) {
    return new Entry.Answered(
        finding, outcome, by, null, "", "facts", on, new Proof(EvidenceKind.VISIT, verifier, null));
  }

  /** An act; its words are their own digest. */
  public static Entry.CaseActed act(
      String caseId, CaseAct act, String by, LocalDate on, String words) {
    return new Entry.CaseActed(caseId, act, by, on, null, words);
  }
}
