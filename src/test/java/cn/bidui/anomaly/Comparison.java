package cn.bidui.anomaly;

import cn.bidui.fixture.quirk.Expected;
import cn.bidui.intake.FileReading;
import cn.bidui.intake.SheetReading;
import cn.bidui.normalize.Layout;
import cn.bidui.person.CitizenId;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.Problem.FileProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What came of a file beside what was expected, and in words where the two differ. */
final class Comparison {

  private final Map<String, String> expected;
  private final ListReading.Outcome outcome;
  private final List<String> differences = new ArrayList<>();

  private Comparison(Map<String, String> expected, ListReading.Outcome outcome) {
    this.expected = expected;
    this.outcome = outcome;
  }

  /** One sentence for each difference; none if all is as expected. */
  static List<String> of(Map<String, String> expected, ListReading.Outcome outcome) {
    Comparison comparison = new Comparison(expected, outcome);
    comparison.compare();
    return comparison.differences;
  }

  private void compare() {
    if (outcome.reading() instanceof FileReading.Refused refused) {
      refused(refused);
      return;
    }
    Map<String, String> actual = columns((FileReading.Read) outcome.reading());
    for (String column : Expected.COLUMNS) {
      if (actual.containsKey(column)) {
        differ(column, expected.get(column), actual.get(column));
      }
    }
    for (String value : split(expected.get("values"), ";")) {
      value(value);
    }
  }

  private void refused(FileReading.Refused refused) {
    differ("verdict", expected.get("verdict"), "refused");
    differ("file_problems", expected.get("file_problems"), problems(refused));
    if (!expected.get("at_row").isEmpty()) {
      differ("at_row", expected.get("at_row"), "" + refused.problems().get(0).place().row());
    }
    if (!expected.get("verdict").equals("refused")) {
      for (FileProblem problem : refused.problems()) {
        differences.add(
            "refused at " + problem.place() + ": " + problem.found() + problem.arguments());
      }
    }
  }

  private static String problems(FileReading.Refused refused) {
    Map<String, Integer> counted = new TreeMap<>();
    refused.problems().forEach(problem -> counted.merge(problem.code().code(), 1, Integer::sum));
    return Expected.joined(counted);
  }

  private Map<String, String> columns(FileReading.Read read) {
    Map<String, String> columns = new TreeMap<>();
    boolean rejects = count('R') > 0;
    columns.put("verdict", rejects ? "accepted-with-rejects" : "accepted");
    columns.put("list", read.list().code());
    columns.put("file_problems", "");
    columns.put("sheets", sheets(read, sheet -> sheet.name() + "=" + state(sheet), false));
    columns.put("header_row", sheets(read, sheet -> "" + sheet.headerRow(), true));
    columns.put("rows", "" + outcome.rows().size());
    columns.put("accepted", "" + count('A'));
    columns.put("rejected", "" + count('R'));
    columns.put("blank", "" + count('B'));
    columns.put("duplicate", "" + count('D'));
    columns.put("note", "" + count('N'));
    columns.put("first_row", sheets(read, sheet -> end(sheet, true), true));
    columns.put("last_row", sheets(read, sheet -> end(sheet, false), true));
    columns.put("row_map", sheets(read, this::map, true));
    columns.put("row_problems", rowProblems());
    return columns;
  }

  private static String sheets(
      FileReading.Read read,
      java.util.function.Function<SheetReading, String> what,
      boolean onlyRead) {
    return read.sheets().stream()
        .filter(sheet -> !onlyRead || sheet.state() == SheetReading.State.READ)
        .map(what)
        .collect(Collectors.joining(";"));
  }

  private static String state(SheetReading sheet) {
    return sheet.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private long count(char bucket) {
    return outcome.rows().stream().filter(row -> row.bucket() == bucket).count();
  }

  private List<ListReading.Row> rows(SheetReading sheet) {
    return outcome.rows().stream().filter(row -> row.sheet().equals(sheet.name())).toList();
  }

  private String end(SheetReading sheet, boolean first) {
    List<ListReading.Row> rows = rows(sheet);
    return rows.isEmpty() ? "" : "" + rows.get(first ? 0 : rows.size() - 1).number();
  }

  private String map(SheetReading sheet) {
    return rows(sheet).stream()
        .map(row -> "" + row.number() + row.bucket())
        .collect(Collectors.joining(" "));
  }

  private String rowProblems() {
    return outcome.rows().stream()
        .flatMap(row -> row.problems().stream())
        .map(p -> p.place().row() + " " + p.field().code() + " " + p.code().code())
        .collect(Collectors.joining(";"));
  }

  /** {@code 3 name=王小明}; a {@code ~} before the field compares what an id means. */
  private void value(String wanted) {
    String[] parts = wanted.split("[ =]", 3);
    int row = Integer.parseInt(parts[0]);
    boolean meant = parts[1].startsWith("~");
    String field = meant ? parts[1].substring(1) : parts[1];
    String text = parts[2].replace("\\r", "\r").replace("\\n", "\n");
    String found = found(row, field);
    boolean same = meant ? CitizenId.read(text).equals(CitizenId.read(found)) : text.equals(found);
    if (!same) {
      differ("row " + row + " " + field, text, found);
    }
  }

  private String found(int number, String field) {
    if (!(outcome.reading() instanceof FileReading.Read read)) {
      return "";
    }
    int position = position(read.list(), field);
    return outcome.rows().stream()
        .filter(row -> row.number() == number && !row.values().isEmpty() && position >= 0)
        .map(row -> row.values().get(position))
        .findFirst()
        .orElse("(no such value)");
  }

  private static int position(ListKind list, String field) {
    @Nullable Layout layout = ListReading.layout(list);
    return layout == null ? -1 : Field.ofCode(field).map(layout::position).orElse(-1);
  }

  private void differ(String what, String wanted, String found) {
    Set<String> one = new TreeSet<>(split(wanted, ";"));
    boolean unordered = what.equals("row_problems");
    if (unordered ? !one.equals(new TreeSet<>(split(found, ";"))) : !wanted.equals(found)) {
      differences.add("%s: expected %s, but was %s".formatted(what, shown(wanted), shown(found)));
    }
  }

  private static String shown(String text) {
    String cut = text.length() > 300 ? text.substring(0, 300) + "…" : text;
    return cut.isEmpty() ? "nothing" : "“" + cut + "”";
  }

  private static List<String> split(String text, String separator) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(separator));
  }
}
