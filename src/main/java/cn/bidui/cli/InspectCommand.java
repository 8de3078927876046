package cn.bidui.cli;

import cn.bidui.intake.DraftProfile;
import cn.bidui.intake.DraftProfile.Drafted;
import cn.bidui.intake.Intake;
import cn.bidui.intake.IntakeLimits;
import cn.bidui.ledger.JournalReader;
import cn.bidui.plan.ColumnProfiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bidui inspect FILE…}: what intake would say of these files, or a column profile to start
 * from. Changes nothing.
 */
@Command(name = "inspect")
final class InspectCommand implements Callable<Integer> {

  @Mixin private Options options = new Options();

  @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "inspect.file")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--draft-profile", descriptionKey = "inspect.draft-profile")
  private boolean draft;

  @Option(names = "--as", paramLabel = "LIST", descriptionKey = "inspect.as")
  private String as = "";

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "inspect.out")
  private @Nullable Path target;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Optional<ColumnProfiles> profiles = new Order(options, err).profiles();
    if (profiles.isEmpty()) {
      return ExitCode.USAGE;
    }
    if (!draft && (!as.isEmpty() || target != null)) {
      options.say(err, "cli.inspect.draft-only");
      return ExitCode.USAGE;
    }
    Intake intake = new Intake(profiles.get(), IntakeLimits.defaults());
    if (!draft) {
      intake = intake.remembering(JournalReader.of(options.folder().home()).state().headers());
    }
    int exit = ExitCode.DONE;
    for (Path file : files) {
      int one = one(intake, file, err);
      exit = exit == ExitCode.IO ? exit : Math.max(exit, one);
    }
    return exit;
  }

  private int one(Intake intake, Path file, PrintWriter err) throws IOException {
    if (!Files.isRegularFile(file)) {
      options.say(err, "cli.inspect.missing", file);
      return ExitCode.IO;
    }
    if (draft) {
      return draft(intake, file, err);
    }
    boolean read = new InspectedFile(options, spec.commandLine().getOut()).show(intake, file);
    return read ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private int draft(Intake intake, Path file, PrintWriter err) throws IOException {
    String name = file.getFileName().toString();
    Drafted drafted = new DraftProfile(intake, options.messages()).draft(file, name, as);
    if (drafted instanceof Drafted.Impossible impossible) {
      String why =
          options.messages().text(impossible.why().key(), impossible.why().words().toArray());
      options.say(err, "cli.mistake.file", name, why);
      return ExitCode.USAGE;
    }
    Drafted.Written written = (Drafted.Written) drafted;
    if (target == null) {
      spec.commandLine().getOut().print(written.yaml());
      spec.commandLine().getOut().flush();
      return ExitCode.DONE;
    }
    if (Files.exists(target)) {
      options.say(err, "cli.inspect.draft-exists", target);
      return ExitCode.USAGE;
    }
    Files.writeString(target, written.yaml(), StandardOpenOption.CREATE_NEW);
    options.say(err, "cli.inspect.drafted", target);
    return ExitCode.DONE;
  }
}
