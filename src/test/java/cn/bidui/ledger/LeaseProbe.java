package cn.bidui.ledger;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Another process that asks for the lease and says what came of it. */
public final class LeaseProbe {

  private LeaseProbe() {}

  /** First argument the work folder; second {@code hold}, {@code lock} or milliseconds to wait. */
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    if (arguments[1].equals("lock")) {
      FileChannel.open(
              home.resolve("journal/lease.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE)
          .lock();
      System.out.println("locked");
      Thread.sleep(60_000);
      return;
    }
    boolean hold = arguments[1].equals("hold");
    Duration wait = hold ? Duration.ZERO : Duration.ofMillis(Long.parseLong(arguments[1]));
    LeaseOutcome outcome = Lease.acquire(home, wait, Invented.CLOCK);
    if (outcome instanceof LeaseOutcome.Held held) {
      System.out.println("held " + held.lease().epoch());
    } else if (outcome instanceof LeaseOutcome.Busy busy) {
      System.out.println("busy " + busy.holder().pid());
    }
    if (hold) {
      Thread.sleep(60_000);
    }
  }
}
