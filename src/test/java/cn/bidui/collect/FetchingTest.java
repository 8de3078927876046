package cn.bidui.collect;

import static cn.bidui.collect.Asking.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.plan.ListSource;
import cn.bidui.plan.ListSource.Jdbc;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a source does, the others come, and it ends. */
class FetchingTest {

  private static final CountDownLatch OVER = new CountDownLatch(1);
  private static final Driver ODD = new OddDriver();

  @TempDir private Path folder;
  private Asking asking;

  @BeforeAll
  static void register() throws SQLException {
    DriverManager.registerDriver(ODD);
  }

  @AfterAll
  static void deregister() throws SQLException {
    OVER.countDown();
    DriverManager.deregisterDriver(ODD);
  }

  @BeforeEach
  void ask() throws IOException {
    asking = new Asking(folder);
    asking.file("one.sql", "select 1 as a");
  }

  private static ListSource source(String url, int seconds) {
    return Asking.source("省库", jdbc(url), seconds, 1);
  }

  private static Jdbc jdbc(String url) {
    return new Jdbc(url, "", Asking.NO_SECRET, "one.sql", "");
  }

  @Test
  void oneThatIgnoresItsTimeIsLeftBehindAndTheOthersCome() throws IOException {
    List<Fetched> fetched =
        asking.all(List.of(source("jdbc:odd:stuck", 1), source("jdbc:h2:mem:", 20)), 1);
    assertThat(fetched.get(0)).isEqualTo(failed(FetchFault.TIMEOUT));
    assertThat(Asking.text(fetched.get(1))).isEqualTo("A\r\n1\r\n");
  }

  @Test
  void ofALibraryThatGivesUpOnlyTheKindOfFailureIsTold() throws IOException {
    assertThat(asking.of(jdbc("jdbc:odd:broken")))
        .isEqualTo(failed(FetchFault.BROKEN, "IllegalStateException"));
    assertThat(asking.of(jdbc("jdbc:odd:none"))).isEqualTo(failed(FetchFault.DRIVER));
  }

  @Test
  void aBugIsNoFailureOfASource() {
    assertThatThrownBy(() -> asking.of(jdbc("jdbc:odd:bug"))).isInstanceOf(AssertionError.class);
  }

  @Test
  void whereOurOwnDiskFailsItIsNoSourceThatHasFailed() throws IOException {
    Files.delete(folder.resolve("staged"));
    assertThatThrownBy(() -> asking.of(jdbc("jdbc:h2:mem:"))).isInstanceOf(IOException.class);
  }

  @Test
  void whatAKilledRunLeftIsRemoved() throws IOException {
    Path left = Files.writeString(folder.resolve("fetch-1.part"), "x");
    Path other = Files.writeString(folder.resolve("other"), "x");
    Fetching.clear(folder);
    Fetching.clear(folder.resolve("none"));
    assertThat(left).doesNotExist();
    assertThat(other).exists();
  }

  @ParameterizedTest
  @EnumSource
  void everyFaultHasItsSentenceInBothLanguages(FetchFault fault) {
    assertThat(Messages.ZH.has(fault.key())).isTrue();
    assertThat(Messages.EN.has(fault.key())).isTrue();
  }

  /** A driver as nobody wants it. */
  private static final class OddDriver implements Driver {

    @Override
    public Connection connect(String url, Properties info) {
      switch (url) {
        case "jdbc:odd:broken" -> throw new IllegalStateException("a pupil's row");
        case "jdbc:odd:bug" -> throw new AssertionError("a bug");
        case "jdbc:odd:stuck" -> stick();
        default -> {}
      }
      return null;
    }

    private static void stick() {
      boolean over = false;
      while (!over) {
        try {
          OVER.await();
          over = true;
        } catch (InterruptedException ignored) {
          // It does not listen.
        }
      }
    }

    @Override
    public boolean acceptsURL(String url) {
      return url.startsWith("jdbc:odd:");
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
      return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
      return 1;
    }

    @Override
    public int getMinorVersion() {
      return 0;
    }

    @Override
    public boolean jdbcCompliant() {
      return false;
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getGlobal();
    }
  }
}
