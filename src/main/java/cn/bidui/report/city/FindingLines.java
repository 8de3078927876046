package cn.bidui.report.city;

import cn.bidui.ledger.FindingState;
import cn.bidui.report.Guard;
import cn.bidui.source.Term;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A county's {@code findings.csv}, line by line. A line that is not as the contract says makes the
 * whole file another format: what was written by something else is not added up.
 */
final class FindingLines {

  /** A later version may put columns behind these. */
  private static final List<String> COLUMNS =
      List.of(
          ("finding_id,case_id,rule,severity,state,outcome,first_seen,last_seen,person_key,name,"
                  + "citizen_id,township,school,stage,grade,category,program,term,due,found,cells,"
                  + "explanation")
              .split(",", -1));

  private static final Map<String, FindingState> STATES = states();
  private static final Pattern YUAN = Pattern.compile("\\d{1,12}\\.\\d\\d");

  /** A program's title; no number that could be anybody's stands in one. */
  private static final Pattern PROGRAM = Pattern.compile("(?!.*\\d{5})[^\\p{Cntrl}]{0,60}");

  private final CSVRecord line;

  private FindingLines(CSVRecord line) {
    this.line = line;
  }

  private static Map<String, FindingState> states() {
    Map<String, FindingState> states = new HashMap<>();
    Arrays.stream(FindingState.values()).forEach(state -> states.put(state.code(), state));
    return states;
  }

  /** Counts all findings of {@code file}. */
  static Figures count(Path file) throws IOException, Unreadable {
    FindingCount count = new FindingCount();
    long last = 1;
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser lines = CSVFormat.RFC4180.parse(reader)) {
      Iterator<CSVRecord> each = lines.iterator();
      int width = header(each);
      while (each.hasNext()) {
        CSVRecord line = each.next();
        last = line.getRecordNumber();
        if (line.size() != width) {
          throw new Unreadable(Fault.TORN_FINDINGS, last);
        }
        count.add(new FindingLines(line).read());
      }
    } catch (IOException | UncheckedIOException torn) {
      // A quote that never ends, or bytes that are no text.
      throw new Unreadable(Fault.TORN_FINDINGS, last);
    }
    if (!endsWithLine(file)) {
      throw new Unreadable(Fault.TORN_FINDINGS, last);
    }
    return count.figures();
  }

  private static int header(Iterator<CSVRecord> lines) throws Unreadable {
    List<String> header = lines.hasNext() ? lines.next().toList() : List.of();
    if (header.size() < COLUMNS.size() || !header.subList(0, COLUMNS.size()).equals(COLUMNS)) {
      throw new Unreadable(Fault.OTHER_FINDINGS_FORMAT, 1, "header");
    }
    return header.size();
  }

  /** Whoever was stopped in the middle of writing left an unfinished line. */
  private static boolean endsWithLine(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      bytes.seek(bytes.length() - 1);
      return bytes.read() == '\n';
    }
  }

  private FindingCount.Line read() throws Unreadable {
    String rule = get("rule");
    FindingState state = STATES.get(get("state"));
    if (!NightRun.isRule(rule)) {
      throw other("rule");
    }
    if (state == null) {
      throw other("state");
    }
    boolean waits = rule.equals(FindingCount.UNFUNDED);
    return new FindingCount.Line(
        rule,
        state,
        get("outcome"),
        subject(),
        get("stage"),
        waits ? program() : Program.NONE,
        waits ? due() : Due.NO_MONEY);
  }

  private String subject() {
    String key = get("person_key");
    return key.isEmpty() ? get("finding_id") : key;
  }

  private Program program() throws Unreadable {
    String term = get("term");
    String name = get("program");
    if (!term.isEmpty() && Term.find(term).filter(t -> t.label().equals(term)).isEmpty()) {
      throw other("term");
    }
    if (!PROGRAM.matcher(name).matches()) {
      throw other("program");
    }
    return new Program(term, name);
  }

  private BigDecimal due() throws Unreadable {
    String due = get("due");
    if (!due.isEmpty() && !YUAN.matcher(due).matches()) {
      throw other("due");
    }
    return due.isEmpty() ? Due.NO_MONEY : new BigDecimal(due);
  }

  private String get(String column) {
    return Guard.plain(line.get(COLUMNS.indexOf(column)));
  }

  private Unreadable other(String column) {
    return new Unreadable(Fault.OTHER_FINDINGS_FORMAT, line.getRecordNumber(), column);
  }
}
