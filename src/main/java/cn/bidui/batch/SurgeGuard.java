package cn.bidui.batch;

import cn.bidui.judge.Judgement;
import cn.bidui.ledger.EffectiveLists.Effective;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.source.Batch;
import cn.bidui.source.ListKind;
import cn.bidui.source.SchoolYear;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds a list that would open far more findings than a night usually does (拦截): a shifted column
 * or a list of another county passes every check of its rows, and shows only here. The lists that
 * were in use before it stay in use, and nothing of what would follow is published.
 *
 * <p>Which list it is, is found by judging the night without the new lists of one kind at a time:
 * rows that are missing from a list leave no trace in the evidence of what follows from that.
 */
final class SurgeGuard {

  /** So many times the usual number of newly opened findings is a question. Contract: guards. */
  private static final long TIMES = 20;

  /** Fewer are none. Contract: guards. */
  private static final int FLOOR = 5;

  /** The figure of a publication that says how many findings it opened. */
  static final String OPENED = "opened";

  private static final String REASON = "report.held.surge";

  private final NightOrder order;
  private final JournalState state;
  private final Trial trial;
  private final Set<String> listed = new HashSet<>();

  /** What would be asked tonight if only these lists were in use; keeps nothing. */
  @FunctionalInterface
  interface Trial {
    /** Judges them. */
    Judgement of(List<Effective> effective) throws IOException;
  }

  /** Which of {@code accepted} are in use. */
  @FunctionalInterface
  interface InUse {
    /** Decides. */
    List<Effective> of(List<Batch> accepted);
  }

  /**
   * What is held.
   *
   * @param batches at least one
   * @param opened how many findings would have been opened with them
   * @param without how many are opened without them
   * @param usual how many a night usually opens
   */
  record Surge(List<Batch> batches, long opened, long without, long usual) {

    /** The lines that hold the batches. */
    List<Entry> entries() {
      return batches.stream()
          .<Entry>map(batch -> new Entry.Held(batch.receivedOrder(), REASON, words(batch)))
          .toList();
    }

    private List<String> words(Batch batch) {
      return List.of(
          batch.file().name(),
          String.valueOf(opened),
          String.valueOf(usual),
          String.valueOf(opened - without));
    }
  }

  SurgeGuard(NightOrder order, OpenRecord record, Trial trial) throws IOException {
    this.order = order;
    this.state = record.state();
    this.trial = trial;
    Optional<Published> before = state.publicationBefore(order.asOf());
    if (before.isPresent()) {
      for (LedgerFinding finding : LedgerStage.findings(record.archive(), before.get())) {
        if (finding.state() != FindingState.RESOLVED) {
          listed.add(finding.finding().id());
        }
      }
    }
  }

  /** What has to be held so that {@code tonight} is no surge; empty if it is none. */
  Optional<Surge> hold(Judgement tonight, List<Effective> effective, InUse inUse)
      throws IOException {
    OptionalLong usual = usual();
    long opened = opened(tonight);
    if (usual.isEmpty() || !surge(opened, usual.getAsLong())) {
      return Optional.empty();
    }
    List<Batch> candidates = new ArrayList<>(candidates(effective));
    List<Batch> accepted = new ArrayList<>(AnswerStage.accepted(state));
    List<Batch> held = new ArrayList<>();
    long without = opened;
    while (surge(without, usual.getAsLong()) && !candidates.isEmpty()) {
      Choice best = best(candidates, accepted, inUse);
      if (best.opened >= without) {
        return Optional.empty();
      }
      held.addAll(best.batches);
      accepted.removeAll(best.batches);
      candidates.removeAll(best.batches);
      without = best.opened;
    }
    return surge(without, usual.getAsLong())
        ? Optional.empty()
        : Optional.of(new Surge(held, opened, without, usual.getAsLong()));
  }

  private static boolean surge(long opened, long usual) {
    return opened >= FLOOR && opened > TIMES * Math.max(1, usual);
  }

  /** The new lists of one kind, and what is opened without them. */
  private record Choice(List<Batch> batches, long opened) {}

  private Choice best(List<Batch> candidates, List<Batch> accepted, InUse inUse)
      throws IOException {
    Set<ListKind> kinds = EnumSet.noneOf(ListKind.class);
    candidates.forEach(batch -> kinds.add(batch.list()));
    List<Choice> choices = new ArrayList<>();
    for (ListKind kind : kinds) {
      List<Batch> left = candidates.stream().filter(batch -> batch.list() == kind).toList();
      List<Batch> rest = new ArrayList<>(accepted);
      rest.removeAll(left);
      choices.add(new Choice(left, opened(trial.of(inUse.of(rest)))));
    }
    return choices.stream().min(Comparator.comparingLong(Choice::opened)).orElseThrow();
  }

  /** New since the last publication, with a list of the kind in use before, and not released. */
  private List<Batch> candidates(List<Effective> effective) {
    List<Batch> before =
        state.publicationBefore(order.asOf()).map(Published::effective).orElse(List.of());
    Set<ListKind> known = EnumSet.noneOf(ListKind.class);
    before.forEach(batch -> known.add(batch.list()));
    Set<String> released =
        state.accepted().stream().map(Entry.Accepted::what).collect(Collectors.toSet());
    return effective.stream()
        .map(Effective::batch)
        .filter(batch -> known.contains(batch.list()))
        .filter(batch -> !before.contains(batch))
        .filter(batch -> !released.contains(batch.file().sha256()))
        .toList();
  }

  private long opened(Judgement judgement) {
    return judgement.findings().stream().filter(finding -> !listed.contains(finding.id())).count();
  }

  /**
   * The lower median of what the nights of this school year have opened; none if there are none.
   */
  private OptionalLong usual() {
    SchoolYear year = SchoolYear.of(order.asOf());
    long[] opened =
        state.publications().stream()
            .filter(night -> night.asOf().isBefore(order.asOf()))
            .filter(night -> SchoolYear.of(night.asOf()).equals(year))
            .filter(night -> night.counts().containsKey(OPENED))
            .mapToLong(night -> night.counts().get(OPENED))
            .sorted()
            .toArray();
    return opened.length == 0
        ? OptionalLong.empty()
        : OptionalLong.of(opened[(opened.length - 1) / 2]);
  }
}
