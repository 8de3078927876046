package cn.bidui.ledger.own;

import cn.bidui.ledger.own.Fate.Left;
import cn.bidui.person.CitizenId;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.PersonName;
import cn.bidui.person.StudentNumber;
import cn.bidui.source.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Finds whom a row speaks of: by citizen id, else by student number, else by name and school where
 * both sides have them once only. A name that contradicts a number decides against it.
 */
final class PersonSearch {

  private final Map<String, List<Asked>> byPerson = new TreeMap<>();
  private final Map<CitizenId, Set<String>> byId = new HashMap<>();
  private final Map<String, Set<String>> byInvalidId = new HashMap<>();
  private final Map<String, Set<String>> byNumber = new HashMap<>();
  private final Map<String, Set<String>> byName = new HashMap<>();
  private final Map<String, Integer> rowsByName = new HashMap<>();
  private final Namesakes namesakes;

  /** Whom a row speaks of. */
  sealed interface Found {}

  /** One person, with all that is asked about that person. */
  record Person(List<Asked> asked) implements Found {}

  /** Nobody for sure. */
  record Nobody(Left left) implements Found {}

  PersonSearch(Collection<Asked> asked, List<OwnRow> rows, Namesakes namesakes) {
    asked.forEach(this::index);
    rows.forEach(row -> rowsByName.merge(nameAndSchool(row), 1, Integer::sum));
    this.namesakes = namesakes;
  }

  private void index(Asked asked) {
    String person = asked.listed().finding().personKey();
    byPerson.computeIfAbsent(person, none -> new ArrayList<>()).add(asked);
    asked.ids().forEach(id -> add(byId, id, person));
    asked.invalid().forEach(id -> add(byInvalidId, id, person));
    asked.studentNumbers().forEach(number -> add(byNumber, number, person));
    asked.names().forEach(name -> add(byName, name, person));
  }

  private static <K> void add(Map<K, Set<String>> index, K key, String person) {
    index.computeIfAbsent(key, none -> new TreeSet<>()).add(person);
  }

  private static String name(OwnRow row) {
    return PersonName.of(row.text(Field.NAME)).folded();
  }

  private static String nameAndSchool(OwnRow row) {
    return name(row) + "\u001f" + row.school();
  }

  Found find(OwnRow row) {
    CitizenIdReading id = CitizenId.read(row.text(Field.CITIZEN_ID));
    Set<String> persons = byId(row, id);
    if (persons.isEmpty()) {
      persons = byNumber(row);
    }
    if (!persons.isEmpty()) {
      return named(row, persons);
    }
    return id instanceof CitizenIdReading.Valid
        ? nobody(row, Reason.NO_FINDING)
        : byNameAndSchool(row);
  }

  /** The same slip in the same place is no proof without the name. */
  private Set<String> byId(OwnRow row, CitizenIdReading id) {
    if (id instanceof CitizenIdReading.Valid valid) {
      return byId.getOrDefault(valid.id(), Set.of());
    }
    boolean written = id instanceof CitizenIdReading.Invalid && !name(row).isEmpty();
    return written
        ? byInvalidId.getOrDefault(((CitizenIdReading.Invalid) id).cleaned(), Set.of())
        : Set.of();
  }

  private Set<String> byNumber(OwnRow row) {
    return StudentNumber.read(row.text(Field.STUDENT_NUMBER))
        .map(number -> byNumber.getOrDefault(number.text(), Set.of()))
        .orElse(Set.of());
  }

  /** The one of {@code persons} that has the row's name, if the row has a name. */
  private Found named(OwnRow row, Set<String> persons) {
    String name = name(row);
    List<String> same =
        persons.stream()
            .filter(person -> name.isEmpty() || has(person, asked -> asked.names().contains(name)))
            .toList();
    if (same.size() == 1) {
      return new Person(asked(same.get(0)));
    }
    return nobody(row, same.isEmpty() ? Reason.NAME_DIFFERS : Reason.NOT_UNIQUE);
  }

  private Found byNameAndSchool(OwnRow row) {
    String name = name(row);
    WrittenId id = WrittenId.of(row.text(Field.CITIZEN_ID));
    if (name.isEmpty()) {
      return nobody(row, id.missing() ? Reason.NOBODY_NAMED : Reason.ID_UNREADABLE);
    }
    Set<String> persons = byName.getOrDefault(name, Set.of());
    if (persons.isEmpty()) {
      return nobody(row, Reason.NO_FINDING);
    }
    if (row.school().isEmpty()) {
      return nobody(row, id.missing() ? Reason.SCHOOL_MISSING : Reason.ID_UNREADABLE);
    }
    List<String> there =
        persons.stream()
            .filter(person -> has(person, asked -> asked.schools().contains(row.school())))
            .toList();
    if (there.size() != 1) {
      return nobody(row, there.isEmpty() ? Reason.NO_FINDING : Reason.NOT_UNIQUE);
    }
    return unique(row, there.get(0), id);
  }

  private Found unique(OwnRow row, String person, WrittenId id) {
    if (!id.missing() && !has(person, asked -> asked.ids().stream().anyMatch(id::canBe))) {
      return nobody(row, Reason.ID_UNREADABLE);
    }
    boolean once = rowsByName.getOrDefault(nameAndSchool(row), 0) == 1;
    return once && namesakes.persons(name(row), row.school()) <= 1
        ? new Person(asked(person))
        : nobody(row, Reason.NOT_UNIQUE);
  }

  private List<Asked> asked(String person) {
    return byPerson.getOrDefault(person, List.of());
  }

  private boolean has(String person, Predicate<Asked> what) {
    return asked(person).stream().anyMatch(what);
  }

  private static Found nobody(OwnRow row, Reason reason) {
    return new Nobody(Left.of(row, reason));
  }
}
