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
import cn.bidui.normalize.RollStatus;
import cn.bidui.source.ListKind;
import java.util.List;
import java.util.Map;

/**
 * 零误差① 在校生多录: the aid system has a pupil among its enrolled who is not in school by the roll. Not
 * asked of pupils on leave, whose place stays theirs in both systems, of leavers in summer, of
 * schools that are not of this county, and of stages of which no roll is there.
 */
final class EnrolledExtra implements Rule {

  private static final String ROLL_LAG = "roll-lag";

  @Override
  public RuleCard card() {
    return RuleCard.of("enrolled-extra", Severity.MEDIUM, ListKind.ENROLLED, ListKind.ROLL)
        .with(Map.of(ROLL_LAG, Numbers.ROLL_LAG));
  }

  @Override
  public Matter matter() {
    return Matter.ROLL;
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    List<Row<EnrolledRecord>> rows =
        Enrolled.inSchool(Enrolled.rows(person)).stream()
            .filter(row -> compared(night, row.record()))
            .toList();
    if (rows.isEmpty() || onLeave(person) || leaver(night, person)) {
      return;
    }
    inquiry.compared();
    if (person.schooling().isEmpty()) {
      ask(night, inquiry, person, rows);
    }
  }

  private static boolean compared(Night night, EnrolledRecord aid) {
    boolean ours =
        aid.school().isEmpty() || night.school(aid.schoolCode(), aid.school()).isPresent();
    return ours && Stages.has(night, ListKind.ROLL, aid.grade());
  }

  private static boolean onLeave(Person person) {
    return person.schooling().isEmpty() && person.onRoll();
  }

  private static boolean leaver(Night night, Person person) {
    return night.summer() && person.has(RollStatus.GRADUATED);
  }

  private static void ask(
      Night night, Inquiry inquiry, Person person, List<Row<EnrolledRecord>> rows) {
    String sentence = sentence(night, inquiry, person);
    boolean certain = sentence.equals("sentence") || sentence.equals("ended");
    String status = person.enrollment().map(row -> row.record().status().label()).orElse("");
    inquiry.ask(
        Question.about(night, inquiry, person)
            .outcome(certain ? Outcome.EXTRA_THERE : Outcome.TO_CHECK)
            .found(status)
            .evidence(person.roll())
            .evidence(rows)
            .says(sentence, status),
        Site.of(night, person));
  }

  private static String sentence(Night night, Inquiry inquiry, Person person) {
    if (night.maybeOnRoll(person)) {
      return "to-check";
    }
    if (night.maybeSentBack(ListKind.ROLL, person)) {
      return "sent-back";
    }
    if (!person.roll().isEmpty()) {
      return "ended";
    }
    return night.autumnLag(inquiry.limit(ROLL_LAG)) ? "entering" : "sentence";
  }
}
