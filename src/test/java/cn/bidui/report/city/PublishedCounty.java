package cn.bidui.report.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what an invented county published for a night, as the contract has it. */
final class PublishedCounty {

  static final String HEADER =
      "finding_id,case_id,rule,severity,state,outcome,first_seen,last_seen,person_key,name,"
          + "citizen_id,township,school,stage,grade,category,program,term,due,found,cells,"
          + "explanation";
  static final String MEALS = "义务教育家庭经济困难学生生活补助";

  private static final List<String> GOALS =
      List.of(
          "enrolled-exact",
          "hardship-exact",
          "payments-exact",
          "schools-complete",
          "programs-complete",
          "fields-complete");

  private final String name;
  private final List<String> lines = new ArrayList<>();
  private final List<String> blind = new ArrayList<>();
  private String asOf = "2026-11-22";
  private int exit;
  private boolean balanced = true;
  private boolean noRoll;
  private int held;
  private String unit = "";
  private int right = 90;

  PublishedCounty(String name) {
    this.name = name;
  }

  PublishedCounty asOf(String date) {
    asOf = date;
    return this;
  }

  PublishedCounty exit(int code) {
    exit = code;
    return this;
  }

  PublishedCounty unbalanced() {
    balanced = false;
    return this;
  }

  PublishedCounty withoutRoll() {
    noRoll = true;
    return this;
  }

  PublishedCounty held(int count) {
    held = count;
    return this;
  }

  PublishedCounty unit(String own) {
    unit = own;
    return this;
  }

  PublishedCounty right(int count) {
    right = count;
    return this;
  }

  /** The rule is not evaluated, for want of civil affairs' list. */
  PublishedCounty blind(String rule) {
    blind.add(rule);
    return this;
  }

  PublishedCounty unfunded(String person, String state, String outcome, String due) {
    return unfunded(person, state, outcome, MEALS, due);
  }

  PublishedCounty unfunded(
      String person, String state, String outcome, String program, String due) {
    return line("unfunded-eligible", state, outcome, person, "小学", program, "2026秋", due);
  }

  PublishedCounty finding(String rule, String state, String stage) {
    return line(rule, state, "待核", "P-" + lines.size(), stage, "", "", "");
  }

  private PublishedCounty line(
      String rule,
      String state,
      String outcome,
      String person,
      String stage,
      String program,
      String term,
      String due) {
    lines.add(
        Stream.of(
                "FCANARY%04d".formatted(lines.size()),
                "CASECANARY",
                rule,
                "high",
                state,
                outcome,
                asOf,
                asOf,
                "CANARY-" + person,
                "金丝雀" + lines.size(),
                "990101********0014",
                "青禾镇",
                "青禾镇中心小学",
                stage,
                "三年级",
                "脱贫户",
                program,
                term,
                due,
                "0.00",
                "名单.csv!!2",
                "金丝雀说明")
            .collect(Collectors.joining(",")));
    return this;
  }

  /** Writes the dated folder below {@code reports}, and tells where. */
  Path write(Path home) {
    Path night = home.resolve("reports").resolve(asOf);
    try {
      Path data = Files.createDirectories(night.resolve("data"));
      Files.writeString(data.resolve("run.json"), run());
      Files.writeString(data.resolve("findings.csv"), findings());
      return night;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String findings() {
    return Stream.concat(Stream.of(HEADER), lines.stream())
        .map(line -> line + "\r\n")
        .collect(Collectors.joining());
  }

  private long count(String... states) {
    return lines.stream().filter(line -> List.of(states).contains(line.split(",", -1)[4])).count();
  }

  private String run() {
    return """
        {"runId": "R-%s-%s", "asOf": "%s", %s"exit": %d,
         "journalHead": "7:%s", "files": [{"name": "金丝雀名单.xlsx"}],
         "lists": {"roll": {"needed": true, "present": %b}, "civil": {"needed": false, "present": false}},
         "balance": {"balanced": %b, "findings": {"new": %d, "reopened": %d, "open": %d}},
         "scoreboard": {%s}, "rules": {%s}, "held": [%s]}
        """
        .formatted(
            asOf,
            name,
            asOf,
            unit.isEmpty() ? "" : "\"unit\": \"" + unit + "\", ",
            exit,
            name,
            !noRoll,
            balanced,
            count("new"),
            count("reopened"),
            count("new", "persisting", "reopened"),
            GOALS.stream().map(this::goal).collect(Collectors.joining(",")),
            rules(),
            Stream.generate(() -> "\"金丝雀暂缓\"").limit(held).collect(Collectors.joining(",")));
  }

  private String goal(String code) {
    boolean compared = !code.equals("payments-exact");
    return "\"%s\": {\"compared\": %b%s, \"needs\": [%s]}"
        .formatted(
            code,
            compared,
            compared ? ", \"right\": %d, \"of\": 100".formatted(right) : "",
            compared ? "" : "\"payments\"");
  }

  private String rules() {
    return Stream.of("unfunded-eligible", "never-enrolled", "leave-expired", "undecided-identity")
        .map(
            rule ->
                "\"%s\": {\"evaluated\": %b, \"compared\": %d, \"findings\": 0, \"needs\": [%s]}"
                    .formatted(
                        rule,
                        !blind.contains(rule),
                        blind.contains(rule) ? 0 : 50,
                        blind.contains(rule) ? "\"civil\"" : ""))
        .collect(Collectors.joining(","));
  }
}
