package cn.bidui.collect;

import cn.bidui.plan.ListSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Fetches lists from where they are (取数): several at once, each with its own time, each tried again
 * where that may help. Whatever a source does, the others come, and it ends.
 */
public final class Fetching {

  /** Waiting before the second attempt; each one after it waits twice as long. */
  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);

  /** After its time a source may take so long to let go; then it is left alone. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final String STAGED = "fetch-";

  private final Secret secrets;
  private final Staging staging;
  private final LocalDate asOf;
  private final Pause pause;

  private Fetching(Secret secrets, Staging staging, LocalDate asOf, Pause pause) {
    this.secrets = secrets;
    this.staging = staging;
    this.asOf = asOf;
    this.pause = pause;
  }

  /**
   * For one run.
   *
   * @param home against which files with secrets and queries are named
   * @param folder where what arrives lies until it is taken; private to the program
   * @param mostBytes no list is larger
   * @param asOf the day that stands in the names of lists that have none of their own
   * @param environment the variables that are set
   */
  public static Fetching of(
      Path home,
      Path folder,
      long mostBytes,
      LocalDate asOf,
      Map<String, String> environment,
      Pause pause) {
    return new Fetching(new Secret(home, environment), new Staging(folder, mostBytes), asOf, pause);
  }

  /** Removes what runs and trials left in {@code folder} that were killed while they fetched. */
  public static void clear(Path folder) throws IOException {
    TrialFolder.clear(folder);
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, STAGED + "*")) {
        for (Path file : left) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /**
   * Asks {@code sources}, {@code threads} at a time.
   *
   * @param known what each has delivered last
   * @return what came, in the order of the sources
   * @throws IOException if our own disk fails
   */
  public List<Fetched> all(
      List<ListSource> sources, int threads, Function<ListSource, Fetched.Known> known)
      throws IOException {
    ExecutorService lanes = Executors.newFixedThreadPool(threads, Fetching::thread);
    try {
      List<Future<Fetched>> asked = new ArrayList<>();
      for (ListSource source : sources) {
        Fetched.Known last = known.apply(source);
        asked.add(lanes.submit(() -> inTime(source, last)));
      }
      List<Fetched> fetched = new ArrayList<>();
      for (Future<Fetched> each : asked) {
        fetched.add(result(each));
      }
      return fetched;
    } catch (UncheckedIOException disk) {
      throw disk.getCause();
    } finally {
      lanes.shutdownNow();
    }
  }

  private static Thread thread(Runnable run) {
    Thread thread = new Thread(run, "fetch");
    thread.setDaemon(true);
    return thread;
  }

  /** One that does not even let go when it is cut is left behind: the night has other things. */
  private Fetched inTime(ListSource source, Fetched.Known known) {
    FutureTask<Fetched> task = new FutureTask<>(() -> tried(source, known));
    Thread thread = thread(task);
    thread.start();
    try {
      Duration most = Duration.ofSeconds(source.timeoutSeconds()).plus(GRACE);
      return result(task, most);
    } catch (TimeoutException stuck) {
      thread.interrupt();
      return late();
    }
  }

  private static Fetched late() {
    return new Fetched.Failed(FetchFault.TIMEOUT, List.of());
  }

  private static Fetched result(Future<Fetched> of) {
    try {
      return result(of, Duration.ofDays(1));
    } catch (TimeoutException never) {
      return late();
    }
  }

  private static Fetched result(Future<Fetched> of, Duration most) throws TimeoutException {
    try {
      return of.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException | CancellationException stopped) {
      Thread.currentThread().interrupt();
      return late();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof UncheckedIOException disk) {
        throw disk;
      }
      if (failure.getCause() instanceof Error bug) {
        throw bug;
      }
      // Drivers and libraries may throw anything; of its text nothing is known.
      String what = failure.getCause() == null ? "" : failure.getCause().getClass().getSimpleName();
      return new Fetched.Failed(FetchFault.BROKEN, List.of(what));
    }
  }

  private Fetched tried(ListSource source, Fetched.Known known) {
    try (Deadline deadline = Deadline.in(Duration.ofSeconds(source.timeoutSeconds()))) {
      Source.Attempt attempt =
          new Source.Attempt(source, known, asOf, staging, secrets, deadline, pause);
      Duration wait = FIRST_WAIT;
      for (int left = source.attempts() - 1; ; left--) {
        try {
          return compared(Source.of(source).fetch(attempt), known);
        } catch (FetchFailedException failure) {
          boolean again = failure.fault().passing() && left > 0;
          if (!again || deadline.left().compareTo(wait) <= 0) {
            return failure.failed();
          }
          pause.pass(wait);
          wait = wait.multipliedBy(2);
        }
      }
    }
  }

  /** The same bytes again are nothing new, whatever the server calls them. */
  private static Fetched compared(Fetched fetched, Fetched.Known known) {
    if (fetched instanceof Fetched.Arrived arrived && arrived.sha256().equals(known.sha256())) {
      try {
        Files.deleteIfExists(arrived.staged());
      } catch (IOException disk) {
        throw new UncheckedIOException(disk);
      }
      return new Fetched.Unchanged(arrived.version());
    }
    return fetched;
  }
}
