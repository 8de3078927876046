package cn.bidui.endure;

import cn.bidui.fixture.QuickFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the families about a server have in common: the server, and an undisturbed run. */
final class PgTrial {

  private static final int DATABASE_TROUBLE = 74;

  private static @Nullable PgServer server;
  private static @Nullable SampleHome usual;
  private static long duration;

  private PgTrial() {}

  /** Harm done while a night runs. */
  @FunctionalInterface
  interface Harm {
    void happen() throws Exception;
  }

  static synchronized PgServer server() throws IOException, InterruptedException {
    if (server == null) {
      server = PgServer.started();
    }
    return server;
  }

  /** The end of an undisturbed night on the server, which is measured too. */
  static synchronized SampleHome usual() throws IOException, InterruptedException, SQLException {
    if (usual == null) {
      Path kept = QuickFolder.make("pg-");
      for (String each : new String[] {"warm", "usual"}) {
        SampleHome home = made(kept.resolve(each), server().freshDatabase(server().port(), ""));
        long start = System.nanoTime();
        usual = home.lived(1);
        duration = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      }
    }
    return Objects.requireNonNull(usual);
  }

  /** How long an undisturbed night takes, in ms. */
  static long duration() {
    return duration;
  }

  static SampleHome made(Path home, String url) throws IOException {
    return SampleHome.made(home)
        .setting("url: \"\"", "url: \"" + url + "\"")
        .setting("user: \"\"", "user: \"postgres\"");
  }

  /**
   * Runs the first night and does harm {@code delay} ms after its start; if the night gives up, it
   * must say so clearly, and the next run must come to the usual end.
   */
  static String night(SampleHome home, long delay, Harm harm, Harm mend, String story)
      throws Exception {
    SampleHome end = usual();
    home.drop(1);
    CompletableFuture<SampleHome.Said> night = CompletableFuture.supplyAsync(() -> home.run(1));
    TimeUnit.MILLISECONDS.sleep(delay);
    boolean over = night.isDone();
    harm.happen();
    mend.happen();
    SampleHome.Said said = night.get(5, TimeUnit.MINUTES);
    boolean gaveUp = said.exit() == DATABASE_TROUBLE;
    if (gaveUp && !said.text().contains("多次重试后停下")) {
      throw new AssertionError(story + ": stopped without a clear word: " + said.text());
    }
    if (gaveUp) {
      said = home.run(1);
    }
    home.expect(SampleHome.exit(1), said);
    home.sameEnd(end, 1, story);
    String waited = said.text().contains("秒后接着做") ? ", waited and went on" : ", not noticed";
    return story + (over ? ", over already" : gaveUp ? ", stopped and resumed" : waited);
  }
}
