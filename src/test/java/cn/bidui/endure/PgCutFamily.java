package cn.bidui.endure;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** The connection to PostgreSQL is cut, refused for a while, or says nothing any more. */
final class PgCutFamily implements Family {

  private enum Fault {
    CUT,
    REFUSE,
    STALL
  }

  @Override
  public String name() {
    return "pg-cut";
  }

  @Override
  public String promise() {
    return "Connections to PostgreSQL cut, stalled or refused: tried again a bounded number of times,"
        + " the same bytes in the end";
  }

  @Override
  public int inCheck() {
    return 2;
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
    Random random = new Random(seed);
    long delay = random.nextInt((int) PgTrial.duration());
    Fault fault = Fault.values()[number % Fault.values().length];
    int length = 500 + random.nextInt(2_500);
    try (TcpProxy proxy = TcpProxy.to(server.port())) {
      SampleHome home =
          PgTrial.made(
              scratch.resolve("home"), server.freshDatabase(proxy.port(), "?socketTimeout=1"));
      return PgTrial.night(
          home,
          delay,
          () -> set(proxy, fault, true),
          () -> {
            TimeUnit.MILLISECONDS.sleep(fault == Fault.CUT ? 0 : length);
            set(proxy, fault, false);
          },
          fault + " after " + delay + " ms for " + length + " ms");
    }
  }

  private static void set(TcpProxy proxy, Fault fault, boolean on) {
    switch (fault) {
      case CUT -> proxy.cut();
      case REFUSE -> proxy.refuse(on);
      case STALL -> proxy.stall(on);
    }
  }
}
