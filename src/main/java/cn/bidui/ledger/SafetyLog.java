package cn.bidui.ledger;

import cn.bidui.ledger.Entry.BackedUp;
import cn.bidui.ledger.Entry.Drilled;
import cn.bidui.ledger.Entry.Formatted;
import cn.bidui.ledger.Entry.Restored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the journal says of backups, drills and the format of the work folder. */
public final class SafetyLog {

  private final List<BackedUp> backups = new ArrayList<>();
  private final List<Restored> restorations = new ArrayList<>();
  private Optional<Drilled> drill = Optional.empty();
  private Optional<Formatted> format = Optional.empty();

  SafetyLog() {}

  void add(Entry entry) {
    if (entry instanceof BackedUp made) {
      backups.add(made);
    } else if (entry instanceof Drilled drilled) {
      drill = Optional.of(drilled);
    } else if (entry instanceof Formatted formatted) {
      format = Optional.of(formatted);
    } else if (entry instanceof Restored restored) {
      restorations.add(restored);
    }
  }

  /** All backups that were ever made, the newest last; old ones are gone from the folder. */
  public List<BackedUp> backups() {
    return List.copyOf(backups);
  }

  /** How often what is here came out of a backup, the newest last. */
  public List<Restored> restorations() {
    return List.copyOf(restorations);
  }

  /** The last drill, whether it went well or not. */
  public Optional<Drilled> lastDrill() {
    return drill;
  }

  /** What was said last of the format; empty in folders of format 1. */
  public Optional<Formatted> format() {
    return format;
  }
}
