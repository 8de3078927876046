package cn.bidui.ledger;

import java.nio.file.Path;

/**
 * A kill within this process: at one of the steps by which a work folder reaches the disk nothing
 * more is done, and no later step either until it is buried. What was done stays as it is.
 */
public final class Death implements AutoCloseable {

  private final Path home;
  private final int last;
  private int steps;
  private boolean struck;

  private Death(Path home, int last) {
    this.home = home.toAbsolutePath();
    this.last = last;
  }

  /** What whoever is killed sees; nobody catches it. */
  public static final class Struck extends Error {
    private static final long serialVersionUID = 1;

    private Struck() {
      super("killed", null, false, false);
    }
  }

  /** Whatever writes below {@code home} dies instead of its step number {@code steps} + 1. */
  public static Death after(int steps, Path home) {
    Death death = new Death(home, steps);
    Durably.tell(death::before);
    return death;
  }

  private synchronized void before(Path file) {
    if (file.toAbsolutePath().startsWith(home)) {
      struck |= steps == last;
      steps += struck ? 0 : 1;
      if (struck) {
        throw new Struck();
      }
    }
  }

  /** Whether it came. */
  public synchronized boolean struck() {
    return struck;
  }

  /** How many steps were done. */
  public synchronized int steps() {
    return steps;
  }

  /** Everybody lives again. */
  @Override
  public void close() {
    Durably.tell(file -> {});
  }
}
