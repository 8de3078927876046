package cn.bidui.cli;

import cn.bidui.batch.NightOrder;
import cn.bidui.batch.OpenRecord;
import cn.bidui.batch.Progress;
import cn.bidui.batch.Purge;
import cn.bidui.batch.PurgePlan;
import cn.bidui.ledger.Entry.Purged;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalState;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bidui purge}: removes what is kept longer than the settings say, as every night does at
 * its end; {@code --dry-run} only tells.
 */
@Command(name = "purge")
final class PurgeCommand implements Callable<Integer> {

  @Mixin private Options options = new Options();

  @Option(names = "--dry-run", descriptionKey = "purge.dry-run")
  private boolean dryRun;

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  private String by = "";

  @Option(names = "--wait", paramLabel = "SECONDS", descriptionKey = "run.wait")
  private int waitSeconds = 60;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (!dryRun && by.isBlank()) {
      options.say(err, "cli.by.missing");
      return ExitCode.USAGE;
    }
    Optional<NightOrder> order = new Order(options, err).of("nightly");
    if (order.isEmpty()) {
      return ExitCode.USAGE;
    }
    if (dryRun) {
      return show(order.get());
    }
    return new UnderLease(options, err, Duration.ofSeconds(waitSeconds))
        .record(record -> purge(order.get(), record));
  }

  private int show(NightOrder order) throws IOException {
    JournalState state = JournalReader.of(options.folder().home()).state();
    PurgePlan plan =
        Purge.plan(options.folder(), state, order.settings().retention(), options.asOf());
    PrintWriter out = spec.commandLine().getOut();
    for (PurgePlan.Removal removal : plan.files()) {
      String how = "cli.purge." + removal.how().name().toLowerCase(Locale.ROOT).replace('_', '-');
      options.say(out, how, removal.file().name(), removal.received());
    }
    for (PurgePlan.Item item : plan.items()) {
      String kind = options.messages().text("report.destroyed." + item.kind());
      options.say(out, "cli.purge.item", kind, item.name(), item.day());
    }
    String end = plan.none() ? "cli.purge.none" : "cli.purge.would";
    options.say(out, end, options.asOf(), plan.files().size(), plan.items().size());
    return ExitCode.DONE;
  }

  private int purge(NightOrder order, OpenRecord record) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (Context context = Context.start(order, record, Progress.NONE)) {
      Optional<Purged> purged = context.nights().purge(by);
      if (purged.isEmpty()) {
        options.say(out, "cli.purge.none", options.asOf(), 0, 0);
        return ExitCode.DONE;
      }
      purged
          .get()
          .counts()
          .forEach(
              (kind, count) ->
                  options.say(
                      out,
                      "cli.purge.count",
                      options.messages().text("report.destroyed." + kind),
                      count));
      options.say(out, "cli.purge.done", options.asOf());
      return ExitCode.DONE;
    }
  }
}
