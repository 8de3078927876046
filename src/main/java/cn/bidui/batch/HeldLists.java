package cn.bidui.batch;

import cn.bidui.ledger.EffectiveLists;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.JournalState;
import cn.bidui.source.Amends;
import cn.bidui.source.Batch;
import cn.bidui.source.FileState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of the lists that a guard held are still held (仍在暂缓): a list waits, night after night,
 * until a named person releases it, somebody takes it back, or a later list of the same kind and
 * scope is taken in its place. What corrects a held list waits with it.
 */
final class HeldLists {

  private final JournalState state;
  private final List<Batch> accepted;
  private final Set<String> released = new HashSet<>();

  /**
   * Of what the journal says so far.
   *
   * @param accepted the batches that were taken; those of tonight that are not yet journaled too
   */
  HeldLists(JournalState state, List<Batch> accepted) {
    this.state = state;
    this.accepted = accepted;
    state.accepted().stream().map(Entry.Accepted::what).forEach(released::add);
  }

  /** Whether {@code file} waits. */
  boolean waits(FileAnswered file) {
    return file.state() == FileState.HELD && !released(file) && !baseGone(file) && !replaced(file);
  }

  /** Whether a named person released {@code held}, or the list that it corrects. */
  boolean released(FileAnswered held) {
    Amends amends = held.amends();
    return released.contains(held.file().sha256())
        || (amends != null && released.contains(amends.base().sha256()));
  }

  private boolean baseGone(FileAnswered held) {
    Amends amends = held.amends();
    return amends != null && state.withdrawn(amends.receipt()).isPresent();
  }

  /** The same file taken later for the unit that it is of stands for it too. */
  private boolean replaced(FileAnswered held) {
    Batch batch = AnswerStage.batch(held);
    return accepted.stream()
        .filter(later -> later.amends() == null)
        .filter(later -> later.receivedOrder() > batch.receivedOrder())
        .anyMatch(
            later ->
                EffectiveLists.sameSlot(later, batch)
                    || later.file().sha256().equals(batch.file().sha256()));
  }
}
