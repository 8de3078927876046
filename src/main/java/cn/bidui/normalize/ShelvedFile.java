package cn.bidui.normalize;

import cn.bidui.source.ListKind;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the reading of one file said, apart from its rows.
 *
 * @param sha256 the file
 * @param list null where the file was refused before its list was recognized
 * @param profile the column profile that matched; blank if none
 * @param sheets by index; those without a header row were not read
 * @param readTotal the control total over the rows as they were read
 * @param term the term that title rows or the file name state, if any
 * @param dataDate the data date that title rows or the file name state, if any
 * @param problems why the file was refused; empty if it was read
 * @param remarks message keys and words for the file's owner
 * @param returned what it corrects, if it is an answer of ours that came back; else null
 */
public record ShelvedFile(
    String sha256,
    @Nullable ListKind list,
    String profile,
    List<Sheet> sheets,
    long readTotal,
    @Nullable Term term,
    @Nullable LocalDate dataDate,
    List<FileProblem> problems,
    List<Remark> remarks,
    @Nullable Returned returned) {

  /** A list of its own. */
  public ShelvedFile(
      String sha256,
      @Nullable ListKind list,
      String profile,
      List<Sheet> sheets,
      long readTotal,
      @Nullable Term term,
      @Nullable LocalDate dataDate,
      List<FileProblem> problems,
      List<Remark> remarks) {
    this(sha256, list, profile, sheets, readTotal, term, dataDate, problems, remarks, null);
  }

  public ShelvedFile {
    sheets = List.copyOf(sheets);
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
  }

  /** The same, of an answer that came back. */
  public ShelvedFile returned(Returned what) {
    return new ShelvedFile(
        sha256, list, profile, sheets, readTotal, term, dataDate, problems, remarks, what);
  }

  /** Whether it is a workbook of findings that came back filled in: no list, and yet read. */
  public boolean answers() {
    return list == null && problems.isEmpty();
  }

  /** Whether it was refused. */
  public boolean refused() {
    return !problems.isEmpty();
  }

  /**
   * One sheet.
   *
   * @param headerRow 0 where no header was found
   * @param nameColumn 0-based column of the name, -1 if none
   * @param idColumn 0-based column of the citizen id, -1 if none
   * @param titles the header's texts by column
   */
  public record Sheet(
      String name,
      int headerRow,
      boolean hidden,
      int nameColumn,
      int idColumn,
      List<String> titles) {
    public Sheet {
      titles = List.copyOf(titles);
    }
  }

  /**
   * What an answer that came back says of the list that it corrects.
   *
   * @param base the list's digest
   * @param receipt the number by which the owner knows the list's receipt
   * @param rows the rows whose key is known to be ours, in order of sheet and row
   */
  public record Returned(String base, long receipt, List<Keyed> rows) {
    public Returned {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A row of an answer that came back.
   *
   * @param sheet its sheet's index
   * @param row its number there
   * @param of the row of the list that it corrects
   */
  public record Keyed(int sheet, int row, BaseRow of) {}

  /** A row of a list, by its sheet's name and its number there. */
  public record BaseRow(String sheet, int row) implements Comparable<BaseRow> {
    @Override
    public int compareTo(BaseRow other) {
      int order = sheet.compareTo(other.sheet);
      return order != 0 ? order : Integer.compare(row, other.row);
    }
  }

  /** A message key of the {@code report} catalog and its words. */
  public record Remark(String key, List<String> words) {
    public Remark {
      words = List.copyOf(words);
    }
  }
}
