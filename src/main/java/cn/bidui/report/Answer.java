package cn.bidui.report;

import cn.bidui.ledger.FileEntry;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that the answer to one dropped file says.
 *
 * @param source what the source system of {@code entry} is called; blank if nobody knows
 * @param receipt the number by which the owner knows its receipt
 * @param received the day on which the file came, which its receipt names for good
 * @param rejects all rejected rows of the file
 * @param neighbors rows that were taken and stand beside rejected ones, for the marked copy
 * @param comparison what changed since the list was sent in before; null if it was not
 * @param meta what the workbook carries on its hidden sheet {@code _meta}, by name, so that it is
 *     known again when it comes back corrected; empty if nothing of it is to come back
 * @param replies what became of the answers of a workbook of findings; empty for every other file
 */
public record Answer(
    FileEntry entry,
    String source,
    long receipt,
    LocalDate received,
    List<RejectedRow> rejects,
    List<Neighbor> neighbors,
    @Nullable Comparison comparison,
    SortedMap<String, String> meta,
    List<ReplyLine> replies) {

  /** The answer to a list. */
  public Answer(
      FileEntry entry,
      String source,
      long receipt,
      LocalDate received,
      List<RejectedRow> rejects,
      List<Neighbor> neighbors,
      @Nullable Comparison comparison,
      SortedMap<String, String> meta) {
    this(entry, source, receipt, received, rejects, neighbors, comparison, meta, List.of());
  }

  /** The same, to a workbook of findings. */
  public Answer replying(List<ReplyLine> lines) {
    return new Answer(
        entry, source, receipt, received, rejects, neighbors, comparison, meta, lines);
  }

  /**
   * A row as it stands in the submitter's own sheet.
   *
   * @param cells in the order of the columns, as read
   */
  public record Neighbor(String sheet, int row, List<RejectedRow.Value> cells) {
    public Neighbor {
      cells = List.copyOf(cells);
    }

    /** The place only: the cells name a person. */
    @Override
    public String toString() {
      return "Neighbor[" + sheet + "!" + row + "]";
    }
  }

  /** Whether nothing is left for the owner to correct. */
  public boolean taken() {
    return switch (entry.state()) {
      // The same file again does not take away the rows that its first answer asked for.
      case ACCEPTED, DUPLICATE, SUPERSEDED, HELD, WAITING -> rejects.isEmpty();
      case ANSWERS -> rejects.isEmpty() && entry.counts().rejected() == 0;
      case ACCEPTED_WITH_REJECTS, REFUSED -> false;
    };
  }

  /** Whether its rows can be corrected in the workbook and sent back in it. */
  public boolean returnable() {
    return !meta.isEmpty()
        && !rejects.isEmpty()
        && rejects.stream().noneMatch(reject -> reject.key().isEmpty());
  }

  public Answer {
    rejects = List.copyOf(rejects);
    neighbors = List.copyOf(neighbors);
    replies = List.copyOf(replies);
    meta = Collections.unmodifiableSortedMap(new TreeMap<>(meta));
  }
}
