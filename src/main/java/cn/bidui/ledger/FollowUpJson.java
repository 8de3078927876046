package cn.bidui.ledger;

import cn.bidui.ledger.Entry.CaseActed;
import cn.bidui.ledger.Entry.DutiesTaken;
import cn.bidui.ledger.Entry.Notice;
import cn.bidui.ledger.Entry.PeriodSigned;
import cn.bidui.ledger.Entry.Revealed;
import cn.bidui.ledger.Entry.Undone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Entries about what became of findings, as the data of a journal line, and back. */
final class FollowUpJson {

  private FollowUpJson() {}

  /** The entry's data; empty if it is of another kind. */
  static Optional<JsonObject> write(Entry entry) {
    if (entry instanceof CaseActed acted) {
      return Optional.of(acted(acted));
    } else if (entry instanceof Undone undone) {
      List<JsonObject> lines =
          undone.lines().stream().map(line -> new JsonObject().with("line", line)).toList();
      return Optional.of(
          new JsonObject()
              .with("lines", lines)
              .with("by", undone.by())
              .with("asOf", undone.asOf())
              .with("note", undone.note()));
    } else if (entry instanceof DutiesTaken duties) {
      return Optional.of(
          new JsonObject()
              .with("digest", duties.digest())
              .with("by", duties.by())
              .with("asOf", duties.asOf()));
    } else if (entry instanceof PeriodSigned signed) {
      return Optional.of(signed(signed));
    } else if (entry instanceof Notice notice) {
      return Optional.of(
          new JsonObject()
              .with("run", notice.runId())
              .with("channel", notice.channel())
              .with("phase", notice.phase().name().toLowerCase(Locale.ROOT))
              .with("words", notice.words()));
    } else if (entry instanceof Revealed revealed) {
      return Optional.of(revealed(revealed));
    } else if (entry instanceof Entry.AnswersRead read) {
      return Optional.of(
          new JsonObject().with("receipt", read.receipt()).with("result", read.result()));
    }
    return Optional.empty();
  }

  private static JsonObject acted(CaseActed acted) {
    return new JsonObject()
        .with("case", acted.caseId())
        .with("act", acted.act().code())
        .with("by", acted.by())
        .with("asOf", acted.asOf())
        .with("day", acted.day())
        .with("words", acted.words());
  }

  private static JsonObject revealed(Revealed revealed) {
    return new JsonObject()
        .with("what", revealed.what())
        .with("count", revealed.count())
        .with("by", revealed.by())
        .with("purpose", revealed.purpose())
        .with("asOf", revealed.asOf());
  }

  private static JsonObject signed(PeriodSigned signed) {
    return new JsonObject()
        .with("period", signed.period())
        .with("figures", signed.figures())
        .with("by", signed.by())
        .with("asOf", signed.asOf())
        .with("correction", signed.correction())
        .with("files", files(signed.files()));
  }

  private static JsonObject files(SortedMap<String, String> digests) {
    JsonObject object = new JsonObject();
    digests.forEach(object::with);
    return object;
  }

  /** Signatures of earlier versions tell of no files. */
  private static SortedMap<String, String> readFiles(JsonObject data) throws IOException {
    SortedMap<String, String> digests = new TreeMap<>();
    if (data.properties().containsKey("files")) {
      JsonObject files = data.object("files");
      for (String name : files.properties().keySet()) {
        digests.put(name, files.text(name));
      }
    }
    return digests;
  }

  /** Reads the data of an entry of one of these kinds. */
  static Entry read(String type, JsonObject data) throws IOException {
    return switch (type) {
      case "case-acted" -> readActed(data);
      case "undone" ->
          new Undone(readLines(data), data.text("by"), data.date("asOf"), data.text("note"));
      case "duties-taken" ->
          new DutiesTaken(data.text("digest"), data.text("by"), data.date("asOf"));
      case "period-signed" ->
          new PeriodSigned(
              data.text("period"),
              data.text("figures"),
              data.text("by"),
              data.date("asOf"),
              data.count("correction"),
              readFiles(data));
      case "notice" ->
          new Notice(
              data.text("run"),
              data.text("channel"),
              Notice.Phase.valueOf(data.text("phase").toUpperCase(Locale.ROOT)),
              data.text("words"));
      case "revealed" ->
          new Revealed(
              data.text("what"),
              data.count("count"),
              data.text("by"),
              data.text("purpose"),
              data.date("asOf"));
      case "answers-read" -> new Entry.AnswersRead(data.number("receipt"), data.text("result"));
      default -> throw new IOException("no entry about follow-up is of type " + type);
    };
  }

  private static CaseActed readActed(JsonObject data) throws IOException {
    String act = data.text("act");
    return new CaseActed(
        data.text("case"),
        CaseAct.find(act).orElseThrow(() -> new IllegalArgumentException("an unknown act")),
        data.text("by"),
        data.date("asOf"),
        data.dateOrNull("day"),
        data.text("words"));
  }

  private static List<Long> readLines(JsonObject data) throws IOException {
    List<Long> lines = new ArrayList<>();
    for (JsonObject each : data.objects("lines")) {
      lines.add(each.number("line"));
    }
    return lines;
  }
}
