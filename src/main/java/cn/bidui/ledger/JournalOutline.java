package cn.bidui.ledger;

import cn.bidui.ledger.JournalLine.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the journal tells of how the house stands (概要). Every line is checked; person keys and
 * transitions, which are most of its bytes, are not read. Lines of kinds that only a newer version
 * knows are counted.
 */
public final class JournalOutline {

  private static final Set<String> LONG = Set.of("keys-changed", "transitions");

  /** Kinds whose words are wanted also by versions that do not know them. */
  private static final Set<String> NOTED =
      Set.of("backed-up", "drilled", "keys-escrowed", "purged", "formatted", "replaced");

  private static final Pattern START = Pattern.compile("\"at\":\"([^\"]+)\",\"type\":\"([^\"]+)\"");
  private static final int START_BYTES = 200;

  private final JournalState state = new JournalState();
  private final RunLog runs = new RunLog();
  private final Map<String, Instant> newest = new HashMap<>();
  private final Map<String, List<Noted>> noted = new HashMap<>();
  private Verdict verdict = new Verdict.Intact(Head.NONE);
  private Optional<Instant> first = Optional.empty();
  private Optional<Instant> latest = Optional.empty();
  private Duration furthestBack = Duration.ZERO;
  private long unknown;

  /** What a line says about the keeping of the house, by name. */
  public static final class Noted {

    private final Instant at;
    private final JsonObject data;

    private Noted(Instant at, JsonObject data) {
      this.at = at;
      this.data = data;
    }

    /** When it was written. */
    public Instant at() {
      return at;
    }

    /** The word of that name; blank if there is none. */
    public String text(String name) {
      return data.properties().get(name) instanceof String text ? text : "";
    }

    /** The number of that name; 0 if there is none. */
    public long number(String name) {
      return data.properties().get(name) instanceof Number number ? number.longValue() : 0;
    }

    /** Whether that name says yes. */
    public boolean flag(String name) {
      return Boolean.TRUE.equals(data.properties().get(name));
    }
  }

  private JournalOutline() {}

  /**
   * Reads the journal of the work folder {@code home}; a missing one reads as empty.
   *
   * @param anchors heads that are known from elsewhere
   * @throws IOException if the disk fails
   */
  public static JournalOutline of(Path home, List<Head> anchors) throws IOException {
    JournalOutline outline = new JournalOutline();
    JournalScan scan = new JournalScan(1, outline::apply, anchors, outline::wanted);
    outline.verdict = scan.run(JournalFiles.segments(JournalFiles.folder(home)));
    return outline;
  }

  private void apply(JournalLine line) {
    state.apply(line);
    runs.add(line);
  }

  private boolean wanted(byte[] line) throws IOException {
    Matcher start =
        START.matcher(
            new String(line, 0, Math.min(line.length, START_BYTES), StandardCharsets.ISO_8859_1));
    if (!start.find()) {
      return false;
    }
    String type = start.group(2);
    note(type, start.group(1));
    if (NOTED.contains(type)) {
      keep(type, line);
    }
    boolean known = EntryJson.knows(type);
    unknown += known ? 0 : 1;
    return known && !LONG.contains(type);
  }

  private void keep(String type, byte[] line) throws IOException {
    Instant at = newest.get(type);
    if (at != null) {
      noted
          .computeIfAbsent(type, none -> new ArrayList<>())
          .add(new Noted(at, Json.read(line).object("data")));
    }
  }

  private void note(String type, String text) {
    try {
      Instant at = Instant.parse(text);
      Instant before = latest.orElse(at);
      Duration back = Duration.between(at, before);
      furthestBack = back.compareTo(furthestBack) > 0 ? back : furthestBack;
      first = first.or(() -> Optional.of(at));
      latest = Optional.of(at.isAfter(before) ? at : before);
      newest.put(type, at);
    } catch (DateTimeException e) {
      unknown++;
    }
  }

  /** How far it is sound. */
  public Verdict verdict() {
    return verdict;
  }

  /** What it says, but for person keys and for what became of findings. */
  public JournalState state() {
    return state;
  }

  /** The runs that it tells of, whether they came to their end or not. */
  public RunLog runs() {
    return runs;
  }

  /** When its first line was written; empty if there is none. */
  public Optional<Instant> first() {
    return first;
  }

  /** The latest instant that any line carries. */
  public Optional<Instant> latest() {
    return latest;
  }

  /** By how much a line is earlier than one before it, at most. */
  public Duration furthestBack() {
    return furthestBack;
  }

  /** When the last line of that kind was written, by the kind's name in the journal. */
  public Optional<Instant> newest(String type) {
    return Optional.ofNullable(newest.get(type));
  }

  /** Digests of files that are gone as they were received, because the journal says so. */
  public Set<String> replaced() {
    return noted("replaced").stream().map(each -> each.text("sha256")).collect(Collectors.toSet());
  }

  /**
   * The lines of one of the kinds that keep the house ({@code backed-up}, {@code drilled}, {@code
   * purged}, {@code formatted}, {@code replaced}), in order.
   */
  public List<Noted> noted(String type) {
    return List.copyOf(noted.getOrDefault(type, List.of()));
  }

  /** How many lines are of kinds that this version does not know. */
  public long unknown() {
    return unknown;
  }
}
