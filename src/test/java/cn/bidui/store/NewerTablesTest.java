package cn.bidui.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.ledger.NewerHomeException;
import cn.bidui.plan.Settings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class NewerTablesTest {

  private static final Settings.Database EMBEDDED = new Settings.Database("", "", "");

  @TempDir Path home;

  @Test
  void tablesThatANewerVersionChangedAreLeftAlone() throws Exception {
    try (var pool = Index.open(home, EMBEDDED, 1)) {
      JdbcClient.create(pool)
          .sql(
              "insert into \"flyway_schema_history\" values (999, '999', 'later', 'SQL', 'V999.sql',"
                  + " 1, 'bidui', current_timestamp, 1, true)")
          .update();
    }

    assertThatThrownBy(() -> Index.open(home, EMBEDDED, 1).close())
        .isInstanceOfSatisfying(
            NewerHomeException.class,
            newer -> {
              assertThat(newer.theirs()).isEqualTo("db-999");
              assertThat(newer.ours()).startsWith("db-").isNotEqualTo("db-0");
            });
  }

  @Test
  void tablesOfThisVersionOpenAgain() throws Exception {
    Index.open(home, EMBEDDED, 1).close();
    try (var pool = Index.open(home, EMBEDDED, 1)) {
      assertThat(pool.isClosed()).isFalse();
    }
  }
}
