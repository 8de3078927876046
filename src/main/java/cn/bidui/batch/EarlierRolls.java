package cn.bidui.batch;

import cn.bidui.ledger.EffectiveLists;
import cn.bidui.ledger.EffectiveLists.Effective;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.JournalState;
import cn.bidui.normalize.RowShelf;
import cn.bidui.source.Batch;
import cn.bidui.source.ListKind;
import cn.bidui.source.SchoolYear;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rolls of past nights that pupils may be missed from (往期学籍名单). A list that was taken back is
 * as if it had never come: nobody is missed from it, and the roll that it had replaced stands in
 * its place.
 */
final class EarlierRolls {

  private final JournalState state;
  private final Function<List<Batch>, List<Effective>> inUse;

  private EarlierRolls(JournalState state, Function<List<Batch>, List<Effective>> inUse) {
    this.state = state;
    this.inUse = inUse;
  }

  static EarlierRolls of(JournalState state, RowShelf shelf) {
    return new EarlierRolls(state, batches -> Coverage.inUse(shelf, batches));
  }

  /** Rolls that stand in for lists that were taken back, and perhaps some that need not. */
  static List<Batch> standingIn(JournalState state, LocalDate asOf) {
    EarlierRolls rolls =
        new EarlierRolls(state, all -> EffectiveLists.of(all, (batch, unit) -> false));
    return state
        .latest()
        .map(latest -> rolls.instead(latest.asOf(), asOf))
        .orElse(List.of())
        .stream()
        .map(Effective::batch)
        .toList();
  }

  /** The rolls of {@code night}. */
  List<Effective> then(Published night) {
    return rolls(shaken(night) ? taken(night) : night.effective());
  }

  /**
   * The rolls of {@code before}, and those of earlier nights of the school year of {@code asOf}
   * that rested on a list that was taken back, with those of the night before each of them: whom
   * that list alone showed to be missing is still missed, and whom it alone still had is missed
   * now.
   */
  List<Effective> upTo(Published before, LocalDate asOf) {
    Map<Batch, Effective> all = new LinkedHashMap<>();
    then(before).forEach(roll -> all.put(roll.batch(), roll));
    instead(before.asOf(), asOf).forEach(roll -> all.putIfAbsent(roll.batch(), roll));
    return List.copyOf(all.values());
  }

  private List<Effective> instead(LocalDate last, LocalDate asOf) {
    List<Effective> rolls = new ArrayList<>();
    shaken(last, asOf)
        .forEach(
            (night, before) -> {
              rolls.addAll(rolls(taken(night)));
              before.ifPresent(earlier -> rolls.addAll(then(earlier)));
            });
    return rolls;
  }

  /**
   * The nights before those that rested on a list that was taken back: whoever was missed then is
   * missed still, even if only that list had brought the pupil back.
   */
  List<Published> beforeShaken(LocalDate last, LocalDate asOf) {
    return shaken(last, asOf).values().stream().flatMap(Optional::stream).distinct().toList();
  }

  /** Nights of the school year that rested on such a list, each with the night before it. */
  private Map<Published, Optional<Published>> shaken(LocalDate last, LocalDate asOf) {
    LocalDate turn = SchoolYear.of(asOf).firstDay();
    Map<Published, Optional<Published>> shaken = new LinkedHashMap<>();
    Optional<Published> before = Optional.empty();
    for (Published night : state.publications()) {
      if (!night.asOf().isBefore(turn) && !night.asOf().isAfter(last)) {
        if (shaken(night)) {
          shaken.put(night, before);
        }
        before = Optional.of(night);
      }
    }
    return shaken;
  }

  private boolean shaken(Published night) {
    return night.effective().stream()
        .filter(batch -> batch.list() == ListKind.ROLL)
        .anyMatch(batch -> state.withdrawn(batch.receivedOrder()).isPresent());
  }

  /** What had been taken when {@code night} was published and has not been taken back. */
  private List<Batch> taken(Published night) {
    long last = state.publishedAt(night.asOf());
    return AnswerStage.accepted(state).stream()
        .filter(batch -> batch.receivedOrder() <= last)
        .toList();
  }

  private List<Effective> rolls(List<Batch> batches) {
    return inUse.apply(batches).stream()
        .filter(effective -> effective.batch().list() == ListKind.ROLL)
        .toList();
  }
}
