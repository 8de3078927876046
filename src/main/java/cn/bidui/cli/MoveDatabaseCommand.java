package cn.bidui.cli;

import cn.bidui.batch.NightOrder;
import cn.bidui.batch.OpenRecord;
import cn.bidui.plan.Settings;
import cn.bidui.store.PreviousDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bidui move-database --to URL|embedded --by NAME}: the index in another database. */
@Command(name = "move-database")
final class MoveDatabaseCommand implements Callable<Integer> {

  private static final String EMBEDDED = "embedded";

  @Mixin private Options options = new Options();

  @Option(names = "--to", paramLabel = "URL|embedded", descriptionKey = "move-database.to")
  private @Nullable String to;

  @Mixin private DatabaseLogin login = new DatabaseLogin();

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  private @Nullable String by;

  @Option(names = "--drop-old", descriptionKey = "move-database.drop-old")
  private boolean dropOld;

  @Option(names = "--wait", paramLabel = "SECONDS", descriptionKey = "run.wait")
  private int waitSeconds = 60;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    // A blank one is a variable that was not set, not the embedded database.
    if (to == null ? !dropOld : to.isBlank()) {
      options.say(err, "database.move.where");
      return ExitCode.USAGE;
    }
    String name = by == null ? "" : by;
    if (to != null && name.isBlank()) {
      options.say(err, "cli.by.missing");
      return ExitCode.USAGE;
    }
    Optional<NightOrder> order = new Order(options, err).of("nightly");
    if (order.isEmpty()) {
      return ExitCode.USAGE;
    }
    return new UnderLease(options, err, Duration.ofSeconds(waitSeconds))
        .record(record -> move(order.get(), record, name));
  }

  private int move(NightOrder order, OpenRecord record, String name) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Settings.Database used = order.settings().database();
    if (to != null) {
      Settings.Database target =
          to.strip().equals(EMBEDDED)
              ? Settings.Database.EMBEDDED
              : login.at(to, options.folder().home());
      int moved = new DatabaseMove(options, out, err, order, record).to(target, name);
      if (moved != ExitCode.DONE) {
        return moved;
      }
      used = target;
    }
    return dropOld ? dropped(used, record) : ExitCode.DONE;
  }

  private int dropped(Settings.Database used, OpenRecord record) {
    PrintWriter out = spec.commandLine().getOut();
    try {
      boolean dropped =
          PreviousDatabase.of(options.folder().home()).drop(used, record.databaseSeal());
      options.say(out, dropped ? "database.move.dropped" : "database.move.none-kept");
      return ExitCode.DONE;
    } catch (IOException | RuntimeException failed) {
      LoggerFactory.getLogger(MoveDatabaseCommand.class)
          .warn("the previous database was not removed: {}", Traces.of(failed));
      options.say(spec.commandLine().getErr(), "database.move.not-dropped");
      return ExitCode.IO;
    }
  }
}
