package cn.bidui.endure;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A sample of the sequences with real processes, real kills, and clocks that jump by ten years. */
final class SequenceProcesses implements Family {

  private static final int EVENTS = 20;

  @Override
  public String name() {
    return "sequences-processes";
  }

  @Override
  public String promise() {
    return "the same with processes that are killed, under any clock and time zone";
  }

  @Override
  public int inCheck() {
    return 0;
  }

  @Override
  public int inMerge() {
    return 4;
  }

  @Override
  public int inFull() {
    return 50;
  }

  @Override
  public String trial(int number, long seed, Path scratch) throws Exception {
    List<SequencePlay.Event> events = Sequences.events(EVENTS, new Random(seed));
    Path said = scratch.resolve("said");
    Desk desk = new OutsideDesk(scratch.resolve("home"), said, new Random(seed));
    try {
      SequencePlay.Played played = SequencePlay.play(events, desk);
      return played.nights() + " nights, " + played.deaths() + " kills";
    } catch (AssertionError failure) {
      throw new AssertionError(
          "seed " + seed + ", " + events + ": " + failure.getMessage(), failure);
    }
  }
}
