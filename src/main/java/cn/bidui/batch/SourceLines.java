package cn.bidui.batch;

import cn.bidui.ledger.EffectiveLists.Effective;
import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.Entry.SourceFetched;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.JournalState.Receipt;
import cn.bidui.ledger.SourceLog;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.report.SourceLine;
import cn.bidui.source.Batch;
import cn.bidui.source.ListKind;
import cn.bidui.source.SourceFile;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the sources of lists mean for a night: what came, and how old what is used really is. */
final class SourceLines {

  private final JournalState state;
  private final RowShelf shelf;
  private final LocalDate asOf;

  SourceLines(JournalState state, RowShelf shelf, LocalDate asOf) {
    this.state = state;
    this.shelf = shelf;
    this.asOf = asOf;
  }

  /** A line for each source that the last run asked, in its order. */
  List<SourceLine> of(List<Effective> effective) {
    return state.sources().ofLastRun().stream().map(fetch -> line(fetch, effective)).toList();
  }

  private SourceLine line(SourceLog.Fetch fetch, List<Effective> effective) {
    @Nullable LocalDate date =
        inUse(fetch.entry(), effective)
            .map(this::freshAsOf)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return new SourceLine(fetch.entry(), fetch.at(), date, other(fetch.entry()));
  }

  /** What a list is shows in its content; null if it is the one that was declared. */
  private @Nullable ListKind other(SourceFetched fetched) {
    @Nullable ListKind list =
        shelf.find(fetched.sha256()).map(ShelvedFile::list).orElse(fetched.list());
    return list == fetched.list() ? null : list;
  }

  private static java.util.stream.Stream<Batch> inUse(
      SourceFetched fetched, List<Effective> effective) {
    return effective.stream()
        .map(Effective::batch)
        .filter(batch -> batch.amends() == null && batch.list() == fetched.list())
        .filter(
            batch ->
                fetched.unit().isEmpty()
                    ? batch.scope().countyWide()
                    : batch.file().unit().equals(fetched.unit()));
  }

  /**
   * Sources that are down and whose list nothing stands in for. A list that every night needs is
   * named as missing anyway.
   */
  List<FileEntry.Note> without(List<Effective> effective) {
    List<FileEntry.Note> notes = new ArrayList<>();
    for (SourceLine line : of(effective)) {
      SourceFetched fetched = line.fetched();
      if (line.down() && line.dataDate() == null && !fetched.list().needed()) {
        notes.add(new FileEntry.Note("report.lack.source-none", List.of(fetched.source())));
      }
    }
    return notes;
  }

  /**
   * As of when what a list says is right: its data date; where that is the day on which it was
   * asked for, the last day on which its source said that it has not changed since.
   */
  LocalDate freshAsOf(Batch batch) {
    Optional<LocalDate> confirmed =
        state
            .sources()
            .confirmed(batch.file())
            .filter(day -> !day.isAfter(asOf) && day.isAfter(batch.dataDate()));
    return confirmed.isPresent() && ofItsReceipt(batch) ? confirmed.get() : batch.dataDate();
  }

  private boolean ofItsReceipt(Batch batch) {
    @Nullable LocalDate said =
        shelf.find(batch.file().sha256()).map(ShelvedFile::dataDate).orElse(null);
    return batch.dataDate().equals(received(batch))
        && (said == null || named(batch.file(), batch.dataDate()));
  }

  private @Nullable LocalDate received(Batch batch) {
    return state
        .receipt(batch.receivedOrder())
        .map(receipt -> receipt.received().asOf())
        .orElse(null);
  }

  /**
   * The data date of a list, as what it says was read; else the day of its receipt. Where it comes
   * again from a source, and the day that was read is the one that we had put into its name then,
   * it is the day that we have put into its name now: a database may be back at what it said
   * before.
   */
  LocalDate dataDate(Receipt receipt, @Nullable LocalDate said) {
    SourceFile file = receipt.received().file();
    LocalDate received = receipt.received().asOf();
    boolean again =
        said != null
            && named(file, received)
            && state.sources().source(file).isPresent()
            && state.answeredFiles().stream()
                .map(FileAnswered::file)
                .anyMatch(each -> each.sha256().equals(file.sha256()) && named(each, said));
    return said == null || again ? received : said;
  }

  /** Whether the day is the one that we have put into its name ourselves. */
  private static boolean named(SourceFile file, LocalDate day) {
    return file.name().contains("_" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + ".");
  }
}
