package cn.bidui.batch;

import cn.bidui.batch.Reply.Place;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.JournalState.Receipt;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.ShelvedFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the answers of a workbook of findings come to that came back filled in: a pure function of
 * the workbook, the journal and the archive, so that a run that was cut short comes to the same.
 */
final class Replies {

  private final NightOrder order;
  private final OpenRecord record;
  private final RowShelf shelf;
  private @Nullable Published night;
  private List<LedgerFinding> findings = List.of();

  /** The last one, which is asked for by who tells its owner and by who journals it. */
  private long last = -1;

  private @Nullable Replied said;

  Replies(NightOrder order, OpenRecord record, RowShelf shelf) {
    this.order = order;
    this.record = record;
    this.shelf = shelf;
  }

  /** What the workbook of {@code receipt} comes to, which has not been journaled yet. */
  Replied to(Receipt receipt) throws IOException {
    @Nullable Replied known = said;
    if (known != null && last == receipt.number()) {
      return known;
    }
    ReplyDesk desk = new ReplyDesk(order, record, receipt, published());
    Replied now = new ReplyReading(desk, rows(receipt)).read();
    last = receipt.number();
    said = now;
    return now;
  }

  /** Every row in its place; one that is blank says nothing. */
  private SortedMap<Row, Optional<FilledIn>> rows(Receipt receipt) {
    String sha256 = receipt.received().file().sha256();
    List<ShelvedFile.Sheet> sheets =
        shelf.find(sha256).orElseThrow(IllegalStateException::new).sheets();
    SortedMap<Row, Optional<FilledIn>> rows = new TreeMap<>();
    shelf.recallAll(
        sha256,
        (bucket, sheet, row, values) ->
            rows.put(
                new Row(sheet, new Place(sheets.get(sheet).name(), row)),
                bucket == Bucket.ACCEPTED ? Optional.of(FilledIn.of(values)) : Optional.empty()));
    return rows;
  }

  /** A row, in the order of the workbook. */
  record Row(int sheet, Place place) implements Comparable<Row> {
    @Override
    public int compareTo(Row other) {
      int first = Integer.compare(sheet, other.sheet);
      return first != 0 ? first : Integer.compare(place.row(), other.place.row());
    }
  }

  /** The findings of the last publication. */
  private List<LedgerFinding> published() throws IOException {
    Optional<Published> latest = record.state().latest();
    if (latest.isPresent() && !latest.get().equals(night)) {
      findings = List.copyOf(LedgerStage.findings(record.archive(), latest.get()));
      night = latest.get();
    }
    return findings;
  }
}
