package cn.bidui.cli;

import cn.bidui.plan.WorkFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bidui init DIR}: a work folder with settings explained line by line. */
@Command(name = "init", resourceBundle = "messages.usage")
final class InitCommand implements Callable<Integer> {

  @Mixin private Options options = new Options();

  @Parameters(paramLabel = "DIR", arity = "1", descriptionKey = "init.dir")
  private Path directory = Path.of("bidui-home");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    WorkFolder folder = new WorkFolder(directory.toAbsolutePath().normalize());
    var out = spec.commandLine().getOut();
    if (Files.exists(folder.settings())) {
      options.say(out, "cli.init.exists", directory);
      return ExitCode.DONE;
    }
    for (Path place :
        List.of(
            folder.inbox(),
            folder.feedback(),
            folder.reports(),
            folder.archive(),
            folder.journal(),
            folder.data(),
            folder.logs())) {
      Files.createDirectories(place);
    }
    try (InputStream template = InitCommand.class.getResourceAsStream("/cn/bidui/cli/bidui.yml")) {
      if (template == null) {
        throw new IllegalStateException("the settings template is not in the jar");
      }
      Files.copy(template, folder.settings());
    }
    options.say(out, "cli.init.done", directory);
    if (!options.quiet()) {
      options.say(out, "cli.init.next", directory.resolve("inbox"), directory);
    }
    return ExitCode.DONE;
  }
}
