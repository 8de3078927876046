package cn.bidui.link;

import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;
import java.util.List;
import java.util.Map;

/**
 * Links the lists of a night as {@link Linker} does, unless lists and rulings stand as they stood
 * on the night that is remembered: then what was found is taken over (增量比对). The result is the same
 * in every bit, whatever is remembered.
 *
 * <p>It is all or nothing: to find out which rows a few changed ones may have to do with takes as
 * long as linking all of them.
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
   */
  public record Relinked(LinkResult links, LinkMemory memory, int rows) {

    /** How many rows were linked, and not taken over: all, or none. */
    public int again() {
      return links.again();
    }
  }

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
    List<RecordTable> lists = Columns.inOrder(tables);
    NightPrint night = NightPrint.of(lists, pins, hash);
    if (before.basis().equals(basis) && before.night().equals(night)) {
      Links links = before.rows().links(Numbering.of(lists));
      return new Relinked(links, before, before.rows().size());
    }
    Links links = new Linker(limits).link(Columns.of(tables), pins, hash);
    LinkMemory after = new LinkMemory(basis, night, Remembered.of(links));
    return new Relinked(links, after, after.rows().size());
  }
}
