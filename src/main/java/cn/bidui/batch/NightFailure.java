package cn.bidui.batch;

import cn.bidui.store.Index;
import cn.bidui.store.Trouble;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A broken machine or a bug, told without a word of data: messages of drivers and libraries repeat
 * the values they failed on, and Spring Batch writes the stack trace of a failed step into its
 * tables. Only the classes of the exceptions and where they were thrown stay.
 */
public final class NightFailure extends RuntimeException {

  private final boolean machine;

  private final Trouble database;

  private NightFailure(
      String classes, boolean machine, Trouble database, StackTraceElement[] where) {
    super(classes);
    this.machine = machine;
    this.database = database;
    setStackTrace(where);
  }

  /** What it says about the database. */
  public Trouble database() {
    return database;
  }

  /** What {@code failure} and its causes say about the database. */
  public static Trouble database(Throwable failure) {
    Trouble worst = Trouble.of(failure);
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof NightFailure already && already.database.compareTo(worst) > 0) {
        worst = already.database;
      }
    }
    return worst;
  }

  /** Whether disk, network or database failed, rather than the program. */
  public boolean machine() {
    return machine;
  }

  /** Whether an exception of that class is what failed, or caused it. */
  public boolean names(Class<? extends Throwable> type) {
    return List.of(String.valueOf(getMessage()).split(" < ", -1)).contains(type.getSimpleName());
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
  public static NightFailure of(Throwable failure) {
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
    return new NightFailure(
        String.join(" < ", classes), machine(failure), database(failure), deepest.getStackTrace());
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
