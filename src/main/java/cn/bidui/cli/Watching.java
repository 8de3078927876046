package cn.bidui.cli;

import cn.bidui.collect.Arrival;
import cn.bidui.collect.InboxLook;
import cn.bidui.collect.Vigil;
import cn.bidui.collect.Waiting;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks, takes, rests, and looks again. Many files at once go in several waves, so that the first
 * answers come soon and a run finds its turn; what is wrong with the inbox or the work folder is
 * said once and waited out.
 */
final class Watching {

  /** Files of the first wave: its answers come together, and the first should come soon. */
  private static final int FIRST_WAVE_FILES = 10;

  /** Each wave may be twice as large as the one before it, up to this. */
  private static final int WAVE_FILES = 100;

  /** Bytes of one wave: what one thread reads in a few seconds. */
  private static final long WAVE_BYTES = 32L << 20;

  /** Long enough for a waiting run to see that the work folder is free. */
  private static final Duration TURN = Duration.ofMillis(300);

  /** After a failure, and before a file that could not be taken is tried again. */
  private static final Duration AGAIN = Duration.ofSeconds(60);

  /** How long one pass waits at most for files that keep changing. */
  private static final Duration ONE_PASS = Duration.ofSeconds(60);

  private final Options options;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Vigil vigil;
  private final TakeWave waves;
  private final Ticker ticker;
  private final Duration every;
  private final Appointments appointments;

  private final Map<String, Waiting.Reason> told = new HashMap<>();
  private String complaint = "";
  private boolean caughtUp;
  private int waveFiles = FIRST_WAVE_FILES;
  private int exit = ExitCode.DONE;

  Watching(
      Options options,
      PrintWriter out,
      PrintWriter err,
      Vigil vigil,
      TakeWave waves,
      Ticker ticker,
      Duration every,
      Appointments appointments) {
    this.options = options;
    this.out = out;
    this.err = err;
    this.vigil = vigil;
    this.waves = waves;
    this.ticker = ticker;
    this.every = every;
    this.appointments = appointments;
  }

  /** Watches until the ticker ends it, and keeps its appointments. */
  int forever() {
    while (!ticker.ending()) {
      Duration rest = step(look());
      appointments.keep();
      ticker.rest(rest);
    }
    return ExitCode.DONE;
  }

  /** One pass: answers what lies there as soon as it keeps still. */
  int once() {
    Duration last = ticker.now().plus(ONE_PASS);
    while (!ticker.ending()) {
      Optional<InboxLook> look = look();
      if (look.isEmpty()) {
        return ExitCode.IO;
      }
      boolean done = caughtUp && nothingToCome(look.get());
      if (done || ticker.now().compareTo(last) > 0) {
        return left(look.get());
      }
      Duration rest = step(look);
      if (exit >= ExitCode.USAGE) {
        return exit;
      }
      last = rest.equals(TURN) ? ticker.now().plus(ONE_PASS) : last;
      ticker.rest(rest);
    }
    return exit;
  }

  private int left(InboxLook look) {
    long passing = look.waiting().stream().filter(Waiting::passing).count();
    if (passing > 0) {
      options.say(out, "cli.watch.left", passing);
    }
    return caughtUp ? exit : ExitCode.BUSY;
  }

  private static boolean nothingToCome(InboxLook look) {
    return look.arrivals().isEmpty() && look.waiting().stream().noneMatch(Waiting::passing);
  }

  private Optional<InboxLook> look() {
    try {
      InboxLook look = vigil.look(ticker.now());
      if (complaint.equals("cli.watch.gone")) {
        complaint = "";
        options.say(out, "cli.watch.back");
      }
      tell(look);
      return Optional.of(look);
    } catch (IOException | java.io.UncheckedIOException gone) {
      complain("cli.watch.gone", options.folder().inbox());
      return Optional.empty();
    }
  }

  /** Does what is to be done after a look, and tells how long to rest. */
  private Duration step(Optional<InboxLook> look) {
    if (look.isEmpty()) {
      return every;
    }
    List<Arrival> wave = wave(look.get().arrivals());
    waveFiles = wave.isEmpty() ? FIRST_WAVE_FILES : Math.min(WAVE_FILES, 2 * waveFiles);
    return wave.isEmpty() && caughtUp ? every : ended(wave, waves.take(wave));
  }

  private Duration ended(List<Arrival> wave, WaveEnd end) {
    caughtUp = end instanceof WaveEnd.Done;
    if (end instanceof WaveEnd.Done done) {
      complaint = "";
      exit = Math.max(exit, done.exit());
      settle(wave, done);
      return wave.isEmpty() ? every : TURN;
    }
    if (end instanceof WaveEnd.Busy busy) {
      complain("cli.watch.busy", busy.pid(), busy.host(), busy.since());
      return every;
    }
    if (end instanceof WaveEnd.Failed failed && !ticker.ending()) {
      exit = failed.exit();
      complain(failed.key(), failed.word());
      return AGAIN;
    }
    return every;
  }

  private void settle(List<Arrival> wave, WaveEnd.Done done) {
    Duration then = ticker.now().plus(AGAIN);
    for (Arrival file : wave) {
      if (done.stuck().contains(file.sighting())) {
        vigil.stuck(file);
      } else {
        vigil.putOff(file, then);
      }
    }
  }

  /** The first files, units in turn, as many as are answered within seconds. */
  private List<Arrival> wave(List<Arrival> arrivals) {
    List<Arrival> wave = new ArrayList<>();
    long bytes = 0;
    for (Arrival file : FairOrder.of(arrivals)) {
      bytes += file.stamp().bytes();
      if (wave.size() == waveFiles || (!wave.isEmpty() && bytes > WAVE_BYTES)) {
        break;
      }
      wave.add(file);
    }
    return wave;
  }

  private void complain(String key, Object... words) {
    if (!complaint.equals(key)) {
      complaint = key;
      options.say(err, key, words);
    }
  }

  /** Files for which a person has to do something are named once, and again if that changes. */
  private void tell(InboxLook look) {
    Set<String> there = new HashSet<>();
    look.arrivals().forEach(file -> there.add(path(file.unit(), file.name())));
    for (Waiting file : look.waiting()) {
      String path = path(file.unit(), file.name());
      there.add(path);
      if (!file.passing() && told.put(path, file.reason()) != file.reason()) {
        options.say(out, "cli.watch.waits", path, options.messages().text(file.reason().key()));
      }
    }
    told.keySet().retainAll(there);
  }

  private static String path(String unit, String name) {
    return unit.isEmpty() ? name : unit + "/" + name;
  }
}
