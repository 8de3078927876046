package cn.bidui.cli;

import cn.bidui.batch.BatchTables;
import cn.bidui.batch.IndexNews;
import cn.bidui.batch.NightFailure;
import cn.bidui.batch.NightOrder;
import cn.bidui.batch.NightOutcome;
import cn.bidui.batch.Nights;
import cn.bidui.batch.OpenRecord;
import cn.bidui.batch.Progress;
import cn.bidui.collect.Pause;
import cn.bidui.plan.Settings;
import cn.bidui.store.EmbeddedFile;
import cn.bidui.store.FolderKind;
import cn.bidui.store.Index;
import cn.bidui.store.Trouble;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/**
 * Does what needs the database, and bears with it. A damaged one is set aside and made again from
 * archive and journal, once; a server that is away is waited for, and what was cut short is taken
 * up at the last chunk that was committed. No chunk is repeated but as a whole: each attempt is a
 * restart, as after a kill.
 */
final class OnIndex {

  /** A minute in all: a server that was restarted is back by then. */
  private static final List<Duration> WAITS =
      List.of(1, 2, 4, 8, 16, 32).stream().map(Duration::ofSeconds).toList();

  private final Options options;
  private final PrintWriter err;
  private final NightOrder order;
  private final OpenRecord record;
  private final Pause pause;
  private final FolderKind.Probe probe;
  private IndexNews news = IndexNews.NONE;
  private boolean remade;
  private int waited;

  OnIndex(Options options, PrintWriter err, NightOrder order, OpenRecord record) {
    this(options, err, order, record, Pause.SLEEP, FolderKind.Probe.SYSTEM);
  }

  OnIndex(
      Options options,
      PrintWriter err,
      NightOrder order,
      OpenRecord record,
      Pause pause,
      FolderKind.Probe probe) {
    this.options = options;
    this.err = err;
    this.order = order;
    this.record = record;
    this.pause = pause;
    this.probe = probe;
  }

  /** What is done with it. */
  @FunctionalInterface
  interface Work {
    NightOutcome with(Nights nights) throws IOException;
  }

  /** Does {@code work}, again where the database was at fault and that could be mended. */
  NightOutcome does(Work work, Progress progress) throws IOException {
    if (database().embedded()) {
      Optional<String> network = FolderKind.network(order.folder().data(), probe);
      if (network.isPresent()) {
        return new NightOutcome.Barred("cli.data.network", network.get());
      }
    }
    if (!LogFile.writable(order)) {
      options.say(err, "cli.log.unwritable");
    }
    while (true) {
      NightOutcome outcome = once(work, progress);
      if (!(outcome instanceof NightOutcome.Failed failed) || !mended(failed.failure())) {
        return outcome;
      }
    }
  }

  /** What gives an exit code. */
  @FunctionalInterface
  interface Giving {
    int with(Nights nights) throws IOException;
  }

  /** Does {@code work} the same way; a failure that stays one is told. */
  int gives(Giving work, String what) throws IOException {
    AtomicInteger exit = new AtomicInteger(ExitCode.BUG);
    NightOutcome outcome =
        does(
            nights -> {
              exit.set(work.with(nights));
              return new NightOutcome.Taken(Set.of(), Map.of());
            },
            Progress.NONE);
    if (outcome instanceof NightOutcome.Barred barred) {
      options.say(err, barred.key(), barred.word());
      return ExitCode.IO;
    }
    return outcome instanceof NightOutcome.Failed failed ? told(failed, what) : exit.get();
  }

  private int told(NightOutcome.Failed failed, String what) {
    NightFailure failure = failed.failure();
    LoggerFactory.getLogger(OnIndex.class).error("{} failed: {}", what, Traces.of(failure));
    Optional<String> trouble = KeyTrouble.of(failure, options.messages());
    if (trouble.isPresent()) {
      err.println(trouble.get());
      return ExitCode.IO;
    }
    options.say(err, key(failure), words(failure, what, order));
    return failure.machine() ? ExitCode.IO : ExitCode.BUG;
  }

  private NightOutcome once(Work work, Progress progress) throws IOException {
    try (Context context = Context.start(order, record, progress, news)) {
      return work.with(context.nights());
    } catch (RuntimeException failure) {
      return new NightOutcome.Failed("index", NightFailure.of(failure));
    }
  }

  private boolean mended(NightFailure failure) throws IOException {
    return switch (trouble(failure)) {
      case AWAY -> waitedFor(failure);
      case DAMAGED -> madeAgain(failure);
      case NONE, UNCLEAR -> false;
    };
  }

  /** What is the matter with the database; where the failure does not tell, it is looked at. */
  private Trouble trouble(NightFailure failure) {
    Trouble said = failure.database();
    boolean clear = said == Trouble.DAMAGED || (said == Trouble.AWAY && !database().embedded());
    // What is read back wrongly may look like a mistake of the program, or like a stream that
    // broke.
    boolean worthALook = said != Trouble.NONE || !failure.machine() || !failure.ofAFile();
    if (clear || remade || !worthALook) {
      return said;
    }
    return Index.look(
        order.folder().home(), database(), record.databaseSeal(), BatchTables::readAll);
  }

  private boolean waitedFor(NightFailure failure) {
    if (waited == WAITS.size() || database().embedded()) {
      return false;
    }
    Duration wait = WAITS.get(waited++);
    log(failure, "is away");
    options.say(err, "cli.database.waits", name(database()), wait.toSeconds(), waited);
    pause.pass(wait);
    return true;
  }

  private boolean madeAgain(NightFailure failure) throws IOException {
    if (remade) {
      return false;
    }
    remade = true;
    log(failure, "is damaged and made again");
    String where = name(database());
    // What looks like damage may be somebody else at work, after this process slept for long.
    record.lease().check();
    if (database().embedded()) {
      where = "data/" + EmbeddedFile.of(order.folder().home()).setAside().getFileName();
      options.say(err, "cli.database.set-aside", where);
    } else {
      Index.drop(order.folder().home(), database());
      options.say(err, "cli.database.dropped", where);
    }
    news = IndexNews.madeAgain(where);
    return true;
  }

  private static void log(NightFailure failure, String what) {
    LoggerFactory.getLogger(OnIndex.class).warn("the database {}: {}", what, Traces.of(failure));
  }

  private Settings.Database database() {
    return order.settings().database();
  }

  /** What a person calls the database; an address may carry a password behind its question mark. */
  static String name(Settings.Database database) {
    if (database.embedded()) {
      return "data/bidui.mv.db";
    }
    String address = database.url().replaceFirst("\\?.*", "");
    return address.replaceFirst("^jdbc:\\w+:(//)?([^/@]*@)?", "");
  }

  /** The message for a failure that stays one. */
  static String key(NightFailure failure) {
    if (failure.database() == Trouble.AWAY) {
      return "cli.database.away";
    }
    return failure.machine() ? "cli.io" : "cli.bug";
  }

  /** {@code what} failed, for people: with the folder where it is one of the work folder. */
  static String words(NightFailure failure, String step, NightOrder order) {
    if (failure.database() == Trouble.AWAY) {
      return name(order.settings().database());
    }
    String folder = failure.folderIn(order.folder().home()).map(name -> name + "/ ").orElse("");
    return folder + step + ": " + failure.getMessage();
  }
}
