package cn.bidui.judge.zero;

import cn.bidui.judge.CountyFixture;
import cn.bidui.judge.finding.Explanation;
import cn.bidui.judge.finding.Finding;
import cn.bidui.source.Messages;
import java.util.List;

/** What rules ask, as people read it. */
final class Asked {

  private Asked() {}

  static String sentence(Finding finding) {
    Explanation explanation = finding.explanation();
    return Messages.ZH.text(explanation.key(), explanation.words().toArray());
  }

  /** The outcomes and sentences of one rule: {@code 漏录：……}. */
  static List<String> of(CountyFixture county, String rule) {
    return county.findings(rule).stream()
        .map(finding -> finding.outcome().label() + "：" + sentence(finding))
        .toList();
  }
}
