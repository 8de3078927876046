package cn.bidui.cli;

import cn.bidui.judge.sheet.SheetLine;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalState;
import cn.bidui.report.SheetBook;
import cn.bidui.report.SheetFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bidui report --period P}: the report of a closed month, quarter or half-year, for the
 * bureau or for outside, and its signature. {@code bidui report --sheets}: the sheets of pupils
 * (一单式) from what the last night published; of one pupil, of one school, or of all; that changes
 * nothing and never waits.
 */
@Command(name = "report")
final class ReportCommand implements Callable<Integer> {

  @Mixin private Options options = new Options();

  @Option(names = "--sheets", descriptionKey = "report.sheets")
  private boolean sheets;

  @Option(names = "--pupil", paramLabel = "KEY", descriptionKey = "report.pupil")
  private String pupil = "";

  @Option(names = "--school", paramLabel = "NAME", descriptionKey = "report.school")
  private String school = "";

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "report.out")
  private @Nullable Path out;

  @Option(names = "--period", paramLabel = "PERIOD", descriptionKey = "report.period")
  private String period = "";

  @Option(names = "--outside", descriptionKey = "report.outside")
  private boolean outside;

  @Option(names = "--sign", descriptionKey = "report.sign")
  private boolean sign;

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  private String by = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (!period.isEmpty()) {
      PeriodReport report = new PeriodReport(options, spec.commandLine().getOut(), err);
      return sign ? report.sign(period, by, outside) : report.publish(period, outside);
    }
    if (!sheets || out == null) {
      options.say(err, "cli.report.incomplete");
      return ExitCode.USAGE;
    }
    JournalState state = JournalReader.of(options.folder().home()).state();
    Optional<Published> night = state.latest();
    Path published = night.map(this::entitlements).orElse(Path.of(""));
    if (night.isEmpty() || !Files.isRegularFile(published)) {
      options.sayNothingPublished(err, "cli.report.none");
      return ExitCode.USAGE;
    }
    if (Files.exists(out)) {
      options.say(err, "cli.report.there", out);
      return ExitCode.USAGE;
    }
    return write(night.get(), chosen(SheetFile.read(published), state), out);
  }

  private Path entitlements(Published night) {
    return options.folder().report(night.asOf()).resolve("data").resolve(SheetFile.NAME);
  }

  private int write(Published night, List<SheetLine> lines, Path target) throws IOException {
    if (lines.isEmpty()) {
      options.say(spec.commandLine().getErr(), "cli.report.nobody");
      return ExitCode.USAGE;
    }
    SheetBook.write(night.asOf(), lines, target);
    long pupils = lines.stream().map(SheetLine::personKey).distinct().count();
    options.say(
        spec.commandLine().getOut(), "cli.report.done", pupils, lines.size(), night.asOf(), target);
    return ExitCode.DONE;
  }

  private List<SheetLine> chosen(List<SheetLine> all, JournalState state) throws IOException {
    String key = personKey(state);
    return all.stream()
        .filter(line -> pupil.isEmpty() || line.personKey().equalsIgnoreCase(key))
        .filter(line -> school.isEmpty() || line.school().equals(school.strip()))
        .toList();
  }

  /** A pupil is named by key, or by a finding: names do not belong on a command line. */
  private String personKey(JournalState state) throws IOException {
    if (!pupil.startsWith("F")) {
      return pupil;
    }
    return PublishedFindings.find(pupil, state, options.archive(state))
        .map(found -> found.finding().personKey())
        .orElse(pupil);
  }
}
