package cn.bidui.judge.night;

import cn.bidui.normalize.ListRecord;
import cn.bidui.plan.Category;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All that the lists say of one person's categories at the first day of one term. */
public record Grounds(List<Ground> all) {

  /** No list says anything. */
  public static final Grounds NONE = new Grounds(List.of());

  public Grounds {
    all = List.copyOf(all);
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Whether one of them is in doubt just so. */
  boolean has(Doubt doubt) {
    return all.stream().anyMatch(ground -> ground.doubt() == doubt);
  }

  /** The categories, each once. */
  public EnumSet<Category> categories() {
    EnumSet<Category> categories = EnumSet.noneOf(Category.class);
    all.forEach(ground -> categories.add(ground.category()));
    return categories;
  }

  /** The categories of which nothing is in doubt. */
  public EnumSet<Category> sure() {
    return upTo(Doubt.NONE).categories();
  }

  /** Those that are no more in doubt than {@code most}. */
  public Grounds upTo(Doubt most) {
    return only(ground -> ground.doubt().compareTo(most) <= 0);
  }

  public Grounds only(Predicate<Ground> wanted) {
    return new Grounds(all.stream().filter(wanted).toList());
  }

  /** The rows that say so. */
  public List<Row<? extends ListRecord>> rows() {
    return all.stream()
        .<Row<? extends ListRecord>>flatMap(ground -> ground.rows().stream())
        .distinct()
        .toList();
  }

  /** The lists that say so, joined with {@code 、}. */
  public String sources() {
    return all.stream().map(Ground::source).distinct().collect(Collectors.joining("、"));
  }

  /** No person. */
  @Override
  public String toString() {
    return "Grounds" + all;
  }
}
