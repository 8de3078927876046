package cn.bidui.ledger;

import cn.bidui.ledger.Entry.JobEnded;
import java.io.IOException;
import java.util.Optional;

/** Entries about jobs, as the data of a journal line, and back. */
final class JobJson {

  static final String ENDED = "job-ended";

  private JobJson() {}

  /** The entry's data; empty if it is of another kind. */
  static Optional<JsonObject> write(Entry entry) {
    return entry instanceof JobEnded ended
        ? Optional.of(
            new JsonObject()
                .with("job", ended.job())
                .with("asOf", ended.asOf())
                .with("exit", (long) ended.exit())
                .with("millis", ended.millis()))
        : Optional.empty();
  }

  /** Reads the data of one. */
  static JobEnded read(JsonObject data) throws IOException {
    return new JobEnded(
        data.text("job"), data.date("asOf"), data.count("exit"), data.number("millis"));
  }
}
