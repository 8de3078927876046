package cn.bidui.report;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The accounts of a published night, added up again from its {@code run.json}: rows of each file,
 * of all files, of each list, and the roll-forward of findings.
 */
public final class PublishedAccounts {

  private static final JsonFactory JSON = new JsonFactory();

  /** They are long, and no account is in them. */
  private static final Set<String> SKIPPED = Set.of("scoreboard", "rules", "steps", "link");

  private static final List<String> PARTS =
      List.of("accepted", "rejected", "blank", "duplicate", "note");

  private final Map<String, Long> numbers = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final List<String> differing = new ArrayList<>();
  private int files;

  private PublishedAccounts() {}

  /**
   * Reads {@code run.json}.
   *
   * @throws IOException if it cannot be read, or is not one
   */
  public static PublishedAccounts read(Path runJson) throws IOException {
    PublishedAccounts accounts = new PublishedAccounts();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(runJson));
        JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
      accounts.take(json);
    } catch (JacksonException torn) {
      // Its own words would quote the file.
      throw new IOException("not JSON");
    }
    accounts.addUp();
    return accounts;
  }

  private void take(JsonParser json) {
    while (json.nextToken() != null) {
      JsonToken token = json.currentToken();
      boolean property = token == JsonToken.PROPERTY_NAME;
      if (property && topLevel(json) && SKIPPED.contains(json.currentName())) {
        json.nextToken();
        json.skipChildren();
      } else if (token == JsonToken.VALUE_NUMBER_INT) {
        numbers.put(place(json), json.getLongValue());
      } else if (token.isScalarValue()) {
        texts.put(place(json), json.getString());
      }
    }
  }

  private static boolean topLevel(JsonParser json) {
    return json.streamReadContext().getParent().inRoot();
  }

  private static String place(JsonParser json) {
    return json.streamReadContext().pathAsPointer().toString();
  }

  private void addUp() {
    Map<String, Long> sums = new HashMap<>();
    for (files = 0; texts.containsKey("/files/" + files + "/name"); files++) {
      String file = "/files/" + files + "/";
      hold(file, number(file + "rows"), parts(file));
      PARTS.forEach(part -> sums.merge(part, number(file + part), Long::sum));
      sums.merge("rows", number(file + "rows"), Long::sum);
    }
    hold("/balance/files", number("/balance/files"), files);
    sums.forEach((part, sum) -> hold("/balance/" + part, number("/balance/" + part), sum));
    numbers.keySet().stream()
        .filter(key -> key.startsWith("/lists/") && key.endsWith("/linked"))
        .sorted()
        .forEach(key -> list(key.substring(0, key.lastIndexOf('/') + 1)));
    findings();
    if (!"true".equals(texts.get("/balance/balanced"))) {
      differing.add("/balance/balanced");
    }
  }

  private long parts(String file) {
    return PARTS.stream().mapToLong(part -> number(file + part)).sum();
  }

  private void list(String list) {
    long decided = number(list + "linked") + number(list + "undecided") + number(list + "unlinked");
    hold(list, number(list + "rows"), decided);
    hold(list, number(list + "accepted"), number(list + "rows") + number(list + "replaced"));
  }

  private void findings() {
    String at = "/balance/findings/";
    long gone = number(at + "resolved") + number(at + "explained");
    long open = number(at + "openBefore") + number(at + "new") + number(at + "reopened") - gone;
    hold(at, number(at + "open"), open);
  }

  private void hold(String what, long stated, long sum) {
    if (stated != sum) {
      differing.add(what + " " + stated + "≠" + sum);
    }
  }

  private long number(String place) {
    return numbers.getOrDefault(place, -1L);
  }

  /** The head of the journal when the night was published; blank if none is stated. */
  public String journalHead() {
    return texts.getOrDefault("/journalHead", "");
  }

  /** What does not add up, as places in {@code run.json} with both numbers. */
  public List<String> differing() {
    return List.copyOf(differing);
  }

  /** How many files the night accounts for. */
  public int files() {
    return files;
  }

  /** How many rows they have. */
  public long rows() {
    return Math.max(0, number("/balance/rows"));
  }

  /** How many findings were open at the end of the night. */
  public long open() {
    return Math.max(0, number("/balance/findings/open"));
  }

  /** How many findings were new on that night. */
  public long added() {
    return Math.max(0, number("/balance/findings/new"));
  }

  /** The run's number; blank if none is stated. */
  public String runId() {
    return texts.getOrDefault("/runId", "");
  }

  /** Which job it was; blank if none is stated. */
  public String job() {
    return texts.getOrDefault("/job", "");
  }

  /** When the run began, as it is written; blank if it is not stated. */
  public String startedAt() {
    return texts.getOrDefault("/startedAt", "");
  }

  /** How long it took, in ms. */
  public long millis() {
    return Math.max(0, number("/durationMs"));
  }

  /** The exit code of the night; -1 if none is stated. */
  public int exit() {
    return (int) number("/exit");
  }
}
