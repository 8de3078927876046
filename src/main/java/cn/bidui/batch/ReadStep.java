package cn.bidui.batch;

import cn.bidui.intake.FileReading;
import cn.bidui.intake.Intake;
import cn.bidui.intake.ReadRow;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.RowHash;
import cn.bidui.normalize.KeptRow;
import cn.bidui.source.SourceFile;
import cn.bidui.store.JdbcRowShelf;
import java.util.function.Function;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;

/**
 * The step that reads one file: archive → rows → records or problems → database, in chunks. One
 * such step runs for each partition, whose name begins its file's digest.
 */
final class ReadStep implements Step {

  /** Between the step's name and the partition's. */
  private static final char SEPARATOR = ':';

  private final Steps steps;
  private final Function<String, Intake> intake;
  private final Archive archive;
  private final FileKeys keys;
  private final RowKeys rowKeys;
  private final JdbcRowShelf shelf;
  private final Function<String, SourceFile> fileOf;
  private final Function<String, ReadingRules> rules;
  private final Progress progress;

  ReadStep(
      Steps steps,
      Function<String, Intake> intake,
      Archive archive,
      FileKeys keys,
      RowKeys rowKeys,
      JdbcRowShelf shelf,
      Function<String, SourceFile> fileOf,
      Function<String, ReadingRules> rules,
      Progress progress) {
    this.steps = steps;
    this.intake = intake;
    this.archive = archive;
    this.keys = keys;
    this.rowKeys = rowKeys;
    this.shelf = shelf;
    this.fileOf = fileOf;
    this.rules = rules;
    this.progress = progress;
  }

  @Override
  public String getName() {
    return "read";
  }

  @Override
  public void execute(StepExecution execution) throws JobInterruptedException {
    SourceFile file = fileOf.apply(partition(execution));
    RowHash hash = NightFailure.discreetly(() -> keys.rowHash(file.sha256()));
    FileShelving shelving =
        new FileShelving(file, shelf, rules.apply(file.sha256()), hash, rowKeys);
    SparedReading spared = new SparedReading(file, archive.content(file.sha256()));
    NightFailure.discreetly(
        () -> {
          spared.requireHonest(archive.standsIn(file.sha256()));
          return 0;
        });
    FileRowReader reader =
        new FileRowReader(
            intake.apply(file.sha256()),
            archive.content(file.sha256()),
            file.name(),
            spared,
            shelving);
    steps
        .<ReadRow, KeptRow>chunks(
            execution.getStepName(),
            shelf.chunk(),
            reader,
            row -> spared.or(null, () -> shelving.keep(row)),
            chunk -> write(file, chunk),
            new StepExecutionListener() {})
        .execute(execution);
    // Not in a listener: whatever a listener throws after a step is logged and forgotten.
    if (execution.getStatus() == BatchStatus.COMPLETED) {
      finish(shelving, reader.reading());
    }
  }

  /**
   * The partition's name says which file it is. Its execution context does not: Spring Batch saves
   * that after the execution itself, and a kill in between leaves it empty for good.
   */
  private static String partition(StepExecution execution) {
    String name = execution.getStepName();
    return name.substring(name.indexOf(SEPARATOR) + 1);
  }

  private void write(SourceFile file, Chunk<? extends KeptRow> chunk) {
    NightFailure.discreetly(
        () -> {
          shelf.keep(file.sha256(), java.util.List.copyOf(chunk.getItems()));
          return 0;
        });
    progress.rows(chunk.size());
  }

  /**
   * What was counted and what the database holds are compared before the file counts as read. A
   * kill before that makes the next run read the file again: partitions are the files not finished.
   */
  private static void finish(FileShelving shelving, FileReading reading) {
    NightFailure.discreetly(
        () -> {
          if (!(reading instanceof FileReading.Refused) && shelving.lost() != 0) {
            throw new IllegalStateException("rows kept differ from rows read: " + shelving.lost());
          }
          shelving.finish(reading);
          return 0;
        });
  }
}
