package cn.bidui.batch;

import cn.bidui.intake.Intake;
import cn.bidui.intake.ReadRow;
import cn.bidui.intake.RowCursor;
import cn.bidui.intake.RowTape;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.TotalsKey;
import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.source.Cell;
import cn.bidui.source.Content;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.RowCounts;
import cn.bidui.source.SheetRow;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes what stands in for a file that is to go (行检查点): the columns that comparing needs, of the
 * rows that are needed. Rejected rows keep all of their cells as long as somebody may correct them.
 */
final class Checkpoints {

  private final Archive archive;
  private final JournalState state;
  private final RowShelf shelf;
  private final Intake intake;

  /**
   * Reads files as they were read when they were taken.
   *
   * @param intake with the profiles of the night and the lists that answers were given to
   */
  Checkpoints(Archive archive, JournalState state, RowShelf shelf, Intake intake) {
    this.archive = archive;
    this.state = state;
    this.shelf = shelf;
    this.intake = intake;
  }

  /**
   * What stands in for a file.
   *
   * @param digest of the archived checkpoint
   * @param left rows that are in it no more
   */
  record Made(String digest, RowCounts left) {}

  /** A row, by its sheet's name and its number. */
  record Spot(String sheet, int row) {}

  /**
   * Makes the checkpoint of {@code file} and puts it into the archive; empty if the file cannot be
   * read any more as it was, or has not been read yet: then it has to stay.
   *
   * @param rejected whether its rejected rows stay
   * @param gone rows that may not stay
   * @param words what stays of words outside the rows
   */
  Optional<Made> make(
      SourceFile file, boolean rejected, Predicate<ReadRow> gone, RowTape.Keep words)
      throws IOException {
    Optional<ShelvedFile> shelved = shelf.find(file.sha256());
    if (shelved.isEmpty()) {
      return Optional.empty();
    }
    Pruning pruning = new Pruning(file, shelved.get(), rejected, gone, words);
    byte[] tape = record(file, pruning);
    if (pruning.read != (shelved.get().refused() ? 0 : shelf.rows(file.sha256()))) {
      return Optional.empty();
    }
    return Optional.of(new Made(archive.put(tape), pruning.left));
  }

  private byte[] record(SourceFile file, Pruning pruning) throws IOException {
    Content content = archive.content(file.sha256());
    byte[] key =
        archive.standsIn(file.sha256()) ? RowTape.key(content) : TotalsKey.of(content).bytes();
    Intake then = intake.remembering(state.headersKnownTo(file.sha256()));
    try (RowCursor rows = then.open(content, file.name())) {
      return RowTape.record(rows, key, pruning);
    }
  }

  /** Which rows stay of one file, and what of them. */
  private final class Pruning implements RowTape.Keep {

    private final boolean rejected;
    private final boolean refused;
    private final Predicate<ReadRow> gone;
    private final RowTape.Keep words;
    private final Set<Spot> rejects = new HashSet<>();
    private final Set<Spot> duplicates = new HashSet<>();
    private RowCounts left = RowCounts.NONE;
    private long read;

    Pruning(
        SourceFile file,
        ShelvedFile shelved,
        boolean rejected,
        Predicate<ReadRow> gone,
        RowTape.Keep words) {
      this.rejected = rejected;
      this.refused = shelved.refused();
      this.gone = gone;
      this.words = words;
      spots(file, shelved, Bucket.REJECTED, rejects);
      spots(file, shelved, Bucket.DUPLICATE, duplicates);
    }

    private void spots(SourceFile file, ShelvedFile shelved, Bucket bucket, Set<Spot> spots) {
      shelf.recall(
          file.sha256(),
          bucket,
          (sheet, row, values) -> spots.add(new Spot(shelved.sheets().get(sheet).name(), row)));
    }

    @Override
    public @Nullable ReadRow row(ReadRow row) {
      if (refused) {
        return null;
      }
      read++;
      Spot spot = new Spot(row.sheet(), row.row());
      boolean reject = rejects.contains(spot);
      if (gone.test(row) || (reject && !rejected)) {
        left = left.plus(one(row, reject, duplicates.contains(spot)));
        return null;
      }
      return row instanceof ReadRow.Data data && !reject ? asRead(data) : words.row(row);
    }

    @Override
    public String words(String text) {
      return words.words(text);
    }
  }

  private static RowCounts one(ReadRow row, boolean rejected, boolean duplicate) {
    if (rejected) {
      return new RowCounts(0, 1, 0, 0, 0);
    } else if (duplicate) {
      return new RowCounts(0, 0, 0, 1, 0);
    } else if (row instanceof ReadRow.Blank) {
      return new RowCounts(0, 0, 1, 0, 0);
    }
    return row instanceof ReadRow.Note
        ? new RowCounts(0, 0, 0, 0, 1)
        : new RowCounts(1, 0, 0, 0, 0);
  }

  /** Without the cells of columns from which no field is read. */
  private static ReadRow asRead(ReadRow.Data data) {
    SheetRow row = data.cells();
    Header header = row.header();
    Set<Integer> read = new HashSet<>();
    for (Field field : header.columns().keySet()) {
      read.add(header.column(field));
    }
    List<Cell> cells = new ArrayList<>(row.cells().size());
    for (int column = 0; column < row.cells().size(); column++) {
      cells.add(read.contains(column) ? row.cells().get(column) : Cell.EMPTY);
    }
    return new ReadRow.Data(new SheetRow(header, row.row(), List.copyOf(cells)));
  }
}
