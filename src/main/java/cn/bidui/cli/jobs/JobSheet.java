package cn.bidui.cli.jobs;

import cn.bidui.ledger.JobLog.Ran;
import cn.bidui.plan.JobOutput;
import cn.bidui.plan.JobPlan;
import cn.bidui.report.Width;
import cn.bidui.source.Legible;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import java.io.StringWriter;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What {@code bidui jobs} shows (任务一览): three lines for each job, then what concerns all. */
public final class JobSheet {

  private static final int TIMES = 3;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final JsonFactory JSON = new JsonFactory();

  private final JobBook book;
  private final Timetable table;
  private final LocalDateTime now;

  /** The sheet of one moment. */
  public JobSheet(JobBook book, Timetable table, LocalDateTime now) {
    this.book = book;
    this.table = table;
    this.now = now;
  }

  /** A time as it is told: {@code 2026-05-03 02:00}. */
  public static String minute(LocalDateTime time) {
    return MINUTE.format(time);
  }

  /** How a job stands. */
  enum Standing {
    /** Something is wrong in its settings. */
    BROKEN,
    /** It should have run and has not. */
    OVERDUE,
    /** Its time has come. */
    DUE,
    /** Another job runs in its place today. */
    REPLACED,
    /** It runs when somebody says so. */
    BY_HAND,
    ON_TIME;

    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  Standing standing(JobPlan job) {
    if (book.heldBack(job)) {
      return Standing.BROKEN;
    }
    if (job.timing().schedule().isEmpty()) {
      return Standing.BY_HAND;
    }
    if (table.overdue(job).isPresent()) {
      return Standing.OVERDUE;
    }
    if (table.due().stream().anyMatch(due -> due.job().name().equals(job.name()))) {
      return Standing.DUE;
    }
    return book.standIn(job.name(), now.toLocalDate()).isPresent()
        ? Standing.REPLACED
        : Standing.ON_TIME;
  }

  // --- for people ----------------------------------------------------------------------------

  /** For a terminal. */
  public List<String> text(Messages messages) {
    int names = widest(book.jobs().stream().map(JobPlan::name).toList());
    int titles = widest(book.jobs().stream().map(JobPlan::title).toList());
    List<String> lines = new ArrayList<>();
    for (JobPlan job : book.jobs()) {
      String words = job.timing().text();
      lines.add(
          Width.pad(Legible.line(job.name()), names)
              + "  "
              + Width.pad(Legible.line(job.title()), titles)
              + "  "
              + (words.isEmpty() ? messages.text("job.by-hand") : Legible.line(words)));
      lines.add("    " + standing(job, messages));
      lines.add("    " + messages.text("job.next", times(job)));
      lines.add("    " + last(job, messages));
      lines.add("    " + makes(job, messages));
    }
    lines.addAll(concerningAll(messages));
    return lines;
  }

  private static int widest(List<String> words) {
    return words.stream().mapToInt(word -> Width.of(Legible.line(word))).max().orElse(0);
  }

  private String standing(JobPlan job, Messages messages) {
    Standing standing = standing(job);
    String more =
        switch (standing) {
          case OVERDUE -> table.overdue(job).map(MINUTE::format).orElse("");
          case REPLACED ->
              book.standIn(job.name(), now.toLocalDate()).map(JobPlan::name).orElse("");
          default -> "";
        };
    return messages.text("job.standing." + standing.code(), more);
  }

  private String times(JobPlan job) {
    List<LocalDateTime> next = table.next(job, TIMES);
    return next.isEmpty()
        ? "–"
        : next.stream().map(MINUTE::format).collect(Collectors.joining(" · "));
  }

  private String last(JobPlan job, Messages messages) {
    Optional<Ran> last = table.last(job);
    if (last.isEmpty()) {
      return messages.text("job.never");
    }
    Ran ran = last.get();
    String ended = MINUTE.format(ran.at().atZone(ZONE));
    return ran.exit().isEmpty()
        ? messages.text("job.last.published", ran.asOf(), ended)
        : messages.text(
            "job.last",
            ran.asOf(),
            ended,
            ran.exit().getAsInt(),
            length(ran.millis().orElse(0), messages));
  }

