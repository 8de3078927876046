package cn.bidui.report.city;

import cn.bidui.judge.score.Goal;
import cn.bidui.report.Dropouts;
import cn.bidui.report.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** One county's published night, as far as the city sees it. */
record CountyNight(NightRun run, Figures figures) {

  /**
   * Reads {@code data/}.
   *
   * @throws Unreadable if it gives no figures that one could stand by
   */
  static CountyNight read(Path data) throws IOException, Unreadable {
    Path findings = data.resolve("findings.csv");
    NightRun run = NightRun.read(data.resolve("run.json"));
    if (!Files.isRegularFile(findings)) {
      throw new Unreadable(Fault.NO_FINDINGS);
    }
    CountyNight night = new CountyNight(run, FindingLines.count(findings));
    night.check();
    return night;
  }

  /** The run counted the findings when it wrote them; a file that was cut off has fewer. */
  private void check() throws Unreadable {
    Standing all = figures.all();
    NightRun.Counted counted = run.counted();
    check("open", counted.open(), all.open());
    check("new", counted.added(), all.added());
    check("reopened", counted.reopened(), all.reopened());
  }

  private static void check(String which, long said, long found) throws Unreadable {
    if (said != found) {
      throw new Unreadable(Fault.DISAGREES, which, said, found);
    }
  }

  /** Whether there is a figure at all: 0 only where something was compared. */
  boolean knows(String rule) {
    return evaluated(rule) || !figures.rule(rule).equals(Standing.NONE);
  }

  private boolean evaluated(String rule) {
    NightRun.Rule looked = run.rules().get(rule);
    return looked != null && looked.evaluated();
  }

  boolean knowsDropouts() {
    return Dropouts.RULES.stream().anyMatch(this::knows);
  }

  /** The rules of {@code codes} that nothing was compared for. */
  List<String> blind(List<String> codes) {
    return codes.stream().filter(rule -> !evaluated(rule)).toList();
  }

  NightRun.Score score(Goal goal) {
    return Objects.requireNonNull(run.goals().get(goal), "every goal is in run.json");
  }
}
