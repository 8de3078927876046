package cn.bidui.report.city;

import cn.bidui.judge.score.Goal;
import cn.bidui.source.ListKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a county's {@code run.json} says of its night.
 *
 * @param mark of this one run, and of no other
 * @param unit the county's own name; blank if it gives none
 * @param missing the needed lists that are not there
 * @param held how many things a guard held back
 * @param rules by code, in the order of the run
 */
record NightRun(
    LocalDate asOf,
    String mark,
    String unit,
    long exit,
    boolean balanced,
    Counted counted,
    List<ListKind> missing,
    long held,
    Map<String, Rule> rules,
    Map<Goal, Score> goals) {

  /** They are long, and nothing of them is wanted here. */
  private static final Set<String> SKIPPED = Set.of("files", "steps", "link");

  private static final Pattern RULE = Pattern.compile("[a-z][a-z-]{1,39}");

  NightRun {
    missing = List.copyOf(missing);
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    goals = Collections.unmodifiableMap(new EnumMap<>(goals));
  }

  /** How many findings there are, as the run counted them. */
  record Counted(long added, long reopened, long open) {}

  /**
   * Whether a rule looked.
   *
   * @param compared how many it looked at
   * @param needs the lists for want of which it did not
   */
  record Rule(boolean evaluated, long compared, List<ListKind> needs) {
    Rule {
      needs = List.copyOf(needs);
    }
  }

  /** How near a goal is; both numbers are 0 and say nothing where it was not compared. */
  record Score(boolean compared, long right, long of, List<ListKind> needs) {
    Score {
      needs = List.copyOf(needs);
    }

    long wrong() {
      return of - right;
    }

    /** All of {@code scores}, which were compared; not compared if there are none. */
    static Score sum(List<Score> scores) {
      return new Score(
          !scores.isEmpty(),
          scores.stream().mapToLong(Score::right).sum(),
          scores.stream().mapToLong(Score::of).sum(),
          List.of());
    }
  }

  static NightRun read(Path file) throws IOException, Unreadable {
    JsonTree run = JsonTree.read(file, SKIPPED);
    return new NightRun(
        date(run.text("asOf")),
        run.text("runId") + " " + run.text("journalHead"),
        run.maybeText("unit").map(String::strip).orElse(""),
        run.count("exit"),
        run.object("balance").flag("balanced"),
        counted(run.object("balance").object("findings")),
        missing(run.object("lists")),
        run.texts("held").size(),
        rules(run.object("rules")),
        goals(run.object("scoreboard")));
  }

  /** Whether {@code code} may be the code of a rule, of this version or a later one. */
  static boolean isRule(String code) {
    return RULE.matcher(code).matches();
  }

  private static LocalDate date(String text) throws Unreadable {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException other) {
      throw JsonTree.other("asOf");
    }
  }

  private static Counted counted(JsonTree findings) throws Unreadable {
    return new Counted(findings.count("new"), findings.count("reopened"), findings.count("open"));
  }

  private static List<ListKind> missing(JsonTree lists) throws Unreadable {
    List<String> absent = new ArrayList<>();
    for (String code : lists.names()) {
      JsonTree list = lists.object(code);
      if (list.flag("needed") && !list.flag("present")) {
        absent.add(code);
      }
    }
    return kinds(absent);
  }

  private static Map<String, Rule> rules(JsonTree tree) throws Unreadable {
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (String code : tree.names()) {
      if (!isRule(code)) {
        throw JsonTree.other("rules");
      }
      JsonTree rule = tree.object(code);
      rules.put(
          code,
          new Rule(rule.flag("evaluated"), rule.count("compared"), kinds(rule.texts("needs"))));
    }
    return rules;
  }

  private static Map<Goal, Score> goals(JsonTree tree) throws Unreadable {
    Map<Goal, Score> goals = new EnumMap<>(Goal.class);
    for (Goal goal : Goal.values()) {
      goals.put(goal, score(tree.object(goal.code())));
    }
    return goals;
  }

  private static Score score(JsonTree goal) throws Unreadable {
    boolean compared = goal.flag("compared");
    long right = compared ? goal.count("right") : 0;
    long of = compared ? goal.count("of") : 0;
    if (right > of) {
      throw JsonTree.other("scoreboard");
    }
    return new Score(compared, right, of, kinds(goal.texts("needs")));
  }

  private static List<ListKind> kinds(List<String> codes) throws Unreadable {
    List<ListKind> kinds = new ArrayList<>();
    for (String code : codes) {
      kinds.add(ListKind.ofCode(code).orElseThrow(() -> JsonTree.other("lists")));
    }
    Collections.sort(kinds);
    return kinds;
  }
}
