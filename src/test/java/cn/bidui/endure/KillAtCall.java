package cn.bidui.endure;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * SIGKILL at calls by which a command of the story changes a file, before the call or, where it
 * writes, in its middle. The number of a trial is the number of the point; names, syncs and
 * removals come first. What is left at every single call is the matter of {@link LeftAtCall}.
 */
final class KillAtCall implements Family {

  private static final Set<String> WRITES = Set.of("write", "pwrite");

  private List<Point> points = List.of();

  /** Where a process is killed. */
  private record Point(Golden.Step step, Faults.Call call, Faults.How how) {

    @Override
    public String toString() {
      return step.name() + " " + call.number() + " " + call.name() + " " + how;
    }
  }

  @Override
  public String name() {
    return "kill-at-call";
  }

  @Override
  public String promise() {
    return "killed at any call that changes a file, a process is finished with the same end";
  }

  @Override
  public int inCheck() {
    return 2;
  }

  @Override
  public int inMerge() {
    return 60;
  }

  @Override
  public int inFull() {
    return 300;
  }

  @Override
  public String trial(int number, long seed, Path scratch) throws Exception {
    Point point = points().get(number);
    Golden.Step step = point.step();
    Path home = step.home(scratch);
    Faults faults = new Faults(List.of(), point.call().number(), point.how(), false);
    Program.Ended ended =
        Program.run(scratch.resolve("killed.txt"), faults.in(home), step.line(home));
    step.finish(home);
    return point + (ended.exit() == 137 ? "" : " not reached");
  }

  private synchronized List<Point> points() throws Exception {
    if (points.isEmpty()) {
      List<Point> first = new ArrayList<>();
      List<Point> then = new ArrayList<>();
      for (Golden.Step step : Golden.steps()) {
        for (Faults.Call call : calls(step)) {
          (call.isOfNames() ? first : then).add(new Point(step, call, Faults.How.KILL));
          if (WRITES.contains(call.name())) {
            then.add(new Point(step, call, Faults.How.TEAR));
          }
        }
      }
      Collections.shuffle(first, new Random(1));
      Collections.shuffle(then, new Random(1));
      first.addAll(then);
      points = List.copyOf(first);
    }
    return points;
  }

  /** Counted once for each build: the same number is the same point, whenever it is tried. */
  private static List<Faults.Call> calls(Golden.Step step) throws Exception {
    Path file = Program.folder().resolve("calls-" + Program.stamp() + "-" + step.name());
    if (!Files.exists(file)) {
      Path scratch = Files.createTempDirectory(Program.folder(), "calls-");
      Faults.calls(step, scratch);
      try {
        Files.move(Faults.calls(scratch), file);
      } catch (FileAlreadyExistsException counted) {
        // Another shard was faster: all of them go by one count.
      }
      Folders.delete(scratch);
    }
    return Faults.called(file);
  }
}
