package cn.bidui.judge.schooling;

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
import cn.bidui.normalize.DisabilityRecord;
import cn.bidui.normalize.PlacementRecord;
import cn.bidui.plan.Limit;
import cn.bidui.source.ListKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 残疾儿童未安置: a disabled child of compulsory age on no roll, whom no placement that still stands
 * explains. Teaching at home and regular classes need a roll; an exemption needs an approval; a
 * deferral and a stay in a clinic end.
 */
final class DisabledUnplaced implements Rule {

  private static final String ROLL_LAG = "roll-lag";
  private static final String NO_END_AFTER = "no-end-after";

  /** What is wrong with a placement; the gravest last. */
  private enum Gap {
    /** It explains why the child is on no roll. */
    CLOSED("", Outcome.TO_CHECK),
    UNAPPROVED("unapproved", Outcome.TO_CHECK),
    NO_END("no-end", Outcome.TO_CHECK),
    NO_ROLL("no-roll", Outcome.TO_CHECK),
    EXPIRED("expired", Outcome.NEVER_ENROLLED),
    NONE("none", Outcome.NEVER_ENROLLED);

    private final String sentence;
    private final Outcome outcome;

    Gap(String sentence, Outcome outcome) {
      this.sentence = sentence;
      this.outcome = outcome;
    }
  }

  private record Found(Gap gap, PlacementRecord placement) {}

  private static final Comparator<Found> NEAREST_TO_CLOSED =
      Comparator.comparing(Found::gap)
          .thenComparing(found -> end(found.placement()), Comparator.reverseOrder())
          .thenComparing(found -> found.placement().placement());

  @Override
  public RuleCard card() {
    return RuleCard.of("disabled-unplaced", Severity.HIGH, ListKind.ROLL, ListKind.PLACEMENTS)
        .withOneOf(ListKind.DISABILITY, ListKind.HOUSEHOLDS)
        .with(
            Map.of(
                ROLL_LAG,
                Numbers.ROLL_LAG,
                NO_END_AFTER,
                new Limit(365, "days", "延缓入学和康复治疗须有期限；没有写明期满日的，满一年复核。", "自定")));
  }

  @Override
  public Matter matter() {
    return Matter.SCHOOLING;
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    if (!Placements.disabled(person) || !OffRoll.compared(night, person)) {
      return;
    }
    inquiry.compared();
    Optional<Found> found = nearest(night, inquiry, person);
    if (found.isPresent()) {
      boolean open = found.get().gap() != Gap.CLOSED && !elsewhere(night, person);
      if (open) {
        ask(night, inquiry, person, found.get());
      }
    } else {
      OffRoll.of(night, person)
          .filter(child -> child.where() == OffRoll.Where.DISABLED)
          .ifPresent(child -> askUnlisted(night, inquiry, child));
    }
  }

  /** Of several placements the one that explains most; empty if the list has none. */
  private static Optional<Found> nearest(Night night, Inquiry inquiry, Person person) {
    return person.further(PlacementRecord.class).stream()
        .map(Row::record)
        .map(record -> new Found(gap(night, inquiry, record), record))
        .min(NEAREST_TO_CLOSED);
  }

  private static Gap gap(Night night, Inquiry inquiry, PlacementRecord record) {
    if (Placements.expired(night, record)) {
      return Gap.EXPIRED;
    }
    return switch (record.placement()) {
      case SPECIAL_SCHOOL, SPECIAL_CLASS, REMOTE -> Gap.CLOSED;
      case TAUGHT_AT_HOME, REGULAR_CLASS -> Gap.NO_ROLL;
      case EXEMPT -> record.approvedOn() == null ? Gap.UNAPPROVED : Gap.CLOSED;
      case DEFERRED, REHABILITATION -> endless(night, inquiry, record) ? Gap.NO_END : Gap.CLOSED;
      case NONE -> Gap.NONE;
    };
  }

  private static boolean endless(Night night, Inquiry inquiry, PlacementRecord record) {
    @Nullable LocalDate from = record.from() == null ? record.approvedOn() : record.from();
    return record.to() == null
        && from != null
        && night.asOf().isAfter(from.plusDays(inquiry.limit(NO_END_AFTER)));
  }

  private static LocalDate end(PlacementRecord record) {
    @Nullable LocalDate to = record.to();
    return to == null ? LocalDate.MIN : to;
  }

  /** Whether the child is on a roll after all, or other rules know where it is. */
  private static boolean elsewhere(Night night, Person person) {
    return person.onRoll() || OffRoll.accounted(night, person);
  }

  private static void askUnlisted(Night night, Inquiry inquiry, OffRoll child) {
    boolean waiting = child.entering() && night.autumnLag(inquiry.limit(ROLL_LAG));
    Question question = question(night, inquiry, child.person(), "");
    String doubtful = doubtful(night, child.person());
    boolean open = waiting || !doubtful.isEmpty();
    question
        .outcome(open ? Outcome.TO_CHECK : Outcome.NEVER_ENROLLED)
        .says(doubtful.isEmpty() ? "sentence" : doubtful, words(night, child.person(), "", ""));
    inquiry.ask(question);
  }

  private static void ask(Night night, Inquiry inquiry, Person person, Found found) {
    Gap gap = found.gap();
    PlacementRecord placement = found.placement();
    String label = placement.placement().label();
    @Nullable LocalDate to = placement.to();
    String doubtful = doubtful(night, person);
    inquiry.ask(
        question(night, inquiry, person, label)
            .outcome(doubtful.isEmpty() ? gap.outcome : Outcome.TO_CHECK)
            .fact(gap.name())
            .fact(to == null ? "" : to.toString())
            .says(
                doubtful.isEmpty() ? gap.sentence : doubtful,
                words(night, person, label, to == null ? "" : to.toString())));
  }

  /** Why it is open whether the child is on a roll; blank if it is not. */
  private static String doubtful(Night night, Person person) {
    if (night.maybeOnRoll(person)) {
      return "to-check";
    }
    return night.maybeSentBack(ListKind.ROLL, person) ? "sent-back" : "";
  }

  private static Question question(Night night, Inquiry inquiry, Person person, String placement) {
    return Question.about(night, inquiry, person)
        .found(placement)
        .evidence(person.roll())
        .evidence(person.households())
        .evidence(person.further(DisabilityRecord.class))
        .evidence(person.further(PlacementRecord.class));
  }

  private static String[] words(Night night, Person person, String placement, String to) {
    String age =
        night.birth(person).map(night.year()::ageAtStart).map(years -> years.toString()).orElse("");
    return List.of(night.year().label(), age, source(person), placement, to).toArray(String[]::new);
  }

  /** The list that has the child as disabled. */
  private static String source(Person person) {
    if (Placements.carded(person)) {
      return "残联";
    }
    return person.households().stream().anyMatch(row -> row.record().disabled()) ? "监测" : "安置";
  }
}
