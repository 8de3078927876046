package cn.bidui.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bidui audit verify|why}: whether the record is as it was written, and what it proves. */
@Command(
    name = "audit",
    subcommands = {AuditVerifyCommand.class, AuditWhyCommand.class},
    resourceBundle = "messages.usage")
final class AuditCommand implements Runnable {

  @Mixin private Options options = new Options();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without a command: how to use it. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), options.messages().text("cli.error.no-command"));
  }
}
