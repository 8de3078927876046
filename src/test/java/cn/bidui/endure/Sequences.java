package cn.bidui.endure;

import cn.bidui.endure.SequencePlay.Event;
import cn.bidui.endure.SequencePlay.What;
import cn.bidui.fixture.QuickFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Whatever happens in whatever order: the program and a small model come to the same. */
final class Sequences implements Family {

  static {
    // A copy is whole when it is dropped here; nobody need be waited for.
    System.setProperty("bidui.doubleLook", "0");
  }

  /** Of a long sequence; one in eight is long, as faults mostly need few events but many tries. */
  private static final int LONG = 40;

  private static final int SHORT = 18;
  private static final int SHORTEST = 6;

  private static SequencePlay.@Nullable Begun begun;

  /** More often the more there is. */
  private static final List<What> CHANCES =
      List.of(
          What.CHANGE,
          What.CHANGE,
          What.CHANGE,
          What.CHANGE,
          What.CHANGE,
          What.CHANGE,
          What.DROP,
          What.DROP,
          What.DROP,
          What.DROP,
          What.DROP,
          What.DROP,
          What.DROP_TO_HOLD,
          What.DROP_AGAIN,
          What.SAVE_AGAIN,
          What.DROP_HALF,
          What.DROP_NONSENSE,
          What.RUN,
          What.RUN,
          What.RUN,
          What.RUN_AGAIN,
          What.RUN_LATE,
          What.KILLED,
          What.KILLED,
          What.WHAT_IF,
          What.ANSWER,
          What.ANSWER,
          What.ANSWER,
          What.UNDO,
          What.WITHDRAW,
          What.RELEASE,
          What.CORRECT,
          What.CORRECT,
          What.REBUILD);

  @Override
  public String name() {
    return "sequences";
  }

  @Override
  public String promise() {
    return "any sequence of events comes to what a small model says";
  }

  @Override
  public int inCheck() {
    return 1;
  }

  @Override
  public int inMerge() {
    return 60;
  }

  @Override
  public int inFull() {
    return 10_000;
  }

  /** The events of a seed. */
  static List<Event> events(long seed) {
    Random random = new Random(seed);
    boolean isLong = random.nextInt(8) == 0;
    return events(isLong ? LONG : SHORTEST + random.nextInt(SHORT - SHORTEST), random);
  }

  /** So many events as chance will have them. */
  static List<Event> events(int many, Random random) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      What what = CHANCES.get(random.nextInt(CHANCES.size()));
      events.add(new Event(what, random.nextInt(1000), random.nextInt(1000)));
    }
    return events;
  }

  @Override
  public String trial(int number, long seed, Path scratch) throws Exception {
    List<Event> events = events(seed);
    try {
      SequencePlay.Played played = play(events, scratch.resolve("home"));
      return played.nights() + " nights, " + played.deaths() + " kills";
    } catch (AssertionError failure) {
      List<Event> fewer = Shrunk.of(events, scratch);
      throw new AssertionError(
          "seed " + seed + ", " + fewer + ": " + failure.getMessage(), failure);
    }
  }

  private static SequencePlay.Played play(List<Event> events, Path home) throws IOException {
    return SequencePlay.play(events, new Desk(home), begun());
  }

  private static synchronized SequencePlay.Begun begun() throws IOException {
    if (begun == null) {
      begun = SequencePlay.begin(new Desk(QuickFolder.make("sequences-").resolve("home")));
    }
    return begun;
  }

  /** Looks for fewer events that fail as well: blocks of them are left out while that is so. */
  private static final class Shrunk {

    private static int tried;

    private Shrunk() {}

    static List<Event> of(List<Event> events, Path scratch) throws IOException {
      List<Event> kept = events;
      for (int block = events.size() / 2; block >= 1; block /= 2) {
        for (int from = 0; from < kept.size(); ) {
          List<Event> fewer = new ArrayList<>(kept);
          fewer.subList(from, Math.min(fewer.size(), from + block)).clear();
          if (fails(fewer, scratch)) {
            kept = fewer;
          } else {
            from += block;
          }
        }
      }
      return kept;
    }

    private static boolean fails(List<Event> events, Path scratch) throws IOException {
      try {
        play(events, scratch.resolve("shrunk-" + ++tried));
        return false;
      } catch (AssertionError same) {
        return true;
      }
    }
  }
}
