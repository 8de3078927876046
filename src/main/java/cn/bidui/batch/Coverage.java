package cn.bidui.batch;

import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.RowShelf;
import cn.bidui.source.Batch;
import java.util.HashMap;
import java.util.Map;

/** Which units a list has rows of; asked only where schools hand in lists of their own. */
final class Coverage {

  private final RowShelf shelf;
  private final Map<String, Units> known = new HashMap<>();

  Coverage(RowShelf shelf) {
    this.shelf = shelf;
  }

  /** Whether {@code batch} has rows of {@code unit}. */
  boolean covers(Batch batch, String unit) {
    return known.computeIfAbsent(batch.file().sha256(), sha256 -> units(batch)).holds(unit);
  }

  private Units units(Batch batch) {
    Units units = new Units(batch.list());
    shelf.recall(batch.file().sha256(), Bucket.ACCEPTED, (sheet, row, values) -> units.add(values));
    return units;
  }
}
