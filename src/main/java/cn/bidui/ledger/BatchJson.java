package cn.bidui.ledger;

import cn.bidui.source.Amends;
import cn.bidui.source.Batch;
import cn.bidui.source.ListKind;
import cn.bidui.source.Scope;
import cn.bidui.source.SourceFile;
import cn.bidui.source.Term;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Files and batches as JSON, and back. */
final class BatchJson {

  private BatchJson() {}

  static JsonObject batch(Batch batch) {
    Term term = batch.term();
    JsonObject data =
        file(batch.file())
            .with("list", batch.list().code())
            .with("system", batch.system())
            .with("scope", batch.scope().unit())
            .with("term", term == null ? null : term.label())
            .with("dataDate", batch.dataDate())
            .with("receipt", batch.receivedOrder());
    return amending(data, batch.amends());
  }

  static Batch readBatch(JsonObject data) throws IOException {
    return new Batch(
        readFile(data),
        kind(data.text("list")),
        data.text("system"),
        new Scope(data.text("scope")),
        readTerm(data),
        data.date("dataDate"),
        data.number("receipt"),
        readAmends(data));
  }

  static JsonObject file(SourceFile file) {
    return new JsonObject()
        .with("sha256", file.sha256())
        .with("name", file.name())
        .with("unit", file.unit());
  }

  static SourceFile readFile(JsonObject data) throws IOException {
    return new SourceFile(data.text("sha256"), data.text("name"), data.text("unit"));
  }

  /** Lists have no such property: their lines are what they were before corrections came back. */
  static JsonObject amending(JsonObject data, @Nullable Amends amends) {
    return amends == null
        ? data
        : data.with("amends", file(amends.base()).with("receipt", amends.receipt()));
  }

  static @Nullable Amends readAmends(JsonObject data) throws IOException {
    if (!data.properties().containsKey("amends")) {
      return null;
    }
    JsonObject amends = data.object("amends");
    return new Amends(readFile(amends), amends.number("receipt"));
  }

  static ListKind kind(String code) {
    return ListKind.ofCode(code)
        .orElseThrow(() -> new IllegalArgumentException("no such kind of list: " + code));
  }

  static @Nullable Term readTerm(JsonObject data) throws IOException {
    return data.maybeText("term").map(Term::parse).orElse(null);
  }
}
