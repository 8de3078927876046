package cn.bidui.ledger.cases;

import cn.bidui.source.Messages;
import java.util.Locale;

/** What a case lacks (要件不全). */
public enum CaseGap {
  /** 责任单位: neither school nor township is known. */
  NO_UNIT,
  /** 责任人. */
  NO_PERSON,
  /** 三帮一: teacher, village cadre and guardian are not all named. */
  NO_HELPERS,
  /** 佐证: the answer wants a paper and names none. */
  NO_EVIDENCE,
  /** 书面报告: the child is still out of school, and the report is due. */
  NO_REPORT,
  /** 回访核查 is due. */
  NOT_VERIFIED;

  /** {@code no-unit}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The words for it. */
  public String label(Messages messages) {
    return messages.text("ledger.case-gap." + code());
  }
}
