package cn.bidui.batch;

import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.JournalState.Receipt;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.source.SourceFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * One partition for each file that the journal knows and the index has not read to its end: new
 * ones, those that a kill cut short, and all of them after the database was lost. Named by digest,
 * so that a restart finds its partitions again and nothing about a person reaches the batch tables.
 */
final class UnreadFiles implements Partitioner {

  private static final int NAME_LENGTH = 16;

  private final JournalState state;
  private final RowShelf shelf;

  /** Asked from several threads once the partitions are known. */
  private final Map<String, SourceFile> byPartition = new ConcurrentHashMap<>();

  UnreadFiles(JournalState state, RowShelf shelf) {
    this.state = state;
    this.shelf = shelf;
  }

  /** How many different contents the journal knows. */
  int known() {
    return all().size();
  }

  /**
   * Files that wait for an answer and were refused when they were read before: settings or profiles
   * may have changed since, so they are read again. So are those that come again after they were
   * removed: what is left of an earlier reading may lack rows.
   */
  private void clearRefused() {
    for (Receipt receipt : state.unanswered()) {
      String sha256 = receipt.received().file().sha256();
      boolean refused = shelf.find(sha256).filter(ShelvedFile::refused).isPresent();
      if (refused || state.replacements().again(sha256)) {
        shelf.clear(sha256);
      }
    }
  }

  /** By digest, those not read to their end. */
  SortedMap<String, SourceFile> files() {
    SortedMap<String, SourceFile> unread = all();
    Set<String> read = shelf.complete();
    unread.keySet().removeIf(read::contains);
    return unread;
  }

  /** The file of the partition of that name. */
  SourceFile of(String partition) {
    SourceFile file = byPartition.get(partition);
    if (file == null) {
      throw new IllegalStateException("a partition names no file: " + partition);
    }
    return file;
  }

  /** By digest; of files with one content the first in canonical order. */
  private SortedMap<String, SourceFile> all() {
    SortedMap<String, SourceFile> known = new TreeMap<>();
    for (FileAnswered answered : state.answeredFiles()) {
      known.merge(answered.file().sha256(), answered.file(), UnreadFiles::first);
    }
    for (Receipt receipt : state.unanswered()) {
      SourceFile file = receipt.received().file();
      known.merge(file.sha256(), file, UnreadFiles::first);
    }
    known.keySet().removeIf(state.replacements()::removed);
    return known;
  }

  private static SourceFile first(SourceFile a, SourceFile b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  @Override
  public Map<String, ExecutionContext> partition(int gridSize) {
    clearRefused();
    Map<String, ExecutionContext> partitions = new HashMap<>();
    byPartition.clear();
    files().forEach((sha256, file) -> byPartition.put(sha256.substring(0, NAME_LENGTH), file));
    byPartition.keySet().forEach(name -> partitions.put(name, new ExecutionContext()));
    return partitions;
  }
}
