package cn.bidui.cli;

import cn.bidui.plan.Settings;
import cn.bidui.plan.SettingsText;
import cn.bidui.store.ServerDatabase;
import cn.bidui.store.ServerLook;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server's database that somebody has chosen: looked at before anything depends on it. */
final class ServerChoice {

  private final Options options;
  private final PrintWriter out;
  private final PrintWriter err;

  ServerChoice(Options options, PrintWriter out, PrintWriter err) {
    this.options = options;
    this.out = out;
    this.err = err;
  }

  /**
   * Looks at it and tells what was found.
   *
   * @param fingerprint of the work folder's key; empty if it has none yet
   * @return the exit code; {@link ExitCode#DONE} if it will do
   */
  int look(Path home, Settings.Database database, Optional<String> fingerprint) {
    ServerLook look = ServerDatabase.look(home, database, fingerprint);
    if (look instanceof ServerLook.Unfit unfit) {
      options.say(err, "database.server." + unfit.why().code(), unfit.words().toArray());
      return unfit.why() == ServerLook.Why.AWAY ? ExitCode.IO : ExitCode.USAGE;
    }
    if (!options.quiet()) {
      String version = ((ServerLook.Fit) look).version();
      options.say(out, "database.server.fit", OnIndex.name(database), version);
    }
    return ExitCode.DONE;
  }

  /**
   * The settings of a new work folder.
   *
   * @param url of the database that was asked for; null for the embedded one
   * @param template the settings without it
   * @return empty if that database will not do, which has been told
   */
  static Settled settled(
      Options options,
      CommandOut to,
      @Nullable String url,
      DatabaseLogin login,
      Path home,
      String template) {
    if (url == null) {
      return new Settled(ExitCode.DONE, template);
    }
    Settings.Database database = login.at(url, home);
    int exit = new ServerChoice(options, to.out(), to.err()).look(home, database, Optional.empty());
    if (exit != ExitCode.DONE) {
      return new Settled(exit, template);
    }
    String text =
        SettingsText.withDatabase(template, database)
            .orElseThrow(() -> new IllegalStateException("the template has no place for it"));
    return new Settled(exit, text);
  }

  /** Where a command speaks. */
  record CommandOut(PrintWriter out, PrintWriter err) {}

  /**
   * What came of it.
   *
   * @param exit {@link ExitCode#DONE}, or why the database will not do
   * @param text the settings
   */
  record Settled(int exit, String text) {}
}
