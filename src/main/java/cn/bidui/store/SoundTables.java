package cn.bidui.store;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tables of the embedded database that need no look by Flyway: what it says depends on the steps
 * that this program brings and on those noted as taken, and it has found the same ones in order
 * before. A process that opens databases all the time (a watch, a trial) asks it once.
 */
final class SoundTables {

  private static final String STEPS =
      """
      select   "installed_rank", "version", "description", "type", "script", "checksum", "success"
      from     "flyway_schema_history"
      order by "installed_rank"
      """;

  /** The steps of those that were found in order last; none at first. */
  private static volatile List<Map<String, Object>> known = List.of();

  private SoundTables() {}

  /** Whether nothing is to be done. If the steps cannot be read, it is for Flyway to say why. */
  static boolean in(DataSource pool) {
    List<Map<String, Object>> before = known;
    try {
      return !before.isEmpty() && before.equals(steps(pool));
    } catch (DataAccessException unreadable) {
      return false;
    }
  }

  /** Notes that Flyway has nothing left to do in {@code pool}. */
  static void found(DataSource pool) {
    known = List.copyOf(steps(pool));
  }

  private static List<Map<String, Object>> steps(DataSource pool) {
    return new JdbcTemplate(pool).queryForList(STEPS);
  }
}
