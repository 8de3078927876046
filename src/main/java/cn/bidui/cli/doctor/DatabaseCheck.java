package cn.bidui.cli.doctor;

import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.plan.Settings.Database;
import cn.bidui.store.DatabaseLook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Whether the database opens, has the tables of this program, and every file of the journal. */
final class DatabaseCheck implements Check {

  @Override
  public String code() {
    return "database";
  }

  @Override
  public Looked look(Premises premises) throws Exception {
    Database database = premises.settings().database();
    Set<String> answered = answered(premises);
    if (database.embedded() && !Files.exists(DatabaseLook.file(premises.folder().home()))) {
      return answered.isEmpty() ? Looked.off("none") : new Looked().warn("gone", answered.size());
    }
    if (database.embedded() && premises.lease().held()) {
      return new Looked().ok("busy", premises.lease().holder().map(held -> held.pid()).orElse(""));
    }
    return opened(premises, database, answered);
  }

  /** What the journal says was answered must be there; what it says was received may come yet. */
  private static Set<String> answered(Premises premises) throws Exception {
    Set<String> digests = new TreeSet<>();
    for (FileAnswered answered : premises.journal().state().answeredFiles()) {
      digests.add(answered.file().sha256());
    }
    digests.removeAll(premises.journal().replaced());
    return digests;
  }

  private static Looked opened(Premises premises, Database database, Set<String> answered)
      throws Exception {
    Path home = premises.folder().home();
    DatabaseLook look;
    try {
      look = DatabaseLook.at(home, database);
    } catch (Exception failed) {
      // Its words may quote rows; which kind it is tells enough. A night that began meanwhile
      // writes while we read.
      return cn.bidui.ledger.LeaseLook.at(home).held()
          ? new Looked().ok("busy", "")
          : failed(database, failed);
    }
    Set<String> missing = new TreeSet<>(answered);
    missing.removeAll(look.read());
    if (look.newer()) {
      return new Looked().fail("newer", look.schema(), look.known());
    }
    return missing.isEmpty()
        ? new Looked().ok("fine", answered.size(), look.schema())
        : new Looked().warn("behind", answered.size(), missing.size());
  }

  private static Looked failed(Database database, Exception failed) {
    String kind = failed.getClass().getSimpleName();
    return database.embedded()
        ? new Looked().fail("damaged", kind)
        : new Looked().fail("unreachable", kind);
  }
}
