package cn.bidui.ledger;

import cn.bidui.ledger.Entry.Accepted;
import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.source.FileState;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Files that a guard holds until a named person releases them (拦下). */
public final class HeldFiles {

  private HeldFiles() {}

  /** Held, not released since, and not replaced by a later list of the same kind and scope. */
  public static List<FileAnswered> of(JournalState state) {
    Set<String> released =
        state.accepted().stream().map(Accepted::what).collect(Collectors.toSet());
    return state.answeredFiles().stream()
        .filter(answered -> answered.state() == FileState.HELD)
        .filter(answered -> !released.contains(answered.file().sha256()))
        .filter(answered -> state.answeredFiles().stream().noneMatch(later(answered)))
        .toList();
  }

  private static Predicate<FileAnswered> later(FileAnswered held) {
    return other ->
        other.receipt() > held.receipt()
            && (other.state() == FileState.ACCEPTED
                || other.state() == FileState.ACCEPTED_WITH_REJECTS)
            && Objects.equals(other.list(), held.list())
            && other.scope().equals(held.scope());
  }
}
