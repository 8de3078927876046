package cn.bidui.judge.schooling;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Row;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.normalize.RollChangeRecord;
import cn.bidui.normalize.RollChangeRecord.Change;
import cn.bidui.plan.Limit;
import cn.bidui.source.ListKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 休学期满未复学: a leave has ended, and neither roll nor list of changes has the pupil back. A leave of
 * which nobody wrote the end is asked about after a year. Several leaves in a row are one: the last
 * end counts.
 */
final class LeaveExpired implements Rule {

  private static final String RETURN_GRACE = "return-grace";
  private static final String NO_END_AFTER = "no-end-after";

  /** A leave and the day until which nothing is to be asked. */
  private record Leave(Row<RollChangeRecord> row, LocalDate from, LocalDate until) {}

  @Override
  public RuleCard card() {
    return RuleCard.of("leave-expired", Severity.HIGH, ListKind.ROLL_CHANGES, ListKind.ROLL)
        .with(
            Map.of(
                RETURN_GRACE,
                new Limit(14, "days", "复学手续在期满后办理，给学校两周录入。", "自定"),
                NO_END_AFTER,
                new Limit(365, "days", "休学一般以一年为限；没有写明期满日的，满一年核实。", "自定")));
  }

  @Override
  public Matter matter() {
    return Matter.SCHOOLING;
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    Changes changes = Changes.of(person);
    Optional<Leave> leave = leave(inquiry, changes);
    if (leave.isPresent()) {
      inquiry.compared();
      if (night.asOf().isAfter(leave.get().until())
          && !ended(person, changes, leave.get().from())) {
        ask(night, inquiry, person, leave.get());
      }
    }
  }

  private static Optional<Leave> leave(Inquiry inquiry, Changes changes) {
    return changes
        .of(Change.SUSPENSION)
        .flatMap(row -> leave(inquiry, row).stream())
        .max(Comparator.comparing(Leave::until).thenComparing(Leave::from));
  }

  /** Empty where the list has no day at all. */
  private static Optional<Leave> leave(Inquiry inquiry, Row<RollChangeRecord> row) {
    RollChangeRecord change = row.record();
    @Nullable LocalDate to = change.leaveTo();
    @Nullable LocalDate from =
        change.leaveFrom() == null ? Changes.day(change) : change.leaveFrom();
    if (to != null) {
      LocalDate until = to.plusDays(inquiry.limit(RETURN_GRACE));
      return Optional.of(new Leave(row, from == null ? to : from, until));
    }
    return from == null
        ? Optional.empty()
        : Optional.of(new Leave(row, from, from.plusDays(inquiry.limit(NO_END_AFTER))));
  }

  /** Whether the pupil is back, or gone for a reason that the roll or its changes give. */
  private static boolean ended(Person person, Changes changes, LocalDate from) {
    boolean left = !person.roll().isEmpty() && !person.onRoll();
    return left
        || person.schooling().isPresent()
        || changes.gone()
        || changes.transferred().isPresent()
        || changes.underWay().isPresent()
        || changes.latestIs(Change.GRADUATION)
        || changes.of(Change.RETURN).anyMatch(row -> notBefore(row.record(), from));
  }

  /** A return that nobody dated counts as one from this leave. */
  private static boolean notBefore(RollChangeRecord back, LocalDate from) {
    @Nullable LocalDate day = Changes.day(back);
    return day == null || !day.isBefore(from);
  }

  private static void ask(Night night, Inquiry inquiry, Person person, Leave leave) {
    @Nullable LocalDate to = leave.row().record().leaveTo();
    boolean suspected = to != null && Compulsory.is(night, person);
    inquiry.ask(
        Question.about(night, inquiry, person)
            .outcome(suspected ? Outcome.SUSPECTED_DROPOUT : Outcome.TO_CHECK)
            .found(to == null ? "" : to.toString())
            .fact(leave.from().toString())
            .evidence(person.roll())
            .evidence(person.further(RollChangeRecord.class))
            .evidence(person.households())
            .says(to == null ? "no-end" : "sentence", (to == null ? leave.from() : to).toString()));
  }
}
