package cn.bidui.normalize;

import cn.bidui.normalize.PlacementRecord.Placement;
import cn.bidui.normalize.RollChangeRecord.Change;
import cn.bidui.person.Text;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.ProblemCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A word of its column, or where that is blank or missing, the one of which the whole sheet speaks:
 * {@code 送教上门学生花名册} holds no other pupils.
 *
 * @param words what the column may say
 * @param whole of which the sheet speaks; null if it does not say
 */
record SpokenOf(Vocabulary words, @Nullable String whole) implements FieldReader {

  /** The longer word first: 转入 says more than 转学. */
  private static final Map<String, String> CHANGES =
      ordered(
          "转入", Change.TRANSFER_IN.name(),
          "转出", Change.TRANSFER_OUT.name(),
          "转学", Change.TRANSFER.name(),
          "休学", Change.SUSPENSION.name(),
          "复学", Change.RETURN.name(),
          "退学", Change.WITHDRAWAL.name(),
          "毕业", Change.GRADUATION.name(),
          "死亡", Change.DEATH.name());

  private static final Map<String, String> PLACEMENTS =
      ordered(
          "送教", Placement.TAUGHT_AT_HOME.name(),
          "随班就读", Placement.REGULAR_CLASS.name(),
          "延缓入学", Placement.DEFERRED.name(),
          "缓学", Placement.DEFERRED.name(),
          "免学", Placement.EXEMPT.name(),
          "免予入学", Placement.EXEMPT.name());

  static SpokenOf change(Header header) {
    @Nullable String caption = only(CHANGES, header.caption());
    String titles = title(header, Field.CHANGED_ON) + " " + title(header, Field.LEAVE_FROM);
    @Nullable String columns = only(CHANGES, titles);
    boolean leave = columns == null && header.column(Field.LEAVE_FROM) >= 0;
    @Nullable String ofColumns = leave ? Change.SUSPENSION.name() : columns;
    return new SpokenOf(SchoolingWords.CHANGE, caption == null ? ofColumns : caption);
  }

  static SpokenOf placement(Header header) {
    return new SpokenOf(SchoolingWords.PLACEMENT, only(PLACEMENTS, header.caption()));
  }

  private static String title(Header header, Field field) {
    return Objects.requireNonNullElse(header.titles().get(field), "");
  }

  private static @Nullable String only(Map<String, String> words, String text) {
    String left = Text.fold(text);
    @Nullable String meaning = null;
    for (Map.Entry<String, String> word : words.entrySet()) {
      if (left.contains(word.getKey())) {
        boolean second = meaning != null && !meaning.equals(word.getValue());
        if (second && !word.getKey().equals("转学")) {
          return null;
        }
        meaning = meaning == null ? word.getValue() : meaning;
      }
    }
    return meaning;
  }

  private static Map<String, String> ordered(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  @Override
  public String read(RowReading row, Field field) {
    String text = row.text(field);
    if (text.isEmpty()) {
      return whole == null ? row.refuse(ProblemCode.VALUE_MISSING, field) : whole;
    }
    @Nullable String meaning = words.read(text);
    return meaning == null
        ? row.refuse(ProblemCode.VALUE_UNKNOWN, field, words.allowed())
        : meaning;
  }
}
