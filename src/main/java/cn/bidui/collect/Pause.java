package cn.bidui.collect;

import java.time.Duration;

/** Waits between two looks. */
@FunctionalInterface
public interface Pause {

  /** Sleeps; an interrupted thread stays interrupted and goes on at once. */
  Pause SLEEP =
      length -> {
        try {
          Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      };

  /** Lets {@code length} pass. */
  void pass(Duration length);
}
