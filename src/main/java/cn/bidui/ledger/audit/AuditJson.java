package cn.bidui.ledger.audit;

import cn.bidui.ledger.Entry.Restored;
import cn.bidui.ledger.FileEntry.Note;
import cn.bidui.ledger.JournalLine.Head;
import cn.bidui.ledger.Verdict;
import cn.bidui.source.Messages;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What an audit found, for programs: one JSON object on one line. */
public final class AuditJson {

  private AuditJson() {}

  /**
   * The object.
   *
   * @param found what is beside the journal; null if it was not looked at
   */
  public static String of(
      JournalAudit audit, RecordAudit.@Nullable Found found, Messages messages) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      journal(audit, messages, json);
      if (found != null) {
        record(found, messages, json);
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void journal(JournalAudit audit, Messages messages, JsonGenerator json) {
    Verdict verdict = audit.verdict();
    json.writeStringProperty("verdict", verdict.code());
    json.writeStringProperty("message", text(verdict.message(), messages));
    json.writeNumberProperty("lines", verdict.sound().seq());
    json.writeStringProperty("head", verdict.sound().text());
    if (!verdict.ok()) {
      json.writeNumberProperty("firstBad", verdict.sound().seq() + 1);
    }
    contradiction(verdict).ifPresent(head -> json.writeStringProperty("anchor", head.text()));
    audit.contradictedBy().ifPresent(where -> json.writeStringProperty("anchorIn", where));
    instant("first", audit.checked().first(), json);
    instant("last", audit.checked().last(), json);
    json.writeNumberProperty("anchors", audit.anchors().size());
    json.writeNumberProperty("setAside", audit.setAside().size());
    json.writeArrayPropertyStart("restored");
    for (Restored restored : audit.restorations()) {
      json.writeStartObject();
      json.writeStringProperty("on", restored.asOf().toString());
      json.writeStringProperty("by", restored.by());
      json.writeStringProperty("from", restored.from().text());
      json.writeStringProperty("over", restored.over().text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static Optional<Head> contradiction(Verdict verdict) {
    if (verdict instanceof Verdict.CutOff cut) {
      return Optional.of(cut.anchor());
    }
    return verdict instanceof Verdict.Rewritten rewritten
        ? Optional.of(rewritten.anchor())
        : Optional.empty();
  }

  private static void instant(String name, Optional<Instant> at, JsonGenerator json) {
    at.ifPresent(instant -> json.writeStringProperty(name, instant.toString()));
  }

  private static void record(RecordAudit.Found found, Messages messages, JsonGenerator json) {
    json.writeNumberProperty("nights", found.nights());
    json.writeNumberProperty("files", found.files());
    texts("gone", found.gone().stream().map(String::valueOf).toList(), json);
    texts("faults", found.faults().stream().map(fault -> text(fault, messages)).toList(), json);
  }

  private static void texts(String name, List<String> texts, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  private static String text(Note note, Messages messages) {
    return messages.text(note.key(), note.words().toArray());
  }
}
