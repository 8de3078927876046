package cn.bidui.cli;

import cn.bidui.intake.FileReading;
import cn.bidui.intake.Intake;
import cn.bidui.intake.ReadRow;
import cn.bidui.intake.RowSink;
import cn.bidui.ledger.own.OwnRow;
import cn.bidui.normalize.DateText;
import cn.bidui.normalize.SchoolRegistry;
import cn.bidui.source.Cell;
import cn.bidui.source.Content;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.SheetRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A bureau's own ledger as intake reads it, each row counted as a record, blank or a note. */
final class OwnLedgerFile implements RowSink {

  private static final Set<Field> DAYS = Set.of(Field.CHECKED_ON, Field.VALID_UNTIL);

  private final List<OwnRow> rows = new ArrayList<>();
  private final FileReading reading;
  private int blank;
  private int notes;

  /**
   * Reads {@code content}.
   *
   * @param name as its owner knows it
   */
  @SuppressWarnings("this-escape") // The class is final; its rows are there before it is read.
  OwnLedgerFile(Intake intake, Content content, String name) {
    reading = intake.read(content, name, this);
  }

  @Override
  public void header(Header header) {
    // Every row knows its own.
  }

  @Override
  public void row(ReadRow row) {
    if (row instanceof ReadRow.Data data) {
      record(data.cells());
    } else if (row instanceof ReadRow.Note) {
      notes++;
    } else {
      blank++;
    }
  }

  /** A number or a frame alone makes no record. */
  private void record(SheetRow row) {
    Map<Field, String> texts = new EnumMap<>(Field.class);
    Map<Field, LocalDate> days = new EnumMap<>(Field.class);
    for (Field field : row.header().columns().keySet()) {
      Cell cell = row.cell(field);
      if (!cell.isBlank() && cell.kind() != Cell.Kind.ERROR) {
        texts.put(field, row.text(field));
        day(field, cell, days);
      }
    }
    if (texts.isEmpty()) {
      blank++;
      return;
    }
    String school = SchoolRegistry.folded(texts.getOrDefault(Field.SCHOOL_NAME, ""));
    Header header = row.header();
    rows.add(new OwnRow(header.sheet(), row.row(), header.caption(), school, texts, days));
  }

  private static void day(Field field, Cell cell, Map<Field, LocalDate> days) {
    if (DAYS.contains(field)) {
      String day = DateText.day(cell.kind(), cell.text().strip());
      if (!day.isEmpty()) {
        days.put(field, LocalDate.parse(day));
      }
    }
  }

  /** What the file turned out to be; refused, its rows must not be used. */
  FileReading reading() {
    return reading;
  }

  /** The records, in the file's order. */
  List<OwnRow> rows() {
    return rows;
  }

  int blank() {
    return blank;
  }

  /** Totals, signatures, repeated headers. */
  int notes() {
    return notes;
  }
}
