package cn.bidui.judge.zero;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.County;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Row;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.judge.night.Site;
import cn.bidui.normalize.AidRecord;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.Term;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 百分之百③ 资助信息漏填: mandatory fields that are blank in records of the aid list. Counted by fields,
 * asked once per pupil and term. A field that is blank in the whole list was not compared: the
 * export has left the column out; a child without an id on the roll needs none here.
 */
final class FieldMissing implements Rule {

  @Override
  public RuleCard card() {
    return RuleCard.of("field-missing", Severity.MEDIUM, ListKind.AID).with(Mandatory.numbers());
  }

  @Override
  public Matter matter() {
    return Matter.AID;
  }

  @Override
  public List<ListKind> missing(County county) {
    return Needs.judgedTerms(county, Rule.super.missing(county));
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    for (Term term : night.judgedTerms()) {
      List<Row<AidRecord>> rows =
          person.aid().stream().filter(row -> row.record().term().equals(term)).toList();
      if (!rows.isEmpty()) {
        compare(night, inquiry, person, term, rows);
      }
    }
  }

  /** The fields that count and that the list has at all. */
  private record Columns(Set<Mandatory> there) {

    static Columns of(Night night, Inquiry inquiry) {
      Set<Mandatory> there = EnumSet.noneOf(Mandatory.class);
      for (Mandatory one : Mandatory.values()) {
        if (inquiry.limit(one.code()) != 0 && one.fields().anyMatch(field -> has(night, field))) {
          there.add(one);
        }
      }
      return new Columns(there);
    }

    private static boolean has(Night night, Field field) {
      return Night.distinct(night.county(), ListKind.AID, field).findAny().isPresent();
    }
  }

  private static Columns columns(Night night, Inquiry inquiry) {
    return inquiry.notes(Columns.class, () -> Columns.of(night, inquiry));
  }

  /** One record: the fields that are due, and those of them that are blank. */
  private record Filled(Row<AidRecord> row, Set<Mandatory> due, Set<Mandatory> blank) {
    static Filled of(Row<AidRecord> row, Set<Mandatory> counted, boolean withoutId) {
      Set<Mandatory> due = EnumSet.noneOf(Mandatory.class);
      counted.stream().filter(one -> one.dueOf(row.record())).forEach(due::add);
      if (withoutId) {
        due.remove(Mandatory.CITIZEN_ID);
      }
      Set<Mandatory> blank = EnumSet.noneOf(Mandatory.class);
      due.stream().filter(one -> !one.filledIn(row.record())).forEach(blank::add);
      return new Filled(row, due, blank);
    }
  }

  private static void compare(
      Night night, Inquiry inquiry, Person person, Term term, List<Row<AidRecord>> rows) {
    inquiry.compared();
    Set<Mandatory> counted = columns(night, inquiry).there();
    boolean withoutId = withoutId(person);
    List<Filled> records = rows.stream().map(row -> Filled.of(row, counted, withoutId)).toList();
    long due = records.stream().mapToLong(one -> one.due().size()).sum();
    long blank = records.stream().mapToLong(one -> one.blank().size()).sum();
    inquiry.right(Site.of(night, person), due - blank);
    if (blank > 0) {
      List<Filled> lacking = records.stream().filter(one -> !one.blank().isEmpty()).toList();
      ask(night, inquiry, person, term, lacking);
    }
  }

  private static boolean withoutId(Person person) {
    return person
        .enrollment()
        .filter(row -> row.record().id() instanceof CitizenIdReading.Missing)
        .isPresent();
  }

  private static void ask(
      Night night, Inquiry inquiry, Person person, Term term, List<Filled> lacking) {
    String labels = labels(lacking);
    inquiry.ask(
        Question.about(night, inquiry, person)
            .outcome(Outcome.SOURCE_TO_CORRECT)
            .term(person, term)
            .found(labels)
            .evidence(lacking.stream().map(Filled::row).toList())
            .says("sentence", term.label(), labels, Integer.toString(lacking.size())),
        Site.of(night, person),
        lacking.stream().mapToLong(one -> one.blank().size()).sum());
  }

  private static String labels(List<Filled> lacking) {
    Set<Mandatory> blank = EnumSet.noneOf(Mandatory.class);
    lacking.forEach(one -> blank.addAll(one.blank()));
    return blank.stream().map(Mandatory::label).collect(Collectors.joining("、"));
  }
}
