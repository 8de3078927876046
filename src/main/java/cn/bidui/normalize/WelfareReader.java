package cn.bidui.normalize;

import cn.bidui.normalize.HouseholdRecord.Welfare;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.ProblemCode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 低保 and 特困, of the town or of the country.
 *
 * @param ifYes what a bare 是 means under this header
 */
record WelfareReader(Welfare ifYes) implements FieldReader {

  private static final String YES = "true";
  private static final Vocabulary ANSWERS =
      new Vocabulary("")
          .including(Vocabularies.YES_OR_NO)
          .meaning(YES, "享受", "低保", "低保户", "特困", "特困户", "特困人员", "特困供养");

  /**
   * The reader under {@code header}. Unless the header names the town, 是 means the country: the
   * monitoring system holds households of the country only.
   */
  static WelfareReader of(Header header, Field field) {
    String title = Objects.requireNonNullElse(header.titles().get(field), "");
    return new WelfareReader(ofTown(title) ? Welfare.URBAN : Welfare.RURAL);
  }

  @Override
  public String read(RowReading row, Field field) {
    String text = row.text(field);
    if (text.isEmpty()) {
      return "";
    }
    @Nullable Welfare meant = meant(text);
    if (meant != null) {
      return meant.name();
    }
    String allowed = field == Field.MINIMUM_LIVING ? "城市低保、农村低保、未享受" : "城市特困、农村特困、不享受";
    return row.refuse(ProblemCode.VALUE_UNKNOWN, field, allowed);
  }

  private @Nullable Welfare meant(String text) {
    @Nullable String answer = ANSWERS.read(text);
    if (answer != null) {
      return answer.equals(YES) ? ifYes : Welfare.NONE;
    }
    if (!text.contains("享受") && !text.contains("低保") && !text.contains("特困")) {
      return null;
    }
    if (text.contains("不") || text.contains("未") || text.contains("非") || text.contains("无")) {
      return Welfare.NONE;
    }
    if (ofTown(text)) {
      return Welfare.URBAN;
    }
    return text.contains("农") ? Welfare.RURAL : null;
  }

  private static boolean ofTown(String text) {
    return text.contains("城") && !text.contains("城乡") && !text.contains("农");
  }
}
