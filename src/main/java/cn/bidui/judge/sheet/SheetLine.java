package cn.bidui.judge.sheet;

import java.util.List;

/**
 * One line of a pupil's sheet (一单式): one program in one term, what is due, granted and paid, and
 * why. Complete as text, so that it can be published and read again.
 *
 * @param citizenId masked
 * @param category those of the first day of the term, joined with {@code 、}
 * @param program the program's code
 * @param title the program's name, or what the aid list calls it
 * @param due yuan with two decimals; blank where nothing is due or the amount is set locally
 * @param granted yuan by the aid list; blank without a grant
 * @param paid yuan by the payment list, else by the aid list's own column unless the payment list
 *     contradicts it; blank if neither says
 * @param term blank where a payment does not say for which term
 * @param standing the result class ({@code 应助已助}, {@code 应助未助（确认）}, {@code 待发放} …)
 * @param why one sentence: the category and the policy's article, or why nothing is due
 * @param findings ids of the findings about it
 */
public record SheetLine(
    String personKey,
    String name,
    String citizenId,
    String township,
    String school,
    String stage,
    String grade,
    String term,
    String category,
    String program,
    String title,
    String due,
    String granted,
    String paid,
    String standing,
    String why,
    List<String> findings) {

  public SheetLine {
    findings = List.copyOf(findings);
  }

  SheetLine with(String standing, String paid, List<String> findings) {
    return new SheetLine(
        personKey, name, citizenId, township, school, stage, grade, term, category, program, title,
        due, granted, paid, standing, why, findings);
  }

  /** No person. */
  @Override
  public String toString() {
    return "SheetLine[" + program + ", " + term + "]";
  }
}
