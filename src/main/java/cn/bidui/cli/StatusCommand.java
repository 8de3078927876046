package cn.bidui.cli;

import cn.bidui.cli.jobs.Beginning;
import cn.bidui.cli.jobs.JobBook;
import cn.bidui.cli.jobs.Timetable;
import cn.bidui.cli.status.Coming;
import cn.bidui.cli.status.Status;
import cn.bidui.ledger.JournalState;
import cn.bidui.plan.ListSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bidui status}: what is going on; changes nothing and never waits. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {

  @Mixin private Options options = new Options();

  @Option(names = "--json", descriptionKey = "status.json")
  private boolean json;

  @Option(
      names = "--history",
      paramLabel = "N",
      arity = "0..1",
      fallbackValue = "20",
      descriptionKey = "status.history")
  private @Nullable Integer history;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    if (!Files.isRegularFile(options.folder().settings())) {
      options.say(err, "cli.home.missing", options.folder().home());
      return ExitCode.USAGE;
    }
    if (history != null && history < 1) {
      options.say(err, "cli.status.history", history);
      return ExitCode.USAGE;
    }
    try {
      PrintWriter out = spec.commandLine().getOut();
      told(Status.of(options.folder(), options.clock())).forEach(out::println);
      out.flush();
      return ExitCode.DONE;
    } catch (IOException unreadable) {
      LoggerFactory.getLogger(StatusCommand.class)
          .warn("the status cannot be told: {}", Traces.of(unreadable));
      options.say(err, "cli.status.unreadable", unreadable.getClass().getSimpleName());
      return ExitCode.IO;
    }
  }

  // Null where output is piped, as the start script leaves jdk.console alone.
  @SuppressWarnings("SystemConsoleNull")
  private List<String> told(Status status) throws IOException {
    if (history != null) {
      return json
          ? List.of(status.historyJson(history))
          : status.history(history, options.messages());
    }
    return json
        ? List.of(status.json(options.givenAsOf(), coming(status.state())))
        : status.text(
            options.givenAsOf(),
            coming(status.state()),
            options.messages(),
            System.console() != null);
  }

  private Coming coming(JournalState state) throws IOException {
    Optional<JobBook> read = new Order(options, spec.commandLine().getErr()).book();
    if (read.isEmpty()) {
      return Coming.unknown(1);
    }
    JobBook book = read.get();
    Timetable table =
        new Timetable(
            book, state, Beginning.of(options.folder()), options.clock().instant(), Shanghai.ZONE);
    List<String> failed =
        book.settings().sources().stream()
            .map(ListSource::name)
            .filter(name -> LastFetch.of(name, state).filter(LastFetch::down).isPresent())
            .toList();
    return new Coming(
        table.next(),
        table.expectsNights() ? table.silence() : Optional.empty(),
        book.mistakes().size(),
        failed);
  }
}
