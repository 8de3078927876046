package cn.bidui.cli.doctor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** What a check saw: one thing or several, of which the worst tells how it stands. */
final class Looked {

  private final List<Sight> sights = new ArrayList<>();

  /**
   * One thing that was seen.
   *
   * @param what names its sentence in the catalog, within those of the check
   * @param words for the sentence
   */
  record Sight(State state, String what, List<Object> words) {
    Sight {
      words = Collections.unmodifiableList(words);
    }
  }

  static Looked off(String what, Object... words) {
    return new Looked().with(State.OFF, what, words);
  }

  Looked ok(String what, Object... words) {
    return with(State.OK, what, words);
  }

  Looked warn(String what, Object... words) {
    return with(State.WARN, what, words);
  }

  Looked fail(String what, Object... words) {
    return with(State.FAIL, what, words);
  }

  Looked with(State state, String what, Object... words) {
    sights.add(new Sight(state, what, List.of(words)));
    return this;
  }

  /** Whether nothing was said that has to be watched or mended. */
  boolean fine() {
    return state().fine();
  }

  State state() {
    return sights.stream().map(Sight::state).max(Comparator.naturalOrder()).orElse(State.OFF);
  }

  /** The worst first. */
  List<Sight> sights() {
    return sights.stream().sorted(Comparator.comparing(Sight::state).reversed()).toList();
  }
}
