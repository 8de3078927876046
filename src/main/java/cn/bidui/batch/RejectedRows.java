package cn.bidui.batch;

import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.ReplyLines;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.RowShelf.KeptProblem;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.normalize.ShelvedFile.BaseRow;
import cn.bidui.report.NightReport;
import cn.bidui.source.CellRef;
import cn.bidui.source.Field;
import cn.bidui.source.FileState;
import cn.bidui.source.Problem.RowProblem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What was sent back of the files of a night, row by row (退回的行). */
final class RejectedRows {

  private final JournalState state;
  private final RowShelf shelf;
  private final Function<FileAnswered, ReplyLines> replies;

  /**
   * Of files that lie on {@code shelf}.
   *
   * @param replies what became of the answers of a workbook
   */
  RejectedRows(JournalState state, RowShelf shelf, Function<FileAnswered, ReplyLines> replies) {
    this.state = state;
    this.shelf = shelf;
    this.replies = replies;
  }

  /** Rows that nobody has taken up since, file by file, and answers that were not recorded. */
  List<NightReport.Reject> of(List<FileEntry> files) {
    Map<SourceFile, FileEntry> once = new LinkedHashMap<>();
    files.forEach(file -> once.putIfAbsent(file.file(), file));
    List<NightReport.Reject> rejects = new ArrayList<>();
    Corrections corrections = new Corrections(state, shelf);
    for (FileEntry file : once.values()) {
      if (!file.rowProblems().isEmpty() && file.state() != FileState.ANSWERS) {
        Set<BaseRow> takenUp = corrections.takenUp(file.file(), file.amends());
        for (NightReport.Reject reject : of(file.file(), shelf)) {
          CellRef place = reject.problem().place();
          if (!takenUp.contains(new BaseRow(place.sheet(), place.row()))) {
            rejects.add(reject);
          }
        }
      }
    }
    rejects.addAll(answersListed(files));
    return rejects;
  }

  /** Answers of workbooks that were not recorded. */
  private List<NightReport.Reject> answersListed(List<FileEntry> files) {
    Set<SourceFile> shown = new HashSet<>();
    files.stream()
        .filter(file -> file.state() == FileState.ANSWERS)
        .forEach(file -> shown.add(file.file()));
    List<NightReport.Reject> listed = new ArrayList<>();
    state.answeredFiles().stream()
        .filter(answered -> answered.state() == FileState.ANSWERS)
        .filter(answered -> shown.contains(answered.file()))
        .sorted(Comparator.comparing(FileAnswered::file))
        .forEach(
            answered ->
                replies
                    .apply(answered)
                    .problems(answered.file().name())
                    .forEach(
                        problem -> listed.add(new NightReport.Reject(answered.file(), problem))));
    return listed;
  }

  static List<NightReport.Reject> of(SourceFile file, RowShelf shelf) {
    List<ShelvedFile.Sheet> sheets =
        shelf.find(file.sha256()).map(ShelvedFile::sheets).orElse(List.of());
    return shelf.problems(file.sha256()).stream()
        .map(problem -> new NightReport.Reject(file, problem(file, sheets, problem)))
        .toList();
  }

  private static RowProblem problem(
      SourceFile file, List<ShelvedFile.Sheet> sheets, KeptProblem kept) {
    return new RowProblem(
        ProblemCode.ofCode(kept.code()),
        new CellRef(file.name(), sheets.get(kept.sheet()).name(), kept.row(), kept.column()),
        Field.ofCode(kept.field()).orElse(Field.REMARK),
        kept.found(),
        kept.arguments());
  }
}
