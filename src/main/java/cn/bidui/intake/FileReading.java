package cn.bidui.intake;

import cn.bidui.source.ListKind;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a file turned out to be, once it was read to its end. */
public sealed interface FileReading {

  /** Its sheets in the workbook's order; one nameless sheet for text files. */
  List<SheetReading> sheets();

  /**
   * A whole, recognized list.
   *
   * @param profile the name of the column profile that matched, which names the source system
   * @param titles the rows above the header, each as one text
   * @param term what the titles, else the file name, say of the term
   * @param dataDate what they say of the day up to which the list is right
   */
  record Read(
      ListKind list,
      String profile,
      List<SheetReading> sheets,
      List<String> titles,
      Optional<Hint<Term>> term,
      Optional<Hint<LocalDate>> dataDate)
      implements FileReading {
    public Read {
      sheets = List.copyOf(sheets);
      titles = List.copyOf(titles);
    }

    /** What the list states of its own rows, below them or in its title, and is not so. */
    public List<DeclaredTotal> totals() {
      List<SheetReading> read =
          sheets.stream().filter(sheet -> sheet.state() == SheetReading.State.READ).toList();
      List<DeclaredTotal> totals = new ArrayList<>();
      read.forEach(sheet -> totals.addAll(sheet.rowsOf().totals()));
      if (read.size() == 1) {
        SheetReading only = read.get(0);
        titles.forEach(
            title ->
                DeclaredTotals.inTitle(title, only.name(), only.dataRows()).ifPresent(totals::add));
      }
      return totals;
    }
  }

  /**
   * One of our own answers, come back with its rows corrected.
   *
   * @param slip which list it is the answer to; its seal has not been checked yet
   * @param list the kind of that list
   * @param profile the column profile of that list
   * @param sheets the one sheet with the rows; the texts of its header are the list's own, and
   *     blank where a column is not one of the list
   */
  record Returned(ReturnSlip slip, ListKind list, String profile, List<SheetReading> sheets)
      implements FileReading {
    public Returned {
      sheets = List.copyOf(sheets);
    }
  }

  /**
   * A workbook of findings, come back filled in.
   *
   * @param slip what it says of itself, unchecked; empty if that is lost
   * @param sheets those with answers
   */
  record Answers(Optional<ReturnSlip> slip, List<SheetReading> sheets) implements FileReading {
    public Answers {
      sheets = List.copyOf(sheets);
    }
  }

  /**
   * A file of which nothing is taken.
   *
   * @param list its kind, if it was recognized before the fault showed
   * @param problems at least one
   */
  record Refused(Optional<ListKind> list, List<SheetReading> sheets, List<FileProblem> problems)
      implements FileReading {
    public Refused {
      sheets = List.copyOf(sheets);
      problems = List.copyOf(problems);
    }
  }
}
