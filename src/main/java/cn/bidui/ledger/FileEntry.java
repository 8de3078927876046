package cn.bidui.ledger;

import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.Problem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Scope;
import cn.bidui.source.SourceFile;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file (收件登记): every file ever seen has exactly one such entry.
 *
 * @param list null where the file was refused before its list was recognized
 * @param system the column profile that matched; blank if none
 * @param term null where rows name their own terms, or nothing was read
 * @param sheets in the workbook's order
 * @param fileProblems what refused the file; empty otherwise
 * @param rowProblems how often each code rejected a row
 * @param effective whether tonight's comparison rests on it
 * @param notes further remarks for its owner, as keys of the {@code report} catalog with their
 *     words
 */
public record FileEntry(
    SourceFile file,
    FileState state,
    @Nullable ListKind list,
    String system,
    Scope scope,
    @Nullable Term term,
    @Nullable LocalDate dataDate,
    List<SheetEntry> sheets,
    RowCounts counts,
    HashTotals totals,
    List<Problem.FileProblem> fileProblems,
    SortedMap<ProblemCode, Integer> rowProblems,
    boolean effective,
    List<Note> notes) {

  /** The same, with the comparison resting on it or not. */
  public FileEntry effective(boolean holds) {
    return new FileEntry(
        file,
        state,
        list,
        system,
        scope,
        term,
        dataDate,
        sheets,
        counts,
        totals,
        fileProblems,
        rowProblems,
        holds,
        notes);
  }

  /** A remark: a message key and its words. */
  public record Note(String key, List<String> words) {
    public Note {
      words = List.copyOf(words);
    }
  }
}
