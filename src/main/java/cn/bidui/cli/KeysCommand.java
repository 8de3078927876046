package cn.bidui.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bidui keys escrow|check}: the secret of the work folder, kept apart. */
@Command(
    name = "keys",
    subcommands = {KeysEscrowCommand.class, KeysCheckCommand.class},
    resourceBundle = "messages.usage")
final class KeysCommand implements Runnable {

  @Mixin private Options options = new Options();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without a command: how to use it. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), options.messages().text("cli.error.no-command"));
  }
}
