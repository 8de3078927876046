package cn.bidui.batch;

import cn.bidui.batch.IdentityRuling.Made.Reason;
import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.OutcomeCode;
import cn.bidui.link.HandleHash;
import cn.bidui.link.PinnedLink;
import cn.bidui.link.PinnedLink.Ruling;
import cn.bidui.link.Rulings;
import cn.bidui.source.RowRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an answer about identity means for all later nights: the two rows of a finding are pinned as
 * one person or as two.
 */
public final class IdentityRuling {

  private static final Set<String> ABOUT_TWO_ROWS =
      Set.of(
          "undecided-identity",
          "id-shared",
          "id-suspected-typo",
          "name-differs",
          "birth-or-sex-differs",
          "duplicate-roll");

  private final Rulings before;
  private final HandleHash hash;

  /** What is to be recorded with the answer, or why nothing is. */
  public sealed interface Made {

    /**
     * The answer stands.
     *
     * @param pins to be journaled with it
     * @param remark {@code several-rows}, {@code alike}, {@code reversed} or {@code pinned}, which
     *     is to be told besides; blank for nothing
     */
    record Stands(List<Entry> pins, String remark, Object word) implements Made {
      /** An answer that rules on nobody. */
      public static final Stands ALONE = new Stands(List.of(), "", "");
    }

    /** Nothing is recorded. */
    record Refused(Reason reason, Object word) implements Made {}

    /** Why nothing is. */
    enum Reason {
      ROWS_GONE("rows-gone"),
      CONTRADICTS("contradicts");

      private final String code;

      Reason(String code) {
        this.code = code;
      }

      /** The last part of a message key. */
      public String code() {
        return code;
      }
    }
  }

  /** After the rulings of {@code before}. */
  public IdentityRuling(List<PinnedLink> before, HandleHash hash) {
    this.before = new Rulings(before);
    this.hash = hash;
  }

  /** Whether {@code code} rules on who the rows of {@code finding} are. */
  public static boolean concerns(OutcomeCode code, Finding finding) {
    return (code == OutcomeCode.S || code == OutcomeCode.T)
        && ABOUT_TWO_ROWS.contains(finding.rule());
  }

  /** The ruling of {@code by}. */
  public Made make(OutcomeCode code, Finding finding, EvidenceRows rows, String by) {
    List<RowRef> two = finding.evidence();
    if (two.size() != 2) {
      return new Made.Stands(List.of(), "several-rows", two.size());
    }
    if (!two.stream().allMatch(rows::has)) {
      return new Made.Refused(Reason.ROWS_GONE, "");
    }
    Ruling ruling = code == OutcomeCode.S ? Ruling.SAME : Ruling.DIFFERENT;
    RowRef one = two.get(0);
    RowRef other = two.get(1);
    List<PinnedLink> pins =
        Rulings.of(
            rows.table(one), rows.row(one), rows.table(other), rows.row(other), ruling, by, hash);
    return pins.isEmpty() ? new Made.Stands(pins(pins), "alike", "") : weigh(pins);
  }

  private Made weigh(List<PinnedLink> pins) {
    Optional<PinnedLink> against =
        pins.stream().flatMap(p -> before.contradicted(p).stream()).findFirst();
    if (against.isPresent()) {
      return new Made.Refused(Reason.CONTRADICTS, against.get().by());
    }
    Optional<PinnedLink> turned =
        pins.stream().flatMap(p -> before.reversed(p).stream()).findFirst();
    return new Made.Stands(
        pins(pins),
        turned.isPresent() ? "reversed" : "pinned",
        turned.map(PinnedLink::by).orElse(""));
  }

  private static List<Entry> pins(List<PinnedLink> pins) {
    return pins.stream().map(pin -> (Entry) new Entry.Pinned(pin)).toList();
  }
}
