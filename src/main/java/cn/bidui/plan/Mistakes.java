package cn.bidui.plan;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The mistakes found while settings files were read, in the order of reading; one that is found
 * again, as in a file that several things rest on, is still one.
 */
public final class Mistakes {

  private final Set<Mistake> found = new LinkedHashSet<>();

  /** Notes one. */
  public void add(Mistake mistake) {
    found.add(mistake);
  }

  /** Notes all of {@code mistakes}. */
  public void addAll(Collection<Mistake> mistakes) {
    found.addAll(mistakes);
  }

  /** Whether there are none. */
  public boolean none() {
    return found.isEmpty();
  }

  /** All of them. */
  public List<Mistake> all() {
    return List.copyOf(found);
  }
}
