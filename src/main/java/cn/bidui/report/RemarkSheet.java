package cn.bidui.report;

import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.SheetEntry;
import cn.bidui.source.RowCounts;
import java.util.List;

/** How a file was read and what was left out (说明). */
final class RemarkSheet {

  private static final Words WORDS = Words.ZH;

  private final Answer answer;

  RemarkSheet(Answer answer) {
    this.answer = answer;
  }

  void write(Page page) {
    page.letter().widths(18, 8, 8, 8, 8, 8, 8, 8, 22);
    page.line(Look.TITLE, WORDS.text("report.sheet.remarks"));
    sheets(page);
    notes(page);
    filling(page);
    privacy(page);
  }

  /** Whether there is anything to say. */
  boolean needed() {
    FileEntry entry = answer.entry();
    return personal() || !entry.sheets().isEmpty() || !entry.notes().isEmpty();
  }

  private boolean personal() {
    return !answer.rejects().isEmpty() || answer.comparison() != null;
  }

  private void privacy(Page page) {
    if (personal()) {
      heading(page, "privacy");
      page.line(Look.STEP, WORDS.text("report.feedback.private"));
    }
  }

  private void sheets(Page page) {
    List<SheetEntry> sheets = answer.entry().sheets();
    if (sheets.isEmpty()) {
      return;
    }
    heading(page, "sheets");
    page.cells(
        Look.HEADER,
        title("sheet"),
        title("header-row"),
        title("read"),
        title("accepted"),
        title("rejected"),
        title("blank"),
        title("duplicate"),
        title("notes"),
        title("state"));
    sheets.forEach(sheet -> sheet(page, sheet));
    page.line(Look.NOTE, WORDS.text("report.feedback.notes-are"));
  }

  private static void sheet(Page page, SheetEntry sheet) {
    String name = sheet.name().isEmpty() ? WORDS.text("report.feedback.text-file") : sheet.name();
    if (sheet.hidden() || sheet.headerRow() == 0) {
      String why = WORDS.text("report.feedback." + (sheet.hidden() ? "hidden" : "no-header"));
      page.cells(Look.MUTED, name, "", "", "", "", "", "", "", why);
      return;
    }
    RowCounts rows = sheet.counts();
    page.cells(
        Look.TEXT,
        name,
        Column.Styled.centered(sheet.headerRow()),
        Column.Styled.centered(rows.rows()),
        Column.Styled.centered(rows.accepted()),
        Column.Styled.centered(rows.rejected()),
        Column.Styled.centered(rows.blank()),
        Column.Styled.centered(rows.duplicate()),
        Column.Styled.centered(rows.note()),
        WORDS.text("report.feedback.was-read"));
  }

  private void notes(Page page) {
    heading(page, "notes");
    List<FileEntry.Note> notes = answer.entry().notes();
    if (notes.isEmpty()) {
      page.line(Look.STEP, WORDS.text("report.feedback.no-notes"));
    }
    notes.forEach(
        note -> page.line(Look.STEP, WORDS.text("report.feedback.item", WORDS.note(note))));
  }

  private void filling(Page page) {
    int rejects = answer.rejects().size();
    if (rejects == 0) {
      return;
    }
    heading(page, "filling");
    item(page, "filling.red");
    item(page, "filling.guarded");
    item(page, answer.returnable() ? "filling.key" : "filling.whole");
    if (rejects > MarkedSheets.REMARKS) {
      item(page, "filling.remarks", MarkedSheets.REMARKS);
    }
  }

  private static void item(Page page, String key, Object... words) {
    String text = WORDS.text("report.feedback." + key, words);
    page.line(Look.STEP, WORDS.text("report.feedback.item", text));
  }

  private static void heading(Page page, String key) {
    page.gap().line(Look.HEADING, WORDS.text("report.feedback." + key));
  }

  private static String title(String column) {
    return WORDS.text("report.column." + column);
  }
}
