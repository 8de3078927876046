package cn.bidui.cli.doctor;

import cn.bidui.ledger.JournalOutline.Noted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a backup was made that was read back and found whole, and when one was restored on trial.
 */
final class BackupCheck implements Check {

  private static final Duration FRESH = Duration.ofHours(50);
  private static final Duration STALE = Duration.ofDays(8);

  @Override
  public String code() {
    return "backup";
  }

  @Override
  public Needs needs() {
    return Needs.NIGHT;
  }

  @Override
  public Looked look(Premises premises) throws Exception {
    Optional<Noted> backup = last(premises.journal().noted("backed-up"));
    if (backup.isEmpty()) {
      return new Looked().fail("never");
    }
    Looked looked = new Looked();
    long hours = hours(backup.get().at(), premises);
    if (hours > STALE.toHours()) {
      looked.fail("old", hours);
    } else if (hours > FRESH.toHours()) {
      looked.warn("late", hours);
    }
    drill(premises, looked);
    return looked.fine()
        ? looked.ok("fine", hours, Amount.bytes(backup.get().number("bytes")))
        : looked;
  }

  private static void drill(Premises premises, Looked looked) throws Exception {
    Optional<Noted> drill = last(premises.journal().noted("drilled"));
    String trouble = drill.map(drilled -> drilled.text("trouble")).orElse("");
    if (drill.isEmpty()) {
      looked.warn("no-drill");
    } else if (!trouble.isEmpty()) {
      looked.fail("drill-failed", hours(drill.get().at(), premises), reason(trouble));
    } else if (hours(drill.get().at(), premises) > STALE.toHours()) {
      looked.warn("drill-old", hours(drill.get().at(), premises));
    }
  }

  /** The journal names it by a message key; one of a newer version is told as it stands. */
  private static Line.Word reason(String key) {
    return messages -> {
      try {
        return messages.has(key) ? messages.text(key) : key;
      } catch (java.util.MissingResourceException other) {
        return key;
      }
    };
  }

  private static Optional<Noted> last(List<Noted> noted) {
    return noted.isEmpty() ? Optional.empty() : Optional.of(noted.get(noted.size() - 1));
  }

  private static long hours(Instant at, Premises premises) {
    return Amount.hours(Duration.between(at, premises.now()));
  }
}
