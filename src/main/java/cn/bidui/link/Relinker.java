package cn.bidui.link;

import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;
import java.util.List;
import java.util.Map;

/**
 * Links the lists of a night as {@link Linker} does, and only what changed since the night that is
 * remembered (增量比对). The result is the same in every bit, whatever is remembered.
 *
 * <p>Rows that may have a say in each other form components. A component that stands on tonight's
 * lists as it stood on those of the earlier night is taken over; the rows of all others are linked,
 * by the same {@link Linker}. People's rulings reach the components of the rows that they name.
 */
public final class Relinker {

  private final LinkLimits limits;
  private final String basis;

  /**
   * With the numbers of the job.
   *
   * @param program names the program and all else that decides beside the lists: what was decided
   *     on another basis is forgotten
   */
  public Relinker(LinkLimits limits, String program) {
    this.limits = limits;
    this.basis = program + "|" + limits;
  }

  /**
   * What was found, and what to remember of it.
   *
   * @param rows how many rows there are
   * @param again how many of them were linked again
   */
  public record Relinked(LinkResult links, LinkMemory memory, int rows, int again) {}

  /**
   * Links the rows of {@code tables}.
   *
   * @param tables the effective rows of each list; all share one dictionary
   * @param pins people's rulings in the order in which they were made; they win over everything
   * @param hash the hash by which {@code pins} name rows; for use by several threads
   * @param before what an earlier night decided; {@link LinkMemory#none} if nothing is known
   * @throws IllegalArgumentException if the tables do not share one dictionary
   */
  public Relinked link(
      Map<ListKind, RecordTable> tables,
      List<PinnedLink> pins,
      HandleHash hash,
      LinkMemory before) {
    Columns columns = Columns.of(tables);
    LinkMemory memory = before.basis().equals(basis) ? before : LinkMemory.none();
    Matching whole = new Matching(columns, limits);
    Relinking work = new Relinking(whole, memory);
    work.rule(pins, hash);
    work.takeOver();
    work.linkAgain(
        rows -> Linker.link(rows == columns ? whole : new Matching(rows, limits), pins, hash));
    LinkMemory after = new LinkMemory(basis, Pins.handles(pins), work.remember());
    return new Relinked(work.links(), after, columns.size(), work.again());
  }
}
