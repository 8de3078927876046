package cn.bidui.batch;

import cn.bidui.ledger.FileEntry;
import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.normalize.ShelvedFile.Sheet;
import cn.bidui.report.Answer;
import cn.bidui.report.Feedback;
import cn.bidui.report.NightReport.Reject;
import cn.bidui.report.RejectedRow;
import cn.bidui.source.FileState;
import cn.bidui.source.Problem.RowProblem;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers each file's owner, with the rows that have to be corrected. */
final class Feedbacks {

  private final NightOrder order;
  private final OpenRecord record;
  private final RowShelf shelf;

  Feedbacks(NightOrder order, OpenRecord record, RowShelf shelf) {
    this.order = order;
    this.record = record;
    this.shelf = shelf;
  }

  void write(FileEntry entry, long receipt) throws IOException {
    SourceFile file = entry.file();
    List<RejectedRow> rows = entry.state() == FileState.DUPLICATE ? List.of() : rejectedRows(file);
    Answer answer = new Answer(entry, receipt, rows, List.of(), null, new TreeMap<>());
    new Feedback(order.asOf())
        .write(answer, record.archive().path(file.sha256()), order.folder().feedback());
  }

  private List<RejectedRow> rejectedRows(SourceFile file) {
    List<Sheet> sheets = shelf.find(file.sha256()).map(ShelvedFile::sheets).orElse(List.of());
    Map<String, List<RowProblem>> problems = new HashMap<>();
    for (Reject reject : ReportAssembly.rejects(file, shelf)) {
      problems
          .computeIfAbsent(reject.problem().place().label(), place -> new ArrayList<>())
          .add(reject.problem());
    }
    List<RejectedRow> rows = new ArrayList<>();
    shelf.recall(
        file.sha256(),
        Bucket.REJECTED,
        (sheet, row, values) -> {
          Sheet at = sheets.get(sheet);
          String place = file.name() + "!" + at.name() + "!" + row;
          rows.add(
              new RejectedRow(
                  file.sha256() + "!" + at.name() + "!" + row,
                  "",
                  at.name(),
                  row,
                  cells(at, values),
                  problems.getOrDefault(place, List.of())));
        });
    return rows;
  }

  /** Every cell under its header; a cell beyond the header goes by its letters. */
  private static List<RejectedRow.Value> cells(Sheet sheet, List<String> values) {
    List<RejectedRow.Value> cells = new ArrayList<>();
    for (int column = 0; column < values.size(); column++) {
      String title = column < sheet.titles().size() ? sheet.titles().get(column) : "";
      cells.add(
          new RejectedRow.Value(
              title.isEmpty() ? cn.bidui.source.CellRef.letters(column) : title,
              values.get(column)));
    }
    return cells;
  }
}
