package cn.bidui.batch;

import cn.bidui.judge.Judge;
import cn.bidui.judge.Judgement;
import cn.bidui.judge.evidence.KeptNight;
import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.HomeKey;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.Ledger;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.Past;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A finding of an earlier night, judged again from what that night kept (复核): by its rules, its
 * lists, its links and the answers that stood by then, with the program of today.
 */
public final class ReplayedFinding {

  private final NightOrder order;
  private final Published night;
  private final JournalState then;
  private final Archive archive;
  private final HomeKey key;
  private @Nullable KeptNight judged;
  private @Nullable Judgement judgement;

  /**
   * @param order as it was archived with the night
   * @param then what the journal said before the night was published
   */
  public ReplayedFinding(
      NightOrder order, Published night, JournalState then, Archive archive, HomeKey key) {
    this.order = order;
    this.night = night;
    this.then = then;
    this.archive = archive;
    this.key = key;
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** The same to the letter: explanation, amounts, rows, state and answer. */
    record Same() implements Outcome {}

    /** The night no longer showed it, and today's judgment does not either. */
    record StillGone() implements Outcome {}

    /**
     * Something else.
     *
     * @param again as it comes out today; null if it does not come out at all
     * @param parts which parts differ, by name
     */
    record Differs(@Nullable LedgerFinding again, List<String> parts) implements Outcome {
      public Differs {
        parts = List.copyOf(parts);
      }

      /** No person. */
      @Override
      public String toString() {
        return "Differs" + parts;
      }
    }

    /** It comes out from the whole county only. */
    record NeedsTheCounty() implements Outcome {}

    /** It stayed as it was, because its rule was not asked that night. */
    record Carried() implements Outcome {}
  }

  /** Judges {@code found} again, which the night listed. */
  public Outcome of(LedgerFinding found, KeptNight kept) throws IOException {
    if (kept.whole().contains(found.finding().id())) {
      return new Outcome.NeedsTheCounty();
    }
    Judgement all = judge(kept);
    String id = found.finding().id();
    List<Finding> shown =
        all.findings().stream().filter(finding -> finding.id().equals(id)).toList();
    if (found.state() == FindingState.RESOLVED) {
      return shown.isEmpty()
          ? new Outcome.StillGone()
          : new Outcome.Differs(null, List.of("state"));
    }
    if (shown.isEmpty() && !found.lastSeen().equals(night.asOf())) {
      return new Outcome.Carried();
    }
    return compare(found, ledger(all, shown, id));
  }

  /** Once, for several findings of one night. */
  private Judgement judge(KeptNight kept) {
    @Nullable Judgement known = judgement;
    if (known == null || !kept.equals(judged)) {
      known = new Judge(order.policies(), order.job().rules()).judge(kept.county(key.handles()));
      judgement = known;
      judged = kept;
    }
    return known;
  }

  private Optional<LedgerFinding> ledger(Judgement all, List<Finding> shown, String id)
      throws IOException {
    List<LedgerFinding> before = new ArrayList<>();
    Optional<Published> previous = then.publicationBefore(night.asOf());
    if (previous.isPresent()) {
      LedgerStage.findings(archive, previous.get()).stream()
          .filter(finding -> finding.finding().id().equals(id))
          .forEach(before::add);
    }
    Past past = new Past(before, then.resolvedBefore(night.asOf()));
    return Ledger.advance(
            Judgement.of(shown, all.tallies()), past, then.answers(), night.asOf(), Set.of())
        .findings()
        .stream()
        .filter(finding -> finding.finding().id().equals(id))
        .findFirst();
  }

  private static Outcome compare(LedgerFinding found, Optional<LedgerFinding> again) {
    if (again.isEmpty()) {
      return new Outcome.Differs(null, List.of("shown"));
    }
    List<String> parts = new ArrayList<>();
    LedgerFinding now = again.get();
    Finding one = found.finding();
    Finding other = now.finding();
    part(parts, "explanation", one.explanation(), other.explanation());
    part(parts, "amounts", one.due() + "/" + one.found(), other.due() + "/" + other.found());
    part(parts, "cells", one.evidence(), other.evidence());
    part(parts, "state", found.state() + found.outcome(), now.state() + now.outcome());
    part(parts, "dates", found.firstSeen(), now.firstSeen());
    if (parts.isEmpty()) {
      part(parts, "other", found, now);
    }
    return parts.isEmpty() ? new Outcome.Same() : new Outcome.Differs(now, parts);
  }

  private static void part(List<String> parts, String name, Object one, Object other) {
    if (!Objects.equals(one, other)) {
      parts.add(name);
    }
  }

  /** Digest of what the night kept; blank of versions that kept nothing. */
  public static String evidence(Published night) {
    return night.kept().getOrDefault(NightEvidence.KEPT, "");
  }

  /** What the night kept; empty for nights of versions that kept nothing. */
  public static Optional<KeptNight> kept(Published night, Archive archive) throws IOException {
    return NightEvidence.of(night, archive);
  }
}
