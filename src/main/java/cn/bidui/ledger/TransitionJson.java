package cn.bidui.ledger;

import cn.bidui.ledger.Entry.Transitions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Findings that changed their state, as the data of a journal line, and back. */
final class TransitionJson {

  private TransitionJson() {}

  static JsonObject write(Transitions moved) {
    return new JsonObject()
        .with("run", moved.runId())
        .with("asOf", moved.asOf())
        .with("transitions", moved.transitions().stream().map(TransitionJson::transition).toList());
  }

  static Transitions read(JsonObject data) throws IOException {
    List<Transition> transitions = new ArrayList<>();
    for (JsonObject each : data.objects("transitions")) {
      transitions.add(readTransition(each));
    }
    return new Transitions(data.text("run"), data.date("asOf"), transitions);
  }

  private static JsonObject transition(Transition moved) {
    FindingState from = moved.from();
    return new JsonObject()
        .with("id", moved.findingId())
        .with("rule", moved.rule())
        .with("from", from == null ? null : from.code())
        .with("to", moved.to().code())
        .with("outcome", moved.outcome())
        .with("facts", moved.facts())
        .with("firstSeen", moved.firstSeen())
        .with("evidence", moved.evidence().stream().map(TransitionJson::place).toList())
        .with("case", moved.where().caseId())
        .with("school", moved.where().school())
        .with("township", moved.where().township())
        .with("stage", moved.where().stage());
  }

  private static Transition readTransition(JsonObject data) throws IOException {
    List<Transition.Place> evidence = new ArrayList<>();
    for (JsonObject each : data.objects("evidence")) {
      evidence.add(
          new Transition.Place(each.text("sha256"), each.text("sheet"), each.count("row")));
    }
    return new Transition(
        data.text("id"),
        data.text("rule"),
        data.maybeText("from").map(FindingState::ofCode).orElse(null),
        FindingState.ofCode(data.text("to")),
        data.text("outcome"),
        data.text("facts"),
        data.date("firstSeen"),
        evidence,
        new Transition.Where(
            data.maybeText("case").orElse(""),
            data.maybeText("school").orElse(""),
            data.maybeText("township").orElse(""),
            data.maybeText("stage").orElse("")));
  }

  private static JsonObject place(Transition.Place place) {
    return new JsonObject()
        .with("sha256", place.sha256())
        .with("sheet", place.sheet())
        .with("row", place.row());
  }
}
