package cn.bidui.ledger.audit;

import cn.bidui.ledger.Entry.BackedUp;
import cn.bidui.ledger.Entry.Restored;
import cn.bidui.ledger.JournalLine;
import cn.bidui.ledger.JournalLine.Head;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalReader.Checked;
import cn.bidui.ledger.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the check of the journal's chain found.
 *
 * @param checked the verdict, and over which time the lines go
 * @param anchors what it was held against
 * @param setAside heads of lines that a restored backup does not have: they cannot agree, and prove
 *     nothing; who restored what is told beside the verdict
 * @param restorations what the journal says of backups that it came out of
 */
public record JournalAudit(
    Checked checked, List<Anchor> anchors, List<Anchor> setAside, List<Restored> restorations) {

  public JournalAudit {
    anchors = List.copyOf(anchors);
    setAside = List.copyOf(setAside);
    restorations = List.copyOf(restorations);
  }

  /**
   * Reads the whole journal of the work folder {@code home}, and holds it against what it says
   * itself of the heads of its backups too.
   */
  public static JournalAudit of(Path home, List<Anchor> anchors) throws IOException {
    JournalReader journal = JournalReader.of(home);
    Set<Long> wanted = new HashSet<>();
    anchors.forEach(anchor -> wanted.add(anchor.head().seq()));
    Told told = new Told(wanted);
    if (sound(journal.check(List.of()).verdict())) {
      journal.read(1, told::line);
    }
    List<Anchor> all = new ArrayList<>(anchors);
    all.addAll(told.backups);
    List<Anchor> aside = all.stream().filter(told::setAside).toList();
    all.removeAll(aside);
    List<Head> heads = all.stream().map(Anchor::head).distinct().toList();
    return new JournalAudit(journal.check(heads), all, aside, told.restorations);
  }

  /** What the lines say themselves of backups, and the heads of those that are wanted. */
  private static final class Told {
    private final Set<Long> wanted;
    private final Set<Head> chain = new HashSet<>();
    private final List<Anchor> backups = new ArrayList<>();
    private final List<Restored> restorations = new ArrayList<>();

    Told(Set<Long> wanted) {
      this.wanted = wanted;
    }

    void line(JournalLine line) {
      if (wanted.contains(line.seq())) {
        chain.add(line.head());
      }
      if (line.entry() instanceof BackedUp made) {
        backups.add(new Anchor(made.head(), made.file()));
      } else if (line.entry() instanceof Restored restored) {
        restorations.add(restored);
      }
    }

    boolean setAside(Anchor anchor) {
      return !chain.contains(anchor.head())
          && restorations.stream().anyMatch(restored -> restored.setAside(anchor.head()));
    }
  }

  private static boolean sound(Verdict verdict) {
    return verdict instanceof Verdict.Intact || verdict instanceof Verdict.Torn;
  }

  public Verdict verdict() {
    return checked.verdict();
  }

  /** Whether the lines are what was written; an append that a crash cut short never counted. */
  public boolean sound() {
    return sound(verdict());
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
