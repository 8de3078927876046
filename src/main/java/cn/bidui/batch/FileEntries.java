package cn.bidui.batch;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.ControlTotals;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.HashTotals;
import cn.bidui.ledger.RowHash;
import cn.bidui.ledger.SheetEntry;
import cn.bidui.ledger.TotalsKey;
import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.RowShelf.KeptProblem;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.normalize.ShelvedFile.Sheet;
import cn.bidui.source.Field;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Scope;
import cn.bidui.source.SourceFile;
import cn.bidui.source.Term;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts each file's rows out of the index again, every night: the buckets of the control totals
 * come from what is kept, the total from what was read.
 */
final class FileEntries {

  private final RowShelf shelf;
  private final Archive archive;

  FileEntries(RowShelf shelf, Archive archive) {
    this.shelf = shelf;
    this.archive = archive;
  }

  /** What is decided about a file besides its rows. */
  record Standing(
      FileState state,
      Scope scope,
      @Nullable Term term,
      @Nullable LocalDate dataDate,
      boolean effective,
      List<FileEntry.Note> notes) {}

  /** The entry of a file that is on the shelf. */
  FileEntry entry(SourceFile file, ShelvedFile shelved, Standing standing) throws IOException {
    int sheetCount = shelved.sheets().size();
    int[][] counts = new int[sheetCount][Bucket.values().length];
    HashTotals totals = shelved.refused() ? HashTotals.NONE : count(file, shelved, counts);
    List<SheetEntry> sheets = new ArrayList<>();
    RowCounts all = RowCounts.NONE;
    for (int i = 0; i < sheetCount; i++) {
      Sheet sheet = shelved.sheets().get(i);
      RowCounts of = rowCounts(counts[i]);
      sheets.add(new SheetEntry(sheet.name(), sheet.headerRow(), of, sheet.hidden()));
      all = all.plus(of);
    }
    List<FileEntry.Note> notes = new ArrayList<>(standing.notes());
    shelved.remarks().forEach(r -> notes.add(new FileEntry.Note(r.key(), r.words())));
    return new FileEntry(
        file,
        standing.state(),
        shelved.list(),
        shelved.profile(),
        standing.scope(),
        standing.term(),
        standing.dataDate(),
        sheets,
        all,
        totals,
        shelved.problems(),
        rowProblems(file),
        standing.effective(),
        notes);
  }

  private static RowCounts rowCounts(int[] of) {
    return new RowCounts(
        of[Bucket.ACCEPTED.ordinal()],
        of[Bucket.REJECTED.ordinal()],
        of[Bucket.BLANK.ordinal()],
        of[Bucket.DUPLICATE.ordinal()],
        of[Bucket.NOTE.ordinal()]);
  }

  private HashTotals count(SourceFile file, ShelvedFile shelved, int[][] counts)
      throws IOException {
    RowHash hash = TotalsKey.of(archive.path(file.sha256())).rowHash();
    ControlTotals totals = new ControlTotals();
    for (Bucket bucket : Bucket.values()) {
      ControlTotals.Bucket total = ControlTotals.Bucket.valueOf(bucket.name());
      shelf.recall(
          file.sha256(),
          bucket,
          (sheet, row, values) -> {
            counts[sheet][bucket.ordinal()]++;
            Sheet at = shelved.sheets().get(sheet);
            totals.ended(
                total,
                hash.of(
                    at.name(),
                    row,
                    key(bucket, shelved.list(), at.nameColumn(), Field.NAME, values),
                    key(bucket, shelved.list(), at.idColumn(), Field.CITIZEN_ID, values)));
          });
    }
    HashTotals buckets = totals.totals();
    return new HashTotals(
        shelved.readTotal(),
        buckets.accepted(),
        buckets.rejected(),
        buckets.blank(),
        buckets.duplicate(),
        buckets.note());
  }

  /** The text of the name or id cell as it was read. */
  private static String key(
      Bucket bucket, @Nullable ListKind list, int column, Field field, List<String> values) {
    if (bucket == Bucket.REJECTED) {
      return column >= 0 && column < values.size() ? values.get(column) : "";
    }
    boolean record = bucket == Bucket.ACCEPTED || bucket == Bucket.DUPLICATE;
    return record && list != null ? values.get(Layout.of(list).position(field)) : "";
  }

  private SortedMap<ProblemCode, Integer> rowProblems(SourceFile file) {
    SortedMap<ProblemCode, Integer> counts = new TreeMap<>();
    for (KeptProblem problem : shelf.problems(file.sha256())) {
      counts.merge(ProblemCode.ofCode(problem.code()), 1, Integer::sum);
    }
    return counts;
  }
}
