package cn.bidui.judge.zero;

import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.normalize.HouseholdRecord;
import cn.bidui.normalize.RollRecord;
import cn.bidui.person.CitizenIdReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many families some pupils are of: who shares a guardian or a household is of one, and so is
 * who may be the same person.
 *
 * @param number how many
 * @param known whether the lists say of each pupil to which family it belongs
 * @param maybeOnePerson whether all may be one person, of whom it has yet to be decided
 */
record Families(int number, boolean known, boolean maybeOnePerson) {

  static Families of(Night night, List<Person> pupils) {
    List<Set<String>> ties = pupils.stream().map(Families::ties).toList();
    List<Set<String>> persons = pupils.stream().map(one -> maybe(night, one)).toList();
    List<Set<String>> both = new ArrayList<>();
    for (int i = 0; i < pupils.size(); i++) {
      Set<String> all = new HashSet<>(ties.get(i));
      all.addAll(persons.get(i));
      both.add(all);
    }
    return new Families(groups(both), ties.stream().noneMatch(Set::isEmpty), groups(persons) == 1);
  }

  /** Ids of guardians and heads, and numbers of households; they never leave this class. */
  private static Set<String> ties(Person person) {
    Set<String> ties = new HashSet<>();
    person.roll().stream()
        .map(row -> row.record().guardians())
        .flatMap(List::stream)
        .map(RollRecord.Guardian::id)
        .flatMap(Families::id)
        .forEach(ties::add);
    person.households().forEach(row -> household(row.record(), ties));
    return ties;
  }

  private static void household(HouseholdRecord member, Set<String> ties) {
    if (member.household() != null) {
      ties.add("household " + member.household().text());
    }
    @Nullable CitizenIdReading head = member.headId();
    if (head != null) {
      id(head).forEach(ties::add);
    }
  }

  private static Stream<String> id(CitizenIdReading reading) {
    return Stream.of(reading)
        .map(CitizenIdReading::idOrNull)
        .filter(Objects::nonNull)
        .map(id -> "id " + id.text());
  }

  /** The person, and those of whom somebody has yet to say whether they are the same. */
  private static Set<String> maybe(Night night, Person person) {
    Set<String> persons = new HashSet<>();
    persons.add("person " + person.number());
    night.mayBe(person).forEach(other -> persons.add("person " + other.number()));
    return persons;
  }

  /** How many groups there are of members that share something, or are linked by others that do. */
  private static int groups(List<Set<String>> members) {
    int[] next = IntStream.range(0, members.size()).toArray();
    Map<String, Integer> first = new HashMap<>();
    for (int member = 0; member < next.length; member++) {
      for (String tie : members.get(member)) {
        @Nullable Integer holder = first.putIfAbsent(tie, member);
        if (holder != null) {
          next[root(next, holder)] = root(next, member);
        }
      }
    }
    return (int) IntStream.range(0, next.length).filter(member -> next[member] == member).count();
  }

  /** The member that stands for the group; the way there is halved for whoever comes next. */
  private static int root(int[] next, int member) {
    int at = member;
    while (next[at] != at) {
      next[at] = next[next[at]];
      at = next[at];
    }
    return at;
  }
}
