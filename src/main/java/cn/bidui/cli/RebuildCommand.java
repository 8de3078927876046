package cn.bidui.cli;

import cn.bidui.batch.NightOrder;
import cn.bidui.batch.OpenRecord;
import cn.bidui.batch.Rebuilt;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.JournalDamagedException;
import cn.bidui.ledger.SealedFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bidui rebuild}: makes the database again from archive and journal. */
@Command(name = "rebuild")
final class RebuildCommand implements Callable<Integer> {

  @Mixin private Options options = new Options();

  @Option(names = "--wait", paramLabel = "SECONDS", descriptionKey = "run.wait")
  private int waitSeconds = 60;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Optional<NightOrder> order = new Order(options, err).of("nightly");
    if (order.isEmpty()) {
      return ExitCode.USAGE;
    }
    try {
      return new UnderLease(options, err, Duration.ofSeconds(waitSeconds))
          .record(record -> rebuild(order.get(), record));
    } catch (JournalDamagedException damaged) {
      options.say(err, "cli.rebuild.broken", String.valueOf(damaged.getMessage()));
      return ExitCode.IO;
    }
  }

  private int rebuild(NightOrder order, OpenRecord record) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (!options.quiet()) {
      options.say(out, "cli.rebuild.begin");
    }
    List<String> damaged = damaged(record, Set.of());
    if (!damaged.isEmpty()) {
      options.say(spec.commandLine().getErr(), "cli.rebuild.broken", String.join("、", damaged));
      return ExitCode.IO;
    }
    if (order.settings().database().embedded()) {
      removeEmbedded(options.folder().data());
    }
    Archive archive = record.archive();
    Optional<Published> latest = record.state().latest();
    @Nullable NightOrder then =
        latest.isEmpty()
            ? null
            : new Order(options, spec.commandLine().getErr())
                .of(latest.get(), archive)
                .orElse(null);
    return new OnIndex(options, spec.commandLine().getErr(), order, record)
        .gives(nights -> tell(nights.rebuild(then), out), "rebuild");
  }

  /**
   * Taken files that are no longer what they were, or have no key: not every format notices by
   * itself.
   *
   * @param known digests of which it is known
   */
  static List<String> damaged(OpenRecord record, Set<String> known) throws IOException {
    Set<String> names = new TreeSet<>();
    for (Entry.FileAnswered answered : record.state().answeredFiles()) {
      String sha256 = answered.file().sha256();
      boolean removed = record.state().replacements().removed(sha256);
      if (!removed && !known.contains(sha256) && !intact(record, sha256)) {
        names.add(answered.file().name());
      }
    }
    return List.copyOf(names);
  }

  private static boolean intact(OpenRecord record, String sha256) throws IOException {
    try {
      return record.archive().intact(sha256);
    } catch (SealedFileException keyless) {
      return false;
    }
  }

  /** A damaged file would not even open; what is in it is in the archive too. */
  private static void removeEmbedded(Path data) throws IOException {
    if (Files.isDirectory(data)) {
      try (Stream<Path> files = Files.list(data)) {
        for (Path file : files.toList()) {
          if (file.getFileName().toString().startsWith("bidui.")) {
            Files.delete(file);
          }
        }
      }
    }
  }

  private int tell(Rebuilt rebuilt, PrintWriter out) {
    if (!rebuilt.differences().isEmpty()) {
      options.say(out, "cli.rebuild.counts", String.join("、", rebuilt.differences()));
      return ExitCode.HELD;
    }
    options.say(out, "cli.rebuild.done", rebuilt.files(), rebuilt.rows());
    @Nullable Published latest = rebuilt.latest();
    if (latest == null) {
      return ExitCode.DONE;
    }
    List<String> differing = rebuilt.differing();
    if (!differing.isEmpty()) {
      options.say(
          out,
          "cli.rebuild.differs",
          latest.asOf(),
          latest.software(),
          String.join("、", differing));
      return ExitCode.HELD;
    }
    options.say(out, "cli.rebuild.same", latest.asOf());
    if (rebuilt.restored() > 0) {
      options.say(out, "cli.rebuild.restored", latest.asOf());
    }
    return ExitCode.DONE;
  }
}
