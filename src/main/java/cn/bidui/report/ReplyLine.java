package cn.bidui.report;

import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.ReplyLines.End;
import cn.bidui.source.ProblemCode;
import java.util.List;
import java.util.Optional;

/**
 * What became of one answer of a workbook of findings (答复结果).
 *
 * @param sheet where it stands; blank in text files
 * @param row its number there
 * @param finding the finding's or group's id; blank where the row names none
 * @param about which finding that is, in words, and masked
 * @param said what was answered, as typed
 * @param by who answered
 * @param problem why it was not recorded; empty if it was
 * @param became what became of it; of one that was not recorded, further words for the problem's
 *     texts
 */
public record ReplyLine(
    String sheet,
    int row,
    End end,
    String finding,
    About about,
    String said,
    String by,
    Optional<ProblemCode> problem,
    FileEntry.Note became) {

  /**
   * Which finding it is about.
   *
   * @param rule its rule; blank where nobody is to know
   * @param name masked
   */
  public record About(String rule, String school, String name) {
    /** Nobody is to know, or nobody knows. */
    public static final About NOTHING = new About("", "", "");
  }

  /** The place only: the answer may name a person. */
  @Override
  public String toString() {
    return "ReplyLine[" + sheet + "!" + row + ", " + end + "]";
  }

  /** Words for the texts of the problem. */
  List<String> words() {
    return became.words();
  }
}
