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
    List<Remark> remarks) {

  public ShelvedFile {
    sheets = List.copyOf(sheets);
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
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

  /** A message key of the {@code report} catalog and its words. */
  public record Remark(String key, List<String> words) {
    public Remark {
      words = List.copyOf(words);
    }
  }
}
