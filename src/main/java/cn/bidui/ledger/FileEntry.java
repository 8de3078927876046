package cn.bidui.ledger;

import cn.bidui.source.Amends;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.Problem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Scope;
import cn.bidui.source.SourceFile;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * @param amends the list whose rejected rows this file corrects; null if it is a list of its own
 * @param takenUp how many of its rejected rows a correction that came back has taken up since: put
 *     right there, or said again there what is wrong
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
    List<Note> notes,
    @Nullable Amends amends,
    int takenUp) {

  public FileEntry {
    notes = List.copyOf(notes);
  }

  /** The entry of a list of which nothing came back. */
  public FileEntry(
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
    this(
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
        effective,
        notes,
        null,
        0);
  }

  /** How many of its rows still have to be corrected. */
  public int open() {
    return counts.rejected() - takenUp;
  }

  /** The same, with the comparison resting on it or not. */
  public FileEntry effective(boolean holds) {
    return with(file, state, holds, notes, amends, takenUp);
  }

  /** The same, told under another name. */
  public FileEntry named(String name) {
    SourceFile renamed = new SourceFile(file.sha256(), name, file.unit());
    return with(renamed, state, effective, notes, amends, takenUp);
  }

  /** The same, in another state, with one more remark. */
  public FileEntry told(FileState told, Note note) {
    List<Note> more = new ArrayList<>(notes);
    more.add(note);
    return with(file, told, effective, more, amends, takenUp);
  }

  /** The same, of corrected rows. */
  public FileEntry amending(@Nullable Amends corrected) {
    return with(file, state, effective, notes, corrected, takenUp);
  }

  /** The same, with so many of its rejected rows taken up since. */
  public FileEntry takenUp(int rows) {
    return with(file, state, effective, notes, amends, rows);
  }

  private FileEntry with(
      SourceFile named,
      FileState told,
      boolean holds,
      List<Note> remarks,
      @Nullable Amends corrected,
      int rows) {
    return new FileEntry(
        named,
        told,
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
        remarks,
        corrected,
        rows);
  }

  /** A remark: a message key and its words. */
  public record Note(String key, List<String> words) {
    public Note {
      words = List.copyOf(words);
    }

    /** Whether it ends when a named person says so; of all others, when what is lacking comes. */
    public boolean waitsForAPerson() {
      return !key.startsWith("report.lack.");
    }
  }
}
