package cn.bidui.endure;

import cn.bidui.ledger.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What counts of a work folder after a command: every published byte and every answer, what the
 * journal decided, the archive, the index and what is left lying about. Two runs to the same end
 * differ in none of it; times, run numbers and epochs are left out.
 */
final class Ending {

  /** What one run may say more than once, as it says the same. */
  private static final Set<String> REPEATABLE =
      Set.of("run-started", "transitions", "published", "notice", "job-ended");

  /** H2: database may be already in use. */
  private static final int IN_USE = 90_020;

  private static final int LOOKS = 80;

  /** How a job ends that has published. */
  private static final Set<Integer> DONE = Set.of(0, 2, 3);

  /**
   * Names and times of a run, line numbers of the journal, in which a run that was begun twice has
   * a line more, and how many rows were not linked again because an earlier run had linked them.
   */
  private static final Set<String> OF_THE_RUN =
      Set.of(
          "run",
          "runId",
          "startedAt",
          "durationMs",
          "millis",
          "journalHead",
          "steps",
          "software",
          "receipt",
          "again");

  private static final int SHOWN = 160;

  private static final List<String> COUNTED =
      List.of(
          "select state, list, count(*), sum(read_total) from read_file group by state, list",
          "select bucket, count(*) from source_row group by bucket",
          "select code, count(*) from row_problem group by code",
          "select code, count(*) from read_remark group by code",
          "select 'row_key', count(*) from row_key",
          "select 'sheets', count(*) from read_sheet");

  /** What a killed process leaves, and nobody may leave for good. */
  private static final List<String> STUCK =
      List.of(
          "select job_execution_id from batch_job_execution"
              + " where end_time is null or status in ('STARTING', 'STARTED', 'STOPPING')",
          "select step_execution_id from batch_step_execution"
              + " where status in ('STARTING', 'STARTED', 'STOPPING')");

  private Ending() {}

  /** What counts of that work folder; no process may have it open. */
  static SortedMap<String, String> of(Path home) throws IOException, SQLException {
    SortedMap<String, String> ending = new TreeMap<>();
    for (String part : List.of("reports", "feedback", "inbox")) {
      for (Path file : Folders.files(home.resolve(part))) {
        content(name(home, file), file, ending);
      }
    }
    for (Path file : Folders.files(home.resolve("archive"))) {
      ending.put(name(home, file), "kept");
    }
    strays(home, ending);
    journal(home, ending);
    index(home, ending);
    return ending;
  }

  /**
   * Compares.
   *
   * @throws AssertionError that names what differs
   */
  static void same(String what, SortedMap<String, String> golden, SortedMap<String, String> end) {
    SortedSet<String> differences = new TreeSet<>();
    SortedSet<String> names = new TreeSet<>(golden.keySet());
    names.addAll(end.keySet());
    for (String name : names) {
      String before = golden.getOrDefault(name, "nothing");
      String after = end.getOrDefault(name, "nothing");
      if (!before.equals(after)) {
        differences.add(shown(name) + ": " + shown(before) + " became " + shown(after));
      }
    }
    if (!differences.isEmpty()) {
      throw new AssertionError(what + ": " + differences.size() + " differ " + differences);
    }
  }

  /** The digest of every file below a folder. */
  static SortedMap<String, String> digests(Path folder) throws IOException {
    SortedMap<String, String> digests = new TreeMap<>();
    for (Path file : Folders.files(folder)) {
      digests.put(name(folder, file), digest(Files.readAllBytes(file)));
    }
    return digests;
  }

  private static String shown(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  private static void content(String name, Path file, SortedMap<String, String> ending)
      throws IOException {
    if (file.endsWith("run.json")) {
      JsonNode run = bare(JsonMapper.shared().readTree(Files.readString(file)));
      run.propertyNames().forEach(each -> ending.put(name + " " + each, run.get(each).toString()));
    } else {
      ending.put(name, digest(Files.readAllBytes(file)));
    }
  }

  /** Everything but what names the run. */
  private static JsonNode bare(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(OF_THE_RUN);
      object.remove("data/run.json");
    }
    for (Iterator<JsonNode> children = node.iterator(); children.hasNext(); ) {
      bare(children.next());
    }
    return node;
  }

  /**
   * Unfinished files have names with a dot in front; none outlives a run. Logs are packed by their
   * own library at midnight, and what a kill leaves of that names nobody.
   */
  private static void strays(Path home, SortedMap<String, String> ending) throws IOException {
    for (Path file : Folders.files(home)) {
      boolean unfinished = name(home, file).contains("/.") || name(home, file).endsWith(".tmp");
      if (unfinished && !name(home, file).startsWith("logs/")) {
        ending.put("unfinished " + name(home, file), "left");
      }
    }
  }

  private static void journal(Path home, SortedMap<String, String> ending) throws IOException {
    if (!JournalReader.of(home).verify(List.of()).ok()) {
      ending.put("journal", "its chain is broken");
    }
    Map<String, Integer> entries = new TreeMap<>();
    for (Path segment : Folders.files(home.resolve("journal"))) {
      if (segment.toString().endsWith(".jsonl")) {
        for (String line : Files.readAllLines(segment)) {
          JsonNode json = JsonMapper.shared().readTree(line);
          String type = json.get("type").asString();
          String text = type + " " + bare(json.get("data"));
          if (type.equals("job-ended") && !DONE.contains(json.get("data").get("exit").asInt())) {
            // An attempt that failed says so, and is made again.
            continue;
          }
          entries.merge(text, 1, (had, one) -> REPEATABLE.contains(type) ? had : had + one);
        }
      }
    }
    entries.forEach((text, count) -> ending.put("journal " + text, count + " times"));
  }

  private static void index(Path home, SortedMap<String, String> ending) throws SQLException {
    String url = "jdbc:h2:file:" + home.resolve("data/bidui").toAbsolutePath() + ";IFEXISTS=TRUE";
    try (Connection connection = opened(url);
        Statement statement = connection.createStatement()) {
      for (String query : COUNTED) {
        rows(statement, query, ending);
      }
      for (String query : STUCK) {
        rows(statement, query, ending);
      }
    }
  }

  /** Another shard may be looking at the same undisturbed run. */
  private static Connection opened(String url) throws SQLException {
    for (int look = 0; ; look++) {
      try {
        return DriverManager.getConnection(url, "bidui", "");
      } catch (SQLException busy) {
        if (busy.getErrorCode() != IN_USE || look == LOOKS) {
          throw busy;
        }
        LockSupport.parkNanos(250_000_000L);
      }
    }
  }

  private static void rows(Statement statement, String query, SortedMap<String, String> ending)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        StringBuilder text = new StringBuilder(query.replaceAll("(?s)^.* from (\\w+).*$", "$1"));
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          text.append(' ').append(rows.getString(column));
        }
        ending.put("index " + text, "there");
      }
    }
  }

  private static String name(Path home, Path file) {
    return home.relativize(file).toString().replace('\\', '/');
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
