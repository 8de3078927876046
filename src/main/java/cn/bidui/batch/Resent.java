package cn.bidui.batch;

import cn.bidui.ledger.EffectiveLists;
import cn.bidui.ledger.EffectiveLists.Effective;
import cn.bidui.ledger.FileEntry;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.report.Comparison;
import cn.bidui.source.Batch;
import cn.bidui.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists that were sent in again: only saved again, or with something changed in them. */
final class Resent {

  private final RowShelf shelf;
  private final Map<String, Comparison> compared = new HashMap<>();

  /** Over the rows of {@code shelf}. */
  Resent(RowShelf shelf) {
    this.shelf = shelf;
  }

  /** The list among {@code accepted} that says the same, although its bytes differ. */
  Optional<SourceFile> savedAgain(SourceFile file, ShelvedFile shelved, List<Batch> accepted) {
    if (shelved.refused() || shelved.returned() != null) {
      return Optional.empty();
    }
    SameContent content = new SameContent(shelf);
    // The other units' lists replace none of these; there may be thousands of them.
    List<Batch> near =
        accepted.stream()
            .filter(batch -> batch.list() == shelved.list())
            .filter(batch -> batch.scope().countyWide() || batch.file().unit().equals(file.unit()))
            .toList();
    return Coverage.inUse(shelf, near).stream()
        .map(Effective::batch)
        .filter(batch -> batch.amends() == null)
        .map(Batch::file)
        .filter(other -> other.unit().equals(file.unit()))
        .filter(other -> !other.sha256().equals(file.sha256()))
        .filter(
            other -> shelf.find(other.sha256()).filter(of -> content.same(shelved, of)).isPresent())
        .findFirst();
  }

  /**
   * What the list of {@code entry} says that the one before it did not.
   *
   * @param others all accepted batches but this one
   * @return null if it takes nobody's place
   */
  @Nullable Comparison comparison(FileEntry entry, long receipt, List<Batch> others) {
    @Nullable Batch list = batch(entry, receipt);
    if (list == null) {
      return null;
    }
    List<Batch> near =
        others.stream()
            .filter(other -> other.list() == list.list() && other.scope().equals(list.scope()))
            .toList();
    @Nullable Batch before = EffectiveLists.replacedBy(list, Coverage.inUse(shelf, near));
    if (before == null) {
      return null;
    }
    long sent =
        near.stream()
            .filter(other -> other.amends() == null && other.receivedOrder() < receipt)
            .filter(other -> other.slot().equals(list.slot()))
            .count();
    return compared(list, before).sent((int) Math.max(sent, 1) + 1);
  }

  /**
   * What {@code list} says that {@code before} did not; both are read once, however often asked.
   */
  Comparison compared(Batch list, Batch before) {
    return compared.computeIfAbsent(
        list.file().sha256() + before.file().sha256(),
        pair ->
            Comparing.of(
                shelf,
                shelf
                    .find(list.file().sha256())
                    .orElseThrow(() -> new IllegalStateException("a batch is not on the shelf")),
                before));
  }

  private static @Nullable Batch batch(FileEntry entry, long receipt) {
    boolean list =
        entry.amends() == null
            && switch (entry.state()) {
              case ACCEPTED, ACCEPTED_WITH_REJECTS, HELD -> true;
              case REFUSED, DUPLICATE, SUPERSEDED, WAITING, ANSWERS -> false;
            };
    return !list || entry.list() == null || entry.dataDate() == null
        ? null
        : new Batch(
            entry.file(),
            entry.list(),
            entry.system(),
            entry.scope(),
            entry.term(),
            entry.dataDate(),
            receipt);
  }
}
