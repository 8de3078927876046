package cn.bidui.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

class TroubleTest {

  private static Trouble of(Throwable failure) {
    return Trouble.of(new IllegalStateException("outer", failure));
  }

  @ParameterizedTest
  @ValueSource(strings = {"57P01", "57P03", "53300", "08001", "08006"})
  void aServerThatIsDownOrFullIsAway(String state) {
    assertThat(of(new SQLException("", state))).isEqualTo(Trouble.AWAY);
  }

  @Test
  void anEmptyPoolAndAClosedConnectionAreAway() {
    assertThat(of(new SQLException("Connection is closed"))).isEqualTo(Trouble.AWAY);
    assertThat(of(new SQLTransientConnectionException("timed out"))).isEqualTo(Trouble.AWAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"XX001", "42P01", "42703"})
  void damagedPagesAndMissingTablesAreDamage(String state) {
    assertThat(of(new SQLException("", state))).isEqualTo(Trouble.DAMAGED);
  }

  @Test
  void theEmbeddedDatabaseTellsOfDamageInItsOwnNumbers() {
    assertThat(of(new SQLException("", "90030", ErrorCode.FILE_CORRUPTED_1)))
        .isEqualTo(Trouble.DAMAGED);
    assertThat(of(new MVStoreException(DataUtils.ERROR_CHUNK_NOT_FOUND, "")))
        .isEqualTo(Trouble.DAMAGED);
    assertThat(of(new MVStoreException(DataUtils.ERROR_WRITING_FAILED, "")))
        .isEqualTo(Trouble.UNCLEAR);
  }

  @Test
  void whatTheEmbeddedDatabaseFallsOverIsDamageUnlessItsDiskFailed() {
    int general = ErrorCode.GENERAL_ERROR_1;
    assertThat(of(new SQLException("", "HY000", general, new NullPointerException())))
        .isEqualTo(Trouble.DAMAGED);
    assertThat(of(new SQLException("", "HY000", general, new IOException("disk"))))
        .isEqualTo(Trouble.UNCLEAR);
  }

  @Test
  void rowsThatDoNotAddUpAreDamage() {
    assertThat(of(new IndexDamagedException("file 1"))).isEqualTo(Trouble.DAMAGED);
  }

  @Test
  void whatElseTheDatabaseRefusesIsUnclear() {
    assertThat(of(new SQLException("", "23505"))).isEqualTo(Trouble.UNCLEAR);
    assertThat(of(new DataIntegrityViolationException("twice"))).isEqualTo(Trouble.UNCLEAR);
    assertThat(of(new FlywayException("checksum"))).isEqualTo(Trouble.UNCLEAR);
  }

  @Test
  void anythingElseSaysNothingOfTheDatabase() {
    assertThat(of(new IOException("disk"))).isEqualTo(Trouble.NONE);
  }

  @Test
  void aDiskThatFailsIsNotAFileThatEndsTooSoon() {
    assertThat(Trouble.disk(new RuntimeException(new IOException("no space")))).isTrue();
    assertThat(Trouble.disk(new RuntimeException(new EOFException()))).isFalse();
    assertThat(Trouble.disk(new SQLException("", "", ErrorCode.DATABASE_ALREADY_OPEN_1))).isTrue();
  }
}
