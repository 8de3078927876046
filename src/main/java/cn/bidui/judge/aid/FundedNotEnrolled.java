package cn.bidui.judge.aid;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.Grant;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Numbers;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Row;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.normalize.AidRecord;
import cn.bidui.normalize.RollChangeRecord;
import cn.bidui.normalize.RollChangeRecord.Change;
import cn.bidui.normalize.RollChangeRecord.Progress;
import cn.bidui.normalize.RollStatus;
import cn.bidui.person.Grade;
import cn.bidui.person.Stage;
import cn.bidui.plan.AidPolicy;
import cn.bidui.plan.Program;
import cn.bidui.source.ListKind;
import java.time.Month;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 非在籍受助: the aid list pays for somebody who has no place on a roll. Not asked where households pay
 * (HUKOU programs), where no roll of that stage is there, and where the pupil left after the term
 * had begun: the old school's payment counts.
 */
final class FundedNotEnrolled implements Rule {

  private static final String ROLL_LAG = "roll-lag";

  /** Changes by which a pupil leaves the roll. */
  private static final Set<Change> LEAVING =
      EnumSet.of(
          Change.TRANSFER,
          Change.TRANSFER_OUT,
          Change.WITHDRAWAL,
          Change.GRADUATION,
          Change.ABROAD,
          Change.DEATH,
          Change.CANCELLATION);

  @Override
  public RuleCard card() {
    return RuleCard.of("funded-not-enrolled", Severity.HIGH, ListKind.AID, ListKind.ROLL)
        .with(Map.of(ROLL_LAG, Numbers.ROLL_LAG));
  }

  @Override
  public Matter matter() {
    return Matter.AID;
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    night.funding(person).grants().stream()
        .filter(grant -> !grant.counted().isEmpty() && paidBySchool(grant) && rolled(night, grant))
        .forEach(
            grant -> {
              inquiry.compared();
              if (!person.onRoll() && !wasPupil(night, grant) && !leftLater(grant)) {
                ask(night, inquiry, grant);
              }
            });
  }

  private static boolean paidBySchool(Grant grant) {
    @Nullable Program program = grant.program();
    return program == null || program.payer() == Program.Payer.SCHOOL;
  }

  /** Whether the rolls have the stage for which was paid. */
  private static boolean rolled(Night night, Grant grant) {
    Set<Stage> stages =
        grant.rows().stream()
            .map(Row::record)
            .map(AidRecord::grade)
            .filter(Objects::nonNull)
            .map(Grade::stage)
            .collect(Collectors.toSet());
    if (stages.isEmpty()) {
      stages = paidFor(night, grant.program());
    }
    return stages.isEmpty() || stages.stream().anyMatch(night::rollHas);
  }

  private static Set<Stage> paidFor(Night night, @Nullable Program program) {
    return program == null
        ? Set.of()
        : night.policies().rows(program).stream()
            .map(AidPolicy::stages)
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
  }

  private static boolean wasPupil(Night night, Grant grant) {
    Person person = grant.person();
    boolean earlierTerm = grant.term().compareTo(night.judgedTerms().last()) < 0;
    return (earlierTerm && !person.roll().isEmpty())
        || (person.has(RollStatus.GRADUATED) && leavingSeason(night))
        || night
            .lastOnRoll(person)
            .filter(seen -> !seen.isBefore(grant.term().firstDay()))
            .isPresent();
  }

  /**
   * Whether the changes of the roll say that the pupil left only after the term had begun: the aid
   * of that term was right, whichever roll still shows it.
   */
  private static boolean leftLater(Grant grant) {
    return grant.person().further(RollChangeRecord.class).stream()
        .map(Row::record)
        .filter(change -> LEAVING.contains(change.change()))
        .filter(change -> change.progress() != Progress.REFUSED)
        .map(RollChangeRecord::day)
        .filter(Objects::nonNull)
        .anyMatch(day -> !day.isBefore(grant.term().firstDay()));
  }

  /** Graduates are struck off from June on, while the spring term's aid stands on the list. */
  private static boolean leavingSeason(Night night) {
    return night.summer() || night.asOf().getMonth() == Month.JUNE;
  }

  private static void ask(Night night, Inquiry inquiry, Grant grant) {
    String sentence = sentence(night, inquiry, grant);
    boolean certain = sentence.equals("sentence") || sentence.equals("ended");
    inquiry.ask(
        Question.about(night, inquiry, grant.person())
            .outcome(certain ? Outcome.NOT_ENROLLED : Outcome.TO_CHECK)
            .aid(grant)
            .found(grant.total())
            .fact(standing(grant))
            .evidence(grant.person().roll())
            .evidence(grant.person().households())
            .evidence(grant.rows())
            .says(sentence, grant.term().label(), grant.written(), standing(grant)));
  }

  private static String sentence(Night night, Inquiry inquiry, Grant grant) {
    if (night.maybeOnRoll(grant.person())) {
      return "to-check";
    }
    if (night.maybeSentBack(ListKind.ROLL, grant.person())) {
      return "sent-back";
    }
    if (grant.person().roll().isEmpty()) {
      return night.autumnLag(inquiry.limit(ROLL_LAG)) ? "entering" : "sentence";
    }
    return grant.person().has(RollStatus.TRANSFERRED) ? "moved" : "ended";
  }

  private static String standing(Grant grant) {
    Optional<RollStatus> status = grant.person().enrollment().map(row -> row.record().status());
    return status.map(RollStatus::label).orElse("");
  }
}
