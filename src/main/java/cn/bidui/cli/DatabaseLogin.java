package cn.bidui.cli;

import cn.bidui.plan.Settings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who logs in to a server's database, as the command line names it; the password is in a file. */
final class DatabaseLogin {

  @Option(names = "--database-user", paramLabel = "USER", descriptionKey = "database.user")
  private String user = "bidui";

  @Option(
      names = "--database-password-file",
      paramLabel = "FILE",
      descriptionKey = "database.password-file")
  private @Nullable Path passwordFile;

  /** The database at {@code url}, as the settings of the work folder {@code home} write it. */
  Settings.Database at(String url, Path home) {
    return new Settings.Database(url.strip(), user, passwordFile(home));
  }

  /** Within the work folder it moves with it. */
  private String passwordFile(Path home) {
    if (passwordFile == null) {
      return "";
    }
    Path file = passwordFile.toAbsolutePath().normalize();
    return (file.startsWith(home) ? home.relativize(file) : file).toString();
  }
}
