package cn.bidui.ledger;

import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.Entry.Purged;
import cn.bidui.ledger.Entry.Replaced;
import cn.bidui.ledger.Entry.TakenDown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the retention rules have removed, and what no certificate tells of yet. */
public final class Keeping {

  /** How items begin that are archived content. */
  private static final List<String> CLASSES = List.of("findings:", "ledger:", "words:");

  private final List<Replaced> uncertified = new ArrayList<>();
  private final List<Purged> purged = new ArrayList<>();
  private final Set<String> items = new HashSet<>();
  private final Set<String> takenDown = new HashSet<>();

  Keeping() {}

  /** Words and findings that somebody wrote again count again, as if they had never gone. */
  void add(Entry entry) {
    if (entry instanceof Published night) {
      takenDown.removeIf(file -> file.startsWith("reports/" + night.asOf() + "/"));
      night.kept().values().forEach(this::again);
      again(night.findings());
    } else if (entry instanceof Entry.Answered answer) {
      again(answer.note());
    } else if (entry instanceof Entry.CaseActed act) {
      again(act.words());
    } else if (entry instanceof Entry.Undone undone) {
      again(undone.note());
    } else if (entry instanceof Entry.Revealed revealed) {
      again(revealed.purpose());
    } else if (entry instanceof Entry.Withdrawn withdrawn) {
      again(withdrawn.note());
    } else if (entry instanceof Entry.PersonAsked asked) {
      again(asked.words());
    } else if (entry instanceof Entry.DutiesTaken table) {
      again(table.digest());
    } else if (entry instanceof TakenDown taken) {
      takenDown.addAll(taken.files());
    }
  }

  private void again(String digest) {
    CLASSES.forEach(kind -> items.remove(kind + digest));
  }

  void add(Replaced replaced) {
    if (replaced.why() == Replaced.Why.OVER_AGE) {
      uncertified.add(replaced);
    }
  }

  void add(Purged done) {
    uncertified.clear();
    purged.add(done);
    items.addAll(done.items());
  }

  /** Files that were removed since the last certificate, in order. */
  public List<Replaced> uncertified() {
    return List.copyOf(uncertified);
  }

  /** Whether a certificate tells of that removal: {@code report:2026-09-01}, {@code blob:…}. */
  public boolean certified(String item) {
    return items.contains(item);
  }

  /** Whether a certificate tells that archived content of that digest is gone. */
  public boolean gone(String sha256) {
    return named(items, sha256);
  }

  private static boolean named(Collection<String> items, String sha256) {
    return CLASSES.stream().anyMatch(kind -> items.contains(kind + sha256));
  }

  /** The day on which a certificate told of it; empty if none does. */
  public Optional<LocalDate> goneOn(String sha256) {
    return purged.stream()
        .filter(done -> gone(sha256))
        .filter(done -> named(done.items(), sha256))
        .map(Purged::asOf)
        .reduce((earlier, later) -> later);
  }

  /** Whether the published file of that path below the work folder was taken down. */
  public boolean takenDown(String file) {
    return takenDown.contains(file);
  }

  /** Everything that certificates tell of besides files. */
  public Set<String> items() {
    return Set.copyOf(items);
  }

  /** All removals, in order. */
  public List<Purged> purged() {
    return List.copyOf(purged);
  }

  /** The day of the last removal. */
  public Optional<Purged> last() {
    return purged.isEmpty() ? Optional.empty() : Optional.of(purged.get(purged.size() - 1));
  }
}
