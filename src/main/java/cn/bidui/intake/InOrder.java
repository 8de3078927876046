package cn.bidui.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands on in order, one at a time, what several threads make: whoever makes what is next hands it
 * on with all that has waited for it, and nobody waits meanwhile.
 */
final class InOrder<T> {

  private final Consumer<T> taker;
  private final Map<Integer, T> waiting = new HashMap<>();
  private int next;
  private boolean busy;

  InOrder(Consumer<T> taker) {
    this.taker = taker;
  }

  /**
   * Something is made.
   *
   * @param place from 0, each once
   */
  void put(int place, T made) {
    for (T ready = first(place, made); ready != null; ready = following()) {
      taker.accept(ready);
    }
  }

  private synchronized @Nullable T first(int place, T made) {
    waiting.put(place, made);
    return busy ? null : ready();
  }

  private synchronized @Nullable T following() {
    return ready();
  }

  private @Nullable T ready() {
    T ready = waiting.remove(next);
    busy = ready != null;
    next += busy ? 1 : 0;
    return ready;
  }
}
