package cn.bidui.cli;

import cn.bidui.plan.WorkFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bidui init [DIR]}: a work folder with settings explained line by line. */
@Command(name = "init")
final class InitCommand implements Callable<Integer> {

  @Mixin private Options options = new Options();

  @Parameters(paramLabel = "DIR", arity = "0..1", descriptionKey = "init.dir")
  private @Nullable Path directory;

  @Option(names = "--unit", paramLabel = "NAME", descriptionKey = "init.unit")
  private @Nullable String unit;

  @Option(names = "--submitters", paramLabel = "NAME,NAME", descriptionKey = "init.submitters")
  private @Nullable String submitters;

  @Option(
      names = {"-y", "--yes"},
      descriptionKey = "init.yes")
  private boolean yes;

  @Option(names = "--database", paramLabel = "URL", descriptionKey = "init.database")
  private @Nullable String database;

  @Mixin private DatabaseLogin login = new DatabaseLogin();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Interview interview =
        new Interview(
            options, out, spec.commandLine().getErr(), Terminal.of(yes || options.quiet(), out));
    Optional<Path> place = place(interview);
    if (place.isEmpty()) {
      return ExitCode.USAGE;
    }
    Optional<Path> file = NewHome.inTheWay(place.get());
    if (file.isPresent()) {
      options.say(spec.commandLine().getErr(), "cli.init.file", file.get());
      return ExitCode.USAGE;
    }
    WorkFolder folder = new WorkFolder(place.get().toAbsolutePath().normalize());
    if (Files.exists(folder.settings())) {
      options.say(out, database == null ? "cli.init.exists" : "cli.init.exists-move", place.get());
      return ExitCode.DONE;
    }
    Optional<Wishes> wishes = interview.wishes(unit, submitters);
    if (wishes.isEmpty()) {
      return ExitCode.USAGE;
    }
    ServerChoice.Settled settled =
        ServerChoice.settled(
            options,
            new ServerChoice.CommandOut(out, spec.commandLine().getErr()),
            database,
            login,
            folder.home(),
            NewHome.settings(wishes.get()));
    if (settled.exit() != ExitCode.DONE) {
      return settled.exit();
    }
    NewHome.make(folder, wishes.get(), settled.text(), options.messages());
    options.say(out, "cli.init.done", place.get());
    if (!options.quiet()) {
      options.say(out, "cli.init.next", place.get().resolve("inbox"), place.get());
      options.say(out, "cli.init.when", Program.folder().resolve("jobs/nightly/job.yml"));
      options.say(out, "cli.init.try", NewHome.note(folder, options.messages()).getFileName());
    }
    return ExitCode.DONE;
  }

  /** The argument, else what is answered, else where commands look for it. */
  private Optional<Path> place(Interview interview) {
    boolean named = directory != null && !directory.toString().isBlank();
    return interview.folder(named ? directory : options.home(), options.folder().home());
  }
}
