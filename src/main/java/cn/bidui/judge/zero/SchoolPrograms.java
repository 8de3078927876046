package cn.bidui.judge.zero;

import cn.bidui.plan.Program;
import cn.bidui.source.School;
import cn.bidui.source.Term;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which programs are due to how many pupils of each school, and which the aid list has there. */
final class SchoolPrograms {

  private static final Comparator<Item> ORDER =
      Comparator.comparing((Item item) -> item.school().name())
          .thenComparing(item -> item.school().code())
          .thenComparing(Item::term)
          .thenComparing(item -> item.program().code());

  private final SortedMap<Item, Due> due = new TreeMap<>(ORDER);
  private final Set<Item> granted = new HashSet<>();

  /** One program at one school in one term. */
  record Item(School school, Program program, Term term) {}

  /** To how many pupils it is due, and by which article. */
  private record Due(int pupils, String source) {}

  /**
   * The pupils to whom an item is due.
   *
   * @param source document and article
   * @param granted whether the aid list has it at the school
   */
  record Pupils(int number, String source, boolean granted) {}

  void granted(School school, Program program, Term term) {
    granted.add(new Item(school, program, term));
  }

  /** The article is that of the first in the order of articles, not of pupils. */
  void due(School school, Program program, Term term, String source) {
    due.merge(
        new Item(school, program, term),
        new Due(1, source),
        (one, next) ->
            new Due(
                one.pupils() + next.pupils(),
                one.source().compareTo(next.source()) <= 0 ? one.source() : next.source()));
  }

  /** By school, term and program. */
  SortedMap<Item, Pupils> due() {
    SortedMap<Item, Pupils> all = new TreeMap<>(ORDER);
    due.forEach(
        (item, one) ->
            all.put(item, new Pupils(one.pupils(), one.source(), granted.contains(item))));
    return all;
  }
}
