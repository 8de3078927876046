package cn.bidui.cli.doctor;

import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.JournalState;
import cn.bidui.store.DatabaseLook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** How much room there is, in nights of the size of the last one. */
final class DiskCheck implements Check {

  private static final int FEW_NIGHTS = 3;
  private static final int MANY_NIGHTS = 30;
  private static final long LEAST = 500 * Amount.MB;
  private static final long AMPLE = 2 * Amount.GB;

  @Override
  public String code() {
    return "disk";
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING;
  }

  @Override
  public Looked look(Premises premises) throws Exception {
    Path home = premises.folder().home();
    long free = premises.machine().disks().usableBytes(home);
    long night = premises.home() ? night(premises) : 0;
    // A database that is made again stands beside the old one until it is done.
    long database = Files.exists(DatabaseLook.file(home)) ? Files.size(DatabaseLook.file(home)) : 0;
    Looked looked = new Looked();
    String size = Amount.bytes(night);
    if (free < Math.max(LEAST, FEW_NIGHTS * night + database)) {
      looked.fail("full", Amount.bytes(free), size);
    } else if (free < Math.max(AMPLE, MANY_NIGHTS * night + database)) {
      looked.warn("low", Amount.bytes(free), size, MANY_NIGHTS);
    } else if (night > 0) {
      looked.ok("fine", Amount.bytes(free), size);
    } else {
      looked.ok("free", Amount.bytes(free));
    }
    return temporary(premises, looked);
  }

  private static Looked temporary(Premises premises, Looked looked) throws IOException {
    long free =
        premises
            .machine()
            .disks()
            .usableBytes(Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
    return free < LEAST ? looked.fail("temporary", Amount.bytes(free), LEAST / Amount.MB) : looked;
  }

  /** What the last night wrote: its report, and the files that it took. */
  private static long night(Premises premises) throws Exception {
    JournalState state = premises.journal().state();
    Optional<Published> last = state.latest();
    if (last.isEmpty()) {
      return 0;
    }
    long taken = 0;
    for (var answered : state.answeredFiles()) {
      taken +=
          state
              .receipt(answered.receipt())
              .filter(receipt -> receipt.received().asOf().equals(last.get().asOf()))
              .map(receipt -> receipt.received().bytes())
              .orElse(0L);
    }
    return taken + size(premises.folder().report(last.get().asOf()));
  }

  private static long size(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    long size = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        size += Files.size(file);
      }
    }
    return size;
  }
}
