package cn.bidui.cli;

import cn.bidui.plan.Mistake;
import cn.bidui.plan.Mistakes;
import cn.bidui.plan.NamedText;
import cn.bidui.plan.PolicyCheck;
import cn.bidui.plan.PolicyCheck.Checked;
import cn.bidui.plan.Yaml;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bidui policy check [FILE…]}: all mistakes of policy files at once. Changes nothing. */
@Command(name = "check")
final class PolicyCheckCommand implements Callable<Integer> {

  @Mixin private Options options = new Options();

  @Parameters(paramLabel = "FILE", arity = "0..*", descriptionKey = "policy.file")
  private List<String> files = new ArrayList<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    PolicyShelf shelf = PolicyShelf.read(options);
    List<NamedText> wanted = new ArrayList<>();
    if (!wanted(shelf, wanted, err)) {
      return ExitCode.USAGE;
    }
    List<NamedText> known = new ArrayList<>(shelf.files());
    known.addAll(wanted);
    Mistakes mistakes = new Mistakes();
    PolicyCheck check = new PolicyCheck(known, mistakes);
    List<Checked> checked = wanted.stream().map(check::check).toList();
    if (!new Order(options, err).sound(mistakes)) {
      return ExitCode.USAGE;
    }
    tell(checked, spec.commandLine().getOut());
    return ExitCode.DONE;
  }

  /** A path, else the name of one of the files in {@code jobs/policies}; all of them if none. */
  private boolean wanted(PolicyShelf shelf, List<NamedText> wanted, PrintWriter err)
      throws IOException {
    boolean all = true;
    for (String name : files) {
      Path path = Path.of(name);
      Optional<NamedText> file =
          Files.isRegularFile(path)
              ? Optional.of(new NamedText(name, Yaml.text(Files.readAllBytes(path))))
              : shelf.named(name);
      if (file.isEmpty()) {
        options.say(err, "cli.policy.no-file", name);
      }
      file.ifPresent(wanted::add);
      all &= file.isPresent();
    }
    if (files.isEmpty()) {
      wanted.addAll(shelf.files());
    }
    if (all && wanted.isEmpty()) {
      options.say(err, "cli.policy.none");
    }
    return all && !wanted.isEmpty();
  }

  private void tell(List<Checked> checked, PrintWriter out) {
    int rows = checked.stream().mapToInt(Checked::rows).sum();
    int programs = checked.stream().mapToInt(Checked::programs).sum();
    options.say(out, "cli.policy.sound", checked.size(), programs, rows);
    if (!options.quiet()) {
      for (Checked file : checked) {
        String level = options.messages().text("cli.policy.level." + file.level().code());
        options.say(
            out,
            "cli.policy.checked",
            file.file(),
            level,
            file.title(),
            file.programs(),
            file.rows());
      }
    }
    List<Mistake> warnings = checked.stream().flatMap(file -> file.warnings().stream()).toList();
    if (!warnings.isEmpty()) {
      warn(warnings, out);
    }
  }

  private void warn(List<Mistake> warnings, PrintWriter out) {
    options.say(out, "cli.policy.warned", warnings.size());
    for (Mistake warning : warnings) {
      String what = options.messages().text(warning.key(), warning.words().toArray());
      options.say(out, "cli.mistake.line", warning.file(), warning.line(), what);
    }
  }
}
