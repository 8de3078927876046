package cn.bidui.endure;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** The PostgreSQL server is killed at a random moment of a night and started again. */
final class PgKillFamily implements Family {

  @Override
  public String name() {
    return "pg-kill";
  }

  @Override
  public String promise() {
    return "PostgreSQL killed with -9 in the middle of a chunk and restarted: the night goes on at the"
        + " last committed chunk and ends in the same bytes";
  }

  @Override
  public int inCheck() {
    return 1;
  }

  @Override
  public int inMerge() {
    return 10;
  }

  @Override
  public int inFull() {
    return 200;
  }

  @Override
  public String trial(int number, long seed, Path scratch) throws Exception {
    PgTrial.usual();
    PgServer server = PgTrial.server();
    SampleHome home =
        PgTrial.made(scratch.resolve("home"), server.freshDatabase(server.port(), ""));
    Random random = new Random(seed);
    long delay = random.nextInt((int) PgTrial.duration());
    int down = random.nextInt(1_500);
    return PgTrial.night(
        home,
        delay,
        server::kill,
        () -> {
          TimeUnit.MILLISECONDS.sleep(down);
          server.start();
        },
        "killed after " + delay + " ms, down for " + down + " ms");
  }
}
