package cn.bidui.notify;

import cn.bidui.source.Messages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a night says of itself in a few lines. Counts and names of units, never of a person.
 *
 * @param files seen since the publication before
 * @param refused of them
 * @param added findings that are new or open again
 * @param open findings that somebody has to answer
 * @param closed findings that were resolved or explained tonight
 * @param overdue cases whose day has passed
 * @param rebounds cases that came back tonight
 * @param missing names of needed lists that are not there
 * @param late units that have not sent what they owe
 * @param held how many things a guard held back until somebody confirms them
 * @param lacking how many things are out of reach, did not come or are too old
 * @param down names of sources that gave no list
 */
public record Digest(
    LocalDate asOf,
    String unit,
    int files,
    int refused,
    int added,
    int open,
    int closed,
    int overdue,
    int rebounds,
    List<String> missing,
    List<String> late,
    int held,
    int lacking,
    List<String> down) {

  /** More names than this are counted, not listed. */
  private static final int NAMED = 5;

  public Digest {
    missing = List.copyOf(missing);
    late = List.copyOf(late);
    down = List.copyOf(down);
  }

  /** One line, as it stands first in the message. */
  public String subject() {
    return Messages.ZH.text("notify.subject", asOf, unit.isEmpty() ? "" : unit + " ").strip();
  }

  /**
   * The whole message; what is nothing is left out, but the counts that prove that something was
   * done are always there.
   *
   * @param link where to look; blank for nowhere
   */
  public String text(String link) {
    List<String> lines = new ArrayList<>();
    lines.add(subject());
    lines.add(Messages.ZH.text("notify.files", files, files - refused, refused));
    lines.add(Messages.ZH.text("notify.findings", added, closed, open));
    if (overdue > 0 || rebounds > 0) {
      lines.add(Messages.ZH.text("notify.cases", overdue, rebounds));
    }
    if (!missing.isEmpty()) {
      lines.add(Messages.ZH.text("notify.missing", named(missing)));
    }
    if (!down.isEmpty()) {
      lines.add(Messages.ZH.text("notify.down", named(down)));
    }
    if (!late.isEmpty()) {
      lines.add(Messages.ZH.text("notify.late", late.size(), named(late)));
    }
    if (held > 0) {
      lines.add(Messages.ZH.text("notify.held", held));
    }
    if (lacking > 0) {
      lines.add(Messages.ZH.text("notify.lack", lacking));
    }
    if (!link.isEmpty()) {
      lines.add(link.replace("{date}", asOf.toString()));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String named(List<String> names) {
    String first = String.join("、", names.subList(0, Math.min(NAMED, names.size())));
    return names.size() <= NAMED ? first : Messages.ZH.text("notify.and-more", first, names.size());
  }
}
