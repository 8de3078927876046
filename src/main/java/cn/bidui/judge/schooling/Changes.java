package cn.bidui.judge.schooling;

import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Row;
import cn.bidui.normalize.RollChangeRecord;
import cn.bidui.normalize.RollChangeRecord.Change;
import cn.bidui.normalize.RollChangeRecord.Progress;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the list of roll changes (学籍异动) says of one pupil, oldest first; a change that was refused
 * or taken back is none.
 */
record Changes(List<Row<RollChangeRecord>> rows) {

  private static final Comparator<RollChangeRecord> IN_TIME =
      Comparator.comparingLong((RollChangeRecord change) -> epochDay(day(change)))
          .thenComparing(RollChangeRecord::change)
          .thenComparing(change -> change.progress() == Progress.DONE);

  private static final Set<Change> AWAY = EnumSet.of(Change.TRANSFER, Change.TRANSFER_OUT);

  /** Within one school: they say nothing of where a pupil is. */
  private static final Set<Change> WITHIN =
      EnumSet.of(Change.OTHER_CLASS, Change.REPETITION, Change.SKIPPING);

  Changes {
    rows = List.copyOf(rows);
  }

  static Changes of(Person person) {
    return new Changes(
        person.further(RollChangeRecord.class).stream()
            .filter(row -> row.record().progress() != Progress.REFUSED)
            .sorted(Comparator.comparing(Row::record, IN_TIME))
            .toList());
  }

  /** The last change that says where the pupil is. */
  Optional<Row<RollChangeRecord>> latest() {
    return rows.stream()
        .filter(row -> !WITHIN.contains(row.record().change()))
        .reduce((earlier, later) -> later);
  }

  /** Whether the pupil died or left the country. */
  boolean gone() {
    return of(Change.DEATH).findAny().isPresent() || latestIs(Change.ABROAD);
  }

  boolean latestIs(Change change) {
    return latest().filter(row -> row.record().change() == change).isPresent();
  }

  /** The transfer away that is done, or of which the list does not say that it is not. */
  Optional<Row<RollChangeRecord>> transferred() {
    return latest()
        .filter(row -> AWAY.contains(row.record().change()))
        .filter(row -> row.record().progress() != Progress.PENDING);
  }

  /** The transfer that is under way; one that nobody dated cannot be waited for. */
  Optional<Row<RollChangeRecord>> underWay() {
    return latest()
        .filter(row -> transfer(row.record().change()))
        .filter(row -> row.record().progress() == Progress.PENDING)
        .filter(row -> day(row.record()) != null);
  }

  /** The leave that began last, over or not; {@code leave-expired} asks about it. */
  boolean onLeave() {
    return latest()
        .map(Row::record)
        .filter(change -> change.change() == Change.SUSPENSION)
        .filter(change -> change.leaveTo() != null || day(change) != null)
        .isPresent();
  }

  /** Whether they say where the pupil is, or another rule asks about what they say. */
  boolean settle() {
    return gone() || transferred().isPresent() || underWay().isPresent() || onLeave();
  }

  /** The changes of one kind, oldest first. */
  Stream<Row<RollChangeRecord>> of(Change change) {
    return rows.stream().filter(row -> row.record().change() == change);
  }

  /** The day of the change, else that of its approval, else the first day of a leave. */
  static @Nullable LocalDate day(RollChangeRecord change) {
    @Nullable LocalDate approved = change.approvedOn();
    @Nullable LocalDate changed = change.changedOn();
    return changed != null ? changed : approved != null ? approved : change.leaveFrom();
  }

  /** As a sentence prints it; blank if no day is known. */
  static String dayText(RollChangeRecord change) {
    @Nullable LocalDate day = day(change);
    return day == null ? "" : day.toString();
  }

  private static boolean transfer(Change change) {
    return AWAY.contains(change) || change == Change.TRANSFER_IN;
  }

  /** What nobody dated is taken as the oldest. */
  private static long epochDay(@Nullable LocalDate day) {
    return day == null ? Long.MIN_VALUE : day.toEpochDay();
  }

  /** No person. */
  @Override
  public String toString() {
    return "Changes[" + rows.size() + "]";
  }
}
