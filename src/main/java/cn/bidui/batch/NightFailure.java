package cn.bidui.batch;

import cn.bidui.source.Content;
import cn.bidui.store.Index;
import cn.bidui.store.Trouble;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
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

  private final Trouble database;

  /** The file that could not be read or written; its name may name a person and is never told. */
  private final String file;

  private NightFailure(
      String classes,
      boolean machine,
      Content.@Nullable Unreadable unreadable,
      Trouble database,
      String file,
      StackTraceElement[] where) {
    super(classes);
    this.machine = machine;
    this.unreadable = unreadable;
    this.database = database;
    this.file = file;
    setStackTrace(where);
  }

  /** What could not be read back as it was kept, if that was it: its message holds no data. */
  public Optional<Content.Unreadable> unreadable() {
    return Optional.ofNullable(unreadable);
  }

  /** What it says about the database. */
  public Trouble database() {
    return database;
  }

  /**
   * The folder of the work folder {@code home} in which a file could not be read or written; empty
   * if it was none of these.
   */
  public Optional<String> folderIn(Path home) {
    Path root = home.toAbsolutePath().normalize();
    Path place = Path.of(file).toAbsolutePath().normalize();
    return !file.isEmpty() && place.startsWith(root) && !place.equals(root)
        ? Optional.of(String.valueOf(root.relativize(place).getName(0)))
        : Optional.empty();
  }

  /** Whether the system said of which file it was that it could not be read or written. */
  public boolean ofAFile() {
    return !file.isEmpty();
  }

  private static String file(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FileSystemException system && system.getFile() != null) {
        return system.getFile();
      }
      if (cause instanceof NightFailure already) {
        return already.file;
      }
    }
    return "";
  }

  /** How much it explains, against other failures of the same night. */
  int weight() {
    return 2 * database.ordinal() + (machine ? 1 : 0);
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
        String.join(" < ", classes),
        machine(failure),
        unreadable,
        database(failure),
        file(failure),
        deepest.getStackTrace());
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
