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
import cn.bidui.plan.Limit;
import cn.bidui.source.ListKind;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 转学在途超期: a transfer is still under way after the time that both schools have, and no roll of the
 * county has the pupil; or it is done, to a school of the county, and the pupil never came onto a
 * roll. A pupil whom a roll still has is in good hands.
 */
final class TransferInLimbo implements Rule {

  private static final String EACH_SIDE = "each-side";
  private static final int SIDES = 2;

  @Override
  public RuleCard card() {
    return RuleCard.of("transfer-in-limbo", Severity.MEDIUM, ListKind.ROLL_CHANGES, ListKind.ROLL)
        .with(
            Map.of(
                EACH_SIDE,
                new Limit(10, "working-days", "转出、转入双方各有10个工作日；周末除外，法定节假日未计。", "教基〔2025〕1号")));
  }

  @Override
  public Matter matter() {
    return Matter.SCHOOLING;
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    Changes changes = Changes.of(person);
    Optional<Row<RollChangeRecord>> transfer =
        changes.underWay().or(() -> changes.transferred().filter(row -> within(night, row)));
    transfer.ifPresent(row -> look(night, inquiry, person, row));
  }

  /** Whether the new school is one of the county. */
  private static boolean within(Night night, Row<RollChangeRecord> row) {
    return night.school("", row.record().toSchool()).isPresent();
  }

  private static void look(Night night, Inquiry inquiry, Person person, Row<RollChangeRecord> row) {
    @Nullable LocalDate began = Changes.day(row.record());
    if (began != null) {
      inquiry.compared();
      LocalDate due = WorkingDays.after(began, SIDES * inquiry.limit(EACH_SIDE));
      // A roll row of any standing says where the pupil is; others ask about those.
      if (night.asOf().isAfter(due) && person.roll().isEmpty() && !Told.gone(person)) {
        ask(night, inquiry, person, row, began, due);
      }
    }
  }

  private static void ask(
      Night night,
      Inquiry inquiry,
      Person person,
      Row<RollChangeRecord> row,
      LocalDate began,
      LocalDate due) {
    RollChangeRecord change = row.record();
    String to = change.toSchool().isEmpty() ? change.toPlace() : change.toSchool();
    boolean underWay = change.progress() == RollChangeRecord.Progress.PENDING;
    String doubtful = doubtful(night, person);
    String sentence = underWay ? (to.isEmpty() ? "nowhere" : "sentence") : "not-arrived";
    inquiry.ask(
        Question.about(night, inquiry, person)
            .outcome(Outcome.TO_CHECK)
            .found(to)
            .fact(began.toString())
            .fact(change.progress() == null ? "" : change.progress().label())
            .evidence(person.households())
            .evidence(person.further(RollChangeRecord.class))
            .says(
                doubtful.isEmpty() ? sentence : doubtful,
                began.toString(),
                change.fromSchool().isEmpty() ? change.school() : change.fromSchool(),
                to,
                Long.toString(inquiry.limit(EACH_SIDE)),
                due.toString()));
  }

  private static String doubtful(Night night, Person person) {
    if (night.maybeOnRoll(person)) {
      return "to-check";
    }
    return night.maybeSentBack(ListKind.ROLL, person) ? "sent-back" : "";
  }
}
