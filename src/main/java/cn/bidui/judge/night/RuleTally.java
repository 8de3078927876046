package cn.bidui.judge.night;

import cn.bidui.judge.finding.Severity;
import cn.bidui.source.ListKind;
import java.util.List;

/**
 * What one rule did in one night: "0 found" is told apart from "0 compared".
 *
 * @param evaluated false where a needed list is missing; then nothing was compared
 * @param compared how many subjects it looked at
 * @param needs the lists that it needs and that are missing
 */
public record RuleTally(
    String rule,
    Severity severity,
    boolean evaluated,
    int compared,
    int findings,
    List<ListKind> needs) {
  public RuleTally {
    needs = List.copyOf(needs);
  }
}
