package cn.bidui.store;

import cn.bidui.normalize.ShelvedFile;
import cn.bidui.normalize.ShelvedFile.Keyed;
import cn.bidui.normalize.ShelvedFile.Remark;
import cn.bidui.normalize.ShelvedFile.Returned;
import cn.bidui.normalize.ShelvedFile.Sheet;
import cn.bidui.source.Problem.FileProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file apart from its rows, as texts in a fixed order: made for {@link RowSum}.
 */
final class FileHead {

  private final List<String> texts = new ArrayList<>();

  private FileHead() {}

  static long hash(ShelvedFile file) {
    FileHead head = new FileHead();
    head.add(file.sha256(), file.list(), file.profile(), file.readTotal(), file.term());
    head.add(file.dataDate(), file.sheets().size(), file.problems().size(), file.remarks().size());
    file.sheets().forEach(head::sheet);
    file.problems().forEach(head::problem);
    file.remarks().forEach(head::remark);
    head.returned(file.returned());
    return RowSum.hash(head.texts);
  }

  private void sheet(Sheet sheet) {
    add(sheet.name(), sheet.headerRow(), sheet.hidden(), sheet.nameColumn(), sheet.idColumn());
    texts.addAll(sheet.titles());
  }

  private void problem(FileProblem problem) {
    add(problem.code().code(), problem.place().sheet(), problem.place().row());
    add(problem.place().column(), problem.found());
    texts.addAll(problem.arguments());
  }

  private void remark(Remark remark) {
    add(remark.key());
    texts.addAll(remark.words());
  }

  private void returned(@Nullable Returned returned) {
    if (returned != null) {
      add(returned.base(), returned.receipt());
      for (Keyed row : returned.rows()) {
        add(row.sheet(), row.row(), row.of().sheet(), row.of().row());
      }
    }
  }

  private void add(@Nullable Object... values) {
    for (@Nullable Object value : values) {
      texts.add(String.valueOf(value));
    }
  }
}
