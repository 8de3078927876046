package cn.bidui.batch;

import cn.bidui.source.Content;
import cn.bidui.store.Index;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A broken machine or a bug, told without a word of data: messages of drivers and libraries repeat
 * the values they failed on, and Spring Batch writes the stack trace of a failed step into its
 * tables. Only the classes of the exceptions and where they were thrown stay.
 */
public final class NightFailure extends RuntimeException {

  private final boolean machine;
  private final Content.@Nullable Unreadable unreadable;

  private NightFailure(
      String classes,
      boolean machine,
      Content.@Nullable Unreadable unreadable,
      StackTraceElement[] where) {
    super(classes);
    this.machine = machine;
    this.unreadable = unreadable;
    setStackTrace(where);
  }

  /** What could not be read back as it was kept, if that was it: its message holds no data. */
  public Optional<Content.Unreadable> unreadable() {
    return Optional.ofNullable(unreadable);
  }

  /** Whether disk, network or database failed, rather than the program. */
  public boolean machine() {
    return machine;
  }

  /** Whether disk, network or database failed, as far as {@code failure} and its causes tell. */
  public static boolean machine(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException
          || Index.isFailure(cause)
          || (cause instanceof NightFailure already && already.machine)) {
        return true;
      }
    }
    return false;
  }

  /** {@code failure} and its causes, by class and place. */
  static NightFailure of(Throwable failure) {
    if (failure instanceof NightFailure already) {
      return already;
    }
    List<String> classes = new ArrayList<>();
    Throwable deepest = failure;
    Content.@Nullable Unreadable unreadable = null;
    for (Throwable cause = failure;
        cause != null && classes.size() < 10;
        cause = cause.getCause()) {
      classes.add(cause.getClass().getSimpleName());
      deepest = cause;
      if (cause instanceof Content.Unreadable found) {
        unreadable = found;
      }
    }
    return new NightFailure(
        String.join(" < ", classes), machine(failure), unreadable, deepest.getStackTrace());
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
