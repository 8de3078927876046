package cn.bidui.source;

import java.util.List;

/**
 * Something at fault in the input: a stable code, a place, what was found. What was expected and
 * what to do follow from the code through the message catalog, whose texts may use {@code
 * arguments}.
 */
public sealed interface Problem {

  /** Which fault. */
  ProblemCode code();

  /** Where; the row is 0 for a whole file or sheet. */
  CellRef place();

  /** What stood there, as read; for cells that hold ids, mask it before it is shown. */
  String found();

  /** Further words for the catalog's texts: {1}, {2} …; {0} is what was found. */
  List<String> arguments();

  /** Stands among the arguments where there is nothing to say. */
  String NOTHING = "—";

  /**
   * The catalog's key for a part of the text ({@code title}, {@code expected}, {@code action}).
   * What to do reads otherwise where no column looks like the missing one; a file is too large by
   * its bytes, its rows or its columns.
   */
  default String text(String part) {
    return "problem." + code().code() + "." + part + variant(part);
  }

  private String variant(String part) {
    if (code() == ProblemCode.FILE_TOO_LARGE && arguments().size() > 1) {
      return "-" + arguments().get(1);
    }
    boolean nothing = part.equals("action") && arguments().contains(NOTHING);
    return code() == ProblemCode.HEADER_COLUMN_MISSING && nothing ? "-alone" : "";
  }

  /** The file or one of its sheets cannot be taken. */
  record FileProblem(ProblemCode code, CellRef place, String found, List<String> arguments)
      implements Problem {
    public FileProblem {
      arguments = List.copyOf(arguments);
    }
  }

  /** One row cannot be taken because of one cell. */
  record RowProblem(
      ProblemCode code, CellRef place, Field field, String found, List<String> arguments)
      implements Problem {
    public RowProblem {
      arguments = List.copyOf(arguments);
    }

    /** Codes and places only: what was found may name a person. */
    @Override
    public String toString() {
      return code.code() + " " + place.label() + " " + field.code();
    }
  }
}
