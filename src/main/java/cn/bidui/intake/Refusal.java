package cn.bidui.intake;

import cn.bidui.plan.Limit;
import cn.bidui.source.CellRef;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.ProblemCode;
import java.util.List;

/**
 * Ends the reading of a file from deep within it; never leaves this room, where it becomes a {@link
 * FileProblem}.
 */
final class Refusal extends Exception {

  private static final long MEGABYTE = 1L << 20;

  private final ProblemCode code;
  private final String sheet;
  private final int row;
  private final String column;
  private final String found;
  private final List<String> words;

  private Refusal(
      ProblemCode code, String sheet, int row, String column, String found, List<String> words) {
    super(code.code(), null, false, false);
    this.code = code;
    this.sheet = sheet;
    this.row = row;
    this.column = column;
    this.found = found;
    this.words = List.copyOf(words);
  }

  /** Of the file as a whole. */
  static Refusal of(ProblemCode code, String found, String... words) {
    return new Refusal(code, "", 0, "", found, List.of(words));
  }

  /** Of a file, or a part of one, that has more bytes than it may. */
  static Refusal tooLarge(long bytes, long limit) {
    return of(ProblemCode.FILE_TOO_LARGE, size(bytes), size(limit));
  }

  /** Of a file that has more rows or columns than it may; which of them the unit says. */
  static Refusal tooMany(Limit limit) {
    return of(
        ProblemCode.FILE_TOO_LARGE,
        "> " + limit.value(),
        String.valueOf(limit.value()),
        limit.unit());
  }

  /** Rounded up, so that what is beyond a limit never reads like the limit itself. */
  private static String size(long bytes) {
    return bytes < MEGABYTE ? bytes + " B" : (bytes + MEGABYTE - 1) / MEGABYTE + " MB";
  }

  /** The same, of a sheet; row 0 for all of it, column -1 for the whole row. */
  Refusal at(String sheet, int row, int column) {
    String letters = column < 0 ? "" : CellRef.letters(column);
    return new Refusal(code, sheet, row, letters, found, words);
  }

  ProblemCode code() {
    return code;
  }

  FileProblem problem(String file) {
    return new FileProblem(code, new CellRef(file, sheet, row, column), found, words);
  }
}
