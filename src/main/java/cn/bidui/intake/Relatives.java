package cn.bidui.intake;

import cn.bidui.source.Field;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Words that make a column one of a relative or of an earlier state, never the pupil's own. */
final class Relatives {

  private static final List<String> WORDS =
      List.of("家长", "监护人", "父亲", "母亲", "户主", "联系人", "开户", "经办", "曾用", "成员", "代领");

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

  private Relatives() {}

  /** Whether folded text names one. */
  static boolean named(String folded) {
    return WHOLE.contains(folded) || WORDS.stream().anyMatch(folded::contains);
  }

  /** Whether {@code field} may stand under such a word. */
  static boolean maySpeakOf(Field field) {
    return THEIRS.contains(field);
  }
}
