package cn.bidui.ledger;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.judge.score.Place;
import cn.bidui.source.FileState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a publication keeps beside its control totals, so that periodic reports are made of nights
 * alone: which rules compared anything, amounts of aid by school and program, and which lists stood
 * that night.
 */
public final class NightCounts {

  /** Lines about a rule: whether it was {@code evaluated}, and how many it {@code compared}. */
  public static final String COMPARED = "compared/";

  /** Lines about money: {@code aid/rule/program}. */
  public static final String AID = "aid/";

  /** Lines about lists: {@code sent/list/unit}. */
  public static final String SENT = "sent/";

  /** No age is too great for a list. */
  public static final long ANY_AGE = Long.MAX_VALUE;

  private final LocalDate asOf;
  private final Figures.Sum sum = new Figures.Sum();

  private NightCounts(LocalDate asOf) {
    this.asOf = asOf;
  }

  /**
   * What lists there should be, and which are.
   *
   * @param expected who should have sent what
   * @param files tonight's files
   * @param mostDays how old the data of a sender's list may be
   */
  public record Lists(
      SortedSet<Sender> expected, List<FileEntry> files, ToLongFunction<Sender> mostDays) {}

  /** Counts tonight. */
  public static Figures of(
      LocalDate asOf,
      List<LedgerFinding> before,
      Night tonight,
      List<RuleTally> tallies,
      Lists lists) {
    NightCounts counts = new NightCounts(asOf);
    tallies.forEach(counts::compared);
    counts.aid(before, tonight);
    lists.expected().forEach(sender -> counts.sent(sender, lists));
    return counts.sum.done();
  }

  private void compared(RuleTally tally) {
    String line = COMPARED + tally.rule();
    sum.add(Place.COUNTY, line, "evaluated", tally.evaluated() ? 1 : 0);
    sum.add(Place.COUNTY, line, "compared", tally.compared());
  }

  private void aid(List<LedgerFinding> before, Night tonight) {
    Set<String> wereOpen = new HashSet<>();
    for (LedgerFinding finding : before) {
      if (finding.state().open()) {
        wereOpen.add(finding.finding().id());
        money(finding.finding(), "before");
      }
    }
    Map<String, Transition> moved = new HashMap<>();
    tonight.transitions().forEach(each -> moved.put(each.findingId(), each));
    for (LedgerFinding finding : tonight.findings()) {
      if (finding.state().open()) {
        money(finding.finding(), "open");
      }
      Transition change = moved.get(finding.finding().id());
      if (change != null) {
        moved(finding, change, wereOpen.contains(finding.finding().id()));
      }
    }
  }

  private void moved(LedgerFinding finding, Transition change, boolean wasOpen) {
    switch (change.to()) {
      case NEW -> money(finding.finding(), "added");
      case REOPENED -> money(finding.finding(), "reopened");
      case RESOLVED -> closed(finding.finding(), "resolved", wasOpen);
      case EXPLAINED -> closed(finding.finding(), "explained", wasOpen);
      case PERSISTING -> {}
    }
  }

  private void closed(Finding finding, String measure, boolean wasOpen) {
    if (wasOpen) {
      money(finding, measure);
    }
  }

  private void money(Finding finding, String measure) {
    if (finding.program().isBlank()) {
      return;
    }
    String line = AID + finding.rule() + "/" + finding.program();
    sum.addUp(finding.township(), finding.school(), line, measure, 1);
    sum.addUp(finding.township(), finding.school(), line, measure + "-cents", cents(finding.due()));
  }

  /** Yuan with two decimals; 0 where no money is due. */
  private static long cents(String yuan) {
    return yuan.matches("-?\\d{1,12}(\\.\\d{1,2})?")
        ? new BigDecimal(yuan).movePointRight(2).longValueExact()
        : 0;
  }

  private void sent(Sender sender, Lists lists) {
    List<FileEntry> own =
        lists.files().stream()
            .filter(file -> file.file().unit().equals(sender.unit()) && file.amends() == null)
            .toList();
    List<FileEntry> standing =
        own.stream().filter(file -> file.effective() && file.list() == sender.list()).toList();
    long most = lists.mostDays().applyAsLong(sender);
    sum.add(Place.COUNTY, sender.line(), standing(standing, own, sender, most), 1);
    for (FileEntry file : standing) {
      sum.add(Place.COUNTY, sender.line(), "rows", file.counts().rows());
      sum.add(Place.COUNTY, sender.line(), "accepted", file.counts().accepted());
      sum.add(Place.COUNTY, sender.line(), "rejected", file.counts().rejected());
    }
  }

  private String standing(
      List<FileEntry> standing, List<FileEntry> own, Sender sender, long mostDays) {
    if (!standing.isEmpty()) {
      return standing.stream().allMatch(file -> age(file) <= mostDays) ? "fresh" : "late";
    }
    if (own.stream().anyMatch(file -> state(file, sender, FileState.HELD))) {
      return "late";
    }
    boolean refused = own.stream().anyMatch(file -> state(file, sender, FileState.REFUSED));
    return refused ? "refused" : "missing";
  }

  /** A file that was refused before its list was known may have been the one. */
  private static boolean state(FileEntry file, Sender sender, FileState state) {
    return file.state() == state && (file.list() == sender.list() || file.list() == null);
  }

  private long age(FileEntry file) {
    @Nullable LocalDate date = file.dataDate();
    return date == null ? 0 : ChronoUnit.DAYS.between(date, asOf);
  }
}
