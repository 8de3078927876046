package cn.bidui.cli;

import cn.bidui.batch.EvidenceRows;
import cn.bidui.intake.FileReading;
import cn.bidui.intake.Intake;
import cn.bidui.intake.IntakeLimits;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.own.Asked;
import cn.bidui.ledger.own.Fate;
import cn.bidui.ledger.own.Fate.Left;
import cn.bidui.ledger.own.Fate.Taken;
import cn.bidui.ledger.own.KnownStates;
import cn.bidui.ledger.own.OwnRow;
import cn.bidui.plan.ColumnProfiles;
import cn.bidui.source.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What comes of importing one ledger, before anything of it takes effect. */
final class OwnLedgerImport {

  private final OwnLedgerFile file;
  private final List<Fate> fates;

  private OwnLedgerImport(OwnLedgerFile file, List<Fate> fates) {
    this.file = file;
    this.fates = fates;
  }

  /** From what the answers are made. */
  record OnRecord(JournalState state, Archive archive, ColumnProfiles profiles) {}

  /**
   * Reads {@code content} and holds it against what {@code night} published.
   *
   * @param name the file's name as its owner knows it
   */
  static OwnLedgerImport of(
      Content content,
      String name,
      OwnLedgerRules rules,
      OnRecord record,
      Published night,
      LocalDate asOf,
      String by)
      throws IOException {
    OwnLedgerFile file =
        new OwnLedgerFile(new Intake(rules.headers(), IntakeLimits.defaults()), content, name);
    if (file.reading() instanceof FileReading.Refused) {
      return new OwnLedgerImport(file, List.of());
    }
    KnownStates known =
        new KnownStates(
            asked(record),
            record.state().answers(),
            rules.words(),
            namesakes(file.rows(), record, night),
            asOf,
            by);
    return new OwnLedgerImport(file, known.settle(file.rows()));
  }

  private static List<Asked> asked(OnRecord record) throws IOException {
    List<LedgerFinding> published =
        AskedPersons.aboutPersons(PublishedFindings.latest(record.state(), record.archive()));
    EvidenceRows rows =
        EvidenceRows.read(
            AskedPersons.places(published), record.archive(), record.state(), record.profiles());
    return new AskedPersons(rows).of(published);
  }

  private static RollNamesakes namesakes(List<OwnRow> rows, OnRecord record, Published night) {
    Intake intake = new Intake(record.profiles(), IntakeLimits.defaults());
    return RollNamesakes.read(rows, night, record.archive(), record.state(), intake);
  }

  OwnLedgerFile file() {
    return file;
  }

  List<Taken> taken() {
    return fates.stream().filter(Taken.class::isInstance).map(Taken.class::cast).toList();
  }

  List<Left> left() {
    return fates.stream().filter(Left.class::isInstance).map(Left.class::cast).toList();
  }

  /** The lines for the journal; every note is in the archive before. */
  List<Entry> entries(Archive archive, String sha256, String by) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Taken each : taken()) {
      String note = each.note();
      entries.add(
          each.kept(note.isEmpty() ? "" : archive.put(note.getBytes(StandardCharsets.UTF_8))));
    }
    entries.add(new Entry.LedgerImported(sha256, by, entries.size(), left().size()));
    return entries;
  }
}
