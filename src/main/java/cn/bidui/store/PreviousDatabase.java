package cn.bidui.store;

import cn.bidui.ledger.TextSeal;
import cn.bidui.ledger.WholeFile;
import cn.bidui.plan.Settings;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The database that a work folder had before it moved (旧库): kept until a night has been published
 * from the new one. Which one it is stands in {@code data/previous-database.properties}.
 */
public final class PreviousDatabase {

  private static final String URL = "url";
  private static final String USER = "user";
  private static final String PASSWORD_FILE = "password-file";

  private final Path home;
  private final Path note;

  private PreviousDatabase(Path home) {
    this.home = home;
    this.note = home.resolve("data").resolve("previous-database.properties");
  }

  /** That of the work folder {@code home}. */
  public static PreviousDatabase of(Path home) {
    return new PreviousDatabase(home);
  }

  /** Which one it is; empty if none is kept. */
  public Optional<Settings.Database> kept() throws IOException {
    if (!Files.isRegularFile(note)) {
      return Optional.empty();
    }
    Properties said = new Properties();
    said.load(new StringReader(Files.readString(note)));
    return Optional.of(
        new Settings.Database(
            said.getProperty(URL, ""),
            said.getProperty(USER, ""),
            said.getProperty(PASSWORD_FILE, "")));
  }

  /** From now on {@code old} is kept. */
  public void keep(Settings.Database old) throws IOException {
    Properties said = new Properties();
    said.setProperty(URL, old.url());
    said.setProperty(USER, old.user());
    said.setProperty(PASSWORD_FILE, old.passwordFile());
    StringWriter text = new StringWriter();
    said.store(text, null);
    Files.createDirectories(note.getParent());
    // Its first line is the time of day.
    WholeFile.write(note, text.toString().replaceFirst("#[^\n]*\n", ""));
  }

  /**
   * Removes it. One that is in use again, or that another work folder has taken since, is left as
   * it is and forgotten.
   *
   * @param used the database that is in use
   * @param seal with which its rows are sealed
   * @return whether one was removed
   * @throws IOException if it cannot be reached or removed; then it stays noted
   */
  public boolean drop(Settings.Database used, TextSeal seal) throws IOException {
    Optional<Settings.Database> old = kept();
    if (old.isEmpty()) {
      return false;
    }
    boolean dropped = !old.get().equals(used) && removed(old.get(), seal);
    WholeFile.remove(note);
    return dropped;
  }

  private boolean removed(Settings.Database old, TextSeal seal) throws IOException {
    if (old.embedded()) {
      return EmbeddedFile.of(home).remove();
    }
    ServerLook look = ServerDatabase.look(home, old, Optional.of(seal.fingerprint()));
    if (look instanceof ServerLook.Unfit unfit) {
      if (List.of(ServerLook.Why.OTHERS, ServerLook.Why.DATABASE).contains(unfit.why())) {
        return false;
      }
      // Tables of others beside ours are no reason to keep ours.
      if (unfit.why() != ServerLook.Why.FOREIGN) {
        throw new IOException("the previous database: " + unfit.why().code());
      }
    }
    Index.drop(home, old);
    return true;
  }
}
