package cn.bidui.report;

import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.LedgerFinding;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** How many findings stand where (状态分布). */
public record Standing(int added, int persisting, int reopened, int explained, int resolved) {

  /** None. */
  public static final Standing NONE = new Standing(0, 0, 0, 0, 0);

  /** One standing per value of {@code group}, in the order of that value. */
  static SortedMap<String, Standing> by(
      Function<LedgerFinding, String> group, List<LedgerFinding> findings) {
    SortedMap<String, Standing> standings = new TreeMap<>();
    for (LedgerFinding finding : findings) {
      standings.merge(group.apply(finding), NONE.with(finding.state()), Standing::plus);
    }
    return standings;
  }

  /** All of {@code findings} together. */
  static Standing of(List<LedgerFinding> findings) {
    return findings.stream().map(f -> NONE.with(f.state())).reduce(NONE, Standing::plus);
  }

  /** And one more in {@code state}. */
  public Standing with(FindingState state) {
    return switch (state) {
      case NEW -> new Standing(added + 1, persisting, reopened, explained, resolved);
      case PERSISTING -> new Standing(added, persisting + 1, reopened, explained, resolved);
      case REOPENED -> new Standing(added, persisting, reopened + 1, explained, resolved);
      case EXPLAINED -> new Standing(added, persisting, reopened, explained + 1, resolved);
      case RESOLVED -> new Standing(added, persisting, reopened, explained, resolved + 1);
    };
  }

  public Standing plus(Standing other) {
    return new Standing(
        added + other.added,
        persisting + other.persisting,
        reopened + other.reopened,
        explained + other.explained,
        resolved + other.resolved);
  }

  /** Those about which somebody still has to do something. */
  public int open() {
    return added + persisting + reopened;
  }
}
