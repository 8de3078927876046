package cn.bidui.ledger;

import cn.bidui.ledger.Entry.Accepted;
import cn.bidui.ledger.Entry.Answered;
import cn.bidui.ledger.Entry.CaseActed;
import cn.bidui.ledger.Entry.DutiesTaken;
import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.Entry.FileReceived;
import cn.bidui.ledger.Entry.FileWaiting;
import cn.bidui.ledger.Entry.HeaderForgotten;
import cn.bidui.ledger.Entry.HeaderRemembered;
import cn.bidui.ledger.Entry.Held;
import cn.bidui.ledger.Entry.KeyMaterial;
import cn.bidui.ledger.Entry.KeysChanged;
import cn.bidui.ledger.Entry.LedgerImported;
import cn.bidui.ledger.Entry.ModelAccepted;
import cn.bidui.ledger.Entry.Notice;
import cn.bidui.ledger.Entry.PeriodSigned;
import cn.bidui.ledger.Entry.Pinned;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.Entry.Revealed;
import cn.bidui.ledger.Entry.RunStarted;
import cn.bidui.ledger.Entry.Transitions;
import cn.bidui.ledger.Entry.Undone;
import cn.bidui.ledger.Entry.Withdrawn;
import cn.bidui.link.KeyChange;
import cn.bidui.link.PersonKey;
import cn.bidui.link.PinnedLink;
import cn.bidui.source.Batch;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Scope;
import cn.bidui.source.Term;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Entries as the {@code type} and {@code data} of a journal line, and back. */
final class EntryJson {

  private static final Map<Class<? extends Entry>, String> TYPES =
      Map.ofEntries(
          Map.entry(KeyMaterial.class, "key-material"),
          Map.entry(RunStarted.class, "run-started"),
          Map.entry(FileWaiting.class, "file-waiting"),
          Map.entry(FileReceived.class, "file-received"),
          Map.entry(FileAnswered.class, "file-answered"),
          Map.entry(KeysChanged.class, "keys-changed"),
          Map.entry(Transitions.class, "transitions"),
          Map.entry(Answered.class, "answered"),
          Map.entry(Pinned.class, "pinned"),
          Map.entry(ModelAccepted.class, "model-accepted"),
          Map.entry(Held.class, "held"),
          Map.entry(Withdrawn.class, "withdrawn"),
          Map.entry(Accepted.class, "accepted"),
          Map.entry(HeaderRemembered.class, "header-remembered"),
          Map.entry(HeaderForgotten.class, "header-forgotten"),
          Map.entry(CaseActed.class, "case-acted"),
          Map.entry(Undone.class, "undone"),
          Map.entry(DutiesTaken.class, "duties-taken"),
          Map.entry(PeriodSigned.class, "period-signed"),
          Map.entry(Notice.class, "notice"),
          Map.entry(LedgerImported.class, "ledger-imported"),
          Map.entry(Revealed.class, "revealed"),
          Map.entry(Entry.AnswersRead.class, "answers-read"),
          Map.entry(Entry.Replaced.class, "replaced"),
          Map.entry(Entry.Purged.class, "purged"),
          Map.entry(Entry.PersonAsked.class, "person-asked"),
          Map.entry(Entry.TakenDown.class, "taken-down"),
          Map.entry(Entry.BackedUp.class, "backed-up"),
          Map.entry(Entry.Drilled.class, "drilled"),
          Map.entry(Entry.KeysEscrowed.class, "keys-escrowed"),
          Map.entry(Entry.Formatted.class, "formatted"),
          Map.entry(Published.class, "published"));

  private EntryJson() {}

  /** Whether this version of the program knows entries of that type. */
  static boolean knows(String type) {
    return TYPES.containsValue(type);
  }

  /** The name of the entry's kind; part of the journal's format. */
  static String type(Entry entry) {
    return Objects.requireNonNull(TYPES.get(entry.getClass()), "every entry has a type");
  }

