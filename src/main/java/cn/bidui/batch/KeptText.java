package cn.bidui.batch;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Duties;
import cn.bidui.ledger.JournalState;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Texts that the journal names by their digests. */
final class KeptText {

  private final Archive archive;

  KeptText(Archive archive) {
    this.archive = archive;
  }

  /** The text with that digest. */
  String of(String digest) {
    return NightFailure.discreetly(
        () -> {
          try (InputStream kept = archive.open(digest)) {
            return new String(kept.readAllBytes(), StandardCharsets.UTF_8);
          }
        });
  }

  /** The text with that digest; blank if it has been removed by the retention rules. */
  String ifKept(String digest) {
    return archive.holds(digest) ? of(digest) : "";
  }

  /** The table of duties that holds. */
  Duties duties(JournalState state) {
    return state.duties().map(taken -> Duties.read(of(taken.digest()))).orElse(Duties.NONE);
  }
}
