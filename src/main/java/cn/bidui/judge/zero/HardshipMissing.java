package cn.bidui.judge.zero;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.Grounds;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.judge.night.Site;
import cn.bidui.normalize.HardshipGroup;
import cn.bidui.normalize.HardshipRecord.Level;
import cn.bidui.plan.Category;
import cn.bidui.plan.Limit;
import cn.bidui.source.ListKind;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 零误差② 困难学生漏认定或不符: in school, of a category by the lists of other authorities at the start of a
 * term, and the aid system does not have the pupil among the poor of this school year, or for
 * another reason or at a lower level. {@link HardshipExtra} looks at the rest of its poor pupils.
 */
final class HardshipMissing implements Rule {

  private static final String RECOGNIZED_WITHIN = "recognized-within";
  private static final String LEAST_LEVEL = "least-level";

  @Override
  public RuleCard card() {
    return RuleCard.of("hardship-missing", Severity.MEDIUM, ListKind.HARDSHIP, ListKind.ROLL)
        .withOneOf(ListKind.HOUSEHOLDS, ListKind.CIVIL, ListKind.DISABILITY)
        .with(
            Map.of(
                RECOGNIZED_WITHIN,
                new Limit(60, "days", "认定工作在开学后两个月内完成；此前没有认定记录的只列为待核。", "自定"),
                LEAST_LEVEL,
                new Limit(0, "level", "各类对象最低应认定的等级：1 特别困难、2 比较困难、3 一般困难；0 表示不核对等级，由各地确定。", "自定")));
  }

  @Override
  public Matter matter() {
    return Matter.AID;
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    if (due(night, person)) {
      inquiry.compared();
      compare(night, inquiry, person, Recognition.of(night, person));
    }
  }

  /** Whether the pupil is to be found among the poor of the aid system. */
  static boolean due(Night night, Person person) {
    return person
            .schooling()
            .filter(row -> Stages.has(night, ListKind.HARDSHIP, row.record().grade()))
            .isPresent()
        && !Recognition.demanding(night, person, Recognition.term(night)).isEmpty();
  }

  private static void compare(
      Night night, Inquiry inquiry, Person person, Recognition recognition) {
    Set<Category> categories =
        Recognition.grounds(night, person, Recognition.term(night)).categories();
    Set<HardshipGroup> groups = recognition.groups();
    if (recognition.rows().isEmpty()) {
      missing(night, inquiry, person, recognition);
    } else if (!groups.isEmpty() && !recognition.fits(categories)) {
      ask(night, inquiry, person, recognition, "type", Recognition.labels(groups));
    } else if (tooLow(inquiry, recognition)) {
      String level = recognition.level().map(Level::label).orElse("");
      ask(night, inquiry, person, recognition, "level", level);
    } else {
      inquiry.right(Site.of(night, person));
    }
  }

  private static boolean tooLow(Inquiry inquiry, Recognition recognition) {
    long least = inquiry.limit(LEAST_LEVEL);
    return least > 0 && recognition.level().filter(level -> level.ordinal() >= least).isPresent();
  }

  private static void missing(
      Night night, Inquiry inquiry, Person person, Recognition recognition) {
    String year = recognition.lastYear().map(last -> last.label()).orElse("");
    ask(night, inquiry, person, recognition, sentence(night, inquiry, person, year), year);
  }

  private static String sentence(Night night, Inquiry inquiry, Person person, String lastYear) {
    if (night.mayBe(person).stream().anyMatch(other -> !Recognition.all(other).isEmpty())) {
      return "to-check";
    }
    if (night.maybeSentBack(ListKind.HARDSHIP, person)) {
      return "sent-back";
    }
    @Nullable Term since = Recognition.since(night, person);
    LocalDate start = since == null ? night.asOf() : since.firstDay();
    if (!night.asOf().isAfter(start.plusDays(inquiry.limit(RECOGNIZED_WITHIN)))) {
      return "pending";
    }
    return lastYear.isEmpty() ? "sentence" : "stale";
  }

  private static void ask(
      Night night,
      Inquiry inquiry,
      Person person,
      Recognition recognition,
      String sentence,
      String found) {
    Term term = Recognition.term(night);
    Grounds grounds = Recognition.grounds(night, person, term);
    Set<Category> categories = grounds.categories();
    inquiry.ask(
        Question.about(night, inquiry, person)
            .outcome(outcome(sentence))
            .year(night.year())
            .categories(categories)
            .found(found)
            .fact(Category.labels(categories))
            .evidence(person.roll())
            .evidence(grounds.rows())
            .evidence(recognition.rows())
            .evidence(recognition.earlier())
            .says(sentence, term.label(), Category.labels(categories), found),
        Site.of(night, person));
  }

  private static Outcome outcome(String sentence) {
    return switch (sentence) {
      case "to-check", "pending" -> Outcome.TO_CHECK;
      case "type", "level" -> Outcome.SOURCE_TO_CORRECT;
      default -> Outcome.MISSING_THERE;
    };
  }
}