  static JsonObject data(Entry entry) {
    if (entry instanceof FileWaiting waiting) {
      return waiting(waiting);
    } else if (entry instanceof FileReceived received) {
      return BatchJson.file(received.file())
          .with("bytes", received.bytes())
          .with("asOf", received.asOf());
    } else if (entry instanceof FileAnswered answered) {
      return fileAnswered(answered);
    } else if (entry instanceof KeysChanged keys) {
      return new JsonObject()
          .with("changes", keys.changes().stream().map(EntryJson::change).toList());
    } else if (entry instanceof Transitions moved) {
      return transitions(moved);
    } else if (entry instanceof Published published) {
      return published(published);
    }
    return FollowUpJson.write(entry)
        .or(() -> KeepingJson.write(entry))
        .or(() -> SafetyJson.write(entry))
        .orElseGet(() -> decision(entry));
  }

  private static JsonObject decision(Entry entry) {
    if (entry instanceof KeyMaterial key) {
      return new JsonObject().with("fingerprint", key.fingerprint());
    } else if (entry instanceof RunStarted run) {
      return new JsonObject()
          .with("run", run.runId())
          .with("job", run.job())
          .with("asOf", run.asOf());
    } else if (entry instanceof Answered answer) {
      return answered(answer);
    } else if (entry instanceof Pinned pinned) {
      return pinned(pinned.link());
    } else if (entry instanceof ModelAccepted model) {
      return new JsonObject()
          .with("digest", model.digest())
          .with("by", model.by())
          .with("asOf", model.asOf());
    } else if (entry instanceof Held held) {
      return new JsonObject()
          .with("receipt", held.receipt())
          .with("reason", held.reason())
          .with("words", held.words());
    } else if (entry instanceof HeaderRemembered remembered) {
      return HeaderJson.write(remembered.header());
    } else if (entry instanceof HeaderForgotten forgotten) {
      return new JsonObject()
          .with("fingerprint", forgotten.fingerprint())
          .with("by", forgotten.by());
    } else if (entry instanceof LedgerImported ledger) {
      return new JsonObject()
          .with("sha256", ledger.sha256())
          .with("by", ledger.by())
          .with("taken", (long) ledger.taken())
          .with("left", (long) ledger.left());
    } else if (entry instanceof Withdrawn back) {
      return new JsonObject()
          .with("receipt", back.receipt())
          .with("by", back.by())
          .with("note", back.note());
    }
    Accepted accepted = (Accepted) entry;
    return new JsonObject().with("what", accepted.what()).with("by", accepted.by());
  }

  /**
   * Reads an entry.
   *
   * @throws IOException if this version of the program does not know the kind, or its data
   */
  static Entry read(String type, JsonObject data) throws IOException {
    try {
      return switch (type) {
        case "key-material" -> new KeyMaterial(data.text("fingerprint"));
        case "run-started" -> new RunStarted(data.text("run"), data.text("job"), data.date("asOf"));
        case "file-waiting" -> readWaiting(data);
        case "file-received" ->
            new FileReceived(BatchJson.readFile(data), data.number("bytes"), data.date("asOf"));
        case "file-answered" -> readFileAnswered(data);
        case "keys-changed" -> new KeysChanged(readChanges(data.objects("changes")));
        case "transitions" -> readTransitions(data);
        case "answered" -> readAnswered(data);
        case "pinned" -> new Pinned(readPinned(data));
        case "model-accepted" ->
            new ModelAccepted(data.text("digest"), data.text("by"), data.date("asOf"));
        case "held" -> new Held(data.number("receipt"), data.text("reason"), data.texts("words"));
        case "withdrawn" ->
            new Withdrawn(data.number("receipt"), data.text("by"), data.text("note"));
        case "accepted" -> new Accepted(data.text("what"), data.text("by"));
        case "header-remembered" -> new HeaderRemembered(HeaderJson.read(data));
        case "header-forgotten" -> new HeaderForgotten(data.text("fingerprint"), data.text("by"));
        case "ledger-imported" ->
            new LedgerImported(
                data.text("sha256"), data.text("by"), data.count("taken"), data.count("left"));
        case "published" -> readPublished(data);
        case "replaced", "purged", "person-asked", "taken-down" -> KeepingJson.read(type, data);
        case "case-acted",
            "undone",
            "duties-taken",
            "period-signed",
            "notice",
            "revealed",
            "answers-read" ->
            FollowUpJson.read(type, data);
        case "backed-up", "drilled", "keys-escrowed", "formatted" -> SafetyJson.read(type, data);
        default -> throw new IOException("this version does not know entries of type " + type);
      };
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException("this version does not know a value in an entry of type " + type, e);
    }
  }

