package cn.bidui.ledger;

import cn.bidui.source.Messages;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people do about a case between two nights (办理环节). */
public enum CaseAct {
  /** 交办: a person answers for it; the words name them. */
  ASSIGN,
  /** 处置: somebody went, called, persuaded; the words tell what came of it. */
  VISIT,
  /** 三帮一: a teacher, a village cadre and a guardian; three words, blank where nobody is. */
  HELPERS,
  /** 书面报告 of the school to the bureau; the day is its date. */
  WRITTEN_REPORT,
  /** 限期返校通知书 of the township; the words give its number, the day its date. */
  DEADLINE_NOTICE,
  /** 回访核查, passed: by another person than the one who answered. */
  VERIFY,
  /** 回访核查, not passed: the case goes back. */
  SEND_BACK,
  /** 延期: the day is the new last day. */
  EXTEND,
  /** 归档 by a person. */
  FILE,
  /** 备注. */
  REMARK;

  /** The act that {@code text} names: its code, or its label in either language. */
  public static Optional<CaseAct> find(String text) {
    String wanted = text.strip();
    return Arrays.stream(values()).filter(act -> act.isNamed(wanted)).findFirst();
  }

  private boolean isNamed(String text) {
    return code().equalsIgnoreCase(text)
        || label(Messages.ZH).equals(text)
        || label(Messages.EN).equalsIgnoreCase(text);
  }

  /** {@code written-report}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The words for it. */
  public String label(Messages messages) {
    return messages.text("ledger.case-act." + code());
  }
}
