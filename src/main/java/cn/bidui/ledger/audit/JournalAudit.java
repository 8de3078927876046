package cn.bidui.ledger.audit;

import cn.bidui.ledger.JournalLine.Head;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalReader.Checked;
import cn.bidui.ledger.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the check of the journal's chain found.
 *
 * @param checked the verdict, and over which time the lines go
 * @param anchors what it was held against
 */
public record JournalAudit(Checked checked, List<Anchor> anchors) {

  public JournalAudit {
    anchors = List.copyOf(anchors);
  }

  /**
   * Reads the whole journal of the work folder {@code home}, and holds it against what it says
   * itself of the heads of its backups too.
   */
  public static JournalAudit of(Path home, List<Anchor> anchors) throws IOException {
    JournalAudit audit = against(home, anchors);
    List<Anchor> told = audit.sound() ? Anchors.told(JournalReader.of(home).state()) : List.of();
    if (told.isEmpty()) {
      return audit;
    }
    List<Anchor> all = new ArrayList<>(anchors);
    all.addAll(told);
    return against(home, all);
  }

  private static JournalAudit against(Path home, List<Anchor> anchors) throws IOException {
    List<Head> heads = anchors.stream().map(Anchor::head).distinct().toList();
    return new JournalAudit(JournalReader.of(home).check(heads), anchors);
  }

  public Verdict verdict() {
    return checked.verdict();
  }

  /** Whether the lines are what was written; an append that a crash cut short never counted. */
  public boolean sound() {
    return verdict() instanceof Verdict.Intact || verdict() instanceof Verdict.Torn;
  }

  /** Where the anchor stands that the journal does not agree with; empty if it agrees with all. */
  public Optional<String> contradictedBy() {
    Optional<Head> against = Optional.empty();
    if (verdict() instanceof Verdict.CutOff cut) {
      against = Optional.of(cut.anchor());
    } else if (verdict() instanceof Verdict.Rewritten rewritten) {
      against = Optional.of(rewritten.anchor());
    }
    return against.flatMap(
        head ->
            anchors.stream()
                .filter(anchor -> anchor.head().equals(head))
                .map(Anchor::where)
                .findFirst());
  }
}