  private static JsonObject waiting(FileWaiting waiting) {
    return new JsonObject()
        .with("name", waiting.name())
        .with("unit", waiting.unit())
        .with("bytes", waiting.bytes())
        .with("modified", waiting.modifiedMillis())
        .with("reason", waiting.reason());
  }

  private static FileWaiting readWaiting(JsonObject data) throws IOException {
    return new FileWaiting(
        data.text("name"),
        data.text("unit"),
        data.number("bytes"),
        data.number("modified"),
        data.text("reason"));
  }

  private static JsonObject fileAnswered(FileAnswered answered) {
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

  private static FileAnswered readFileAnswered(JsonObject data) throws IOException {
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

  private static JsonObject change(KeyChange change) {
    if (change instanceof KeyChange.Known known) {
      return new JsonObject().with("key", known.key().number()).with("handles", known.handles());
    }
    KeyChange.Merged merged = (KeyChange.Merged) change;
    return new JsonObject()
        .with("kept", merged.kept().number())
        .with("alias", merged.alias().number());
  }

  private static List<KeyChange> readChanges(List<JsonObject> data) throws IOException {
    List<KeyChange> changes = new ArrayList<>(data.size());
    for (JsonObject each : data) {
      boolean known = each.properties().containsKey("key");
      changes.add(
          known
              ? new KeyChange.Known(new PersonKey(each.number("key")), each.texts("handles"))
              : new KeyChange.Merged(
                  new PersonKey(each.number("kept")), new PersonKey(each.number("alias"))));
    }
    return changes;
  }

  private static JsonObject transitions(Transitions moved) {
    return new JsonObject()
        .with("run", moved.runId())
        .with("asOf", moved.asOf())
        .with("transitions", moved.transitions().stream().map(EntryJson::transition).toList());
  }

  private static Transitions readTransitions(JsonObject data) throws IOException {
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
        .with("evidence", moved.evidence().stream().map(EntryJson::place).toList())
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

  private static JsonObject answered(Answered answer) {
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

  private static Answered readAnswered(JsonObject data) throws IOException {
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

  private static JsonObject pinned(PinnedLink link) {
    return new JsonObject()
        .with("left", link.left())
        .with("right", link.right())
        .with("ruling", link.ruling().name())
        .with("by", link.by());
  }

  private static PinnedLink readPinned(JsonObject data) throws IOException {
    return new PinnedLink(
        data.text("left"),
        data.text("right"),
        PinnedLink.Ruling.valueOf(data.text("ruling")),
        data.text("by"));
  }

  private static JsonObject published(Published published) {
    JsonObject object =
        new JsonObject()
            .with("run", published.runId())
            .with("asOf", published.asOf())
            .with("previous", published.previous())
            .with("effective", published.effective().stream().map(BatchJson::batch).toList())
            .with("findings", published.findings())
            .with("jobs", published.jobs())
            .with("software", published.software())
            .with("manifest", object(published.manifest()))
            .with("counts", object(published.counts()));
    return published.kept().isEmpty() ? object : object.with("kept", object(published.kept()));
  }

  private static Published readPublished(JsonObject data) throws IOException {
    List<Batch> effective = new ArrayList<>();
    for (JsonObject each : data.objects("effective")) {
      effective.add(BatchJson.readBatch(each));
    }
    TreeMap<String, Long> counts = new TreeMap<>();
    for (String name : data.object("counts").properties().keySet()) {
      counts.put(name, data.object("counts").number(name));
    }
    return new Published(
        data.text("run"),
        data.date("asOf"),
        data.dateOrNull("previous"),
        effective,
        data.text("findings"),
        data.text("jobs"),
        data.text("software"),
        texts(data.object("manifest")),
        counts,
        data.properties().containsKey("kept") ? texts(data.object("kept")) : new TreeMap<>());
  }

  private static SortedMap<String, String> texts(JsonObject object) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    for (String name : object.properties().keySet()) {
      texts.put(name, object.text(name));
    }
    return texts;
  }

  private static JsonObject object(Map<String, ?> map) {
    JsonObject object = new JsonObject();
    map.forEach(object::with);
    return object;
  }
}
