package cn.bidui.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only holds others. */
abstract class ParentCommand implements Runnable {

  @Mixin private Options options = new Options();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without a command: how to use it. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), options.messages().text("cli.error.no-command"));
  }
}
