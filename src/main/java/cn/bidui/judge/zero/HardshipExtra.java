package cn.bidui.judge.zero;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Lists;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Numbers;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.judge.night.Site;
import cn.bidui.normalize.HardshipGroup;
import cn.bidui.normalize.HardshipRecord;
import cn.bidui.source.ListKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 零误差② 困难学生多认定: among the poor of the aid system for a reason that the list of the authority does
 * not bear out at the start of any term of the school year, or without a place on a roll. Whom a
 * school itself recognized (其他家庭经济困难) is right; where the authority's list is not there, nothing is
 * compared.
 */
final class HardshipExtra implements Rule {

  private static final String ROLL_LAG = "roll-lag";

  @Override
  public RuleCard card() {
    return RuleCard.of("hardship-extra", Severity.MEDIUM, ListKind.HARDSHIP, ListKind.ROLL)
        .withOneOf(ListKind.HOUSEHOLDS, ListKind.CIVIL, ListKind.DISABILITY)
        .with(Map.of(ROLL_LAG, Numbers.ROLL_LAG));
  }

  @Override
  public Matter matter() {
    return Matter.AID;
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    Recognition recognition = Recognition.of(night, person);
    if (recognition.rows().isEmpty()) {
      return;
    }
    if (HardshipMissing.due(night, person)) {
      inquiry.compared();
    } else if (person.onRoll()) {
      byCategory(night, inquiry, person, recognition);
    } else if (ours(night, recognition.rows().get(0).record())) {
      inquiry.compared();
      ask(night, inquiry, person, recognition, offRoll(night, inquiry, person));
    }
  }

  private static boolean ours(Night night, HardshipRecord row) {
    boolean known =
        row.school().isEmpty() || night.school(row.schoolCode(), row.school()).isPresent();
    return known && Stages.has(night, ListKind.ROLL, row.grade());
  }

  private static void byCategory(
      Night night, Inquiry inquiry, Person person, Recognition recognition) {
    Set<HardshipGroup> groups = recognition.groups();
    if (Recognition.since(night, person) != null || groups.contains(HardshipGroup.OTHER)) {
      inquiry.compared();
      inquiry.right(Site.of(night, person));
    } else if (groups.stream().allMatch(group -> refutable(night, group))) {
      inquiry.compared();
      ask(night, inquiry, person, recognition, onRoll(night, person, groups));
    }
  }

  private static boolean refutable(Night night, HardshipGroup group) {
    return Recognition.authority(group).filter(night::has).isPresent();
  }

  private static String onRoll(Night night, Person person, Set<HardshipGroup> groups) {
    if (night.mayBe(person).stream().anyMatch(other -> Recognition.since(night, other) != null)) {
      return "to-check";
    }
    return groups.isEmpty() ? "unnamed" : "sentence";
  }

  private static String offRoll(Night night, Inquiry inquiry, Person person) {
    if (night.maybeOnRoll(person)) {
      return "to-check";
    }
    if (night.maybeSentBack(ListKind.ROLL, person)) {
      return "sent-back";
    }
    boolean entering = person.roll().isEmpty() && night.autumnLag(inquiry.limit(ROLL_LAG));
    return entering ? "entering" : "off-roll";
  }

  private static void ask(
      Night night, Inquiry inquiry, Person person, Recognition recognition, String sentence) {
    boolean certain = sentence.equals("sentence") || sentence.equals("off-roll");
    String groups = Recognition.labels(recognition.groups());
    inquiry.ask(
        Question.about(night, inquiry, person)
            .outcome(certain ? Outcome.EXTRA_THERE : Outcome.TO_CHECK)
            .year(night.year())
            .found(groups)
            .evidence(person.roll())
            .evidence(person.households())
            .evidence(recognition.rows())
            .says(sentence, groups, authorities(recognition.groups()), night.year().label()),
        Site.of(night, person));
  }

  /** The lists that would have to bear the groups out. */
  private static String authorities(Set<HardshipGroup> groups) {
    return Lists.names(
        groups.stream()
            .map(Recognition::authority)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet()));
  }
}
