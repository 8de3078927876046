package cn.bidui.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.flywaydb.core.Flyway;

/**
 * Makes the tables of the embedded database, or brings them up to date, whole or not at all. H2
 * commits every {@code create table} by itself: a process killed between two of them would leave a
 * database that no later start could finish. So it is done in a copy, which then gets the name.
 */
final class NewTables {

  private static final String ENDING = ".mv.db";

  private NewTables() {}

  /** Does it in the folder {@code data}, while nobody has its database open. */
  static void make(Path data, Index.Holding holding) throws IOException {
    Path database = data.resolve("bidui" + ENDING);
    Path copy = data.resolve("next" + ENDING);
    Files.deleteIfExists(copy);
    if (Files.exists(database)) {
      Files.copy(database, copy);
    }
    String url = Index.EMBEDDED.formatted(data.toAbsolutePath().resolve("next"));
    Index.tables(Flyway.configure().dataSource(url, "bidui", "")).migrate();
    try (FileChannel written = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    holding.check();
    Files.move(copy, database, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
