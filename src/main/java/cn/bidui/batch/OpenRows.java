package cn.bidui.batch;

import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.RowShelf.KeptProblem;
import cn.bidui.normalize.RowShelf.RowPlace;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.normalize.ShelvedFile.BaseRow;
import cn.bidui.normalize.ShelvedFile.Sheet;
import cn.bidui.report.RejectedRow;
import cn.bidui.source.CellRef;
import cn.bidui.source.Field;
import cn.bidui.source.Problem.RowProblem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list that still have to be corrected: those that were rejected, less those that a
 * correction has put right, each with what was said of it last.
 */
final class OpenRows {

  private final RowShelf shelf;
  private final RowKeys keys;

  OpenRows(RowShelf shelf, RowKeys keys) {
    this.shelf = shelf;
    this.keys = keys;
  }

  /** A row as it was last said, before it is given its key. */
  private record Said(List<RejectedRow.Value> cells, List<RowProblem> problems) {
    @Override
    public String toString() {
      return "Said" + problems;
    }
  }

  /** In order of sheet and row, with their keys. */
  List<RejectedRow> of(SourceFile base, List<SourceFile> corrections) {
    Map<BaseRow, Said> open = new TreeMap<>();
    ShelvedFile list = file(base);
    Map<RowPlace, List<KeptProblem>> problems = problems(base);
    shelf.recall(
        base.sha256(),
        Bucket.REJECTED,
        (sheet, row, values) -> {
          Sheet at = list.sheets().get(sheet);
          BaseRow of = new BaseRow(at.name(), row);
          List<KeptProblem> kept = problems.getOrDefault(new RowPlace(sheet, row), List.of());
          open.put(of, new Said(cells(at, values, kept), told(base, of, kept)));
        });
    corrections.forEach(correction -> apply(base, list, correction, open));
    List<RejectedRow> rows = new ArrayList<>();
    open.forEach((of, said) -> rows.add(row(base, of, said)));
    return rows;
  }

  private RejectedRow row(SourceFile base, BaseRow of, Said said) {
    String key = RowKeys.key(base.sha256(), of);
    return new RejectedRow(
        key, keys.seal(base.sha256(), key), of.sheet(), of.row(), said.cells(), said.problems());
  }

  private ShelvedFile file(SourceFile file) {
    return shelf.find(file.sha256()).orElseThrow(() -> new IllegalStateException("not read yet"));
  }

  private Map<RowPlace, List<KeptProblem>> problems(SourceFile file) {
    Map<RowPlace, List<KeptProblem>> problems = new HashMap<>();
    for (KeptProblem problem : shelf.problems(file.sha256())) {
      problems
          .computeIfAbsent(new RowPlace(problem.sheet(), problem.row()), at -> new ArrayList<>())
          .add(problem);
    }
    return problems;
  }

  private void apply(
      SourceFile base, ShelvedFile list, SourceFile correction, Map<BaseRow, Said> open) {
    ShelvedFile shelved = file(correction);
    Map<RowPlace, BaseRow> named = new HashMap<>();
    NightWork.done(shelved.returned())
        .rows()
        .forEach(keyed -> named.put(new RowPlace(keyed.sheet(), keyed.row()), keyed.of()));
    shelf.recall(
        correction.sha256(),
        Bucket.ACCEPTED,
        (sheet, row, values) -> open.remove(named.get(new RowPlace(sheet, row))));
    Map<RowPlace, List<KeptProblem>> problems = problems(correction);
    Set<BaseRow> twice = new HashSet<>();
    shelf.recall(
        correction.sha256(),
        Bucket.REJECTED,
        (sheet, row, values) -> {
          RowPlace place = new RowPlace(sheet, row);
          @Nullable BaseRow of = named.get(place);
          // A row that was put right before is not open again, and of two the first is shown.
          if (of != null && open.containsKey(of) && twice.add(of)) {
            Sheet at = shelved.sheets().get(sheet);
            List<KeptProblem> kept = problems.getOrDefault(place, List.of());
            open.put(
                of,
                new Said(cells(at, values, kept), told(base, of, translated(list, of, at, kept))));
          }
        });
  }

  /** Every cell under its header; what stands beyond it goes by its letters. */
  private static List<RejectedRow.Value> cells(
      Sheet sheet, List<String> values, List<KeptProblem> problems) {
    List<RejectedRow.Value> cells = new ArrayList<>();
    List<String> titles = sheet.titles();
    for (int column = 0; column < Math.max(titles.size(), values.size()); column++) {
      String letters = CellRef.letters(column);
      boolean known = column < titles.size();
      if (!known || !titles.get(column).isEmpty()) {
        cells.add(
            new RejectedRow.Value(
                known ? titles.get(column) : letters, text(values, column, letters, problems)));
      }
    }
    return cells;
  }

  /** A formula without a result would come back as a blank cell, and pass as one. */
  private static String text(
      List<String> values, int column, String letters, List<KeptProblem> problems) {
    String text = FileShelving.at(values, column);
    boolean formula =
        text.isEmpty()
            && problems.stream()
                .anyMatch(
                    problem ->
                        problem.column().equals(letters)
                            && problem.code().equals(ProblemCode.FORMULA_WITHOUT_VALUE.code()));
    return formula ? "#VALUE!" : text;
  }

  /** Columns of an answer that came back, as those of the list. */
  private static List<KeptProblem> translated(
      ShelvedFile list, BaseRow of, Sheet from, List<KeptProblem> problems) {
    List<String> titles =
        list.sheets().stream()
            .filter(sheet -> sheet.name().equals(of.sheet()))
            .findFirst()
            .map(Sheet::titles)
            .orElse(List.of());
    List<KeptProblem> translated = new ArrayList<>();
    for (KeptProblem problem : problems) {
      translated.add(
          new KeptProblem(
              problem.sheet(),
              problem.row(),
              problem.code(),
              problem.field(),
              column(titles, from.titles(), problem.column()),
              problem.found(),
              problem.arguments()));
    }
    return translated;
  }

  private static String column(List<String> titles, List<String> from, String letters) {
    for (int column = 0; column < from.size(); column++) {
      if (CellRef.letters(column).equals(letters)) {
        int at = titles.indexOf(from.get(column));
        return at < 0 ? from.get(column) : CellRef.letters(at);
      }
    }
    return "";
  }

  private static List<RowProblem> told(SourceFile base, BaseRow of, List<KeptProblem> problems) {
    List<RowProblem> told = new ArrayList<>();
    for (KeptProblem problem : problems) {
      told.add(
          new RowProblem(
              ProblemCode.ofCode(problem.code()),
              new CellRef(base.name(), of.sheet(), of.row(), problem.column()),
              Field.ofCode(problem.field()).orElse(Field.REMARK),
              problem.found(),
              problem.arguments()));
    }
    return told;
  }
}
