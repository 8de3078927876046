package cn.bidui.judge.aid;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.County;
import cn.bidui.judge.night.Due;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Numbers;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Row;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.normalize.RollRecord;
import cn.bidui.person.Boarding;
import cn.bidui.plan.Category;
import cn.bidui.source.ListKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 应助未助: of a category that is due the program at the first day of the term, in school in this
 * county where schools pay, and neither the aid list nor the payment list has anything of it. Only
 * programs that the policies mark as due are asked for. What rests on a guardian, on a household or
 * on the school's own recognition alone is a question of its own, and never confirmed.
 */
final class UnfundedEligible implements Rule {

  private static final String IDENTIFIED_GRACE = Numbers.IDENTIFIED_GRACE_NAME;
  private static final String PAID_WITHIN = "paid-within";

  @Override
  public RuleCard card() {
    return RuleCard.of("unfunded-eligible", Severity.HIGH, ListKind.ROLL, ListKind.AID)
        .withOneOf(ListKind.HOUSEHOLDS, ListKind.CIVIL, ListKind.DISABILITY, ListKind.HARDSHIP)
        .with(
            Map.of(
                IDENTIFIED_GRACE, Numbers.IDENTIFIED_GRACE,
                PAID_WITHIN, Numbers.PAID_WITHIN));
  }

  @Override
  public Matter matter() {
    return Matter.AID;
  }

  /**
   * An aid list with no row of this school year so far says nothing of it: on its first day the
   * findings of the last year would otherwise count as resolved.
   */
  @Override
  public List<ListKind> missing(County county) {
    List<ListKind> missing = Rule.super.missing(county);
    if (!missing.contains(ListKind.AID) && Night.judgedTerms(county).isEmpty()) {
      missing.add(ListKind.AID);
    }
    return missing;
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    night.dues(person).stream()
        .filter(due -> due.program().due() && !due.held())
        .forEach(
            due -> {
              inquiry.compared();
              if (!answered(night, due)) {
                ask(night, inquiry, due);
              }
            });
  }

  /** What was paid and stands on no aid list is asked about as that. */
  private static boolean answered(Night night, Due due) {
    return night.funding(due.person()).answers(due.program(), due.term())
        || night.payments(due.person()).of(due.term()).stream()
            .anyMatch(payment -> payment.of(due.program()) && !payment.counted().isEmpty());
  }

  private static void ask(Night night, Inquiry inquiry, Due due) {
    boolean pending = pending(night, inquiry, due);
    String sentence = sentence(night, due, pending);
    Person person = due.person();
    Optional<RollRecord> roll = person.enrollment().map(Row::record);
    @Nullable Boarding boarding = due.pupil().boarding();
    inquiry.ask(
        Question.about(night, inquiry, person)
            .outcome(outcome(sentence, pending))
            .aid(person, due.program(), due.term())
            .due(due.standard().expected())
            .found("0.00")
            .fact(roll.map(RollRecord::school).orElse(""))
            .fact(due.pupil().grade().stage().label())
            .fact(boarding == null ? "" : boarding.label())
            .evidence(person.roll())
            .evidence(person.households())
            .evidence(due.grounds().rows())
            .says(
                sentence,
                Category.labels(due.grounds().categories()),
                due.term().label(),
                due.program().name(),
                due.standard().source(),
                due.grounds().sources(),
                Standards.words(due.standard())));
  }

  private static String sentence(Night night, Due due, boolean pending) {
    if (due.elsewhere()) {
      return "elsewhere";
    }
    if (maybeAnswered(night, due)) {
      return "to-check";
    }
    if (night.maybeSentBack(ListKind.AID, due.person())) {
      return "sent-back";
    }
    String sentence = due.movedIn() ? "moved" : byDoubt(due);
    return pending && sentence.equals("confirmed") ? "pending" : sentence;
  }

  /** Whether the term's payments may still be under way. */
  private static boolean pending(Night night, Inquiry inquiry, Due due) {
    LocalDate paidBy = due.term().firstDay().plusDays(inquiry.limit(PAID_WITHIN));
    return !night.asOf().isAfter(paidBy);
  }

  private static String byDoubt(Due due) {
    return switch (due.doubt()) {
      case NONE -> "confirmed";
      case AREA -> "area";
      case DATE -> "date";
      case GUARDIAN -> "guardian";
      case HOUSEHOLD -> "household";
      case RECOGNIZED -> "recognized";
    };
  }

  private static boolean maybeAnswered(Night night, Due due) {
    return night.funding(due.person()).unclear(due.term())
        || night.mayBe(due.person()).stream()
            .anyMatch(other -> night.funding(other).answers(due.program(), due.term()));
  }

  private static Outcome outcome(String sentence, boolean pending) {
    return switch (sentence) {
      case "elsewhere", "to-check", "sent-back" -> Outcome.UNFUNDED_TO_CHECK;
      case "confirmed" -> Outcome.UNFUNDED_CONFIRMED;
      default -> pending ? Outcome.PAYMENT_PENDING : Outcome.UNFUNDED_TO_CHECK;
    };
  }
}
