package cn.bidui.cli.doctor;

import cn.bidui.plan.WorkFolder;
import cn.bidui.report.Width;
import cn.bidui.source.Messages;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What the doctor found (体检结果): twenty lines, always the same in the same order. */
public final class Examination {

  /** A share that hangs must not hang the doctor. */
  private static final Duration SHORT = Duration.ofSeconds(2);

  /** Servers have 20 seconds to answer. */
  private static final Duration ONLINE = Duration.ofSeconds(75);

  /** All of an archive is read. */
  private static final Duration EVERYTHING = Duration.ofHours(2);

  private static final JsonFactory JSON = new JsonFactory();

  private final List<Line> lines;

  Examination(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  /**
   * Looks at a work folder; changes nothing, needs no lease, and throws nothing.
   *
   * @param jobs the folder of jobs; null if there is none
   * @param clock in the zone of business dates
   * @param asOf the business date that was asked for; empty: today
   * @param software version of this program
   * @param deep whether all of the archive and of the reports is read, however long it takes
   * @param online whether mail servers and chat robots are connected to; nothing is sent
   */
  public static Examination of(
      WorkFolder folder,
      @Nullable Path jobs,
      Clock clock,
      Optional<LocalDate> asOf,
      String software,
      boolean deep,
      boolean online) {
    Premises premises =
        new Premises(
            folder, jobs, clock, asOf, software, Machine.here(), new Premises.Depth(deep, online));
    Duration patience = deep ? EVERYTHING : online ? ONLINE : SHORT;
    return new Examination(new Doctor(Checks.ALL, patience).look(premises));
  }

  List<Line> lines() {
    return lines;
  }

  /** Whether something is to be watched, or worse. */
  public boolean toWatch() {
    return count(State.WARN) > 0;
  }

  /** Whether something is to be mended. */
  public boolean toMend() {
    return count(State.FAIL) > 0;
  }

  private int count(State state) {
    return (int) lines.stream().filter(line -> line.state() == state).count();
  }

  /**
   * For a terminal, its columns as wide as they look; the last line counts.
   *
   * @param all whether what is well is told, too
   */
  public List<String> text(Messages messages, boolean all) {
    List<String> text = new ArrayList<>();
    int states =
        widest(Arrays.stream(State.values()).map(state -> label(state, messages)).toList());
    int titles = widest(lines.stream().map(line -> line.title(messages)).toList());
    for (Line line : lines) {
      if (all || !line.state().fine()) {
        text.add(
            Width.pad(label(line.state(), messages), states)
                + "  "
                + Width.pad(line.title(messages), titles)
                + "  "
                + line.found(messages));
        advise(line, " ".repeat(states + titles + 4), messages, text);
      }
    }
    text.add(
        messages.text(
            "doctor.sum",
            lines.size(),
            count(State.OK),
            count(State.WARN),
            count(State.FAIL),
            count(State.OFF)));
    return text;
  }

  private static void advise(Line line, String indent, Messages messages, List<String> text) {
    if (!line.state().fine()) {
      text.add(indent + messages.text("doctor.means", line.meaning(messages)));
      text.add(indent + messages.text("doctor.do", line.remedy(messages)));
    }
  }

  private static int widest(List<String> words) {
    return words.stream().mapToInt(Width::of).max().orElse(0);
  }

  private static String label(State state, Messages messages) {
    return messages.text("doctor.state." + state.code());
  }

  /** For programs: {@code [{code, state, found, meaning, remedy}]}. */
  public String json(Messages messages) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartArray();
      for (Line line : lines) {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringProperty("code", line.code());
        json.writeStringProperty("state", line.state().code());
        json.writeStringProperty("found", line.found(messages));
        json.writeStringProperty("meaning", line.meaning(messages));
        json.writeStringProperty("remedy", line.remedy(messages));
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    return text.toString();
  }
}
