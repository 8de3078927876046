package cn.bidui.cli;

import picocli.CommandLine.Command;

/** {@code bidui audit verify|why}: whether the record is as it was written, and what it proves. */
@Command(
    name = "audit",
    subcommands = {AuditVerifyCommand.class, AuditWhyCommand.class})
final class AuditCommand extends ParentCommand {}
