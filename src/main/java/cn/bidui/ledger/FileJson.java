package cn.bidui.ledger;

import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.Entry.FileReceived;
import cn.bidui.ledger.Entry.FileWaiting;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Scope;
import cn.bidui.source.Term;
import java.io.IOException;
import java.util.Optional;

/** What became of files, as the data of a journal line, and back. */
final class FileJson {

  private FileJson() {}

  static JsonObject write(FileReceived received) {
    return BatchJson.file(received.file())
        .with("bytes", received.bytes())
        .with("asOf", received.asOf());
  }

  static FileReceived readReceived(JsonObject data) throws IOException {
    return new FileReceived(BatchJson.readFile(data), data.number("bytes"), data.date("asOf"));
  }

  static JsonObject write(FileWaiting waiting) {
    return new JsonObject()
        .with("name", waiting.name())
        .with("unit", waiting.unit())
        .with("bytes", waiting.bytes())
        .with("modified", waiting.modifiedMillis())
        .with("reason", waiting.reason());
  }

  static FileWaiting readWaiting(JsonObject data) throws IOException {
    return new FileWaiting(
        data.text("name"),
        data.text("unit"),
        data.number("bytes"),
        data.number("modified"),
        data.text("reason"));
  }

  static JsonObject write(FileAnswered answered) {
    ListKind list = answered.list();
    Term term = answered.term();
    JsonObject data =
        BatchJson.file(answered.file())
            .with("receipt", answered.receipt())
            .with("state", answered.state().code())
            .with("list", list == null ? null : list.code())
            .with("system", answered.system())
            .with("scope", answered.scope().unit())
            .with("term", term == null ? null : term.label())
            .with("dataDate", answered.dataDate())
            .with("counts", counts(answered.counts()))
            .with("problems", answered.problems().stream().map(ProblemCode::code).toList());
    return BatchJson.amending(data, answered.amends());
  }

  static FileAnswered readAnswered(JsonObject data) throws IOException {
    Optional<String> list = data.maybeText("list");
    return new FileAnswered(
        data.number("receipt"),
        BatchJson.readFile(data),
        FileState.ofCode(data.text("state")),
        list.isPresent() ? BatchJson.kind(list.get()) : null,
        data.text("system"),
        new Scope(data.text("scope")),
        BatchJson.readTerm(data),
        data.dateOrNull("dataDate"),
        readCounts(data.object("counts")),
        data.texts("problems").stream().map(ProblemCode::ofCode).toList(),
        BatchJson.readAmends(data));
  }

  private static JsonObject counts(RowCounts counts) {
    return new JsonObject()
        .with("accepted", counts.accepted())
        .with("rejected", counts.rejected())
        .with("blank", counts.blank())
        .with("duplicate", counts.duplicate())
        .with("note", counts.note());
  }

  private static RowCounts readCounts(JsonObject data) throws IOException {
    return new RowCounts(
        data.count("accepted"),
        data.count("rejected"),
        data.count("blank"),
        data.count("duplicate"),
        data.count("note"));
  }
}
