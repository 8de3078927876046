package cn.bidui.judge.identity;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Portrait;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Row;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.RollRecord;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 重复学籍: one person with two places on rolls; also two pupils without id who agree in name, birth
 * date and sex (无身份证号重复), which is only to be checked.
 */
final class DuplicateRoll implements Rule {

  @Override
  public RuleCard card() {
    return RuleCard.of("duplicate-roll", Severity.HIGH, ListKind.ROLL);
  }

  @Override
  public Matter matter() {
    return Matter.ROLL;
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    List<Row<RollRecord>> places = places(person);
    inquiry.compared(person.roll().isEmpty() ? 0 : 1);
    if (places.size() > 1) {
      ask(night, inquiry, person, places);
    }
  }

  @Override
  public void judge(Night night, Inquiry inquiry) {
    withoutId(night).values().forEach(persons -> pairs(night, inquiry, persons));
  }

  private static List<Row<RollRecord>> places(Person person) {
    return person.roll().stream().filter(row -> row.record().status().onRoll()).toList();
  }

  private static void ask(
      Night night, Inquiry inquiry, Person person, List<Row<RollRecord>> places) {
    String schools = schools(night, places);
    inquiry.ask(
        Question.about(night, inquiry, person)
            .outcome(Outcome.SOURCE_TO_CORRECT)
            .found(schools)
            .fact(Integer.toString(places.size()))
            .evidence(places)
            .says("sentence", Integer.toString(places.size()), schools));
  }

  private static String schools(Night night, List<Row<RollRecord>> places) {
    return places.stream()
        .map(Row::record)
        .map(roll -> Portrait.schoolName(night, roll.schoolCode(), roll.school()))
        .distinct()
        .sorted()
        .collect(Collectors.joining("、"));
  }

  /** Persons by name, birth date and sex, of roll rows without a usable id that have all three. */
  private static Map<String, List<Integer>> withoutId(Night night) {
    Map<String, List<Integer>> groups = new TreeMap<>();
    @Nullable RecordTable roll = night.county().tables().get(ListKind.ROLL);
    for (int row = 0; roll != null && row < roll.size(); row++) {
      if (roll.id(row) == 0 && roll.birth(row) != RecordTable.NO_BIRTH && roll.sex(row) != 0) {
        String key = roll.strings().text(roll.name(row)) + roll.birth(row) + "/" + roll.sex(row);
        int person = night.county().links().person(ListKind.ROLL, row);
        List<Integer> persons = groups.computeIfAbsent(key, k -> new ArrayList<>());
        if (!persons.contains(person)) {
          persons.add(person);
        }
      }
    }
    return groups;
  }

  private static void pairs(Night night, Inquiry inquiry, List<Integer> persons) {
    for (int i = 0; i < persons.size(); i++) {
      for (int j = i + 1; j < persons.size(); j++) {
        Person one = night.person(persons.get(i));
        Person other = night.person(persons.get(j));
        if (one.onRoll() && other.onRoll()) {
          ask(night, inquiry, one, other);
        }
      }
    }
  }

  private static void ask(Night night, Inquiry inquiry, Person one, Person other) {
    List<Row<RollRecord>> places = new ArrayList<>(places(one));
    places.addAll(places(other));
    String schools = schools(night, places);
    inquiry.ask(
        Question.about(night, inquiry, one, other)
            .outcome(Outcome.TO_CHECK)
            .found(schools)
            .evidence(places)
            .says("without-id", schools));
  }
}
