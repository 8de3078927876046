package cn.bidui.judge;

import java.util.List;

/** The findings of a night in their stated order (rule, then id), and what each rule did. */
public record Judgement(List<Finding> findings, List<RuleTally> tallies) {
  public Judgement {
    findings = List.copyOf(findings);
    tallies = List.copyOf(tallies);
  }
}
