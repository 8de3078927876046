package cn.bidui.judge.night;

import cn.bidui.judge.night.Snapshot.Saying;
import cn.bidui.normalize.ListRecord;
import cn.bidui.source.ListKind;
import cn.bidui.source.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which categories persons are of, term by term: by the list of the term's own time where an
 * earlier one is known, else by tonight's. What is found of one person is kept while rules ask
 * about the same.
 */
final class Categories {

  /** The lists whose word is kept when they are replaced. */
  static final List<ListKind> DATED =
      List.of(ListKind.HOUSEHOLDS, ListKind.CIVIL, ListKind.DISABILITY);

  private static final Comparator<Ground> ORDER =
      Comparator.comparing(Ground::list)
          .thenComparing(Ground::category)
          .thenComparing(Ground::doubt)
          .thenComparing(ground -> ground.rows().isEmpty() ? -1 : ground.rows().get(0).index());

  private final County county;
  private final Eligibility eligibility;
  private final Map<Snapshot.About, Map<Integer, List<Saying>>> said = new HashMap<>();
  private final Map<Term, Grounds> ofOne = new HashMap<>();
  private int one = -1;

  Categories(County county, long identifiedGrace) {
    this.county = county;
    eligibility = new Eligibility(identifiedGrace, new Relatives(county.tables()));
  }

  Grounds of(Person person, Term term) {
    if (person.number() != one) {
      ofOne.clear();
      one = person.number();
    }
    return ofOne.computeIfAbsent(term, t -> find(person, t));
  }

  private Grounds find(Person person, Term term) {
    List<Ground> all = new ArrayList<>(eligibility.grounds(person, term).all());
    for (ListKind list : DATED) {
      Optional<Snapshot> earlier = county.standings().earlier(list, term);
      earlier.ifPresent(
          snapshot -> {
            all.removeIf(ground -> ground.list() == list);
            all.addAll(of(person, snapshot));
          });
    }
    all.sort(ORDER);
    return all.isEmpty() ? Grounds.NONE : new Grounds(all);
  }

  /** With tonight's rows of the same list, if there are any left. */
  private List<Ground> of(Person person, Snapshot snapshot) {
    List<Row<? extends ListRecord>> rows =
        person.rows().stream()
            .<Row<? extends ListRecord>>map(row -> row)
            .filter(row -> row.list() == snapshot.list())
            .toList();
    return said
        .computeIfAbsent(snapshot.about(), about -> byPerson(snapshot))
        .getOrDefault(person.number(), List.of())
        .stream()
        .map(
            one ->
                new Ground(one.category(), one.doubt(), snapshot.list(), rows, snapshot.dataDate()))
        .toList();
  }

  /** By tonight's persons; two who have since turned out to be one have what either had. */
  private Map<Integer, List<Saying>> byPerson(Snapshot snapshot) {
    Map<Integer, List<Saying>> byPerson = new HashMap<>();
    snapshot
        .persons()
        .forEach(
            (key, sayings) ->
                byPerson.merge(county.keys().person(key), sayings, Categories::either));
    return byPerson;
  }

  private static List<Saying> either(List<Saying> some, List<Saying> others) {
    TreeSet<Saying> all = new TreeSet<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }

  /** By tonight's lists alone. */
  Grounds tonight(Person person, Term term) {
    return eligibility.grounds(person, term);
  }
}
