package cn.bidui.cli;

import cn.bidui.batch.HomeUpgrade;
import cn.bidui.ledger.DamagedBlobException;
import cn.bidui.ledger.HomeFormat;
import cn.bidui.ledger.NewerHomeException;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Before any command touches a work folder: whether this version understands it, and whether a
 * restore was cut short in it, which is then finished.
 */
final class HomeCheck {

  private HomeCheck() {}

  static void before(ParseResult command) {
    if (command.isUsageHelpRequested() || command.isVersionHelpRequested()) {
      return;
    }
    for (CommandSpec mixin : command.commandSpec().mixins().values()) {
      if (mixin.userObject() instanceof Options options && !options.askedForHelp()) {
        check(command, options);
      }
    }
  }

  private static void check(ParseResult command, Options options) {
    Path home = options.folder().home();
    try {
      if (Files.isDirectory(home)) {
        HomeFormat.check(home, Version.number());
        Restoration.finishCutShort(home, options.clock());
      }
    } catch (IOException failed) {
      throw new ExecutionException(command.commandSpec().commandLine(), "work folder", failed);
    }
  }

  /** What to say of a work folder that is not as it should be; empty for other failures. */
  static Optional<String> told(Throwable failure, Messages messages) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof NewerHomeException newer) {
        return Optional.of(messages.text("backup.newer", newer.theirs(), newer.ours()));
      }
      if (cause instanceof HomeUpgrade.DamagedException damaged) {
        return Optional.of(messages.text("backup.upgrade.damaged", damaged.files()));
      }
      if (cause instanceof DamagedBlobException) {
        return Optional.of(messages.text("backup.damaged"));
      }
    }
    return Optional.empty();
  }
}
