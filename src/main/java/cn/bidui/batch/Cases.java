package cn.bidui.batch;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Duties;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.cases.CaseBook;
import cn.bidui.plan.CasePlan;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Cases and duties as journal and archive tell them, for whoever asks between two nights. */
public final class Cases {

  private final JournalState state;
  private final Archive archive;

  /** Reads {@code state} and nothing that is not archived with it. */
  public Cases(JournalState state, Archive archive) {
    this.state = state;
    this.archive = archive;
  }

  /** All cases as they stand now; due dates are held against {@code today}. */
  public CaseBook now(CasePlan plan, LocalDate today) {
    Map<String, String> classes = classes();
    return CaseBook.now(state.cases(), today, CaseTerms.of(plan, archive))
        .staffed(duties(), file -> classes.getOrDefault(file.caseId(), ""));
  }

  /** The table of duties that holds. */
  public Duties duties() {
    return new KeptText(archive).duties(state);
  }

  /** The words that the journal names by their digest; blank for none. */
  public String words(String digest) {
    return digest.isEmpty() ? "" : new KeptText(archive).ifKept(digest);
  }

  private Map<String, String> classes() {
    return state
        .latest()
        .flatMap(night -> Optional.ofNullable(night.kept().get(PublishStage.CLASSES)))
        .map(digest -> CaseClasses.read(new KeptText(archive).of(digest)))
        .orElseGet(java.util.TreeMap::new);
  }
}
