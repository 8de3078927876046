package cn.bidui.cli.status;

import cn.bidui.ledger.JournalOutline;
import cn.bidui.ledger.RunLog;
import cn.bidui.plan.WorkFolder;
import cn.bidui.report.PublishedAccounts;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The last runs for programs, the newest first. */
final class HistoryJson {

  private static final JsonFactory JSON = new JsonFactory();

  private final WorkFolder folder;

  HistoryJson(WorkFolder folder) {
    this.folder = folder;
  }

  String of(JournalOutline journal, int most) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartArray();
      for (RunLog.Run run : journal.runs().last(most)) {
        json.writeRaw('\n');
        run(run, json);
      }
      json.writeEndArray();
    }
    return text.toString();
  }

  private void run(RunLog.Run run, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("runId", run.runId());
    json.writeStringProperty("asOf", run.asOf().toString());
    json.writeStringProperty("job", run.job());
    json.writeStringProperty("started", run.started().toString());
    run.published().ifPresent(at -> json.writeStringProperty("published", at.toString()));
    History.published(run, folder).ifPresent(night -> accounts(night, json));
    json.writeEndObject();
  }

  private static void accounts(PublishedAccounts night, JsonGenerator json) {
    json.writeNumberProperty("ms", night.millis());
    json.writeNumberProperty("exit", night.exit());
    json.writeNumberProperty("rows", night.rows());
    json.writeNumberProperty("new", night.added());
    json.writeNumberProperty("open", night.open());
  }
}
