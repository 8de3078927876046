package cn.bidui.judge.night;

import cn.bidui.judge.night.Snapshot.Saying;
import cn.bidui.link.PersonKey;
import cn.bidui.source.ListKind;
import cn.bidui.source.SchoolYear;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Takes the snapshots of tonight's lists (留存时点名单). */
public final class Snapshots {

  private final Night night;
  private final Map<Snapshot.About, SortedMap<PersonKey, List<Saying>>> said = new TreeMap<>();

  private Snapshots(Night night) {
    this.night = night;
  }

  /**
   * What tonight's lists of households, civil affairs and disabled people say for the present term
   * and the earlier ones of this school year, by list and term.
   *
   * @param dataDates of tonight's effective lists; nobody can say of what time the others are, and
   *     they are left out
   */
  public static List<Snapshot> taken(Night night, Map<ListKind, LocalDate> dataDates) {
    Snapshots taking = new Snapshots(night);
    for (ListKind list : Categories.DATED) {
      if (night.has(list) && dataDates.containsKey(list)) {
        taking.terms().forEach(term -> taking.begin(list, term));
      }
    }
    for (int number = 0; number < night.persons() && !taking.said.isEmpty(); number++) {
      taking.take(night.person(number));
    }
    List<Snapshot> taken = new ArrayList<>();
    taking.said.forEach(
        (about, persons) -> {
          LocalDate date = dataDates.getOrDefault(about.list(), night.asOf());
          taken.add(new Snapshot(about.list(), about.term(), date, persons));
        });
    return taken;
  }

  private void begin(ListKind list, Term term) {
    said.put(new Snapshot.About(list, term), new TreeMap<>());
  }

  private List<Term> terms() {
    SchoolYear year = SchoolYear.of(night.asOf());
    Term present = Term.of(night.asOf());
    return Stream.iterate(present, Term::previous)
        .limit(3)
        .filter(term -> term.equals(present) || term.schoolYear().equals(year))
        .toList();
  }

  private void take(Person person) {
    for (Term term : terms()) {
      for (Ground ground : night.tonight(person, term).all()) {
        SortedMap<PersonKey, List<Saying>> persons =
            said.get(new Snapshot.About(ground.list(), term));
        if (persons != null) {
          add(persons, night.key(person), new Saying(ground.category(), ground.doubt()));
        }
      }
    }
  }

  private static void add(
      SortedMap<PersonKey, List<Saying>> persons, PersonKey key, Saying saying) {
    List<Saying> sayings = persons.computeIfAbsent(key, k -> new ArrayList<>(2));
    if (!sayings.contains(saying)) {
      sayings.add(saying);
    }
  }
}
