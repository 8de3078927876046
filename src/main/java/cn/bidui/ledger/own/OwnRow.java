package cn.bidui.ledger.own;

import cn.bidui.source.Field;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a bureau's own ledger.
 *
 * @param sheet its sheet; blank for text files
 * @param row as Excel shows it; in text files the line on which it starts
 * @param caption the rows above the header, the sheet's name and the file's
 * @param school the school in the form in which schools are compared
 * @param texts as they stand, stripped; without those that are blank
 * @param days what columns of dates say, as far as they can be read
 */
public record OwnRow(
    String sheet,
    int row,
    String caption,
    String school,
    Map<Field, String> texts,
    Map<Field, LocalDate> days) {

  public OwnRow {
    texts = Map.copyOf(texts);
    days = Map.copyOf(days);
  }

  /** The text of {@code field}; blank if there is none. */
  public String text(Field field) {
    return texts.getOrDefault(field, "");
  }

  /** The day of {@code field}; empty where there is none or it cannot be read. */
  Optional<LocalDate> day(Field field) {
    return Optional.ofNullable(days.get(field));
  }

  /** The same row, about {@code topic}. */
  OwnRow about(String topic) {
    Map<Field, String> more = new EnumMap<>(Field.class);
    more.putAll(texts);
    more.put(Field.TOPIC, topic);
    return new OwnRow(sheet, row, caption, school, more, days);
  }

  /** {@code 台账!17}. */
  public String place() {
    return sheet.isEmpty() ? String.valueOf(row) : sheet + "!" + row;
  }

  /** The place only: the row names a child. */
  @Override
  public String toString() {
    return "OwnRow[" + row + "]";
  }
}