  private static String length(long millis, Messages messages) {
    Duration length = Duration.ofMillis(millis);
    return length.toMinutes() > 0
        ? messages.text("job.minutes", length.toMinutes(), length.toSecondsPart())
        : messages.text("job.seconds", length.toSeconds());
  }

  private static String makes(JobPlan job, Messages messages) {
    String outputs =
        job.outputs().stream()
            .map(output -> messages.text("job.output." + output.code()))
            .collect(Collectors.joining(messages.text("job.comma")));
    String receivers =
        job.receivers().isEmpty()
            ? messages.text("job.receivers.all")
            : String.join(", ", job.receivers());
    String after = job.timing().after();
    return messages.text("job.makes", outputs)
        + (job.nightly() ? messages.text("job.needs", names(job.lists().needed(), messages)) : "")
        + messages.text("job.tells", receivers)
        + (after.isEmpty() ? "" : messages.text("job.after", after));
  }

  private static String names(List<ListKind> lists, Messages messages) {
    return lists.stream()
        .map(list -> messages.text("report.list." + list.code()))
        .collect(Collectors.joining(messages.text("job.comma")));
  }

  private List<String> concerningAll(Messages messages) {
    List<String> lines = new ArrayList<>();
    table.ahead().ifPresent(day -> lines.add(messages.text("job.ahead", day)));
    if (table.expectsNights()) {
      table
          .silence()
          .ifPresent(
              length ->
                  lines.add(
                      messages.text("job.silent", length.toHours(), Timetable.SILENCE_HOURS)));
    }
    for (int year : table.unknownYears()) {
      lines.add(messages.text("job.calendar", year));
    }
    return lines;
  }

  // --- for programs --------------------------------------------------------------------------

  /** For programs; public interface. */
  public String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("now", MINUTE.format(now));
      json.writeBooleanProperty("silent", table.expectsNights() && table.silence().isPresent());
      json.writeArrayPropertyStart("unknownYears");
      table.unknownYears().forEach(json::writeNumber);
      json.writeEndArray();
      json.writeNumberProperty("mistakes", book.mistakes().size());
      json.writeArrayPropertyStart("jobs");
      book.jobs().forEach(job -> write(job, json));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private void write(JobPlan job, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", job.name());
    json.writeStringProperty("title", job.title());
    json.writeStringProperty("schedule", job.timing().text());
    json.writeStringProperty("standing", standing(job).code());
    strings("next", table.next(job, TIMES).stream().map(MINUTE::format).toList(), json);
    table.last(job).ifPresent(ran -> write(ran, json));
    table.overdue(job).map(MINUTE::format).ifPresent(at -> json.writeStringProperty("overdue", at));
    json.writeStringProperty("after", job.timing().after());
    strings("replaces", job.timing().replaces(), json);
    strings("needed", job.lists().needed().stream().map(ListKind::code).toList(), json);
    strings("wanted", job.lists().wanted().stream().map(ListKind::code).toList(), json);
    strings("outputs", job.outputs().stream().map(JobOutput::code).toList(), json);
    strings("receivers", job.receivers(), json);
    json.writeEndObject();
  }

  private static void write(Ran ran, JsonGenerator json) {
    json.writeObjectPropertyStart("last");
    json.writeStringProperty("asOf", ran.asOf().toString());
    json.writeStringProperty("ended", MINUTE.format(ran.at().atZone(ZONE)));
    ran.exit().ifPresent(exit -> json.writeNumberProperty("exit", exit));
    ran.millis().ifPresent(millis -> json.writeNumberProperty("millis", millis));
    json.writeEndObject();
  }

  private static void strings(String name, List<String> texts, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }
}
