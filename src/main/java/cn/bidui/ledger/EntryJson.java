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
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

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
          Map.entry(Entry.Restored.class, "restored"),
          Map.entry(Entry.DatabaseMoved.class, DatabaseJson.TYPE),
          Map.entry(Entry.SourceFetched.class, "source-fetched"),
          Map.entry(Entry.JobEnded.class, JobJson.ENDED),
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
      return FileJson.write(waiting);
    } else if (entry instanceof FileReceived received) {
      return FileJson.write(received);
    } else if (entry instanceof FileAnswered answered) {
      return FileJson.write(answered);
    } else if (entry instanceof KeysChanged keys) {
      return new JsonObject()
          .with("changes", keys.changes().stream().map(EntryJson::change).toList());
    } else if (entry instanceof Transitions moved) {
      return TransitionJson.write(moved);
    } else if (entry instanceof Published published) {
      return published(published);
    }
    return FollowUpJson.write(entry)
        .or(() -> KeepingJson.write(entry))
        .or(() -> SafetyJson.write(entry))
        .or(() -> DatabaseJson.write(entry))
        .or(() -> SourceJson.write(entry))
        .or(() -> JobJson.write(entry))
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
      return AnswerJson.write(answer);
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
        case JobJson.ENDED -> JobJson.read(data);
        case "file-waiting" -> FileJson.readWaiting(data);
        case "file-received" -> FileJson.readReceived(data);
        case "file-answered" -> FileJson.readAnswered(data);
        case "keys-changed" -> new KeysChanged(readChanges(data.objects("changes")));
        case "transitions" -> TransitionJson.read(data);
        case "answered" -> AnswerJson.read(data);
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
        case DatabaseJson.TYPE -> DatabaseJson.read(data);
        case "backed-up", "drilled", "keys-escrowed", "formatted", "restored" ->
            SafetyJson.read(type, data);
        case "source-fetched" -> SourceJson.read(data);
        default -> throw new IOException("this version does not know entries of type " + type);
      };
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException("this version does not know a value in an entry of type " + type, e);
    }
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
