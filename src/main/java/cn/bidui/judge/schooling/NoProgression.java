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
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.RollRecord;
import cn.bidui.normalize.RollStatus;
import cn.bidui.person.Grade;
import cn.bidui.person.Stage;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.SchoolYear;
import cn.bidui.source.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * 小升初断档: finished primary school and came onto no junior roll of the county by the end of the
 * autumn lag, and nothing says where the pupil went. It needs to know who finished: from the last
 * roll of the school year before, or from a roll that keeps its graduates.
 */
final class NoProgression implements Rule {

  private static final String ROLL_LAG = "roll-lag";

  /** Sentences that leave open where the pupil is. */
  private static final Set<String> OPEN = Set.of("no-changes", "sent-back");

  private static final String LAST_GRADE = new Grade(Stage.PRIMARY, 6).code();

  @Override
  public RuleCard card() {
    return RuleCard.of("no-progression", Severity.HIGH, ListKind.ROLL)
        .with(Map.of(ROLL_LAG, Numbers.ROLL_LAG));
  }

  @Override
  public Matter matter() {
    return Matter.SCHOOLING;
  }

  @Override
  public List<ListKind> missing(County county) {
    @Nullable RecordTable roll = county.tables().get(ListKind.ROLL);
    return roll != null && leaversKnown(county, roll) ? List.of() : List.of(ListKind.ROLL);
  }

  private static boolean leaversKnown(County county, RecordTable roll) {
    SchoolYear year = SchoolYear.of(county.asOf());
    return county.leavers() >= 0
        || county.departed().stream().anyMatch(departed -> Leavers.is(year, departed))
        || IntStream.range(0, roll.size()).anyMatch(row -> graduated(roll, row));
  }

  private static boolean graduated(RecordTable roll, int row) {
    return roll.text(Field.ROLL_STATUS, row).equals(RollStatus.GRADUATED.name())
        && roll.text(Field.GRADE, row).equals(LAST_GRADE);
  }

  /** Pupils of earlier rolls who are on none tonight. */
  @Override
  public void judge(Night night, Inquiry inquiry) {
    for (Departed departed : night.county().departed()) {
      int person = night.county().keys().person(departed.key());
      // Whoever was missed before finishing is asked about by vanished-from-roll.
      if (Leavers.is(night.year(), departed) && !departed.missed()) {
        inquiry.compared(night.county().leavers() < 0 ? 1 : 0);
        look(night, inquiry, departed, person);
      }
    }
    inquiry.compared(Math.max(0, night.county().leavers()));
  }

  private static void look(Night night, Inquiry inquiry, Departed departed, int number) {
    Optional<Person> now = number < 0 ? Optional.empty() : Optional.of(night.person(number));
    SchoolYear year = SchoolYear.of(departed.dataDate());
    boolean lately = year.start() + 1 == night.year().start();
    boolean waiting = lately && night.autumnLag(inquiry.limit(ROLL_LAG));
    if (!waiting && missed(night, departed.last(), now)) {
      RollRecord last = departed.last();
      Question question =
          Question.about(night, inquiry, departed.key(), Portrait.of(night, last, now))
              .evidence(departed.place());
      String known = night.has(ListKind.ROLL_CHANGES) ? "sentence" : "no-changes";
      boolean sentBack = night.maybeSentBack(ListKind.ROLL, departed.key());
      String sentence = sentBack ? "sent-back" : known;
      ask(night, inquiry, question, now, sentence, last, year.label());
    }
  }

  /** Pupils whom tonight's roll has as graduates. */
  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    Optional<RollRecord> last =
        person.roll().stream().map(row -> row.record()).filter(Leavers::graduated).findFirst();
    if (last.isEmpty()) {
      return;
    }
    inquiry.compared(night.county().leavers() < 0 ? 1 : 0);
    boolean waiting = night.summer() || night.autumnLag(inquiry.limit(ROLL_LAG));
    if (!waiting && missed(night, last.get(), Optional.of(person))) {
      Question question = Question.about(night, inquiry, person).evidence(person.roll());
      boolean sentBack = night.maybeSentBack(ListKind.ROLL, person);
      String sentence = sentBack ? "sent-back" : "graduate";
      ask(night, inquiry, question, Optional.of(person), sentence, last.get(), "");
    }
  }

  private static boolean missed(Night night, RollRecord last, Optional<Person> now) {
    boolean known = now.filter(person -> explained(night, person)).isPresent();
    return night.rollHas(Stage.JUNIOR) && ofAge(night, last, now) && !known;
  }

  private static boolean ofAge(Night night, RollRecord last, Optional<Person> now) {
    return Optional.ofNullable(last.birth())
        .or(() -> Optional.ofNullable(last.id().idOrNull()).map(id -> id.birthDate()))
        .or(() -> now.flatMap(night::birth))
        .map(night.year()::compulsory)
        .orElse(true);
  }

  private static boolean explained(Night night, Person person) {
    return person.onRoll()
        || person.has(RollStatus.TRANSFERRED)
        || person.has(RollStatus.DECEASED)
        || Changes.of(person).settle()
        || Placements.placed(night, person)
        || Told.of(person).stream().anyMatch(NoProgression::tellsWhere);
  }

  /** A school elsewhere is for {@code out-of-county} to ask about. */
  private static boolean tellsWhere(Told told) {
    return told.schooling() == Told.Schooling.EXPLAINED || told.atSchoolSince(Stage.JUNIOR);
  }

  private static void ask(
      Night night,
      Inquiry inquiry,
      Question question,
      Optional<Person> now,
      String sentence,
      RollRecord last,
      String year) {
    boolean doubtful = now.filter(night::maybeOnRoll).isPresent();
    boolean open = doubtful || OPEN.contains(sentence);
    now.ifPresent(
        person ->
            question
                .categories(night.categories(person, Term.of(night.asOf())))
                .evidence(person.households()));
    inquiry.ask(
        question
            .outcome(open ? Outcome.TO_CHECK : Outcome.SUSPECTED_DROPOUT)
            .fact(last.school())
            .says(
                doubtful ? "to-check" : sentence,
                Portrait.schoolName(night, last.schoolCode(), last.school()),
                night.year().label(),
                year));
  }
}
