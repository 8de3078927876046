package cn.bidui.ledger;

import cn.bidui.source.Messages;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Who answers for children being at school, on the line of government and on that of education
 * (双线七长). The seventh, the parent (家长), stands in the roll and not in a table of duties.
 */
public enum DutyRole {
  /** 县（区）长. */
  COUNTY_HEAD,
  /** 教育局长. */
  BUREAU_HEAD,
  /** 乡（镇）长. */
  TOWNSHIP_HEAD,
  /** 村（居）主任. */
  VILLAGE_HEAD,
  /** 校长. */
  PRINCIPAL,
  /** 师长：班主任. */
  TEACHER;

  /** The role that {@code text} names: its code, or its label in either language. */
  public static Optional<DutyRole> find(String text) {
    String wanted = text.strip();
    return Arrays.stream(values())
        .filter(
            role ->
                role.code().equalsIgnoreCase(wanted)
                    || role.label(Messages.ZH).equals(wanted)
                    || role.label(Messages.EN).equalsIgnoreCase(wanted))
        .findFirst();
  }

  /** {@code township-head}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The words for it. */
  public String label(Messages messages) {
    return messages.text("ledger.duty." + code());
  }
}
