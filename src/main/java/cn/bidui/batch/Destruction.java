package cn.bidui.batch;

import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.Entry.Replaced;
import cn.bidui.ledger.HashTotals;
import cn.bidui.ledger.HomeKey;
import cn.bidui.ledger.JournalState;
import cn.bidui.plan.RetentionPlan;
import cn.bidui.source.Messages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was destroyed on a day, as the certificate says it (销毁证明): by class, how many, a keyed total
 * that names nobody, and from when to when.
 */
final class Destruction {

  /** The kinds of things, in the order of the certificate. */
  static final List<String> KINDS =
      List.of(
          "files.reduced",
          "files.removed",
          "rows.rejected",
          "report",
          "what-if",
          "period",
          "findings",
          "ledger",
          "words");

  private final SortedMap<String, Tally> tallies = new TreeMap<>();
  private final HomeKey key;

  /** One class. */
  private static final class Tally {
    private long count;
    private long total;
    private @Nullable LocalDate oldest;
    private @Nullable LocalDate newest;
  }

  Destruction(HomeKey key) {
    this.key = key;
  }

  /** A file that is gone, with the day on which it was received. */
  void add(Replaced gone, JournalState state) {
    LocalDate day = received(gone.sha256(), state);
    boolean removed = gone.rows().isEmpty();
    add(removed ? "files.removed" : "files.reduced", gone.sha256(), day, 1);
    if (gone.left().rejected() > 0) {
      add("rows.rejected", gone.sha256(), day, gone.left().rejected());
    }
  }

  void add(PurgePlan.Item item) {
    add(item.kind(), item.text(), item.day(), 1);
  }

  private void add(String kind, String item, LocalDate day, long count) {
    Tally tally = tallies.computeIfAbsent(kind, none -> new Tally());
    tally.count += count;
    long hash = Long.parseUnsignedLong(key.seal("destroyed:" + item), 16);
    tally.total =
        (tally.total + Long.remainderUnsigned(hash, HashTotals.MODULUS)) % HashTotals.MODULUS;
    tally.oldest = tally.oldest == null || day.isBefore(tally.oldest) ? day : tally.oldest;
    tally.newest = tally.newest == null || day.isAfter(tally.newest) ? day : tally.newest;
  }

  private static LocalDate received(String sha256, JournalState state) {
    LocalDate last = LocalDate.MIN;
    for (FileAnswered answered : state.answeredFiles()) {
      if (answered.file().sha256().equals(sha256)) {
        LocalDate day =
            state
                .receipt(answered.receipt())
                .map(receipt -> receipt.received().asOf())
                .orElse(last);
        last = day.isAfter(last) ? day : last;
      }
    }
    return last;
  }

  boolean none() {
    return tallies.isEmpty();
  }

  /** How many of each class. */
  SortedMap<String, Long> counts() {
    SortedMap<String, Long> counts = new TreeMap<>();
    tallies.forEach((kind, tally) -> counts.put(kind, tally.count));
    return Collections.unmodifiableSortedMap(counts);
  }

  /** The certificate, in Chinese, then in English. */
  String text(LocalDate asOf, String by, String unit, long line, RetentionPlan days) {
    List<String> lines = new ArrayList<>();
    for (Messages messages : List.of(Messages.ZH, Messages.EN)) {
      lines.add(messages.text("report.destroyed.title", unit));
      lines.add(messages.text("report.destroyed.day", asOf.toString()));
      String who = by.equals(Replaced.RETENTION) ? messages.text("report.destroyed.rule") : by;
      lines.add(messages.text("report.destroyed.by", who, String.valueOf(line)));
      for (String kind : KINDS) {
        @Nullable Tally tally = tallies.get(kind);
        if (tally != null) {
          lines.add(line(messages, kind, tally, days));
        }
      }
      lines.add(messages.text("report.destroyed.total"));
      lines.add("");
    }
    return String.join("\n", lines);
  }

  private static String line(Messages messages, String kind, Tally tally, RetentionPlan days) {
    return messages.text(
        "report.destroyed.line",
        messages.text("report.destroyed." + kind),
        String.valueOf(tally.count),
        "%010d".formatted(tally.total),
        String.valueOf(tally.oldest),
        String.valueOf(tally.newest),
        String.valueOf(days(kind, days)));
  }

  private static int days(String kind, RetentionPlan days) {
    return switch (kind) {
      case "files.reduced", "files.removed", "ledger" -> days.rawFiles();
      case "rows.rejected" -> days.rejectedRows();
      case "findings", "words" -> days.findings();
      default -> days.reports();
    };
  }
}
