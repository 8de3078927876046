package cn.bidui.bench;

import cn.bidui.intake.FileReading;
import cn.bidui.intake.Hint;
import cn.bidui.intake.Intake;
import cn.bidui.intake.ProductReads;
import cn.bidui.intake.ReadRow;
import cn.bidui.intake.RowCursor;
import cn.bidui.normalize.Normalizer;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.RowOutcome;
import cn.bidui.normalize.Strings;
import cn.bidui.source.Header;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.SourceFile;
import cn.bidui.source.Term;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists read by the intake and the normalizer into tables, as a night reads them. */
final class NightTables {

  private final Strings strings = new Strings();
  private final Map<ListKind, RecordTable> tables = new EnumMap<>(ListKind.class);
  private @Nullable Reading latest;

  /** The tables by kind; all share one dictionary. */
  Map<ListKind, RecordTable> tables() {
    return tables;
  }

  int rows() {
    return tables.values().stream().mapToInt(RecordTable::size).sum();
  }

  /**
   * Reads one list.
   *
   * @throws IllegalStateException if the intake refuses the file
   */
  void read(Path file) {
    Intake intake = ProductReads.intake();
    String name = file.getFileName().toString();
    try (RowCursor cursor = intake.open(file, name)) {
      SourceFile source = new SourceFile(name, name, "");
      for (ReadRow row = cursor.next(); row != null; row = cursor.next()) {
        Header header = cursor.header();
        if (row instanceof ReadRow.Data data && header != null) {
          open(header.list(), cursor.term().map(Hint::value).orElse(null)).add(source, data);
        }
      }
      if (cursor.finish() instanceof FileReading.Refused refused) {
        throw new IllegalStateException("refused: " + refused.problems().get(0).code());
      }
    }
    if (latest != null) {
      tables.put(latest.kind, latest.rows.build());
      latest = null;
    }
  }

  /** The list that is being read. */
  private Reading open(ListKind kind, @Nullable Term term) {
    if (latest == null) {
      latest = new Reading(kind, term, strings);
    }
    return latest;
  }

  /** One list on its way into a table. */
  private static final class Reading {

    private final ListKind kind;
    private final Normalizer normalizer;
    private final RecordTable.Builder rows;

    Reading(ListKind kind, @Nullable Term term, Strings strings) {
      this.kind = kind;
      normalizer = new Normalizer(kind, term);
      rows = new RecordTable.Builder(kind, strings);
    }

    void add(SourceFile file, ReadRow.Data row) {
      if (normalizer.normalize(row.cells()) instanceof RowOutcome.Accepted accepted) {
        rows.add(new RowRef(file, row.sheet(), row.row()), accepted.values());
      }
    }
  }
}
