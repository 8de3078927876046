package cn.bidui.normalize;

import cn.bidui.normalize.WelfareWords.Area;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.ProblemCode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which welfare a row speaks of, of town or country: as its columns say, else as title rows, sheet
 * or file name do, for the books of townships are kept one for each.
 *
 * @param spokenOf the welfare of which the whole sheet speaks; null if it does not say
 * @param area whether it speaks of town or country; null if it does not say
 */
record BenefitReader(@Nullable HardshipGroup spokenOf, @Nullable Area area) implements FieldReader {

  private static final List<Field> TELLING =
      List.of(
          Field.BENEFIT,
          Field.BENEFIT_NUMBER,
          Field.BENEFIT_CLASS,
          Field.BENEFIT_FROM,
          Field.BENEFIT_AMOUNT,
          Field.HOUSEHOLD_SIZE);

  static BenefitReader of(Header header) {
    String titles =
        TELLING.stream()
            .map(field -> Objects.requireNonNullElse(header.titles().get(field), ""))
            .collect(Collectors.joining(" "));
    @Nullable HardshipGroup named = WelfareWords.spokenOf(header.caption());
    return new BenefitReader(
        named == null ? WelfareWords.spokenOf(titles) : named,
        WelfareWords.areaOf(header.caption()));
  }

  @Override
  public String read(RowReading row, Field field) {
    if (!row.sound(Field.TOWN_OR_COUNTRY)) {
      return "";
    }
    String column = row.text(Field.TOWN_OR_COUNTRY);
    if (!column.isEmpty() && WelfareWords.AREA.read(column) == null) {
      return row.refuse(
          ProblemCode.VALUE_UNKNOWN, Field.TOWN_OR_COUNTRY, WelfareWords.AREA.allowed());
    }
    String text = row.text(field);
    @Nullable HardshipGroup named = text.isEmpty() ? null : WelfareWords.group(text);
    if (named == null && !text.isEmpty() && !WelfareWords.leavesOpen(text)) {
      return row.refuse(ProblemCode.VALUE_UNKNOWN, field, WelfareWords.GROUPS_ALLOWED);
    }
    @Nullable HardshipGroup group = named == null ? spokenOf : named;
    return group == null
        ? row.refuse(ProblemCode.VALUE_MISSING, field)
        : WelfareWords.within(group, area(column, text)).name();
  }

  private @Nullable Area area(String column, String text) {
    @Nullable Area said = read(column);
    @Nullable Area named = said == null ? read(text) : said;
    return named == null ? area : named;
  }

  private static @Nullable Area read(String text) {
    @Nullable String area = text.isEmpty() ? "" : WelfareWords.AREA.read(text);
    return area == null || area.isEmpty() ? null : Area.valueOf(area);
  }
}
