package cn.bidui.batch;

import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.Publication;
import cn.bidui.ledger.audit.Anchors;
import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.RowShelf;
import cn.bidui.source.FileState;
import cn.bidui.source.RowCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Holds a rebuilt index against the record: every file has the rows that the journal counted, and
 * the last publication, done again from the lists, rules and answers of then, is the same to the
 * byte.
 */
final class Rebuild {

  /** Times, run id and head of the journal differ whenever it is written. */
  private static final String RUN_JSON = Anchors.RUN_JSON;

  private final OpenRecord record;
  private final RowShelf shelf;

  Rebuild(OpenRecord record, RowShelf shelf) {
    this.record = record;
    this.shelf = shelf;
  }

  /** Names of files whose rows differ from what the journal counted. */
  List<String> differences() {
    new Settlement(record.state(), shelf);
    Map<String, FileAnswered> last = new HashMap<>();
    for (FileAnswered answered : record.state().answeredFiles()) {
      if (lastReading(answered)
          && !record.state().replacements().removed(answered.file().sha256())) {
        last.put(answered.file().sha256(), answered);
      }
    }
    Set<String> differing = new TreeSet<>();
    for (FileAnswered answered : last.values()) {
      String sha256 = answered.file().sha256();
      RowCounts now = counts(shelf.count(sha256)).plus(record.state().replacements().left(sha256));
      // What becomes of an answer is not known from the file alone: only that no row of it is lost.
      boolean same =
          answered.state() == FileState.ANSWERS
              ? now.rows() == answered.counts().rows()
              : now.equals(answered.counts());
      if (!same) {
        differing.add(answered.file().name());
      }
    }
    return List.copyOf(differing);
  }

  /** A file that was refused and came again was read again: the rows are those of that reading. */
  private boolean lastReading(FileAnswered answered) {
    long read =
        record
            .state()
            .readUnder(answered.file().sha256())
            .map(JournalState.Receipt::number)
            .orElse(0L);
    return answered.state() != FileState.DUPLICATE && answered.receipt() >= read;
  }

  private static RowCounts counts(Map<Bucket, Integer> of) {
    return new RowCounts(
        of.getOrDefault(Bucket.ACCEPTED, 0),
        of.getOrDefault(Bucket.REJECTED, 0),
        of.getOrDefault(Bucket.BLANK, 0),
        of.getOrDefault(Bucket.DUPLICATE, 0),
        of.getOrDefault(Bucket.NOTE, 0));
  }

  /** Rows in the index. */
  long rows() {
    Set<String> files = new HashSet<>();
    record.state().answeredFiles().forEach(answered -> files.add(answered.file().sha256()));
    return files.stream().mapToLong(shelf::rows).sum();
  }

  /** What the journal said before it said that {@code night} was published. */
  static JournalState before(Published night, Path home) throws IOException {
    return JournalReader.of(home)
        .stateBefore(
            entry -> entry instanceof Published same && same.runId().equals(night.runId()));
  }

  /**
   * Publishes {@code night} once more, into a folder of its own.
   *
   * @param order with the lists, rules and settings of then
   * @return paths that differ from what was published, and the folder that holds the new files
   */
  Replayed replay(Published night, NightOrder order, Path home) throws IOException {
    OpenRecord then = record.asOf(before(night, home));
    NightWork work = new NightWork(night.runId(), true);
    FileEntries entries = new FileEntries(shelf, new FileKeys(then.archive()));
    ReportAssembly assembly =
        new ReportAssembly(order, then, shelf, entries, order.clock().instant());
    new AnswerStage(
            order,
            then,
            shelf,
            entries,
            new Resent(shelf),
            new Replies(order, then, shelf),
            (entry, receipt) -> {})
        .run(work);
    CollectStage.recall(work, then.state());
    assembly.enter(work);
    new LinkStage(order, then, shelf).run(work);
    new JudgeStage(order, then, shelf).run(work);
    new LedgerStage(order, then).run(work);
    Publication scratch = Publication.under(order.folder().whatIf());
    scratch.abandon(record.lease());
    Path staged = scratch.stage(order.asOf(), night.runId(), record.lease());
    assembly.write(assembly.report(work), staged);
    SortedMap<String, String> now = scratch.seal(order.asOf(), night.runId(), record.lease());
    return new Replayed(differing(night.manifest(), now), staged, now);
  }

  /**
   * Does the last publication again, and puts back what is missing of it if nothing differs.
   *
   * @param files how many files the index was made from
   */
  Rebuilt again(Published latest, NightOrder then, int files) throws IOException {
    Replayed replayed = replay(latest, then, then.folder().home());
    int restored =
        replayed.differing().isEmpty()
            ? restore(record.reports().folder(latest.asOf()), replayed.folder(), latest.manifest())
            : 0;
    if (restored > 0) {
      record.reports().recover(record.state(), record.lease());
    }
    Publication.under(then.folder().whatIf()).abandon(record.lease());
    return new Rebuilt(files, rows(), List.of(), latest, replayed.differing(), restored);
  }

  /**
   * What came of doing a night again.
   *
   * @param files digests of the files that came of it, by path
   */
  record Replayed(List<String> differing, Path folder, SortedMap<String, String> files) {}

  /** Paths under which two exports differ; times and the journal's head are left out. */
  static List<String> apart(Map<String, String> one, Map<String, String> other) {
    return differing(one, other);
  }

  private static List<String> differing(Map<String, String> then, Map<String, String> now) {
    Set<String> names = new TreeSet<>(then.keySet());
    names.addAll(now.keySet());
    names.removeIf(
        name ->
            name.equals(RUN_JSON)
                || Optional.ofNullable(then.get(name)).equals(Optional.ofNullable(now.get(name))));
    return new ArrayList<>(names);
  }

  /** Puts back published files that are gone; tells how many. */
  static int restore(Path published, Path replayed, Map<String, String> manifest)
      throws IOException {
    int restored = 0;
    for (String name : manifest.keySet()) {
      Path target = published.resolve(name);
      // What would not be as it was does not come back.
      if (!name.equals(RUN_JSON) && !Files.exists(target) && Files.exists(replayed.resolve(name))) {
        Files.createDirectories(target.getParent());
        Files.copy(replayed.resolve(name), target);
        restored++;
      }
    }
    return restored;
  }
}
