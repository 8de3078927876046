package cn.bidui.store;

import cn.bidui.ledger.NewerHomeException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/** Tables that a newer version has changed are left alone. */
final class NewerTables {

  private NewerTables() {}

  /** Refuses tables that are newer than the program; by itself Flyway would go on with them. */
  static void refuse(MigrationInfoService migrations) throws NewerHomeException {
    MigrationVersion known = MigrationVersion.EMPTY;
    MigrationVersion applied = MigrationVersion.EMPTY;
    for (MigrationInfo each : migrations.all()) {
      known = each.getState().isResolved() ? later(known, each.getVersion()) : known;
      applied = each.getState().isApplied() ? later(applied, each.getVersion()) : applied;
    }
    if (applied.compareTo(known) > 0) {
      throw new NewerHomeException("db-" + applied.getVersion(), "db-" + known.getVersion());
    }
  }

  private static MigrationVersion later(MigrationVersion one, @Nullable MigrationVersion other) {
    return other == null || one.compareTo(other) >= 0 ? one : other;
  }
}
