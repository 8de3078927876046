package cn.bidui.cli;

import cn.bidui.batch.NightOrder;
import cn.bidui.collect.Fetched;
import cn.bidui.collect.Fetched.Known;
import cn.bidui.collect.Fetching;
import cn.bidui.collect.Pause;
import cn.bidui.collect.TrialFolder;
import cn.bidui.intake.Intake;
import cn.bidui.intake.IntakeLimits;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalState;
import cn.bidui.plan.ListSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bidui sources [NAME…]}: from where lists come by themselves and what came of it last; with
 * {@code --try}, each is asked now. Changes nothing.
 */
@Command(name = "sources")
final class SourcesCommand implements Callable<Integer> {

  @Mixin private Options options = new Options();

  @Parameters(paramLabel = "NAME", arity = "0..*", descriptionKey = "sources.name")
  private List<String> names = new ArrayList<>();

  @Option(names = "--try", descriptionKey = "sources.try")
  private boolean trial;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Optional<NightOrder> order = new Order(options, err).of(Waves.JOB);
    if (order.isEmpty()) {
      return ExitCode.USAGE;
    }
    List<ListSource> declared = order.get().settings().sources();
    for (String name : names) {
      if (declared.stream().noneMatch(source -> source.name().equals(name))) {
        options.say(err, "cli.sources.unknown", name);
        return ExitCode.USAGE;
      }
    }
    if (declared.isEmpty()) {
      options.say(out, "cli.sources.none");
      return ExitCode.DONE;
    }
    List<ListSource> asked =
        declared.stream()
            .filter(source -> names.isEmpty() || names.contains(source.name()))
            .toList();
    JournalState state = JournalReader.of(options.folder().home()).state();
    asked.forEach(source -> tell(source, state, out));
    return trial ? tried(asked, order.get(), state, out) : ExitCode.DONE;
  }

  private void tell(ListSource source, JournalState state, PrintWriter out) {
    String list = options.messages().text("report.list." + source.list().code());
    options.say(out, "cli.sources.source", source.name(), list, source.place().kind());
    options.say(out, "cli.sources.place", place(source.place()));
    if (!source.unit().isEmpty()) {
      options.say(out, "cli.sources.unit", source.unit());
    }
    options.say(
        out,
        "cli.sources.days." + source.days().every().name().toLowerCase(java.util.Locale.ROOT),
        source.days().day());
    LastFetch.of(source.name(), state)
        .ifPresentOrElse(
            last -> options.say(out, last.key(), last.asOf(), last.words(options.messages())),
            () -> options.say(out, "cli.sources.never"));
  }

  private static String place(ListSource.Place place) {
    if (place instanceof ListSource.Jdbc jdbc) {
      return bare(jdbc.url()) + " · " + jdbc.queryFile();
    }
    return place instanceof ListSource.Http http
        ? bare(http.url())
        : place((ListSource.Sftp) place);
  }

  /** What follows the path may be a ticket, whatever its name. */
  private static String bare(String url) {
    return url.replaceFirst("[?;].*$", "");
  }

  private static String place(ListSource.Sftp sftp) {
    return "sftp://" + sftp.host() + ":" + sftp.port() + sftp.path().replaceFirst("^/?", "/");
  }

  /** In a folder of its own, which is gone afterwards: what came is about children. */
  private int tried(List<ListSource> sources, NightOrder order, JournalState state, PrintWriter out)
      throws IOException {
    try (TrialFolder folder = TrialFolder.in(options.folder().scratch())) {
      Fetching fetching =
          Fetching.of(
              options.folder().home(),
              folder.path(),
              IntakeLimits.defaults().fileBytes().value(),
              options.asOf(),
              System.getenv(),
              Pause.SLEEP);
      Intake intake =
          new Intake(order.profiles(), IntakeLimits.defaults()).remembering(state.headers());
      int exit = ExitCode.DONE;
      for (ListSource source : sources) {
        options.say(out, "cli.sources.trying", source.name());
        Fetched fetched = fetching.all(List.of(source), 1, any -> Known.NOTHING).get(0);
        exit = Math.max(exit, told(fetched, intake, out));
      }
      return exit;
    }
  }

  private int told(Fetched fetched, Intake intake, PrintWriter out) throws IOException {
    if (fetched instanceof Fetched.Failed failed) {
      String why = options.messages().text(failed.fault().key(), failed.words().toArray());
      options.say(out, "cli.sources.failed", why);
      return ExitCode.IO;
    }
    Fetched.Arrived arrived = (Fetched.Arrived) fetched;
    options.say(out, "cli.sources.arrived", arrived.name(), arrived.bytes());
    Path named = Files.move(arrived.staged(), arrived.staged().resolveSibling(arrived.name()));
    return new InspectedFile(options, out).show(intake, named) ? ExitCode.DONE : ExitCode.REFUSED;
  }
}
