package cn.bidui.judge.zero;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Numbers;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Row;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.judge.night.Site;
import cn.bidui.normalize.EnrolledRecord;
import cn.bidui.source.ListKind;
import java.util.List;
import java.util.Map;

/**
 * 零误差① 在校生漏录或不符: in school by the roll, and the aid system does not have the pupil among its
 * enrolled, or has something else of the pupil. {@link EnrolledExtra} looks at the rest of the aid
 * system's pupils, so that the two together count everybody once.
 */
final class EnrolledMissing implements Rule {

  private static final String ROLL_LAG = "roll-lag";

  @Override
  public RuleCard card() {
    return RuleCard.of("enrolled-missing", Severity.MEDIUM, ListKind.ENROLLED, ListKind.ROLL)
        .with(Map.of(ROLL_LAG, Numbers.ROLL_LAG));
  }

  @Override
  public Matter matter() {
    return Matter.ROLL;
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    person
        .schooling()
        .map(Row::record)
        .filter(roll -> Stages.has(night, ListKind.ENROLLED, roll.grade()))
        .ifPresent(roll -> compare(night, inquiry, person));
  }

  private static void compare(Night night, Inquiry inquiry, Person person) {
    inquiry.compared();
    List<Row<EnrolledRecord>> listed = Enrolled.rows(person);
    List<Row<EnrolledRecord>> enrolled = Enrolled.inSchool(listed);
    if (enrolled.isEmpty()) {
      missing(night, inquiry, person, listed);
      return;
    }
    String differences = Differences.of(night, person, enrolled);
    if (differences.isEmpty()) {
      inquiry.right(Site.of(night, person));
    } else {
      differs(night, inquiry, person, enrolled, differences);
    }
  }

  private static void missing(
      Night night, Inquiry inquiry, Person person, List<Row<EnrolledRecord>> ended) {
    String sentence = sentence(night, inquiry, person, ended);
    boolean certain = sentence.equals("sentence") || sentence.equals("ended");
    String status = ended.isEmpty() ? "" : ended.get(0).record().status().label();
    inquiry.ask(
        Question.about(night, inquiry, person)
            .outcome(certain ? Outcome.MISSING_THERE : Outcome.TO_CHECK)
            .found(status)
            .evidence(person.roll())
            .evidence(ended)
            .says(sentence, status),
        Site.of(night, person));
  }

  private static String sentence(
      Night night, Inquiry inquiry, Person person, List<Row<EnrolledRecord>> ended) {
    if (night.mayBe(person).stream().anyMatch(other -> !Enrolled.rows(other).isEmpty())) {
      return "to-check";
    }
    if (night.maybeSentBack(ListKind.ENROLLED, person)) {
      return "sent-back";
    }
    if (night.autumnLag(inquiry.limit(ROLL_LAG))) {
      return "entering";
    }
    return ended.isEmpty() ? "sentence" : "ended";
  }

  private static void differs(
      Night night,
      Inquiry inquiry,
      Person person,
      List<Row<EnrolledRecord>> enrolled,
      String differences) {
    inquiry.ask(
        Question.about(night, inquiry, person)
            .outcome(Outcome.SOURCE_TO_CORRECT)
            .found(differences)
            .evidence(person.roll())
            .evidence(enrolled)
            .says("differs", differences),
        Site.of(night, person));
  }
}
