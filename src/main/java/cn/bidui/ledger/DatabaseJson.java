package cn.bidui.ledger;

import cn.bidui.ledger.Entry.DatabaseMoved;
import java.io.IOException;
import java.util.Optional;

/** The entry about a move to another database, as the data of a journal line, and back. */
final class DatabaseJson {

  /** The name of its kind. */
  static final String TYPE = "database-moved";

  private DatabaseJson() {}

  /** The entry's data; empty if it is of another kind. */
  static Optional<JsonObject> write(Entry entry) {
    return entry instanceof DatabaseMoved moved
        ? Optional.of(
            new JsonObject()
                .with("from", moved.from())
                .with("to", moved.to())
                .with("by", moved.by())
                .with("asOf", moved.asOf())
                .with("files", (long) moved.files())
                .with("rows", moved.rows()))
        : Optional.empty();
  }

  /** Reads the data of one. */
  static DatabaseMoved read(JsonObject data) throws IOException {
    return new DatabaseMoved(
        data.text("from"),
        data.text("to"),
        data.text("by"),
        data.date("asOf"),
        data.count("files"),
        data.number("rows"));
  }
}
