package cn.bidui.intake;

import cn.bidui.source.Field;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Words that make a column one of a relative or of an earlier state, never the pupil's own. */
final class Relatives {

  private static final String HEAD = "户主";

  private static final List<String> WORDS =
      List.of(
          HEAD, "家长", "监护人", "父亲", "母亲", "配偶", "抚养人", "联系人", "开户", "持卡人", "收款人", "领款人", "代领", "经办",
          "填报", "班主任", "责任人", "负责人", "帮扶", "曾用", "成员");

  /** Single characters count only where they are the whole hint: 原件 is not an earlier state. */
  private static final List<String> WHOLE = List.of("父", "母", "原");

  /** Fields that are about relatives or earlier states anyway. */
  private static final Set<Field> THEIRS =
      EnumSet.of(
          Field.FORMER_NAME,
          Field.GUARDIAN1_NAME,
          Field.GUARDIAN1_ID,
          Field.GUARDIAN2_NAME,
          Field.GUARDIAN2_ID,
          Field.HEAD_NAME,
          Field.HEAD_ID,
          Field.RELATION,
          Field.MEMBER_NUMBER,
          Field.PAYEE_NAME,
          Field.PAYEE_ID,
          Field.ACCOUNT,
          Field.REMARK);

  /** What the head of a household has in common with its members. */
  private static final Set<Field> HOUSEHOLD =
      EnumSet.of(
          Field.COUNTY,
          Field.TOWNSHIP,
          Field.VILLAGE,
          Field.HOUSEHOLD_NUMBER,
          Field.HOUSEHOLD_TYPE,
          Field.MONITOR_CATEGORY);

  private Relatives() {}

  /** Whether folded text names one. */
  static boolean named(String folded) {
    return WHOLE.contains(folded) || WORDS.stream().anyMatch(folded::contains);
  }

  /** Whether {@code field} may stand under such a word. */
  static boolean maySpeakOf(Field field) {
    return THEIRS.contains(field);
  }

  /** Whether folded text names the head of a household. */
  static boolean head(String folded) {
    return folded.contains(HEAD);
  }

  /** Whether {@code field} is the same for all of a household. */
  static boolean householdHas(Field field) {
    return HOUSEHOLD.contains(field);
  }
}
