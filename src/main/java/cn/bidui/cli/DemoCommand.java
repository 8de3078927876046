package cn.bidui.cli;

import cn.bidui.plan.WorkFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bidui demo [DIR]}: a night of the invented county that comes with the program, in a work
 * folder of its own, so that no invented child gets among real ones.
 */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {

  /** The night of the samples. */
  private static final String AS_OF = "2025-11-03";

  private static final String FOLDER = "bidui-demo";

  /** What tells a demonstration from somebody's work folder. */
  private static final String MARK = "演示-DEMO.txt";

  @Mixin private Options options = new Options();

  @Parameters(paramLabel = "DIR", arity = "0..1", descriptionKey = "demo.dir")
  private @Nullable Path directory;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    WorkFolder folder = new WorkFolder(place().toAbsolutePath().normalize());
    Path page = page(folder);
    boolean begun = Files.exists(folder.home().resolve(MARK));
    if (begun && Files.isRegularFile(page)) {
      options.say(spec.commandLine().getOut(), "cli.demo.there", page, folder.home());
      return ExitCode.DONE;
    }
    if (!begun && !empty(folder.home())) {
      options.say(err, "cli.demo.taken", folder.home());
      return ExitCode.USAGE;
    }
    Optional<Path> samples = Program.samples();
    if (samples.isEmpty()) {
      options.say(err, "cli.demo.no-samples", Program.folder());
      return ExitCode.IO;
    }
    return night(folder, samples.get());
  }

  private int night(WorkFolder folder, Path samples) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    prepare(folder, samples);
    options.say(out, "cli.demo.begin", folder.home());
    int exit = run(folder);
    if (exit != ExitCode.DONE && exit != ExitCode.REFUSED) {
      return exit;
    }
    options.say(out, "cli.demo.refused");
    options.say(out, "cli.demo.page", page(folder));
    options.say(out, "cli.demo.look", folder.feedback(), folder.home());
    return ExitCode.DONE;
  }

  /** The mark first: whoever gives the command again after it was cut short goes on with it. */
  private void prepare(WorkFolder folder, Path samples) throws IOException {
    Files.createDirectories(folder.home());
    Files.writeString(folder.home().resolve(MARK), options.messages().text("cli.demo.mark") + "\n");
    if (!Files.exists(folder.settings())) {
      String unit = options.messages().text("cli.demo.unit");
      Wishes wishes = new Wishes(unit, List.of());
      NewHome.make(folder, wishes, NewHome.settings(wishes), options.messages());
    }
    if (empty(folder.archive())) {
      copy(samples, folder.inbox());
    }
  }

  /** As somebody would type it. */
  private int run(WorkFolder folder) {
    List<String> line =
        new ArrayList<>(List.of("run", "--home", folder.home().toString(), "--as-of", AS_OF));
    line.addAll(List.of("--lang", options.language()));
    if (options.quiet()) {
      line.add("--quiet");
    }
    String[] words = line.toArray(String[]::new);
    return Bidui.commandLine(words)
        .setOut(spec.commandLine().getOut())
        .setErr(spec.commandLine().getErr())
        .execute(words);
  }

  /** What was named, else beside where the command was given, or where everybody may write. */
  private Path place() {
    Path named = directory == null ? options.home() : directory;
    if (named != null) {
      return named;
    }
    return Files.isWritable(Path.of("").toAbsolutePath())
        ? Path.of(FOLDER)
        : Path.of(System.getProperty("java.io.tmpdir"), FOLDER);
  }

  private static Path page(WorkFolder folder) {
    return folder.reports().resolve(AS_OF).resolve("index.html");
  }

  private static boolean empty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return !Files.exists(folder);
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
