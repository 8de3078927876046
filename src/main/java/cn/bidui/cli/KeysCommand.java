package cn.bidui.cli;

import picocli.CommandLine.Command;

/** {@code bidui keys escrow|check}: the secret of the work folder, kept apart. */
@Command(
    name = "keys",
    subcommands = {KeysEscrowCommand.class, KeysCheckCommand.class})
final class KeysCommand extends ParentCommand {}
