package cn.bidui.batch;

import cn.bidui.intake.FileReading;
import cn.bidui.intake.Intake;
import cn.bidui.intake.IntakeLimits;
import cn.bidui.intake.ReadRow;
import cn.bidui.intake.ReturnSlip;
import cn.bidui.intake.RowCursor;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.EffectiveLists;
import cn.bidui.ledger.EffectiveLists.Effective;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.HomeKey;
import cn.bidui.ledger.JournalState;
import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.KeptRow;
import cn.bidui.normalize.Normalizer;
import cn.bidui.normalize.RowOutcome;
import cn.bidui.source.Batch;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.SheetRow;
import cn.bidui.source.SourceFile;
import cn.bidui.source.Term;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a published night rested on, read again from the archive (重读): the same rows that
 * the night took from the database, for commands that need no database and wait for nobody.
 */
public final class ArchivedRows {

  private final NightOrder order;
  private final JournalState state;
  private final Archive archive;
  private final RowKeys keys;
  private final Intake intake;

  /** Which units each county-wide list has rows of. */
  private final Map<String, Units> units = new HashMap<>();

  /** Takes rows one by one. */
  @FunctionalInterface
  public interface Taker {
    /**
     * One row.
     *
     * @param cells as the file has them, columns that no field is read from included
     * @param values canonical, in the order of the list's layout
     */
    void row(RowRef place, SheetRow cells, List<String> values);
  }

  /**
   * By the rules of a night.
   *
   * @param order as it was archived with the night
   */
  public ArchivedRows(NightOrder order, JournalState state, Archive archive, HomeKey key) {
    this.order = order;
    this.state = state;
    this.archive = archive;
    this.keys = new RowKeys(key);
    TakenLists lists = new TakenLists(() -> state, archive);
    this.intake = new Intake(order.profiles(), IntakeLimits.defaults(), lists);
  }

  /**
   * Hands over the rows of {@code lists} that counted in {@code night}: in order of list, file and
   * row, without those that a partial list replaced.
   *
   * @throws IOException if a file is gone from the archive, or cannot be read as it was then
   */
  public void read(Published night, Set<ListKind> lists, Taker taker) throws IOException {
    List<Batch> batches =
        night.effective().stream().filter(batch -> lists.contains(batch.list())).toList();
    for (Batch batch : batches) {
      if (!archive.holds(batch.file().sha256())) {
        throw new IOException("a list of the night is no longer in the archive");
      }
    }
    findUnits(batches);
    Set<String> corrected = new HashSet<>();
    for (Effective effective : EffectiveLists.of(batches, this::covers)) {
      ListKind list = effective.batch().list();
      read(
          effective.batch(),
          corrected,
          (place, cells, values) -> {
            if (!Units.belongs(list, values, effective.exceptUnits())) {
              taker.row(place, cells, values);
            }
          });
    }
  }

  /** County-wide lists are gone through twice only where units sent lists of their own. */
  private void findUnits(List<Batch> batches) throws IOException {
    for (Batch batch : batches) {
      boolean replaceable =
          batch.scope().countyWide()
              && batches.stream()
                  .anyMatch(other -> other.list() == batch.list() && !other.scope().countyWide());
      if (replaceable) {
        SourceFile list = batch.amends() == null ? batch.file() : batch.amends().base();
        Units known = units.computeIfAbsent(list.sha256(), none -> new Units(batch.list()));
        read(batch, new HashSet<>(), (place, cells, values) -> known.add(values));
      }
    }
  }

  private boolean covers(Batch batch, String unit) {
    @Nullable Units known = units.get(batch.file().sha256());
    return known != null && known.holds(unit);
  }

  private void read(Batch batch, Set<String> corrected, Taker taker) throws IOException {
    SourceFile file = batch.file();
    Intake then = intake.remembering(state.headersKnownTo(file.sha256()));
    try (RowCursor cursor = then.open(archive.content(file.sha256()), file.name())) {
      Rows rows = new Rows(batch, cursor, corrected, taker);
      for (ReadRow row = cursor.next(); row != null; row = cursor.next()) {
        rows.take(row);
      }
      if (cursor.finish() instanceof FileReading.Refused) {
        throw new IOException("a list of the night can no longer be read");
      }
    }
  }

  /** The rows of one file. */
  private final class Rows {

    private final Batch batch;
    private final RowCursor cursor;
    private final Set<String> corrected;
    private final Taker taker;
    private final KeptCorrections corrections = new KeptCorrections(keys);
    private @Nullable Normalizer normalizer;

    Rows(Batch batch, RowCursor cursor, Set<String> corrected, Taker taker) {
      this.batch = batch;
      this.cursor = cursor;
      this.corrected = corrected;
      this.taker = taker;
    }

    void take(ReadRow row) {
      if (row instanceof ReadRow.Data data) {
        RowOutcome outcome = normalizer(termOfRows()).normalize(data.cells());
        if (outcome instanceof RowOutcome.Accepted accepted) {
          give(data.cells(), FileShelving.storable(accepted.values()));
        }
      } else if (row instanceof ReadRow.Corrected back) {
        Term term = Term.find(back.slip().value(ReturnSlip.TERM)).orElse(null);
        KeptRow kept = corrections.keep(0, back, normalizer(term));
        // Once a row is put right, a later answer cannot change it any more.
        if (kept.bucket() == Bucket.ACCEPTED && corrected.add(back.slip().base() + back.key())) {
          give(back.cells(), kept.values());
        }
      }
    }

    private Normalizer normalizer(@Nullable Term term) {
      if (normalizer == null) {
        normalizer = new Normalizer(batch.list(), term);
      }
      return normalizer;
    }

    private @Nullable Term termOfRows() {
      ReadingRules rules =
          new ReadingRules(
              order.settings(),
              state
                  .readUnder(batch.file().sha256())
                  .map(receipt -> receipt.received().asOf())
                  .orElse(order.asOf()));
      return rules.termOfRows(batch.list(), cursor.term(), cursor.dataDate());
    }

    private void give(SheetRow cells, List<String> values) {
      RowRef place = new RowRef(batch.file(), cells.header().sheet(), cells.row());
      taker.row(place, cells, values);
    }
  }
}
