package cn.bidui.ledger;

import cn.bidui.ledger.Entry.SourceFetched;
import java.io.IOException;
import java.util.Optional;

/** Entries about sources of lists, as the data of a journal line, and back. */
final class SourceJson {

  private SourceJson() {}

  /** The entry's data; empty if it is of another kind. */
  static Optional<JsonObject> write(Entry entry) {
    return entry instanceof SourceFetched fetched
        ? Optional.of(
            new JsonObject()
                .with("run", fetched.runId())
                .with("source", fetched.source())
                .with("declared", fetched.declared())
                .with("list", fetched.list().code())
                .with("unit", fetched.unit())
                .with("kind", fetched.kind())
                .with("state", fetched.state().code())
                .with("reason", fetched.reason())
                .with("words", fetched.words())
                .with("sha256", fetched.sha256())
                .with("file", fetched.file())
                .with("etag", fetched.etag())
                .with("lastModified", fetched.lastModified())
                .with("asOf", fetched.asOf()))
        : Optional.empty();
  }

  static SourceFetched read(JsonObject data) throws IOException {
    return new SourceFetched(
        data.text("run"),
        data.text("source"),
        data.text("declared"),
        BatchJson.kind(data.text("list")),
        data.text("unit"),
        data.text("kind"),
        SourceFetched.State.ofCode(data.text("state")),
        data.text("reason"),
        data.texts("words"),
        data.text("sha256"),
        data.text("file"),
        data.text("etag"),
        data.text("lastModified"),
        data.date("asOf"));
  }
}
