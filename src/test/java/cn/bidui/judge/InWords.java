package cn.bidui.judge;

import cn.bidui.judge.finding.Finding;
import cn.bidui.source.Messages;

/** A finding as a reader sees it. */
final class InWords {

  private InWords() {}

  static String zh(Finding finding) {
    return Messages.ZH.text(finding.explanation().key(), finding.explanation().words().toArray());
  }
}
