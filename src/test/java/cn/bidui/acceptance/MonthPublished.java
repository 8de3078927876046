package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What the nights of the month published, in the measures of {@link MonthModel}. */
final class MonthPublished {

  private static final Pattern MOVEMENT =
      Pattern.compile(
          "<tr(?: class=\"sum\")?>((?:<td[^>]*>(?:<a[^>]*>)?[^<]*(?:</a>)?</td>\\s*)+)</tr>");
  private static final Pattern CELL = Pattern.compile("<td[^>]*>(?:<a[^>]*>)?([^<]*)");

  private final Office office;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> abouts = new HashMap<>();

  MonthPublished(Office office) {
    this.office = office;
  }

  /** The id of a finding, as published last. */
  String id(String about) {
    return Objects.requireNonNull(ids.get(about), about);
  }

  /** Everything of a night that the model reckons, too; and whatever else was found. */
  SortedMap<String, String> night(String asOf, SortedMap<String, String> expected)
      throws IOException {
    SortedMap<String, String> found = new TreeMap<>();
    JsonNode run = office.runJson(asOf);
    for (JsonNode file : run.get("files")) {
      String counts = counts(file);
      String state = file.get("state").asString() + " " + file.get("effective").asBoolean();
      found.put("file " + file.get("name").asString(), state + " " + counts);
    }
    found.put("balance", counts(run.get("balance")));
    for (Map.Entry<String, JsonNode> rule : run.get("rules").properties()) {
      JsonNode tally = rule.getValue();
      String words =
          tally.get("evaluated").asBoolean()
              + " "
              + tally.get("compared").asInt()
              + " "
              + tally.get("findings").asInt();
      String measure = "rule " + rule.getKey();
      if (expected.containsKey(measure) || tally.get("findings").asInt() > 0) {
        found.put(measure, words);
      }
    }
    findings(asOf, found);
    movements(Files.readString(office.report(asOf).resolve("index.html")), found);
    cases(asOf, found);
    return found;
  }

  private static String counts(JsonNode counts) {
    return MonthModel.numbers(
        counts.get("rows").asInt(), counts.get("accepted").asInt(), counts.get("rejected").asInt());
  }

  private void findings(String asOf, Map<String, String> found) throws IOException {
    for (Table.Row row : office.table(asOf, "findings.csv").rows()) {
      String about = row.get("rule") + " " + MonthCounty.key(row.get("citizen_id"));
      String outcome = row.get("outcome");
      boolean answered = row.get("state").equals("explained");
      ids.put(about, row.get("finding_id"));
      abouts.put(row.get("finding_id"), about);
      found.put(
          "finding " + about,
          String.join(
              " ",
              row.get("state"),
              answered ? outcome.split(" ", 2)[0] : outcome,
              row.get("first_seen"),
              row.get("last_seen")));
    }
  }

  /** The two tables of the morning page, by rule and by school; their sums must be one. */
  private static void movements(String page, Map<String, String> found) {
    int rules = page.indexOf("<h2>问题滚存");
    int schools = page.indexOf("<h3>按学校", rules);
    int end = page.indexOf("</table>", schools < 0 ? rules : schools);
    if (schools < 0) {
      return;
    }
    movements(page.substring(rules, schools), "rule ", found);
    movements(page.substring(schools, end), "school ", found);
  }

  private static void movements(String table, String what, Map<String, String> found) {
    Matcher line = MOVEMENT.matcher(table);
    while (line.find()) {
      List<String> cells = new ArrayList<>();
      CELL.matcher(line.group(1)).results().forEach(cell -> cells.add(cell.group(1)));
      String name = cells.get(0).equals("合计") ? "all" : what + cells.get(0);
      String numbers = String.join(" ", cells.subList(1, cells.size() - 1));
      String other = found.put("movement " + name, numbers);
      assertThat(other == null || other.equals(numbers)).as(name).isTrue();
    }
  }

  private void cases(String asOf, Map<String, String> found) throws IOException {
    for (Table.Row row : office.table(asOf, "cases.csv").rows()) {
      String about = about(row.get("findings").split(";", -1)[0]);
      String open =
          row.get("open").isEmpty()
              ? ""
              : String.join(
                  ";",
                  Arrays.stream(row.get("open").split(";", -1))
                      .map(id -> about(id).split(" ", -1)[0])
                      .sorted()
                      .toList());
      found.put(
          "case " + MonthModel.caseOf(about),
          String.join(
              " | ",
              row.get("stage"),
              open,
              row.get("registered"),
              row.get("opened"),
              row.get("filed"),
              row.get("due"),
              row.get("overdue"),
              row.get("rebounds") + " " + row.get("reviews")));
    }
  }

  private String about(String id) {
    return Objects.requireNonNull(abouts.get(id), id);
  }
}
