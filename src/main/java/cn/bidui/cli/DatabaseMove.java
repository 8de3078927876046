package cn.bidui.cli;

import cn.bidui.batch.NightOrder;
import cn.bidui.batch.OpenRecord;
import cn.bidui.batch.Progress;
import cn.bidui.batch.Standing;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.WholeFile;
import cn.bidui.plan.Settings;
import cn.bidui.plan.SettingsText;
import cn.bidui.store.DatabaseLook;
import cn.bidui.store.Index;
import cn.bidui.store.PreviousDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Moves the index to another database: fills that one from archive and journal, holds it against
 * the one in use, and only then changes the settings. Cut short anywhere, it can be done again;
 * until the settings are changed everything works as before.
 */
final class DatabaseMove {

  private static final int TOLD = 5;

  private final Options options;
  private final PrintWriter out;
  private final PrintWriter err;
  private final NightOrder order;
  private final OpenRecord record;

  DatabaseMove(
      Options options, PrintWriter out, PrintWriter err, NightOrder order, OpenRecord record) {
    this.options = options;
    this.out = out;
    this.err = err;
    this.order = order;
    this.record = record;
  }

  /** Moves it to {@code target}; returns the exit code. */
  int to(Settings.Database target, String by) throws IOException {
    if (target.url().equals(used().url())) {
      options.say(out, "database.move.already", name(target));
      return ExitCode.DONE;
    }
    int fit = target.embedded() ? ExitCode.DONE : fits(target);
    if (fit != ExitCode.DONE) {
      return fit;
    }
    Path file = options.folder().settings();
    Optional<String> settings = SettingsText.withDatabase(Files.readString(file), target);
    if (settings.isEmpty()) {
      options.say(err, "database.move.settings", file);
      return ExitCode.USAGE;
    }
    return checked(target, settings.get(), by);
  }

  private int fits(Settings.Database target) {
    Optional<String> fingerprint = Optional.of(record.databaseSeal().fingerprint());
    return new ServerChoice(options, out, err).look(options.folder().home(), target, fingerprint);
  }

  private int checked(Settings.Database target, String settings, String by) throws IOException {
    if (!options.quiet()) {
      options.say(out, "database.move.begin", name(target));
    }
    @Nullable NightOrder then = then();
    if (then == null && record.state().latest().isPresent()) {
      // What is wrong with the settings of then has been told.
      return ExitCode.USAGE;
    }
    AtomicReference<@Nullable Standing> made = new AtomicReference<>();
    int exit =
        new OnIndex(options, err, order.with(target), record)
            .gives(
                nights -> {
                  nights.refill(then);
                  made.set(nights.standing(then));
                  return ExitCode.DONE;
                },
                "move-database");
    @Nullable Standing there = made.get();
    if (exit != ExitCode.DONE || there == null) {
      return exit;
    }
    if (!same(there, then)) {
      abandon(target);
      return ExitCode.HELD;
    }
    taken(target, settings, by, there);
    return ExitCode.DONE;
  }

  /** The order of the last publication; null if nothing was published. */
  private @Nullable NightOrder then() throws IOException {
    Optional<Published> latest = record.state().latest();
    return latest.isEmpty()
        ? null
        : new Order(options, err).of(latest.get(), record.archive()).orElse(null);
  }

  /** Whether the new one will do; says how it was found out, or what is otherwise. */
  private boolean same(Standing there, @Nullable NightOrder then) {
    if (!there.uncounted().isEmpty()) {
      options.say(err, "database.move.uncounted", some(there.uncounted()));
      return false;
    }
    Optional<Standing> here = here(then).filter(old -> old.uncounted().isEmpty());
    List<String> apart = here.map(old -> there.apart(old, names())).orElse(there.differing());
    if (!apart.isEmpty()) {
      options.say(
          err,
          here.isPresent() ? "database.move.differs" : "database.move.not-published",
          some(apart));
      return false;
    }
    String day = record.state().latest().map(night -> night.asOf().toString()).orElse("");
    String how = here.isPresent() ? "database.move.same" : "database.move.same-record";
    options.say(
        out,
        day.isEmpty() ? how + "-unpublished" : how,
        there.totals().files(),
        there.totals().sourceRows(),
        day,
        name(used()));
    return true;
  }

  /** How the database in use stands; empty if there is none, or it cannot be read. */
  private Optional<Standing> here(@Nullable NightOrder then) {
    if (used().embedded() && !Files.exists(DatabaseLook.file(options.folder().home()))) {
      return Optional.empty();
    }
    try (Context context = Context.start(order, record, Progress.NONE)) {
      return Optional.of(context.nights().standing(then));
    } catch (IOException | RuntimeException unreadable) {
      LoggerFactory.getLogger(DatabaseMove.class)
          .warn("the database in use cannot be read: {}", Traces.of(unreadable));
      return Optional.empty();
    }
  }

  private void taken(Settings.Database target, String settings, String by, Standing there)
      throws IOException {
    PreviousDatabase previous = PreviousDatabase.of(options.folder().home());
    record
        .journal()
        .append(
            new Entry.DatabaseMoved(
                place(used()),
                place(target),
                by,
                options.asOf(),
                there.totals().files(),
                there.totals().sourceRows()));
    // One that was kept from an earlier move has served its time.
    if (previous.kept().filter(kept -> !kept.equals(used())).isPresent()) {
      previous.drop(target, record.databaseSeal());
    }
    previous.keep(used());
    WholeFile.write(options.folder().settings(), settings);
    options.say(out, "database.move.done", name(target), name(used()));
  }

  /** What was filled in vain goes again. */
  private void abandon(Settings.Database target) throws IOException {
    Index.drop(options.folder().home(), target);
    options.say(err, "database.move.unchanged", name(used()));
  }

  private Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    record
        .state()
        .answeredFiles()
        .forEach(answered -> names.put(answered.file().sha256(), answered.file().name()));
    return names;
  }

  private static String some(List<String> all) {
    String shown = String.join("、", all.stream().limit(TOLD).toList());
    return all.size() > TOLD ? shown + " … (" + all.size() + ")" : shown;
  }

  private Settings.Database used() {
    return order.settings().database();
  }

  private static String name(Settings.Database database) {
    return OnIndex.name(database);
  }

  private static String place(Settings.Database database) {
    return database.embedded() ? "embedded" : name(database);
  }
}
