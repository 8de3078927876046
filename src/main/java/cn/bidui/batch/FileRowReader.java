package cn.bidui.batch;

import cn.bidui.intake.FileReading;
import cn.bidui.intake.Hint;
import cn.bidui.intake.Intake;
import cn.bidui.intake.ReadRow;
import cn.bidui.intake.RowCursor;
import cn.bidui.source.Content;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * The rows of one archived file as Spring Batch reads them. Where it stands is the number of rows
 * handed over, which is all that reaches the batch tables; after a restart the file is read again
 * from its start and those rows are passed by, so that checks over the whole file still see all of
 * it.
 */
final class FileRowReader implements ItemStreamReader<ReadRow> {

  private static final String ROWS = "rows";

  private final Intake intake;
  private final Content file;
  private final String name;
  private final SparedReading spared;
  private final RowWatcher watcher;
  private @Nullable RowCursor cursor;
  private @Nullable FileReading reading;
  private long handedOver;

  /** Sees every row that is read, those that were passed by after a restart too. */
  interface RowWatcher {
    /**
     * The file is open.
     *
     * @param committed how many rows the batch tables say are stored
     * @return how many rows are safe from an earlier attempt
     */
    long begin(long committed);

    /** What title rows or file name say; told before the first row. */
    void hints(Optional<Hint<Term>> term, Optional<Hint<LocalDate>> dataDate);

    /** One row. */
    void row(ReadRow row);

    /** A row that was stored by an earlier attempt. */
    void passedBy(ReadRow row);
  }

  FileRowReader(
      Intake intake, Content file, String name, SparedReading spared, RowWatcher watcher) {
    this.intake = intake;
    this.file = file;
    this.name = name;
    this.spared = spared;
    this.watcher = watcher;
  }

  @Override
  public void open(ExecutionContext context) {
    NightFailure.discreetly(
        () -> {
          long safe = watcher.begin(context.getLong(ROWS, 0));
          cursor = spared.or(null, () -> intake.open(file, name));
          passBy(safe);
          return handedOver;
        });
  }

  private void passBy(long safe) {
    while (handedOver < safe) {
      ReadRow row = read();
      if (row == null) {
        return;
      }
      watcher.passedBy(row);
    }
  }

  @Override
  public @Nullable ReadRow read() {
    return NightFailure.discreetly(() -> Optional.ofNullable(next())).orElse(null);
  }

  private @Nullable ReadRow next() {
    ReadRow row = spared.broken() ? null : spared.or(null, this::pull);
    if (row == null) {
      return null;
    }
    if (handedOver == 0) {
      watcher.hints(cursor().term(), cursor().dataDate());
    }
    handedOver++;
    watcher.row(row);
    return row;
  }

  private @Nullable ReadRow pull() {
    ReadRow row = cursor().next();
    if (row == null) {
      reading = cursor().finish();
    }
    return row;
  }

  /** What the file turned out to be; known after its last row. */
  FileReading reading() {
    if (spared.broken()) {
      return spared.refusal();
    }
    if (reading == null) {
      throw new IllegalStateException("the file was not read to its end");
    }
    return spared.numbered(reading);
  }

  @Override
  public void update(ExecutionContext context) {
    context.putLong(ROWS, handedOver);
  }

  @Override
  public void close() {
    RowCursor open = cursor;
    if (open != null) {
      spared.or(
          null,
          () -> {
            open.close();
            return open;
          });
    }
  }

  private RowCursor cursor() {
    if (cursor == null) {
      throw new IllegalStateException("not open");
    }
    return cursor;
  }
}
