package cn.bidui.ledger;

import cn.bidui.ledger.Entry.PersonAsked;
import cn.bidui.ledger.Entry.Purged;
import cn.bidui.ledger.Entry.Replaced;
import cn.bidui.ledger.Entry.TakenDown;
import cn.bidui.source.RowCounts;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Entries about what is kept how long, as the data of a journal line, and back. */
final class KeepingJson {

  private KeepingJson() {}

  /** The entry's data; empty if it is of another kind. */
  static Optional<JsonObject> write(Entry entry) {
    if (entry instanceof Replaced replaced) {
      return Optional.of(replaced(replaced));
    } else if (entry instanceof Purged purged) {
      return Optional.of(
          new JsonObject()
              .with("asOf", purged.asOf())
              .with("by", purged.by())
              .with("items", purged.items())
              .with("counts", figures(purged.counts()))
              .with("certificate", purged.certificate()));
    } else if (entry instanceof PersonAsked asked) {
      return Optional.of(
          new JsonObject()
              .with("act", asked.act())
              .with("subject", asked.subject())
              .with("by", asked.by())
              .with("asOf", asked.asOf())
              .with("words", asked.words())
              .with("counts", figures(asked.counts())));
    } else if (entry instanceof TakenDown taken) {
      return Optional.of(
          new JsonObject()
              .with("asOf", taken.asOf())
              .with("by", taken.by())
              .with("files", taken.files()));
    }
    return Optional.empty();
  }

  private static JsonObject replaced(Replaced replaced) {
    RowCounts left = replaced.left();
    return new JsonObject()
        .with("sha256", replaced.sha256())
        .with("rows", replaced.rows())
        .with("why", replaced.why().name().toLowerCase(Locale.ROOT))
        .with("asOf", replaced.asOf())
        .with("by", replaced.by())
        .with("accepted", left.accepted())
        .with("rejected", left.rejected())
        .with("blank", left.blank())
        .with("duplicate", left.duplicate())
        .with("note", left.note());
  }

  /** Reads the data of an entry of one of these kinds. */
  static Entry read(String type, JsonObject data) throws IOException {
    return switch (type) {
      case "replaced" -> readReplaced(data);
      case "purged" ->
          new Purged(
              data.date("asOf"),
              data.text("by"),
              data.texts("items"),
              figures(data.object("counts")),
              data.text("certificate"));
      case "person-asked" ->
          new PersonAsked(
              data.text("act"),
              data.text("subject"),
              data.text("by"),
              data.date("asOf"),
              data.text("words"),
              figures(data.object("counts")));
      case "taken-down" -> new TakenDown(data.date("asOf"), data.text("by"), data.texts("files"));
      default -> throw new IOException("no entry about keeping is of type " + type);
    };
  }

  private static Replaced readReplaced(JsonObject data) throws IOException {
    return new Replaced(
        data.text("sha256"),
        data.text("rows"),
        Replaced.Why.valueOf(data.text("why").toUpperCase(Locale.ROOT)),
        data.date("asOf"),
        data.text("by"),
        new RowCounts(
            data.count("accepted"),
            data.count("rejected"),
            data.count("blank"),
            data.count("duplicate"),
            data.count("note")));
  }

  private static JsonObject figures(SortedMap<String, Long> counts) {
    JsonObject object = new JsonObject();
    counts.forEach(object::with);
    return object;
  }

  private static SortedMap<String, Long> figures(JsonObject object) throws IOException {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (String name : object.properties().keySet()) {
      counts.put(name, object.number(name));
    }
    return counts;
  }
}
