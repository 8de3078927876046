package cn.bidui.normalize;

import cn.bidui.normalize.WelfareWords.Area;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.ProblemCode;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The groups of a poor pupil: several in one cell, or a column with 是 and 否 for each. */
final class GroupReaders {

  /** Between the groups in one canonical value. */
  static final String BETWEEN = ",";

  private static final Pattern SEPARATOR = Pattern.compile("[、，,;；/|+\\n]+");

  private GroupReaders() {}

  /** All groups in the cell, in the order of the enum. */
  static String groups(RowReading row, Field field) {
    String text = row.text(field);
    @Nullable HardshipGroup one = text.isEmpty() ? null : WelfareWords.group(text);
    if (text.isEmpty() || one != null) {
      return one == null ? "" : one.name();
    }
    Set<HardshipGroup> groups = EnumSet.noneOf(HardshipGroup.class);
    for (String part : SEPARATOR.split(text, 0)) {
      @Nullable HardshipGroup group = part.isBlank() ? null : WelfareWords.group(part);
      if (group == null && !part.isBlank()) {
        return row.refuse(ProblemCode.VALUE_UNKNOWN, field, WelfareWords.GROUPS_ALLOWED);
      }
      if (group != null) {
        groups.add(group);
      }
    }
    return groups.stream().map(HardshipGroup::name).collect(Collectors.joining(BETWEEN));
  }

  /**
   * 是否低保, 是否特困: the group where the answer is yes, of town or country where header or answer say
   * so.
   */
  static FieldReader welfare(HardshipGroup group, Header header, Field field) {
    String title = Objects.requireNonNullElse(header.titles().get(field), "");
    @Nullable Area area = WelfareWords.areaOf(title);
    return (row, column) -> {
      String text = row.text(column);
      @Nullable String answer = text.isEmpty() ? "" : Vocabularies.YES_OR_NO.read(text);
      if (answer != null) {
        return answer.equals("true") ? WelfareWords.within(group, area).name() : "";
      }
      @Nullable HardshipGroup named = WelfareWords.group(text);
      boolean same =
          named == group
              || named == WelfareWords.within(group, Area.URBAN)
              || named == WelfareWords.within(group, Area.RURAL);
      return same && named != null
          ? WelfareWords.within(named, area).name()
          : row.refuse(ProblemCode.VALUE_UNKNOWN, column, Vocabularies.YES_OR_NO.allowed());
    };
  }
}
