package cn.bidui.ledger;

import cn.bidui.ledger.Entry.Answered;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A person's answer, as the data of a journal line, and back. */
final class AnswerJson {

  private AnswerJson() {}

  static JsonObject write(Answered answer) {
    JsonObject object =
        new JsonObject()
            .with("finding", answer.findingId())
            .with("outcome", answer.outcome())
            .with("by", answer.by())
            .with("until", answer.until())
            .with("note", answer.note())
            .with("facts", answer.facts())
            .with("asOf", answer.asOf());
    return answer.proof().equals(Proof.NONE) ? object : object.with("proof", proof(answer.proof()));
  }

  private static JsonObject proof(Proof proof) {
    @Nullable EvidenceKind evidence = proof.evidence();
    return new JsonObject()
        .with("evidence", evidence == null ? "" : evidence.code())
        .with("by", proof.verifiedBy())
        .with("on", proof.verifiedOn());
  }

  private static Proof readProof(JsonObject data) throws IOException {
    if (!data.properties().containsKey("proof")) {
      return Proof.NONE;
    }
    JsonObject proof = data.object("proof");
    return new Proof(
        EvidenceKind.find(proof.text("evidence")).orElse(null),
        proof.text("by"),
        proof.dateOrNull("on"));
  }

  static Answered read(JsonObject data) throws IOException {
    return new Answered(
        data.text("finding"),
        data.text("outcome"),
        data.text("by"),
        data.dateOrNull("until"),
        data.text("note"),
        data.text("facts"),
        data.date("asOf"),
        readProof(data));
  }
}
