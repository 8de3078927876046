package cn.bidui.cli.doctor;

import cn.bidui.ledger.JournalOutline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/** The clock against everything that carries a time, and the time zone against Beijing's. */
final class ClockCheck implements Check {

  /** Clocks that are set by the network differ by less. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** Nothing of this program is older. */
  private static final Instant BEGINNING = Instant.parse("2025-01-01T00:00:00Z");

  @Override
  public String code() {
    return "clock";
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING;
  }

  @Override
  public Looked look(Premises premises) throws Exception {
    ZoneId business = premises.clock().getZone();
    Instant now = premises.now();
    Looked looked = new Looked();
    if (now.isBefore(BEGINNING)) {
      looked.fail("past", Amount.moment(now, business));
    }
    if (premises.home()) {
      record(premises, now, looked);
    }
    ZoneId zone = premises.machine().zone();
    if (!zone.getRules().getOffset(now).equals(business.getRules().getOffset(now))) {
      looked.warn("zone", zone.getId(), business.getId());
    }
    return looked.fine() ? looked.ok("fine", Amount.moment(now, business), zone.getId()) : looked;
  }

  private static void record(Premises premises, Instant now, Looked looked) throws Exception {
    ZoneId business = premises.clock().getZone();
    JournalOutline journal = premises.journal();
    Optional<Instant> newest =
        Stream.of(journal.latest(), written(premises.folder().journal()))
            .flatMap(Optional::stream)
            .max(Instant::compareTo);
    newest
        .filter(at -> at.isAfter(now.plus(TOLERANCE)))
        .ifPresent(
            at ->
                looked.fail(
                    "behind",
                    Amount.moment(now, business),
                    Amount.moment(at, business),
                    Duration.between(now, at).toMinutes()));
    if (journal.furthestBack().compareTo(TOLERANCE) > 0) {
      looked.warn("back", journal.furthestBack().toMinutes());
    }
  }

  /** When a file of the journal was written last. */
  private static Optional<Instant> written(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    Optional<Instant> newest = Optional.empty();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".jsonl")).toList()) {
        Instant at = Files.getLastModifiedTime(file).toInstant();
        newest = newest.filter(other -> other.isAfter(at)).or(() -> Optional.of(at));
      }
    }
    return newest;
  }
}
