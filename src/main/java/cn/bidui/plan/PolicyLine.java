package cn.bidui.plan;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One standard that holds for some pupils of a term and stage (应享标准).
 *
 * @param level which layer states it
 * @param categories to whom it is due, in the order of {@link Category}; empty where it goes to
 *     everyone, or the document names nobody
 * @param continued documents of nearer layers that carry the program on without an amount
 */
public record PolicyLine(
    Program program,
    AidPolicy row,
    Level level,
    List<Category> categories,
    List<String> continued) {

  public PolicyLine {
    categories = List.copyOf(categories);
    continued = List.copyOf(continued);
  }

  static List<Category> ordered(Set<Category> categories) {
    EnumSet<Category> ordered = EnumSet.noneOf(Category.class);
    ordered.addAll(categories);
    return List.copyOf(ordered);
  }
}
