package cn.bidui.ledger;

import cn.bidui.source.Messages;
import java.util.Arrays;
import java.util.Optional;

/** What an answer is shown by (佐证类型); the paper itself stays where it is kept. */
public enum EvidenceKind {
  /** 就读学校名称和学籍号. */
  SCHOOL_AND_NUMBER,
  ATTENDANCE_CERTIFICATE,
  APPROVAL,
  MEDICAL,
  PLACEMENT_RECORD,
  GRADUATION,
  DEATH,
  EXIT,
  HUKOU,
  VISIT,
  ROLL_RECORD,
  PAYMENT,
  STATEMENT,
  OTHER;

  /** The kind that {@code text} names: its code in either case, or its label in either language. */
  public static Optional<EvidenceKind> find(String text) {
    String wanted = text.strip();
    return Arrays.stream(values()).filter(kind -> kind.isNamed(wanted)).findFirst();
  }

  private boolean isNamed(String text) {
    return code().equalsIgnoreCase(text)
        || label(Messages.ZH).equals(text)
        || label(Messages.EN).equalsIgnoreCase(text);
  }

  /** {@code school-and-number}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The words for it. */
  public String label(Messages messages) {
    return messages.text("ledger.evidence." + code());
  }
}
