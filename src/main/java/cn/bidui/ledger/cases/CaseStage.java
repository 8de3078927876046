package cn.bidui.ledger.cases;

import cn.bidui.source.Messages;
import java.util.Locale;

/** How far a case has come (登记、交办、处置、反馈、回访核查、归档), in order. */
public enum CaseStage {
  /** 登记: found, and nobody has it yet. */
  REGISTERED,
  /** 交办: a school or township has it. */
  ASSIGNED,
  /** 处置: somebody is at work. */
  HANDLING,
  /** 反馈: answered, or the data is right. */
  ANSWERED,
  /** 回访核查: somebody else has looked. */
  VERIFIED,
  /** 归档. */
  FILED;

  /** {@code answered}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The word for it. */
  public String label(Messages messages) {
    return messages.text("ledger.case-stage." + code());
  }
}
