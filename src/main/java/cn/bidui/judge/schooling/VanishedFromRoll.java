package cn.bidui.judge.schooling;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.County;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Numbers;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Portrait;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.link.Departed;
import cn.bidui.link.PersonKey;
import cn.bidui.normalize.RollRecord;
import cn.bidui.person.Grade;
import cn.bidui.person.Stage;
import cn.bidui.source.ListKind;
import cn.bidui.source.SchoolYear;
import cn.bidui.source.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * 学籍消失: on an earlier roll, on none tonight, and no roll says why. Leaving cohorts and the autumn
 * in which rolls are made anew are left out, kindergartens too; while no list of roll changes is
 * there it is only to be checked.
 */
final class VanishedFromRoll implements Rule {

  private static final String ROLL_LAG = "roll-lag";

  @Override
  public RuleCard card() {
    return RuleCard.of("vanished-from-roll", Severity.HIGH, ListKind.ROLL)
        .with(Map.of(ROLL_LAG, Numbers.ROLL_LAG));
  }

  @Override
  public Matter matter() {
    return Matter.SCHOOLING;
  }

  @Override
  public List<ListKind> missing(County county) {
    boolean comparable = county.earlierPupils() >= 0 && county.tables().containsKey(ListKind.ROLL);
    return comparable ? List.of() : List.of(ListKind.ROLL);
  }

  @Override
  public void judge(Night night, Inquiry inquiry) {
    Map<PersonKey, Departed> latest = new TreeMap<>();
    for (Departed departed : night.county().departed()) {
      latest.merge(
          departed.key(),
          departed,
          (one, other) -> one.dataDate().isBefore(other.dataDate()) ? other : one);
    }
    inquiry.compared(night.county().earlierPupils());
    for (Departed departed : latest.values()) {
      if (missed(night, departed, inquiry.limit(ROLL_LAG))) {
        ask(night, inquiry, departed);
      }
    }
  }

  private static boolean missed(Night night, Departed departed, long lag) {
    @Nullable Grade grade = departed.last().grade();
    boolean yearTurned = SchoolYear.of(departed.dataDate()).compareTo(night.year()) < 0;
    boolean leaver = grade != null && grade.leaving() && (yearTurned || night.summer());
    boolean kindergarten = grade != null && grade.stage() == Stage.PRESCHOOL;
    boolean waiting = yearTurned && night.autumnLag(lag);
    return departed.last().status().onRoll() && !leaver && !kindergarten && !waiting;
  }

  /** Whether no change is recorded of the person, of whatever kind. */
  private static boolean unmoved(Person person) {
    return person.further().stream().noneMatch(row -> row.list() == ListKind.ROLL_CHANGES);
  }

  private static void ask(Night night, Inquiry inquiry, Departed departed) {
    RollRecord last = departed.last();
    int number = night.county().keys().person(departed.key());
    Optional<Person> now = number < 0 ? Optional.empty() : Optional.of(night.person(number));
    boolean changesKnown =
        night.has(ListKind.ROLL_CHANGES) && now.map(VanishedFromRoll::unmoved).orElse(true);
    Question question =
        Question.about(night, inquiry, departed.key(), Portrait.of(night, last, now))
            .outcome(changesKnown ? Outcome.SUSPECTED_DROPOUT : Outcome.TO_CHECK)
            .fact(last.school())
            .fact(departed.dataDate().toString())
            .evidence(departed.place())
            .says(
                changesKnown ? "sentence" : "to-check",
                departed.dataDate().toString(),
                Portrait.schoolName(night, last.schoolCode(), last.school()));
    now.ifPresent(
        person ->
            question
                .categories(night.categories(person, Term.of(night.asOf())))
                .evidence(person.households()));
    inquiry.ask(question);
  }
}
