package cn.bidui.cli.status;

import cn.bidui.batch.NowFile;
import cn.bidui.cli.status.Situation.LastNight;
import cn.bidui.cli.status.Situation.ListAge;
import cn.bidui.ledger.JournalOutline.Noted;
import cn.bidui.ledger.LeaseOutcome.Holder;
import cn.bidui.ledger.RunLog;
import cn.bidui.report.PublishedAccounts;
import java.io.StringWriter;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The situation for programs; what is not there is left out. */
final class StatusJson {

  private static final JsonFactory JSON = new JsonFactory();

  private final Situation seen;
  private final JsonGenerator json;

  private StatusJson(Situation seen, JsonGenerator json) {
    this.seen = seen;
    this.json = json;
  }

  static String of(Situation seen, Coming coming) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      new StatusJson(seen, json).write(coming);
    }
    return text.toString();
  }

  private void write(Coming coming) {
    json.writeStartObject();
    json.writeStringProperty("time", seen.at().toString());
    json.writeStringProperty("asOf", seen.today().toString());
    now();
    coming.next().ifPresent(time -> json.writeStringProperty("next", time.toString()));
    coming.silence().ifPresent(time -> json.writeNumberProperty("silentHours", time.toHours()));
    json.writeNumberProperty("mistakes", coming.mistakes());
    json.writeArrayPropertyStart("sourcesFailed");
    coming.failed().forEach(json::writeString);
    json.writeEndArray();
    seen.last().ifPresent(this::last);
    seen.cutShort().ifPresent(this::cutShort);
    lists();
    held();
    seen.inbox().ifPresent(files -> json.writeNumberProperty("inbox", files));
    json.writeNumberProperty("unready", seen.unready());
    seen.backup().ifPresent(this::backup);
    seen.drill().ifPresent(this::drill);
    json.writeNumberProperty("freeBytes", seen.freeBytes());
    json.writeStringProperty("database", seen.database().embedded() ? "embedded" : "server");
    json.writeEndObject();
  }

  private void now() {
    json.writeBooleanProperty("working", seen.lease().held());
    Optional<Holder> holder = seen.lease().holder().filter(any -> seen.lease().held());
    holder.ifPresent(
        named -> {
          json.writeStringProperty("process", named.pid());
          json.writeStringProperty("host", named.host());
          json.writeStringProperty("since", named.since());
        });
    seen.now().ifPresent(this::step);
  }

  private void step(NowFile.Now now) {
    json.writeStringProperty("runId", now.runId());
    json.writeStringProperty("job", now.job());
    json.writeStringProperty("step", now.step());
    json.writeStringProperty("stepSince", now.since().toString());
    json.writeNumberProperty("rows", now.rows());
  }

  private void last(LastNight last) {
    json.writeObjectPropertyStart("last");
    json.writeStringProperty("asOf", last.night().asOf().toString());
    json.writeStringProperty("published", last.at().toString());
    json.writeStringProperty("runId", last.night().runId());
    json.writeStringProperty("job", last.job());
    last.accounts().ifPresent(this::accounts);
    json.writeEndObject();
  }

  private void accounts(PublishedAccounts night) {
    json.writeNumberProperty("ms", night.millis());
    json.writeNumberProperty("exit", night.exit());
    json.writeNumberProperty("files", night.files());
    json.writeNumberProperty("rows", night.rows());
    json.writeNumberProperty("open", night.open());
    json.writeNumberProperty("new", night.added());
  }

  private void cutShort(RunLog.Run run) {
    json.writeObjectPropertyStart("cutShort");
    json.writeStringProperty("runId", run.runId());
    json.writeStringProperty("started", run.started().toString());
    json.writeEndObject();
  }

  private void lists() {
    json.writeArrayPropertyStart("lists");
    seen.lists().forEach(this::list);
    json.writeEndArray();
    json.writeArrayPropertyStart("missing");
    seen.missing().forEach(kind -> json.writeString(kind.code()));
    json.writeEndArray();
  }

  private void list(ListAge list) {
    json.writeStartObject();
    json.writeStringProperty("list", list.list().code());
    json.writeNumberProperty("files", list.files());
    json.writeStringProperty("dataDate", list.oldest().toString());
    json.writeNumberProperty("days", list.days());
    list.most().ifPresent(most -> json.writeNumberProperty("maxAgeDays", most));
    json.writeBooleanProperty("stale", list.stale());
    json.writeEndObject();
  }

  private void held() {
    json.writeArrayPropertyStart("held");
    seen.held().forEach(file -> json.writeString(file.file().name()));
    json.writeEndArray();
  }

  private void backup(Noted backup) {
    json.writeObjectPropertyStart("backup");
    json.writeStringProperty("made", backup.at().toString());
    json.writeNumberProperty("bytes", backup.number("bytes"));
    json.writeEndObject();
  }

  private void drill(Noted drill) {
    json.writeObjectPropertyStart("drill");
    json.writeStringProperty("made", drill.at().toString());
    json.writeBooleanProperty("passed", drill.text("trouble").isEmpty());
    json.writeEndObject();
  }
}
