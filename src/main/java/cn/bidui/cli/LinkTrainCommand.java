package cn.bidui.cli;

import cn.bidui.batch.NightOrder;
import cn.bidui.batch.OpenRecord;
import cn.bidui.batch.Trained;
import cn.bidui.ledger.Entry;
import cn.bidui.link.PersonTraining;
import cn.bidui.link.weigh.ModelText;
import cn.bidui.report.LinkChanges;
import cn.bidui.report.ModelTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bidui link-train}: makes a model of the lists that hold now and shows what it would
 * change; only {@code --accept} makes the next night weigh by it.
 */
@Command(name = "link-train")
final class LinkTrainCommand implements Callable<Integer> {

  @Mixin private Options options = new Options();

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "link-train.out")
  private @Nullable Path target;

  @Option(names = "--accept", descriptionKey = "link-train.accept")
  private boolean accept;

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  private String by = "";

  @Option(names = "--wait", paramLabel = "SECONDS", descriptionKey = "run.wait")
  private int waitSeconds = 60;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (accept && by.isBlank()) {
      options.say(err, "cli.by.missing");
      return ExitCode.USAGE;
    }
    if (target != null && foreign(target)) {
      options.say(err, "cli.train.foreign", target);
      return ExitCode.USAGE;
    }
    Optional<NightOrder> order = new Order(options, err).of("nightly");
    if (order.isEmpty()) {
      return ExitCode.USAGE;
    }
    return new UnderLease(options, err, Duration.ofSeconds(waitSeconds))
        .record(record -> train(order.get(), record));
  }

  /** Something else than an earlier model, which nobody wants to lose. */
  private static boolean foreign(Path file) throws IOException {
    return Files.exists(file)
        && (!Files.isRegularFile(file)
            || Files.size(file) > 1 << 20
            || ModelText.read(Files.readString(file, StandardCharsets.ISO_8859_1)).isEmpty());
  }

  private int train(NightOrder order, OpenRecord record) throws IOException {
    return new OnIndex(options, spec.commandLine().getErr(), order, record)
        .gives(nights -> tell(nights.train(), record), "link-train");
  }

  private int tell(Trained trained, OpenRecord record) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (trained.learned().pairs().isEmpty()) {
      options.say(out, "cli.train.nothing");
      return accept ? ExitCode.HELD : ExitCode.DONE;
    }
    show(trained, out);
    if (target != null) {
      Files.writeString(target, ModelText.of(trained.made()));
      options.say(out, "cli.train.written", target);
    }
    return decide(trained, record, out);
  }

  private void show(Trained trained, PrintWriter out) {
    ModelTable.LevelWord word =
        (comparison, level) -> options.messages().text(PersonTraining.levelKey(comparison, level));
    new ModelTable(options.messages(), word)
        .lines(trained.old(), trained.learned())
        .forEach(out::println);
    out.println();
    options.say(out, "cli.train.changes");
    new LinkChanges(trained.before(), trained.after(), trained.tables())
        .lines(options.messages())
        .forEach(out::println);
  }

  private int decide(Trained trained, OpenRecord record, PrintWriter out) throws IOException {
    String version = ModelText.version(trained.made());
    if (!accept) {
      options.say(out, "cli.train.hint", version);
      return ExitCode.DONE;
    }
    byte[] text = ModelText.of(trained.made()).getBytes(StandardCharsets.UTF_8);
    String digest = record.archive().put(text);
    record.journal().append(new Entry.ModelAccepted(digest, by, options.asOf()));
    options.say(out, "cli.train.accepted", version, by);
    return ExitCode.DONE;
  }
}
