package cn.bidui.endure;

import cn.bidui.ledger.Journal;
import cn.bidui.ledger.JournalLine.Head;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import cn.bidui.ledger.Verdict;
import cn.bidui.ledger.audit.Anchor;
import cn.bidui.ledger.audit.JournalAudit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A crash cuts the last append short at every length, or leaves blocks of it that read as zeros.
 */
final class JournalTorn implements Family {

  @Override
  public String name() {
    return "journal-torn";
  }

  @Override
  public String promise() {
    return "An append that a crash cut short is no alarm: nothing before it is doubted or lost.";
  }

  @Override
  public int inCheck() {
    return 50;
  }

  @Override
  public int inMerge() {
    return 300;
  }

  @Override
  public int inFull() {
    return 1_000;
  }

  @Override
  public String trial(int number, long seed, Path scratch) throws IOException {
    Random random = new Random(seed);
    InventedJournal journal = InventedJournal.write(scratch, random, 2 + random.nextInt(3));
    byte[] whole = journal.bytes();
    int start = startOf(journal.beforeLast(), whole);
    boolean zeros = number % 4 == 3;
    byte[] left =
        zeros
            ? withZeros(whole, start, random)
            : Arrays.copyOf(whole, start + number % (whole.length - start + 1));
    Files.write(journal.segment(), left);

    // All that was acknowledged before is known elsewhere.
    List<Anchor> anchors =
        journal.heads().stream()
            .filter(head -> head.seq() <= journal.beforeLast().seq())
            .map(head -> new Anchor(head, "invented"))
            .toList();
    Verdict verdict = JournalAudit.of(scratch, anchors).verdict();
    String what = (zeros ? "zeros, " : "cut at ") + (left.length - start) + " bytes: ";
    check(what, verdict, journal.beforeLast());
    goesOn(what, scratch, verdict, anchors);
    return what + verdict.code();
  }

  private static int startOf(Head before, byte[] whole) {
    int at = 0;
    for (long line = 0; line < before.seq(); at++) {
      line += whole[at] == '\n' ? 1 : 0;
    }
    return at;
  }

  /** Some blocks of 64 bytes never reached the disk; the file has its length. */
  private static byte[] withZeros(byte[] whole, int start, Random random) {
    byte[] left = whole.clone();
    for (int block = 0; block <= random.nextInt(4); block++) {
      int from = start + random.nextInt(whole.length - start);
      Arrays.fill(left, from, Math.min(from + 64, left.length), (byte) 0);
    }
    return left;
  }

  private static void check(String what, Verdict verdict, Head before) {
    boolean fine = verdict instanceof Verdict.Intact || verdict instanceof Verdict.Torn;
    if (!fine || verdict.sound().seq() < before.seq()) {
      throw new AssertionError(
          what + verdict.code() + ", sound to line " + verdict.sound().seq() + " only");
    }
  }

  private static void goesOn(String what, Path home, Verdict before, List<Anchor> anchors)
      throws IOException {
    try (Lease lease =
            ((LeaseOutcome.Held) Lease.acquire(home, Duration.ZERO, Clock.systemUTC())).lease();
        Journal journal = Journal.open(home, lease, Clock.systemUTC())) {
      if (!journal.head().equals(before.sound())) {
        throw new AssertionError(what + "the journal goes on from elsewhere than was told");
      }
    }
    if (!JournalAudit.of(home, anchors).verdict().ok()) {
      throw new AssertionError(what + "the torn end was not set aside");
    }
  }
}
