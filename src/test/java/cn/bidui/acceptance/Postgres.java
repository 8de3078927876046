package cn.bidui.acceptance;

import cn.bidui.store.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** Work folders whose database is a real PostgreSQL. */
final class Postgres {

  private Postgres() {}

  /** A new work folder with a database of its own. */
  static Office office(Path home) throws IOException {
    return Office.open(home)
        .setting("url: \"\"", "url: \"" + TestPostgres.freshDatabase() + "\"")
        .setting("user: \"\"", "user: \"postgres\"");
  }
}
