package cn.bidui.batch;

import cn.bidui.ledger.ControlTotals;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.HashTotals;
import cn.bidui.ledger.ReplyLines;
import cn.bidui.ledger.RowHash;
import cn.bidui.ledger.SheetEntry;
import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.RowShelf.KeptProblem;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.normalize.ShelvedFile.Sheet;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Counts each file's rows out of the index again, once every night: the buckets of the control
 * totals come from what is kept, the total from what was read.
 */
final class FileEntries {

  private final RowShelf shelf;
  private final FileKeys keys;

  /** By digest; rows of a file that was read to its end do not change. */
  private final Map<String, Counted> counted = new HashMap<>();

  FileEntries(RowShelf shelf, FileKeys keys) {
    this.shelf = shelf;
    this.keys = keys;
  }

  /** What was counted, by sheet. */
  private record Counted(List<RowCounts> sheets, HashTotals totals) {

    static final Counted NOTHING = new Counted(List.of(), HashTotals.NONE);

    RowCounts all() {
      return sheets.stream().reduce(RowCounts.NONE, RowCounts::plus);
    }
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
    Counted rows = counted(file, shelved);
    List<SheetEntry> sheets = new ArrayList<>();
    for (int i = 0; i < shelved.sheets().size(); i++) {
      Sheet sheet = shelved.sheets().get(i);
      RowCounts of = rows.sheets().isEmpty() ? RowCounts.NONE : rows.sheets().get(i);
      sheets.add(new SheetEntry(sheet.name(), sheet.headerRow(), of, sheet.hidden()));
    }
    List<FileEntry.Note> notes = new ArrayList<>(standing.notes());
    shelved.remarks().forEach(r -> notes.add(new FileEntry.Note(r.key(), r.words())));
    return new FileEntry(
        file,
        standing.state(),
        shelved.list(),
        system(file, shelved),
        standing.scope(),
        standing.term(),
        standing.dataDate(),
        sheets,
        rows.all(),
        rows.totals(),
        shelved.problems(),
        rowProblems(file),
        standing.effective(),
        notes);
  }

  /** The entry of a workbook of answers, of whose rows {@code lines} says what became of them. */
  FileEntry answers(SourceFile file, ShelvedFile shelved, ReplyLines lines) throws IOException {
    RowHash hash = keys.rowHash(file.sha256());
    ControlTotals totals = new ControlTotals();
    Map<String, Integer> headers = new HashMap<>();
    for (ReplyLines.Line line : lines.lines()) {
      headers.putIfAbsent(line.sheet(), line.row() - 1);
      ControlTotals.Bucket bucket =
          switch (line.end()) {
            case RECORDED, KNOWN -> ControlTotals.Bucket.ACCEPTED;
            case LISTED -> ControlTotals.Bucket.REJECTED;
            case BLANK -> ControlTotals.Bucket.BLANK;
          };
      totals.ended(bucket, hash.of(line.sheet(), line.row(), "", ""));
    }
    List<SheetEntry> sheets = new ArrayList<>();
    lines
        .sheets()
        .forEach(
            (name, rows) ->
                sheets.add(new SheetEntry(name, headers.getOrDefault(name, 0), rows, false)));
    HashTotals ended = totals.totals();
    return new FileEntry(
        file,
        FileState.ANSWERS,
        null,
        shelved.profile(),
        Scope.COUNTY,
        null,
        null,
        sheets,
        lines.counts(),
        new HashTotals(
            shelved.readTotal(),
            ended.accepted(),
            ended.rejected(),
            ended.blank(),
            ended.duplicate(),
            ended.note()),
        List.of(),
        lines.problems(),
        false,
        List.of());
  }

  /** From which source system a list comes. */
  String system(SourceFile file, ShelvedFile shelved) {
    return new CivilSeries(shelf).system(file, shelved);
  }

  /** How many rows of a file each bucket holds. */
  RowCounts counts(SourceFile file, ShelvedFile shelved) throws IOException {
    return counted(file, shelved).all();
  }

  private Counted counted(SourceFile file, ShelvedFile shelved) throws IOException {
    if (shelved.refused()) {
      return Counted.NOTHING;
    }
    @Nullable Counted known = counted.get(file.sha256());
    if (known == null) {
      int[][] counts = new int[shelved.sheets().size()][Bucket.values().length];
      HashTotals totals = count(file, shelved, counts);
      known = new Counted(Arrays.stream(counts).map(FileEntries::rowCounts).toList(), totals);
      counted.put(file.sha256(), known);
    }
    return known;
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
    RowHash hash = keys.rowHash(file.sha256());
    ControlTotals totals = new ControlTotals();
    shelf.recallAll(
        file.sha256(),
        (bucket, sheet, row, values) -> {
          counts[sheet][bucket.ordinal()]++;
          Sheet at = shelved.sheets().get(sheet);
          totals.ended(
              ControlTotals.Bucket.valueOf(bucket.name()),
              hash.of(
                  at.name(),
                  row,
                  key(bucket, shelved.list(), at.nameColumn(), RowNames::name, values),
                  key(bucket, shelved.list(), at.idColumn(), RowNames::id, values)));
        });
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
      Bucket bucket,
      @Nullable ListKind list,
      int column,
      BiFunction<Layout, List<String>, String> named,
      List<String> values) {
    if (bucket == Bucket.REJECTED) {
      return column >= 0 && column < values.size() ? values.get(column) : "";
    }
    boolean record = bucket == Bucket.ACCEPTED || bucket == Bucket.DUPLICATE;
    return record && list != null ? named.apply(Layout.of(list), values) : "";
  }

  private SortedMap<ProblemCode, Integer> rowProblems(SourceFile file) {
    SortedMap<ProblemCode, Integer> counts = new TreeMap<>();
    for (KeptProblem problem : shelf.problems(file.sha256())) {
      counts.merge(ProblemCode.ofCode(problem.code()), 1, Integer::sum);
    }
    return counts;
  }
}
