package cn.bidui.endure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Every work folder that a kill at any call can leave, finished by the next command. {@link
 * KillAtCall} does the same with real kills, which take ten times as long: here the folders were
 * copied during one run, and the command that finishes them is given in this process.
 */
final class LeftAtCall implements Family {

  @Override
  public String name() {
    return "left-at-call";
  }

  @Override
  public String promise() {
    return "whatever a kill at any call that changes a file leaves is finished with the same end";
  }

  @Override
  public int inCheck() {
    return 0;
  }

  @Override
  public int inMerge() {
    return 300;
  }

  @Override
  public int inFull() {
    try {
      return Snapshots.count();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public String trial(int number, long seed, Path scratch) throws Exception {
    Snapshots.Snapshot snapshot = Snapshots.all().get(number);
    Path home = Folders.copy(snapshot.folder(), scratch.resolve("home"));
    Golden.Step step = snapshot.step();
    List<String> line = step.line(home);
    step.ended(home, Desk.bidui(line.toArray(String[]::new)), what -> counts(what, snapshot));
    return snapshot.toString();
  }

  /** A database of which half a page was written may be damaged, and a night says so. */
  private static boolean counts(String what, Snapshots.Snapshot snapshot) {
    boolean halfAPage = snapshot.torn() && snapshot.call().path().startsWith("data/");
    return !(halfAPage && what.endsWith("run.json remarks"));
  }
}
