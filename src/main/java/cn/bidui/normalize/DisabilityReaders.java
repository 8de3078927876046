package cn.bidui.normalize;

import cn.bidui.normalize.DisabilityRecord.Kind;
import cn.bidui.source.Field;
import cn.bidui.source.ProblemCode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Kind and level of a disability: from their columns, else from the number of the card. */
final class DisabilityReaders {

  private static final Pattern SEPARATOR = Pattern.compile("[、，,;；/|+和及]+");

  private static final Vocabulary KIND =
      new Vocabulary("视力、听力、言语、肢体、智力、精神、多重")
          .meaning(Kind.VISUAL.name(), "视力", "视力残疾", "视障", "盲", "1")
          .meaning(Kind.HEARING.name(), "听力", "听力残疾", "听障", "聋", "2")
          .meaning(Kind.SPEECH.name(), "言语", "言语残疾", "语言", "语言残疾", "3")
          .meaning(Kind.PHYSICAL.name(), "肢体", "肢体残疾", "4")
          .meaning(Kind.INTELLECTUAL.name(), "智力", "智力残疾", "智障", "5")
          .meaning(Kind.MENTAL.name(), "精神", "精神残疾", "孤独症", "自闭症", "6")
          .meaning(Kind.MULTIPLE.name(), "多重", "多重残疾", "综合", "7");

  private static final Vocabulary LEVEL =
      new Vocabulary("一级、二级、三级、四级")
          .meaning("1", "一级", "1级", "1", "一", "壹级", "I级", "I")
          .meaning("2", "二级", "2级", "2", "二", "贰级", "II级", "II")
          .meaning("3", "三级", "3级", "3", "三", "叁级", "III级", "III")
          .meaning("4", "四级", "4级", "4", "四", "肆级", "IV级", "IV");

  private DisabilityReaders() {}

  static String kind(RowReading row, Field field) {
    String text = row.text(field);
    if (text.isEmpty()) {
      @Nullable DisabilityNumber number = number(row);
      @Nullable Kind kind = number == null ? null : number.kind();
      return kind == null ? "" : kind.name();
    }
    @Nullable String kind = KIND.read(text);
    if (kind == null && severalKinds(text)) {
      return Kind.MULTIPLE.name();
    }
    return kind == null ? row.refuse(ProblemCode.VALUE_UNKNOWN, field, KIND.allowed()) : kind;
  }

  private static boolean severalKinds(String text) {
    String[] parts = SEPARATOR.split(text, 0);
    for (String part : parts) {
      if (KIND.read(part) == null) {
        return false;
      }
    }
    return parts.length > 1;
  }

  static String level(RowReading row, Field field) {
    String text = row.text(field);
    if (text.isEmpty()) {
      @Nullable DisabilityNumber number = number(row);
      @Nullable Integer level = number == null ? null : number.level();
      return level == null ? "" : level.toString();
    }
    @Nullable String level = LEVEL.read(text);
    return level == null ? row.refuse(ProblemCode.VALUE_UNKNOWN, field, LEVEL.allowed()) : level;
  }

  /** The card's number, from its column, else from the id's, where many lists have it. */
  private static @Nullable DisabilityNumber number(RowReading row) {
    @Nullable DisabilityNumber own = DisabilityNumber.read(row.raw(Field.DISABILITY_NUMBER));
    return own == null ? DisabilityNumber.read(row.raw(Field.CITIZEN_ID)) : own;
  }
}
