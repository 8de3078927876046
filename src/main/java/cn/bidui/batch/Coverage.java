package cn.bidui.batch;

import cn.bidui.ledger.EffectiveLists;
import cn.bidui.ledger.EffectiveLists.Effective;
import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.RowShelf;
import cn.bidui.source.Batch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which units a list has rows of; asked only where schools hand in lists of their own. */
final class Coverage {

  private final RowShelf shelf;
  private final List<Batch> batches;
  private final Map<String, Units> known = new HashMap<>();

  /** Of {@code batches}, each with what corrects it. */
  private Coverage(RowShelf shelf, List<Batch> batches) {
    this.shelf = shelf;
    this.batches = batches;
  }

  /** Which of {@code accepted} are in use. */
  static List<Effective> inUse(RowShelf shelf, List<Batch> accepted) {
    return EffectiveLists.of(accepted, new Coverage(shelf, accepted)::covers);
  }

  /** Whether {@code batch} has rows of {@code unit}. */
  private boolean covers(Batch batch, String unit) {
    return known.computeIfAbsent(batch.file().sha256(), sha256 -> units(batch)).holds(unit);
  }

  /** Hands over the accepted rows of {@code list}, with those that came back corrected. */
  static void rows(Batch list, List<Batch> batches, RowShelf shelf, RowShelf.RowVisitor visitor) {
    shelf.recall(list.file().sha256(), Bucket.ACCEPTED, visitor);
    for (Batch batch : batches) {
      if (batch.amends() != null && batch.amends().belongsTo(list.file())) {
        shelf.recall(batch.file().sha256(), Bucket.ACCEPTED, visitor);
      }
    }
  }

  private Units units(Batch batch) {
    Units units = new Units(batch.list());
    rows(batch, batches, shelf, (sheet, row, values) -> units.add(values));
    return units;
  }
}
