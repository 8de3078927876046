package cn.bidui.cli;

import picocli.CommandLine.Command;

/** {@code bidui policy check|show}: the aid policies as data. Needs no work folder. */
@Command(
    name = "policy",
    subcommands = {PolicyCheckCommand.class, PolicyShowCommand.class})
final class PolicyCommand extends ParentCommand {}
