package cn.bidui.ledger;

import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.JournalLine.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last night that was published up to a line of the journal, and the one of its files that
 * cannot be made again from lists and rules: what that very run told of itself.
 *
 * @param night null if none was published
 */
record LastNight(@Nullable Published night) {

  /** Tells times, the run and the head of the journal of then. */
  private static final String RUN_JSON = "data/run.json";

  static LastNight of(Path home, Head head) throws IOException {
    LastNight[] last = {new LastNight(null)};
    JournalReader.of(home)
        .read(
            1,
            line -> {
              if (line.seq() <= head.seq()
                  && line.entry() instanceof Published night
                  && night.asOf().toString().compareTo(last[0].day()) >= 0) {
                last[0] = new LastNight(night);
              }
            });
    return last[0];
  }

  /** Its as-of date; blank if there is none. */
  String day() {
    return night == null ? "" : night.asOf().toString();
  }

  /** Where that file lies in a work folder, with {@code /}; blank if there is no night. */
  String name() {
    return night == null ? "" : "reports/" + day() + "/" + RUN_JSON;
  }

  /** What stands in it, if it lies there and is what was published. */
  Optional<byte[]> told(Path home) throws IOException {
    if (night == null) {
      return Optional.empty();
    }
    Path reports = home.resolve("reports");
    Path lies = Publication.under(reports).whereItLies(night);
    try {
      byte[] content = Files.readAllBytes(lies.resolve(RUN_JSON));
      return Sha256.hex(content).equals(night.manifest().get(RUN_JSON))
          ? Optional.of(content)
          : Optional.empty();
    } catch (NoSuchFileException gone) {
      // Reports may be moved away as a whole.
      return Optional.empty();
    }
  }
}
