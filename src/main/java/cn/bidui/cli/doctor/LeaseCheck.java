package cn.bidui.cli.doctor;

import cn.bidui.ledger.LeaseLook;
import cn.bidui.ledger.LeaseOutcome.Holder;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Who has the work folder, since when; and whether the last one gave it back. */
final class LeaseCheck implements Check {

  /** No night takes so long. */
  private static final Duration LONG = Duration.ofHours(12);

  @Override
  public String code() {
    return "lease";
  }

  @Override
  public Looked look(Premises premises) throws Exception {
    LeaseLook lease = premises.lease();
    Holder holder = lease.holder().orElse(new Holder("", "", ""));
    if (!lease.held()) {
      return lease.holder().isEmpty()
          ? new Looked().ok("free")
          : new Looked().warn("left", holder.pid(), holder.host(), since(holder, premises));
    }
    long hours = Amount.hours(age(holder, premises.now()));
    Object[] words = {holder.pid(), holder.host(), since(holder, premises), hours};
    return hours >= LONG.toHours()
        ? new Looked().warn("long", words)
        : new Looked().ok("held", words);
  }

  private static Duration age(Holder holder, Instant now) {
    try {
      return Duration.between(Instant.parse(holder.since()), now);
    } catch (DateTimeException unknown) {
      return Duration.ZERO;
    }
  }

  private static String since(Holder holder, Premises premises) {
    try {
      return Amount.moment(Instant.parse(holder.since()), premises.clock().getZone());
    } catch (DateTimeException unknown) {
      return "?";
    }
  }
}
