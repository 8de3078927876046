package cn.bidui.ledger.cases;

import cn.bidui.ledger.OutcomeCode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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
    findings = kept(findings);
    open = kept(open);
    rules = kept(rules);
    EnumSet<CaseGap> lacking = EnumSet.noneOf(CaseGap.class);
    lacking.addAll(gaps);
    gaps = Collections.unmodifiableSet(lacking);
    history = List.copyOf(history);
  }

  private static SortedSet<String> kept(SortedSet<String> texts) {
    return texts.isEmpty()
        ? Collections.emptySortedSet()
        : Collections.unmodifiableSortedSet(new TreeSet<>(texts));
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
   * @param responsible who answers for it: who was named by hand, else who stands in the table of
   *     duties; blank where both are silent
   * @param standing the answers that close its findings
   */
  public record People(
      String assigned,
      List<String> helpers,
      String answeredBy,
      String verifiedBy,
      String noticeNumber,
      String responsible,
      Standing standing) {

    /** Nobody. */
    public static final People NOBODY = new People("", List.of(), "", "", "");

    public People {
      helpers = List.copyOf(helpers);
    }

    /** Where nobody but {@code assigned} answers for it. */
    public People(
        String assigned,
        List<String> helpers,
        String answeredBy,
        String verifiedBy,
        String noticeNumber) {
      this(assigned, helpers, answeredBy, verifiedBy, noticeNumber, assigned, Standing.NOTHING);
    }

    /** Whether the name comes from the table of duties. */
    public boolean byTable() {
      return assigned.isEmpty() && !responsible.isEmpty();
    }

    People answering(String name) {
      return new People(assigned, helpers, answeredBy, verifiedBy, noticeNumber, name, standing);
    }

    /** No person. */
    @Override
    public String toString() {
      return "People";
    }
  }

  /**
   * The answers that close findings of the case.
   *
   * @param lines their journal lines
   * @param by who gave them
   */
  public record Standing(SortedSet<Long> lines, SortedSet<String> by) {

    /** None. */
    public static final Standing NOTHING = new Standing(new TreeSet<>(), new TreeSet<>());

    public Standing {
      lines = Collections.unmodifiableSortedSet(new TreeSet<>(lines));
      by = Collections.unmodifiableSortedSet(new TreeSet<>(by));
    }

    /** No person. */
    @Override
    public String toString() {
      return "Standing" + lines;
    }
  }

  /** The same case with {@code name} answering for it where nobody was named by hand. */
  CaseFile answeredForBy(String name) {
    EnumSet<CaseGap> lacking = EnumSet.noneOf(CaseGap.class);
    lacking.addAll(gaps);
    lacking.remove(CaseGap.NO_PERSON);
    return new CaseFile(
        caseId,
        stage,
        findings,
        open,
        rules,
        where,
        dates,
        due,
        overdue,
        rebounds,
        reviews,
        people.answering(name),
        lacking,
        history);
  }

  /** The days on which somebody went, called or persuaded (劝返), in order. */
  public List<LocalDate> visits() {
    return history.stream()
        .filter(event -> event.kind() == CaseEvent.Kind.VISITED)
        .map(CaseEvent::on)
        .sorted()
        .toList();
  }

  /** Since when the child is back at school as people say (F3); empty while it is not. */
  public Optional<LocalDate> returned() {
    if (!open.isEmpty()) {
      return Optional.empty();
    }
    return history.stream()
        .filter(event -> people.standing().lines().contains(event.seq()))
        .filter(event -> event.kind() == CaseEvent.Kind.ANSWERED)
        .filter(event -> event.words().equals(OutcomeCode.F3.published()))
        .map(CaseEvent::on)
        .reduce((earlier, later) -> later);
  }

  /** Whether somebody still has to do something about it. */
  public boolean pending() {
    return stage != CaseStage.FILED;
  }

  /**
   * Whether whoever handles it still has something to supply: a case whose findings are all
   * answered only waits for the second person.
   */
  public boolean incomplete() {
    return pending()
        && !open.isEmpty()
        && gaps.stream().anyMatch(gap -> gap != CaseGap.NOT_VERIFIED);
  }
}
