package cn.bidui.ledger.cases;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stands on a day (个案).
 *
 * @param findings all findings of the case
 * @param open those that the data shows and no answer closes
 * @param rules of its findings
 * @param where whose it is
 * @param dates when it reached its stages
 * @param due last day for an answer; null where none is awaited
 * @param overdue whether that day, or the one for the return visit, has passed
 * @param rebounds how often it came back after it was right (反弹)
 * @param reviews how often it opened again because an answer had run out
 * @param people who has to do with it
 * @param gaps what it lacks; empty once it is filed
 * @param history in order
 */
public record CaseFile(
    String caseId,
    CaseStage stage,
    SortedSet<String> findings,
    SortedSet<String> open,
    SortedSet<String> rules,
    Place where,
    Dates dates,
    @Nullable LocalDate due,
    boolean overdue,
    int rebounds,
    int reviews,
    People people,
    Set<CaseGap> gaps,
    List<CaseEvent> history) {

  public CaseFile {
    findings = Collections.unmodifiableSortedSet(new TreeSet<>(findings));
    open = Collections.unmodifiableSortedSet(new TreeSet<>(open));
    rules = Collections.unmodifiableSortedSet(new TreeSet<>(rules));
    EnumSet<CaseGap> lacking = EnumSet.noneOf(CaseGap.class);
    lacking.addAll(gaps);
    gaps = Collections.unmodifiableSet(lacking);
    history = List.copyOf(history);
  }

  /** Whose it is; blank where nobody knows. */
  public record Place(String school, String township, String stage) {}

  /**
   * When it reached its stages, the last time.
   *
   * @param registered the first night
   * @param opened the night on which it was registered or came back last
   */
  public record Dates(
      LocalDate registered,
      LocalDate opened,
      @Nullable LocalDate assigned,
      @Nullable LocalDate answered,
      @Nullable LocalDate verified,
      @Nullable LocalDate filed,
      @Nullable LocalDate writtenReport,
      @Nullable LocalDate notice) {}

  /**
   * Who has to do with it.
   *
   * @param assigned who was named for it by hand; blank if nobody was
   * @param helpers teacher, village cadre, guardian (三帮一), blank where nobody is
   * @param answeredBy who gave the answer that stands; blank if nobody did
   * @param verifiedBy who looked after that
   * @param noticeNumber of the 限期返校通知书
   */
  public record People(
      String assigned,
      List<String> helpers,
      String answeredBy,
      String verifiedBy,
      String noticeNumber) {

    /** Nobody. */
    public static final People NOBODY = new People("", List.of(), "", "", "");

    public People {
      helpers = List.copyOf(helpers);
    }

    /** No person. */
    @Override
    public String toString() {
      return "People";
    }
  }

  /** Whether somebody still has to do something about it. */
  public boolean pending() {
    return stage != CaseStage.FILED;
  }
}
