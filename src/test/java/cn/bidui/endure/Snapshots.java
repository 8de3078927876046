package cn.bidui.endure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * What a process that is killed at any of its calls leaves of the work folder: one copy for each
 * call of the story by which a file changes, taken before the call while all other calls wait, and
 * one with half of it for each write. Made once for each build; some 3,200 copies of a megabyte and
 * more.
 */
final class Snapshots {

  private static List<Snapshot> all = List.of();

  private Snapshots() {}

  /**
   * One of them.
   *
   * @param folder the work folder as it was left
   * @param torn whether half of a write had been written
   */
  record Snapshot(Golden.Step step, Faults.Call call, Path folder, boolean torn) {

    @Override
    public String toString() {
      return step.name() + " " + call.number() + " " + call.name() + (torn ? " torn" : "");
    }
  }

  /** All, shuffled once: those at names, syncs and removals come first. */
  static synchronized List<Snapshot> all() throws Exception {
    if (all.isEmpty()) {
      List<Snapshot> names = new ArrayList<>();
      List<Snapshot> others = new ArrayList<>();
      for (Golden.Step step : Golden.steps()) {
        for (Snapshot snapshot : of(step)) {
          (snapshot.call().isOfNames() ? names : others).add(snapshot);
        }
      }
      Collections.shuffle(names, new Random(1));
      Collections.shuffle(others, new Random(1));
      names.addAll(others);
      all = List.copyOf(names);
    }
    return all;
  }

  private static List<Snapshot> of(Golden.Step step) throws Exception {
    Path folder = Program.folder().resolve("snaps-" + Program.stamp() + "-" + step.name());
    if (!Files.exists(folder)) {
      Path unfinished = Files.createTempDirectory(Program.folder(), "snaps-");
      Faults.snapshots(step, unfinished);
      if (!unfinished.toFile().renameTo(folder.toFile())) {
        // Another shard was faster: all of them go by one run.
        Folders.delete(unfinished);
      }
    }
    List<Snapshot> read = new ArrayList<>();
    for (Faults.Call call : Faults.read(folder)) {
      Path whole = folder.resolve("snaps").resolve(Integer.toString(call.number()));
      Path torn = whole.resolveSibling(whole.getFileName() + "-torn");
      read.add(new Snapshot(step, call, whole, false));
      if (Files.exists(torn)) {
        read.add(new Snapshot(step, call, torn, true));
      }
    }
    read.sort(Comparator.comparingInt(snapshot -> snapshot.call().number()));
    return read;
  }

  /** How many there are. */
  static int count() throws IOException {
    try {
      return all().size();
    } catch (Exception failed) {
      throw new IOException("the calls cannot be counted", failed);
    }
  }
}
