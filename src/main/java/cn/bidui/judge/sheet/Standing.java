package cn.bidui.judge.sheet;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.night.Due.Hold;

/** How a line of a sheet stands where no finding says it (结果分类). */
enum Standing {
  DUE_AND_FUNDED("应助已助"),
  /** Funded, and no list names the pupil; schools recognize others too. */
  FUNDED("已受助"),
  PAID("已发放"),
  WAIVED("自愿放弃"),
  UNFUNDED(Outcome.UNFUNDED_TO_CHECK.label()),
  NOT_IN_SCHOOL(Outcome.NOT_IN_SCHOOL.label()),
  OUT_OF_COUNTY(Outcome.OUT_OF_COUNTY.label()),
  NOT_DUE("不予享受"),
  NEXT_TERM("下学期起计");

  private final String label;

  Standing(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  static Standing of(Hold hold) {
    return switch (hold) {
      case NONE -> UNFUNDED;
      case ON_LEAVE, LEFT -> NOT_IN_SCHOOL;
      case OUT_OF_COUNTY -> OUT_OF_COUNTY;
      case PART_TIME, TOO_YOUNG, EXCLUDED -> NOT_DUE;
      case NEXT_TERM -> NEXT_TERM;
    };
  }
}
