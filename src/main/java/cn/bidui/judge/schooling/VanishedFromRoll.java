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
import cn.bidui.judge.night.Row;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.link.Departed;
import cn.bidui.link.PersonKey;
import cn.bidui.normalize.RollChangeRecord;
import cn.bidui.normalize.RollChangeRecord.Change;
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
 * 学籍消失: on an earlier roll, on none tonight, and neither roll nor recorded change nor placement
 * says why. Leaving cohorts and the autumn in which rolls are made anew are left out, kindergartens
 * too; while no list of roll changes is there it is only to be checked. Whoever was missed before
 * the year turned is missed on: a leaving cohort's or an autumn's roll explains nothing of that.
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
    boolean leaver =
        grade != null
            && grade.leaving()
            && (yearTurned || night.summer())
            && !(departed.missed() && grade.stage() == Stage.PRIMARY);
    boolean kindergarten = grade != null && grade.stage() == Stage.PRESCHOOL;
    boolean waiting = yearTurned && night.autumnLag(lag) && !departed.missed();
    return departed.last().status().onRoll() && !leaver && !kindergarten && !waiting;
  }

  /** Whether it is known where the pupil went, or another rule asks. */
  private static boolean explained(Night night, Person person, RollRecord last) {
    Changes changes = Changes.of(person);
    return changes.settle()
        || changes.latestIs(Change.GRADUATION)
        || changes.latestIs(Change.KEPT)
        || (!compulsory(last) && withdrawn(changes))
        || Placements.placed(night, person)
        || Told.gone(person);
  }

  private static boolean compulsory(RollRecord last) {
    @Nullable Grade grade = last.grade();
    return grade == null || grade.stage().compulsory();
  }

  /** Where school is not compulsory a pupil may leave it. */
  private static boolean withdrawn(Changes changes) {
    return changes.latestIs(Change.WITHDRAWAL) || changes.latestIs(Change.CANCELLATION);
  }

  private static void ask(Night night, Inquiry inquiry, Departed departed) {
    int number = night.county().keys().person(departed.key());
    Optional<Person> now = number < 0 ? Optional.empty() : Optional.of(night.person(number));
    if (now.filter(person -> explained(night, person, departed.last())).isPresent()) {
      return;
    }
    RollRecord last = departed.last();
    Optional<Row<RollChangeRecord>> change = now.flatMap(person -> Changes.of(person).latest());
    String recorded = change.map(row -> row.record().change().label()).orElse("");
    boolean changesKnown = night.has(ListKind.ROLL_CHANGES);
    boolean sentBack = night.maybeSentBack(ListKind.ROLL, departed.key());
    Question question =
        Question.about(night, inquiry, departed.key(), Portrait.of(night, last, now))
            .outcome(changesKnown && !sentBack ? Outcome.SUSPECTED_DROPOUT : Outcome.TO_CHECK)
            .fact(last.school())
            .fact(departed.dataDate().toString())
            .fact(recorded)
            .evidence(departed.place())
            .evidence(change.stream().toList())
            .says(
                sentBack ? "sent-back" : sentence(changesKnown, change),
                departed.dataDate().toString(),
                Portrait.schoolName(night, last.schoolCode(), last.school()),
                recorded);
    now.ifPresent(
        person ->
            question
                .categories(night.categories(person, Term.of(night.asOf())))
                .evidence(person.households()));
    inquiry.ask(question);
  }

  private static String sentence(boolean changesKnown, Optional<Row<RollChangeRecord>> change) {
    if (!changesKnown) {
      return "to-check";
    }
    return change.isPresent() ? "recorded" : "sentence";
  }
}
