package cn.bidui.cli;

import cn.bidui.ledger.cases.CaseEvent;
import cn.bidui.ledger.cases.CaseFile;
import cn.bidui.ledger.cases.CaseGap;
import cn.bidui.ledger.cases.CaseStage;
import cn.bidui.source.Messages;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows a case: how far it has come, who has it, until when, what it lacks, how it got there. */
final class CaseScreen {

  private final Options options;
  private final PrintWriter out;

  CaseScreen(Options options, PrintWriter out) {
    this.options = options;
    this.out = out;
  }

  /** Everything. */
  void print(CaseFile file) {
    options.say(out, "cli.case.head", file.caseId(), rules(file, options.messages()));
    brief(file);
    findings(file);
    helpers(file);
    papers(file);
    if (file.rebounds() + file.reviews() > 0) {
      options.say(out, "cli.case.returns", file.rebounds(), file.reviews());
    }
    options.say(out, "cli.case.history");
    file.history().forEach(this::event);
  }

  /** How far it has come, who has it, until when, and what it lacks. */
  void brief(CaseFile file) {
    options.say(out, "cli.case.stages", bar(file));
    String unit = String.join("  ", unit(file));
    options.say(out, "cli.case.unit", unit.isEmpty() ? dash() : unit);
    responsible(file);
    due(file);
    if (!file.gaps().isEmpty()) {
      options.say(out, "cli.case.gaps", gaps(file, options.messages()));
    }
  }

  /** {@code 登记 → 【交办】 → 处置 …}. */
  private String bar(CaseFile file) {
    List<String> stages = new ArrayList<>();
    for (CaseStage stage : CaseStage.values()) {
      String label = stage.label(options.messages());
      stages.add(
          stage == file.stage() ? options.messages().text("cli.case.stage-now", label) : label);
    }
    return String.join(" → ", stages);
  }

  private static List<String> unit(CaseFile file) {
    return List.of(file.where().school(), file.where().township(), file.where().stage()).stream()
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private void responsible(CaseFile file) {
    CaseFile.People people = file.people();
    String key =
        people.responsible().isEmpty()
            ? "cli.case.nobody"
            : people.byTable() ? "cli.case.by-table" : "cli.case.by-hand";
    options.say(out, key, people.responsible());
  }

  private void due(CaseFile file) {
    @Nullable LocalDate due = file.due();
    if (due == null) {
      return;
    }
    boolean visit = file.stage() == CaseStage.ANSWERED;
    options.say(out, visit ? "cli.case.verify-due" : "cli.case.answer-due", due);
    if (file.overdue()) {
      options.say(out, "cli.case.overdue", ChronoUnit.DAYS.between(due, options.asOf()));
    }
  }

  private void findings(CaseFile file) {
    for (String finding : file.findings()) {
      boolean open = file.open().contains(finding);
      options.say(out, open ? "cli.case.finding-open" : "cli.case.finding-closed", finding);
    }
  }

  private void helpers(CaseFile file) {
    List<String> helpers = file.people().helpers();
    if (!helpers.isEmpty()) {
      options.say(
          out, "cli.case.helpers", helper(helpers, 0), helper(helpers, 1), helper(helpers, 2));
    }
  }

  private String helper(List<String> helpers, int which) {
    String name = which < helpers.size() ? helpers.get(which) : "";
    return name.isBlank() ? dash() : name;
  }

  private String dash() {
    return options.messages().text("cli.explain.blank");
  }

  private void papers(CaseFile file) {
    if (file.dates().writtenReport() != null) {
      options.say(out, "cli.case.report", file.dates().writtenReport());
    }
    if (file.dates().notice() != null) {
      options.say(out, "cli.case.notice", file.people().noticeNumber(), file.dates().notice());
    }
  }

  private void event(CaseEvent event) {
    String words = event.words().replace("\n", "  ");
    String rule = "rule." + words + ".title";
    options.say(
        out,
        "cli.case.event",
        event.on(),
        event.label(options.messages()),
        options.messages().has(rule) ? options.messages().text(rule) : words,
        event.by(),
        event.seq() == 0 ? dash() : event.seq());
  }

  static String rules(CaseFile file, Messages messages) {
    return file.rules().stream()
        .map(rule -> messages.has("rule." + rule + ".title") ? rule(rule, messages) : rule)
        .collect(Collectors.joining(messages.text("cli.case.and")));
  }

  private static String rule(String rule, Messages messages) {
    return messages.text("rule." + rule + ".title");
  }

  static String gaps(CaseFile file, Messages messages) {
    return file.gaps().stream()
        .map((CaseGap gap) -> gap.label(messages))
        .collect(Collectors.joining(messages.text("cli.case.and")));
  }
}
