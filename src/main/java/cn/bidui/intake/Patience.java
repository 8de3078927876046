package cn.bidui.intake;

import cn.bidui.plan.Limit;
import cn.bidui.source.ProblemCode;
import java.util.function.LongSupplier;

/**
 * How long the reading of one file may take. Only the time inside the reader counts: what others do
 * with its rows in between is theirs.
 */
final class Patience {

  private static final long SECOND = 1_000_000_000L;

  private final LongSupplier nanos;
  private final Limit seconds;
  private long spent;
  private long entered;
  private boolean inside;

  /** By {@code nanos}, a clock that only ever goes forward. */
  Patience(LongSupplier nanos, Limit seconds) {
    this.nanos = nanos;
    this.seconds = seconds;
  }

  /** A question to the reader. */
  interface Question<T, E extends Exception> {
    T ask() throws Refusal, E;
  }

  /** Asks, and counts the time until the answer. */
  <T, E extends Exception> T within(Question<T, E> question) throws Refusal, E {
    enter();
    try {
      return question.ask();
    } catch (OutOfMemoryError | StackOverflowError tooMuch) {
      throw tooLarge();
    } finally {
      leave();
    }
  }

  /** What the file took is free again as soon as it is refused. */
  static Refusal tooLarge() {
    String heap = (Runtime.getRuntime().maxMemory() >> 20) + " MB";
    return Refusal.of(ProblemCode.FILE_TOO_LARGE, "> " + heap, heap);
  }

  /** The reader begins to work; refused if the file has had its time. */
  void enter() throws Refusal {
    check();
    inside = true;
    entered = nanos.getAsLong();
  }

  /** The reader has answered. */
  void leave() {
    spent += nanos.getAsLong() - entered;
    inside = false;
  }

  /** Refuses the file once its time is over, in the midst of an answer too. */
  void check() throws Refusal {
    long running = inside ? nanos.getAsLong() - entered : 0;
    if (spent + running > seconds.value() * SECOND) {
      throw Refusal.of(ProblemCode.FILE_TOO_SLOW, "", String.valueOf(seconds.value()));
    }
  }
}
