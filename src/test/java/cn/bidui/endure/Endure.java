package cn.bidui.endure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/**
 * Runs trials of all families and writes a line for each, so that whoever stops it can go on later
 * and several processes can share the work. {@code scripts/endure} starts it.
 */
final class Endure {

  /** More than these, and the machine is no excuse. */
  private static final int MOST_UNSTEADY = 2;

  private final Wishes wishes;
  private final Results results;
  private final PrintStream out;
  private int unsteady;

  Endure(Wishes wishes, PrintStream out) throws IOException {
    this.wishes = wishes;
    this.results = new Results(wishes.results(), wishes.kept());
    this.out = out;
  }

  /** A trial that is to be made. */
  private record Planned(Family family, int number, double share) {}

  /** Starts the harness; the exit code is 1 if a trial failed. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Wishes wishes = Wishes.of(arguments);
    Endure endure = new Endure(wishes, out);
    switch (wishes.job()) {
      case TABLE ->
          out.print(endure.results.markdown(wishes.families(), wishes.count(), wishes.seed()));
      case KEEP -> endure.results.keep();
      case TRY -> System.exit(endure.run() ? 0 : 1);
    }
  }

  /** What chance is drawn from in one trial. */
  static long seed(long seed, String family, int number) {
    return new SplittableRandom(seed * 1_000_003 + family.hashCode() * 31L + number).nextLong();
  }

  /** Makes the trials that are wished for and not made yet; whether none of them failed. */
  boolean run() throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(wishes.minutes());
    int failed = 0;
    int left = 0;
    for (Planned each : planned()) {
      if (System.nanoTime() >= end) {
        left++;
      } else if (!trial(each)) {
        failed++;
      }
    }
    out.print(results.plain(wishes.families(), wishes.count(), wishes.seed()));
    if (left > 0) {
      out.println("endure: " + left + " trials left; the same command goes on with them");
    }
    return failed == 0;
  }

  /** All families keep pace, so that whatever time there is serves each of them. */
  private List<Planned> planned() throws IOException {
    List<Planned> planned = new ArrayList<>();
    for (Family family : wishes.families()) {
      int count = wishes.count().of(family);
      for (int number = 0; number < count; number++) {
        if (wishes.wants(number) && (wishes.one() || !results.has(family, wishes.seed(), number))) {
          planned.add(new Planned(family, number, (number + 1.0) / count));
        }
      }
    }
    planned.sort(Comparator.comparingDouble(Planned::share));
    return planned;
  }

  /** How a trial ended: well, not so, or not made since something that it needs is not here. */
  private enum End {
    OK,
    FAILED,
    SKIPPED
  }

  /** The end of a trial, and what was done or what failed. */
  private record Tried(End end, String what) {}

  /**
   * A trial that failed is made again as often as wished. One that ends well each time then has not
   * shown a fault that can be found by it: its failure is told and has its own line before the good
   * end, but a build need not stop for it, unless there are many.
   */
  private boolean trial(Planned planned) throws IOException {
    Family family = planned.family();
    int number = planned.number();
    long began = System.nanoTime();
    Tried tried = tried(family, number);
    if (tried.end() == End.SKIPPED) {
      return true;
    }
    boolean ok = tried.end() == End.OK;
    if (!ok && wishes.again() > 0 && endsWell(family, number)) {
      unsteady++;
      ok = unsteady <= MOST_UNSTEADY;
      out.println(
          "UNSTEADY " + family.name() + " " + number + ": failed once, then well each time");
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    if (ok && tried.end() == End.FAILED) {
      note(planned, false, tried.what(), 0);
    }
    note(planned, ok, tried.what(), millis);
    return ok;
  }

  private void note(Planned planned, boolean ok, String what, long millis) throws IOException {
    results.add(
        new Results.Line(
            planned.family().name(),
            planned.number(),
            wishes.seed(),
            Commit.name(),
            ok,
            what,
            millis));
  }

  private boolean endsWell(Family family, int number) throws IOException {
    for (int time = 0; time < wishes.again(); time++) {
      if (tried(family, number).end() != End.OK) {
        return false;
      }
    }
    return true;
  }

  private Tried tried(Family family, int number) throws IOException {
    Path scratch = Files.createTempDirectory(Program.folder(), family.name() + "-" + number + "-");
    try {
      String what = family.trial(number, seed(wishes.seed(), family.name(), number), scratch);
      Folders.delete(scratch);
      return new Tried(End.OK, what);
    } catch (TestAbortedException absent) {
      out.println("SKIPPED " + family.name() + " " + number + ": " + absent.getMessage());
      Folders.delete(scratch);
      return new Tried(End.SKIPPED, "");
    } catch (Exception | AssertionError failure) {
      String what = failure.getClass().getSimpleName() + ": " + failure.getMessage();
      out.println("FAILED " + family.name() + " " + number + ": " + what);
      out.println("  kept:   " + scratch);
      out.println("  replay: " + replay(family, number));
      return new Tried(End.FAILED, what);
    }
  }

  private String replay(Family family, int number) {
    return "scripts/endure --family "
        + family.name()
        + " --seed "
        + wishes.seed()
        + " --trial "
        + number;
  }
}
