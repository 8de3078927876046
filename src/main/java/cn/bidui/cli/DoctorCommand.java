package cn.bidui.cli;

import cn.bidui.cli.doctor.Examination;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bidui doctor}: twenty checks, each with its state, what it means and what to do. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {

  @Mixin private Options options = new Options();

  @Option(names = "--json", descriptionKey = "doctor.json")
  private boolean json;

  @Option(names = "--deep", descriptionKey = "doctor.deep")
  private boolean deep;

  @Option(names = "--online", descriptionKey = "doctor.online")
  private boolean online;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Examination found =
        Examination.of(
            options.folder(),
            options.jobs(),
            options.clock(),
            options.givenAsOf(),
            Version.number(),
            deep,
            online);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(found.json(options.messages()));
    } else {
      found.text(options.messages(), !options.quiet()).forEach(out::println);
    }
    out.flush();
    return found.toMend() ? ExitCode.HELD : found.toWatch() ? ExitCode.REFUSED : ExitCode.DONE;
  }
}
