package cn.bidui.report;

import cn.bidui.judge.night.RuleTally;
import cn.bidui.judge.score.Goal;
import cn.bidui.judge.score.Place;
import cn.bidui.judge.score.Score;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.SheetEntry;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;
import cn.bidui.source.Problem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Term;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** {@code run.json}: what ran, on which files, with which counts (contract §4). */
final class RunJson {

  private static final ObjectWriteContext INDENTED =
      new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
          DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
          DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
          printer.indentObjectsWith(indenter);
          printer.indentArraysWith(indenter);
          return printer;
        }
      };

  private final NightReport night;
  private final Accounts balance;
  private final JsonGenerator json;

  private RunJson(NightReport night, JsonGenerator json) {
    this.night = night;
    this.balance = Accounts.of(night);
    this.json = json;
  }

  static void write(NightReport night, Writer writer) {
    try (JsonGenerator json = new JsonFactory().createGenerator(INDENTED, writer)) {
      new RunJson(night, json).write();
    }
  }

  private void write() {
    json.writeStartObject();
    run(night.run());
    files();
    lists();
    sources();
    link();
    balance();
    scoreboard();
    rules();
    strings("held", night.held().stream().map(Words.ZH::note).toList());
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void run(NightReport.Run run) {
    json.writeStringProperty("runId", run.runId());
    json.writeStringProperty("asOf", night.asOf().toString());
    orNull("previous", Optional.ofNullable(night.previous()).map(Object::toString));
    json.writeNumberProperty("missedDays", night.missed());
    json.writeBooleanProperty("late", run.late(night.asOf()));
    json.writeStringProperty("unit", run.unit());
    json.writeStringProperty("job", night.job());
    json.writeStringProperty("software", run.software());
    strings("policies", night.policies());
    json.writeStringProperty("model", night.model());
    json.writeStringProperty("startedAt", run.startedAt());
    json.writeNumberProperty("durationMs", run.durationMillis());
    numbers("steps", run.stepMillis());
    json.writeNumberProperty("exit", run.exit());
    json.writeStringProperty("journalHead", run.journalHead());
    strings("remarks", run.remarks().stream().map(Words.ZH::note).toList());
  }

  private void files() {
    json.writeArrayPropertyStart("files");
    night.files().forEach(this::file);
    json.writeEndArray();
  }

  private void file(FileEntry entry) {
    json.writeStartObject();
    json.writeStringProperty("name", entry.file().name());
    json.writeStringProperty("unit", entry.file().unit());
    json.writeStringProperty("sha256", entry.file().sha256());
    orNull("list", Optional.ofNullable(entry.list()).map(ListKind::code));
    json.writeStringProperty("system", entry.system());
    json.writeStringProperty("state", entry.state().code());
    json.writeBooleanProperty("effective", entry.effective());
    orNull("dataDate", Optional.ofNullable(entry.dataDate()).map(Object::toString));
    orNull("term", Optional.ofNullable(entry.term()).map(Term::label));
    json.writeStringProperty("scope", entry.scope().countyWide() ? "county" : entry.scope().unit());
    sheets(entry.sheets());
    counts(entry.counts());
    json.writeNumberProperty("open", entry.open());
    orNull("amends", Optional.ofNullable(entry.amends()).map(amends -> amends.base().sha256()));
    problems(entry);
    json.writeEndObject();
  }

  /** Sheet and header row of the file are those of the first sheet that was read. */
  private void sheets(List<SheetEntry> sheets) {
    Optional<SheetEntry> first = sheets.stream().filter(sheet -> sheet.headerRow() > 0).findFirst();
    orNull("sheet", first.map(SheetEntry::name));
    json.writeNumberProperty("headerRow", first.map(SheetEntry::headerRow).orElse(0));
    json.writeArrayPropertyStart("sheets");
    for (SheetEntry sheet : sheets) {
      json.writeStartObject();
      json.writeStringProperty("name", sheet.name());
      json.writeNumberProperty("headerRow", sheet.headerRow());
      json.writeBooleanProperty("hidden", sheet.hidden());
      counts(sheet.counts());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void counts(RowCounts counts) {
    json.writeNumberProperty("rows", counts.rows());
    json.writeNumberProperty("accepted", counts.accepted());
    json.writeNumberProperty("rejected", counts.rejected());
    json.writeNumberProperty("blank", counts.blank());
    json.writeNumberProperty("duplicate", counts.duplicate());
    json.writeNumberProperty("note", counts.note());
  }

  private void problems(FileEntry entry) {
    SortedMap<ProblemCode, Integer> counted = new TreeMap<>(entry.rowProblems());
    for (Problem.FileProblem problem : entry.fileProblems()) {
      counted.merge(problem.code(), 1, Integer::sum);
    }
    json.writeArrayPropertyStart("problems");
    counted.forEach(
        (code, count) -> {
          json.writeStartObject();
          json.writeStringProperty("code", code.code());
          json.writeNumberProperty("count", count);
          json.writeEndObject();
        });
    json.writeEndArray();
  }

  private void lists() {
    json.writeObjectPropertyStart("lists");
    for (ListKind kind : ListKind.values()) {
      json.writeObjectPropertyStart(kind.code());
      json.writeBooleanProperty("needed", kind.needed());
      json.writeBooleanProperty("present", night.arrived().contains(kind));
      balance.lists().stream().filter(flow -> flow.list() == kind).forEach(this::flow);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void flow(ListFlow flow) {
    json.writeNumberProperty("files", flow.files());
    json.writeNumberProperty("accepted", flow.accepted());
    json.writeNumberProperty("replaced", flow.replaced());
    json.writeNumberProperty("rows", flow.compared());
    json.writeNumberProperty("linked", flow.linked());
    json.writeNumberProperty("undecided", flow.undecided());
    json.writeNumberProperty("unlinked", flow.unlinked());
  }

  private void sources() {
    json.writeArrayPropertyStart("sources");
    for (SourceLine source : night.sources()) {
      json.writeStartObject();
      json.writeStringProperty("name", source.fetched().source());
      json.writeStringProperty("list", source.fetched().list().code());
      json.writeStringProperty("unit", source.fetched().unit());
      json.writeStringProperty("kind", source.fetched().kind());
      json.writeStringProperty("state", source.fetched().state().code());
      json.writeStringProperty("reason", source.reason());
      json.writeStringProperty("at", source.at().toString());
      orNull("dataDate", Optional.ofNullable(source.dataDate()).map(Object::toString));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Rows that were linked tonight; the others stand as on the night before. */
  private void link() {
    json.writeObjectPropertyStart("link");
    json.writeNumberProperty(
        "rows", night.tables().values().stream().mapToInt(RecordTable::size).sum());
    json.writeNumberProperty("again", night.links().again());
    json.writeEndObject();
  }

  private void balance() {
    RowCounts all =
        night.files().stream().map(FileEntry::counts).reduce(RowCounts.NONE, RowCounts::plus);
    Movement movement = balance.movements().values().stream().reduce(Movement.NONE, Movement::plus);
    json.writeObjectPropertyStart("balance");
    json.writeBooleanProperty("balanced", balance.balanced());
    json.writeNumberProperty("files", night.files().size());
    counts(all);
    json.writeObjectPropertyStart("findings");
    json.writeNumberProperty("openBefore", movement.before());
    json.writeNumberProperty("new", movement.added());
    json.writeNumberProperty("reopened", movement.reopened());
    json.writeNumberProperty("resolved", movement.resolved());
    json.writeNumberProperty("explained", movement.explained());
    json.writeNumberProperty("open", movement.open());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void scoreboard() {
    json.writeObjectPropertyStart("scoreboard");
    GoalBoard board = new GoalBoard(night);
    for (Goal goal : Goal.values()) {
      json.writeObjectPropertyStart(goal.code());
      board.score(goal, Place.COUNTY).ifPresentOrElse(this::score, this::notCompared);
      strings("rules", goal.rules());
      places(board, goal);
      trend(board, goal);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void notCompared() {
    json.writeBooleanProperty("compared", false);
    strings("needs", List.of());
  }

  /** Figures only where something was compared: a 0 would look like one. */
  private void score(Score score) {
    json.writeBooleanProperty("compared", score.compared());
    if (score.compared()) {
      figures(score);
    }
    strings("needs", score.needs().stream().map(ListKind::code).toList());
  }

  private void figures(Score score) {
    json.writeNumberProperty("right", score.right());
    json.writeNumberProperty("of", score.of());
    json.writeNumberProperty("wrong", score.wrong());
  }

  private void places(GoalBoard board, Goal goal) {
    json.writeArrayPropertyStart("places");
    for (Place.Level level : List.of(Place.Level.TOWNSHIP, Place.Level.SCHOOL)) {
      for (Place place : board.places(level)) {
        board.score(goal, place).filter(Score::compared).ifPresent(this::place);
      }
    }
    json.writeEndArray();
  }

  private void place(Score score) {
    json.writeStartObject();
    json.writeStringProperty("level", score.place().level().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("name", score.place().name());
    figures(score);
    json.writeEndObject();
  }

  private void trend(GoalBoard board, Goal goal) {
    List<@Nullable Long> errors = board.errors(goal);
    json.writeArrayPropertyStart("trend");
    for (int each = 0; each < errors.size(); each++) {
      @Nullable Long wrong = errors.get(each);
      json.writeStartObject();
      json.writeStringProperty("asOf", board.nights().get(each).toString());
      if (wrong == null) {
        json.writeNullProperty("wrong");
      } else {
        json.writeNumberProperty("wrong", wrong);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void rules() {
    json.writeObjectPropertyStart("rules");
    for (RuleTally tally : night.tallies()) {
      json.writeObjectPropertyStart(tally.rule());
      json.writeBooleanProperty("evaluated", tally.evaluated());
      json.writeNumberProperty("compared", tally.compared());
      json.writeNumberProperty("findings", tally.findings());
      strings("needs", tally.needs().stream().map(ListKind::code).toList());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void numbers(String name, SortedMap<String, Long> numbers) {
    json.writeObjectPropertyStart(name);
    numbers.forEach(json::writeNumberProperty);
    json.writeEndObject();
  }

  private void strings(String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  private void orNull(String name, Optional<String> value) {
    @Nullable String text = value.orElse(null);
    if (text == null) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, text);
    }
  }
}
