package cn.bidui.report.forms;

import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.normalize.ListRecord;
import cn.bidui.report.NightReport;
import cn.bidui.report.Places;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The forms that a night publishes for the bureau, of all children who need one, ids masked. */
public final class NightForms {

  /** The folder within the night's. */
  public static final String FOLDER = "表单";

  /** A document of more pages takes Word minutes to open. */
  static final int CHILDREN_PER_FILE = 200;

  private NightForms() {}

  /**
   * Writes what {@code night} has forms for; nothing if it has none.
   *
   * @param unit the name of the bureau; blank if the settings do not say
   * @param folder the night's
   * @throws IOException if something cannot be written
   */
  public static void write(NightReport night, String unit, Path folder) throws IOException {
    List<LedgerFinding> shown =
        night.findings().stream()
            .filter(entry -> entry.state() != FindingState.RESOLVED)
            .filter(entry -> Dossiers.concerns(entry.finding()))
            .toList();
    if (shown.isEmpty()) {
      return;
    }
    List<Dossier> children = Dossiers.of(shown, sources(night));
    for (FormKind kind : FormKind.values()) {
      write(
          kind,
          children.stream().filter(kind::isDue).toList(),
          new Letterhead(unit, night.asOf()),
          folder.resolve(FOLDER));
    }
  }

  private static Dossiers.Sources sources(NightReport night) {
    return new Dossiers.Sources(
        night.followed().cases(),
        night.followed().duties(),
        night.answers(),
        new Tonight(new Places(night)),
        Ids.MASKED);
  }

  private static void write(FormKind kind, List<Dossier> due, Letterhead head, Path folder)
      throws IOException {
    for (int from = 0; from < due.size(); from += CHILDREN_PER_FILE) {
      List<Dossier> part = due.subList(from, Math.min(from + CHILDREN_PER_FILE, due.size()));
      Forms.write(kind, part, head, Files.createDirectories(folder).resolve(name(kind, from)));
    }
  }

  /** {@code 一生一表.docx}, {@code 一生一表（2）.docx} … */
  private static String name(FormKind kind, int from) {
    String label = kind.label(Messages.ZH);
    int number = from / CHILDREN_PER_FILE + 1;
    return (number == 1 ? label : Wording.text("file", label, number)) + ".docx";
  }

  /** The rows that are compared tonight. */
  private record Tonight(Places places) implements Rows {
    @Override
    public <T extends ListRecord> Optional<T> record(Finding finding, Class<T> type) {
      return places.record(finding, type);
    }
  }
}
