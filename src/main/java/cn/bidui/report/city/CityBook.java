package cn.bidui.report.city;

import cn.bidui.report.Book;
import cn.bidui.report.Look;
import cn.bidui.report.Page;
import cn.bidui.report.city.CityTable.Column;
import cn.bidui.report.city.CityTable.Line;
import cn.bidui.report.city.CityTable.Tone;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The workbook of a roll-up (市级汇总): a sheet for each table. */
final class CityBook {

  private static final Messages WORDS = Messages.ZH;

  private final LocalDate asOf;
  private final List<CityTable> tables;

  CityBook(LocalDate asOf, CityTables tables) {
    this.asOf = asOf;
    this.tables = tables.all();
  }

  void write(Path target) throws IOException {
    int rows = tables.stream().mapToInt(table -> table.lines().size()).sum();
    try (Book book = new Book(asOf, WORDS.text("report.city.book"), rows)) {
      for (CityTable table : tables) {
        sheet(table, book.page(table.name()));
      }
      book.save(target);
    }
  }

  private void sheet(CityTable table, Page page) {
    page.widths(table.columns().stream().mapToInt(Column::width).toArray());
    page.line(Look.TITLE, WORDS.text("report.city.sheet-title", table.name(), asOf));
    page.line(Look.NOTE, table.note());
    page.heading(table.titles().toArray());
    for (Line line : table.lines()) {
      page.cells(look(line.tone()), line.cells().toArray());
    }
  }

  private static Look look(Tone tone) {
    return switch (tone) {
      case PLAIN -> Look.TEXT;
      case APART -> Look.MUTED;
      case MISSING -> Look.ALARM;
      case SUBTOTAL -> Look.STRONG;
      case TOTAL -> Look.TOTAL;
    };
  }
}
