package cn.bidui.batch;

import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.source.Amends;
import cn.bidui.source.Batch;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.SchoolYear;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which received contents the nights to come still need (仍在使用), whatever their age: the lists that
 * hold, with what corrects them; what the last publication tells of; earlier rolls that pupils are
 * missed from; the rows that open findings rest on; whatever waits for a person.
 *
 * @param whole digests of files whose rejected rows are needed too: somebody may yet correct them
 * @param rows digests of files whose accepted rows are needed
 */
record Needed(Set<String> whole, Set<String> rows) {

  Needed {
    whole = Set.copyOf(whole);
    rows = Set.copyOf(rows);
  }

  /**
   * What is needed on {@code asOf}.
   *
   * @param published the findings of the last publication
   */
  static Needed of(JournalState state, List<LedgerFinding> published, LocalDate asOf) {
    Set<String> whole = new HashSet<>();
    state.unanswered().forEach(receipt -> whole.add(receipt.received().file().sha256()));
    Optional<Published> latest = state.latest();
    latest.ifPresent(night -> add(night.effective(), whole));
    long since = sincePublicationBefore(state);
    for (FileAnswered answered : state.answeredFiles()) {
      if (answered.receipt() > since || answered.state() == FileState.HELD) {
        whole.add(answered.file().sha256());
      }
    }
    addCorrections(state, whole);
    return new Needed(whole, history(state, published, asOf));
  }

  /** Whether anything of that content is needed. */
  boolean has(String sha256) {
    return whole.contains(sha256) || rows.contains(sha256);
  }

  /** The last publication tells of every file that came after the one before it. */
  private static long sincePublicationBefore(JournalState state) {
    return state
        .latest()
        .flatMap(latest -> state.publicationBefore(latest.asOf()))
        .map(before -> state.publishedAt(before.asOf()))
        .orElse(0L);
  }

  private static void add(List<Batch> batches, Set<String> digests) {
    for (Batch batch : batches) {
      digests.add(batch.file().sha256());
      Amends amends = batch.amends();
      if (amends != null) {
        digests.add(amends.base().sha256());
      }
    }
  }

  /** What came back for a list that is needed belongs to it. */
  private static void addCorrections(JournalState state, Set<String> digests) {
    for (FileAnswered correction : Corrections.taken(state)) {
      if (digests.contains(NightWork.done(correction.amends()).base().sha256())) {
        digests.add(correction.file().sha256());
      }
    }
  }

  private static Set<String> history(
      JournalState state, List<LedgerFinding> published, LocalDate asOf) {
    Set<String> digests = new HashSet<>();
    Optional<Published> latest = state.latest();
    LocalDate turn = SchoolYear.of(asOf).firstDay();
    latest
        .flatMap(night -> state.publicationBefore(night.asOf()))
        .ifPresent(night -> add(night.effective(), digests));
    state.publications().stream()
        .filter(night -> night.asOf().isBefore(turn))
        .max(Comparator.comparing(Published::asOf))
        .ifPresent(night -> add(rolls(night), digests));
    add(EarlierRolls.standingIn(state, asOf), digests);
    published.stream()
        .filter(finding -> finding.state() != FindingState.RESOLVED)
        .flatMap(finding -> finding.finding().evidence().stream())
        .map(RowRef::file)
        .forEach(file -> digests.add(file.sha256()));
    addCorrections(state, digests);
    return digests;
  }

  private static List<Batch> rolls(Published night) {
    return night.effective().stream().filter(batch -> batch.list() == ListKind.ROLL).toList();
  }
}
