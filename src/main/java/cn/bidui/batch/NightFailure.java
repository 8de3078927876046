package cn.bidui.batch;

import java.util.ArrayList;
import java.util.List;

/**
 * A broken machine or a bug, told without a word of data: messages of drivers and libraries repeat
 * the values they failed on, and Spring Batch writes the stack trace of a failed step into its
 * tables. Only the classes of the exceptions and where they were thrown stay.
 */
public final class NightFailure extends RuntimeException {

  private NightFailure(String classes, StackTraceElement[] where) {
    super(classes);
    setStackTrace(where);
  }

  /** {@code failure} and its causes, by class and place. */
  static NightFailure of(Throwable failure) {
    if (failure instanceof NightFailure already) {
      return already;
    }
    List<String> classes = new ArrayList<>();
    Throwable deepest = failure;
    for (Throwable cause = failure;
        cause != null && classes.size() < 10;
        cause = cause.getCause()) {
      classes.add(cause.getClass().getSimpleName());
      deepest = cause;
    }
    return new NightFailure(String.join(" < ", classes), deepest.getStackTrace());
  }

  /** Work that may fail. */
  @FunctionalInterface
  interface Work<T> {
    /** Does it. */
    T run() throws Exception;
  }

  /** Does {@code work}; whatever it throws comes out without data. */
  static <T> T discreetly(Work<T> work) {
    try {
      return work.run();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw of(stopped);
    } catch (Exception failure) {
      throw of(failure);
    }
  }
}
