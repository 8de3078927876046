package cn.bidui.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The mistakes found while settings files were read, in the order of reading. */
public final class Mistakes {

  private final List<Mistake> found = new ArrayList<>();

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
