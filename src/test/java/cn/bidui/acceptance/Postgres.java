package cn.bidui.acceptance;

import cn.bidui.fixture.QuickFolder;
import cn.bidui.store.TestPostgres;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A work folder whose database is a real PostgreSQL. */
final class Postgres {

  private static @Nullable Office lived;

  private Postgres() {}

  /** One that has lived through the three nights; its readers share it and change nothing. */
  static synchronized Office afterTheNights() throws IOException {
    if (lived == null) {
      Office office =
          Office.open(QuickFolder.make("postgres-").resolve("home"))
              .setting("url: \"\"", "url: \"" + TestPostgres.freshDatabase() + "\"")
              .setting("user: \"\"", "user: \"postgres\"");
      for (int night = 1; night <= 3; night++) {
        Office.Said said = Sample.night(night, office);
        if (said.exit() != Sample.exit(night)) {
          throw new AssertionError(said.exit() + ": " + said.all());
        }
      }
      lived = office;
    }
    return lived;
  }
}
