package cn.bidui.judge;

import cn.bidui.judge.cohort.Population;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.judge.score.Scoreboard;
import cn.bidui.judge.sheet.SheetLine;
import java.util.List;

/**
 * What a night comes to: the findings in their stated order (rule, then id), what each rule did,
 * how near the data is to zero error, what each pupil is due and got, and the school-age
 * population.
 *
 * @param sheet in order of school, person key, term and program
 */
public record Judgement(
    List<Finding> findings,
    List<RuleTally> tallies,
    Scoreboard scoreboard,
    List<SheetLine> sheet,
    Population population) {

  public Judgement {
    findings = List.copyOf(findings);
    tallies = List.copyOf(tallies);
    sheet = List.copyOf(sheet);
  }

  /** Findings alone. */
  public static Judgement of(List<Finding> findings, List<RuleTally> tallies) {
    return new Judgement(findings, tallies, Scoreboard.EMPTY, List.of(), Population.EMPTY);
  }
}
