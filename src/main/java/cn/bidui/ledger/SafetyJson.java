package cn.bidui.ledger;

import cn.bidui.ledger.Entry.BackedUp;
import cn.bidui.ledger.Entry.Drilled;
import cn.bidui.ledger.Entry.Formatted;
import cn.bidui.ledger.Entry.Restored;
import java.io.IOException;
import java.util.Optional;

/** Entries about backups and formats, as the data of a journal line, and back. */
final class SafetyJson {

  private SafetyJson() {}

  /** The entry's data; empty if it is of another kind. */
  static Optional<JsonObject> write(Entry entry) {
    if (entry instanceof BackedUp made) {
      return Optional.of(
          new JsonObject()
              .with("file", made.file())
              .with("digest", made.digest())
              .with("head", made.head().text())
              .with("bytes", made.bytes())
              .with("why", made.why())
              .with("asOf", made.asOf()));
    } else if (entry instanceof Drilled drill) {
      return Optional.of(
          new JsonObject()
              .with("file", drill.file())
              .with("head", drill.head().text())
              .with("blobs", drill.blobs())
              .with("millis", drill.millis())
              .with("escrow", drill.escrow())
              .with("trouble", drill.trouble())
              .with("asOf", drill.asOf()));
    } else if (entry instanceof Entry.KeysEscrowed escrowed) {
      return Optional.of(
          new JsonObject()
              .with("fingerprint", escrowed.fingerprint())
              .with("asOf", escrowed.asOf()));
    } else if (entry instanceof Formatted formatted) {
      return Optional.of(
          new JsonObject()
              .with("format", formatted.format())
              .with("software", formatted.software()));
    } else if (entry instanceof Restored restored) {
      return Optional.of(
          new JsonObject()
              .with("from", restored.from().text())
              .with("over", restored.over().text())
              .with("safety", restored.safety())
              .with("by", restored.by())
              .with("asOf", restored.asOf()));
    }
    return Optional.empty();
  }

  /** Reads the data of an entry of one of these kinds. */
  static Entry read(String type, JsonObject data) throws IOException {
    return switch (type) {
      case "backed-up" ->
          new BackedUp(
              data.text("file"),
              data.text("digest"),
              JournalLine.Head.parse(data.text("head")),
              data.number("bytes"),
              data.text("why"),
              data.date("asOf"));
      case "drilled" ->
          new Drilled(
              data.text("file"),
              JournalLine.Head.parse(data.text("head")),
              data.count("blobs"),
              data.number("millis"),
              data.properties().get("escrow") == Boolean.TRUE,
              data.text("trouble"),
              data.date("asOf"));
      case "keys-escrowed" -> new Entry.KeysEscrowed(data.text("fingerprint"), data.date("asOf"));
      case "formatted" -> new Formatted(data.count("format"), data.text("software"));
      case "restored" ->
          new Restored(
              JournalLine.Head.parse(data.text("from")),
              JournalLine.Head.parse(data.text("over")),
              data.text("safety"),
              data.text("by"),
              data.date("asOf"));
      default -> throw new IOException("no entry about backups is of type " + type);
    };
  }
}
