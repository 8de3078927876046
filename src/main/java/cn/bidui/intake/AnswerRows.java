package cn.bidui.intake;

import cn.bidui.source.Cell;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a workbook of findings that came back filled in (处理结果), sheet after sheet, whatever
 * the sheets are called now and wherever the columns stand. Only keys and answers are read.
 */
final class AnswerRows implements OwnRows {

  private final Book book;
  private final Optional<ReturnSlip> slip;
  private final List<Sheet> sheets;
  private final List<SheetReading> read = new ArrayList<>();
  private int nextSheet;
  private @Nullable RawSheet rows;
  private @Nullable FillDown merged;
  private @Nullable RawRow held;

  /** Numbers of rows without content before the one that is held. */
  private final Deque<Integer> blanks = new ArrayDeque<>();

  private int lastNumber;
  private int data;
  private int blank;

  /** A sheet with keys, and where its columns stand. */
  record Sheet(int index, String name, int header, Map<AnswerColumn, Integer> columns) {

    /** The sheet below {@code header}, if it has all that makes a sheet of findings. */
    static Optional<Sheet> of(int index, String name, RawRow header) {
      Map<AnswerColumn, Integer> columns = new EnumMap<>(AnswerColumn.class);
      for (int column = 0; column < header.cells().size(); column++) {
        int at = column;
        AnswerColumn.titled(header.text(column)).ifPresent(one -> columns.putIfAbsent(one, at));
      }
      return columns.keySet().containsAll(AnswerColumn.NEEDED)
          ? Optional.of(new Sheet(index, name, header.number(), columns))
          : Optional.empty();
    }

    Cell cell(RawRow row, AnswerColumn column) {
      @Nullable Integer at = columns.get(column);
      return at == null ? Cell.EMPTY : row.cell(at);
    }

    String text(RawRow row, AnswerColumn column) {
      return cell(row, column).text().strip();
    }
  }

  AnswerRows(Book book, Optional<ReturnSlip> slip, List<Sheet> sheets) {
    this.book = book;
    this.slip = slip;
    this.sheets = List.copyOf(sheets);
  }

  @Override
  public @Nullable ReadRow next() throws Refusal {
    while (rows != null || open()) {
      Sheet sheet = sheets.get(nextSheet - 1);
      if (!blanks.isEmpty()) {
        blank++;
        return new ReadRow.Blank(sheet.name(), blanks.remove());
      }
      RawRow row = held;
      if (row != null) {
        advance();
        data++;
        return answer(sheet, row);
      }
      end(sheet);
    }
    return null;
  }

  private boolean open() throws Refusal {
    if (nextSheet == sheets.size()) {
      return false;
    }
    Sheet sheet = sheets.get(nextSheet++);
    RawSheet opened = book.open(sheet.index());
    rows = opened;
    merged = fillDown(sheet, opened);
    lastNumber = 0;
    do {
      advance();
    } while (held != null && held.number() <= sheet.header());
    blanks.removeIf(number -> number <= sheet.header());
    return true;
  }

  /** An answer that was merged over several rows is meant for all of them; a key is not. */
  private static FillDown fillDown(Sheet sheet, RawSheet opened) {
    Set<Integer> columns = new LinkedHashSet<>();
    sheet
        .columns()
        .forEach(
            (column, at) -> {
              if (column.isAnswer()) {
                columns.add(at);
              }
            });
    MergedCells[] known = new MergedCells[1];
    return new FillDown(
        columns,
        () -> {
          if (known[0] == null) {
            known[0] = new MergedCells(opened.merged());
          }
          return known[0];
        });
  }

  /** On to the next row with content; those without before it are counted, those after it not. */
  private void advance() throws Refusal {
    List<Integer> passed = new ArrayList<>();
    RawRow row = rows == null ? null : rows.next();
    while (row != null && row.blank()) {
      gap(row.number(), passed);
      passed.add(row.number());
      row = rows == null ? null : rows.next();
    }
    if (row != null) {
      gap(row.number(), passed);
      blanks.addAll(passed);
    }
    held = row == null || merged == null ? row : merged.filled(row);
  }

  /** In text files a number that is left out is a line break within a cell. */
  private void gap(int number, List<Integer> passed) {
    for (int left = lastNumber + 1; book.gapsAreBlank() && left < number; left++) {
      passed.add(left);
    }
    lastNumber = number;
  }

  private ReadRow answer(Sheet sheet, RawRow row) {
    Map<AnswerColumn, Cell> cells = new EnumMap<>(AnswerColumn.class);
    for (AnswerColumn column : AnswerColumn.values()) {
      if (column.isAnswer()) {
        cells.put(column, sheet.cell(row, column));
      }
    }
    return new ReadRow.Answer(
        sheet.name(),
        row.number(),
        sheet.text(row, AnswerColumn.KEY),
        sheet.text(row, AnswerColumn.CHECK),
        cells,
        slip);
  }

  private void end(Sheet sheet) {
    read.add(
        new SheetReading(
            sheet.name(),
            SheetReading.State.READ,
            Optional.empty(),
            List.of(),
            new SheetReading.Rows(data, blank, 0, 0, List.of(), 0, List.of(), List.of())));
    data = 0;
    blank = 0;
    close();
  }

  @Override
  public FileReading reading() {
    return new FileReading.Answers(slip, read);
  }

  @Override
  public void close() {
    if (rows != null) {
      rows.close();
      rows = null;
    }
  }
}
