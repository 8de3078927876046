package cn.bidui.report.period;

import cn.bidui.ledger.OutcomeCode;
import cn.bidui.ledger.cases.CaseBook;
import cn.bidui.ledger.cases.CaseEvent;
import cn.bidui.ledger.cases.CaseFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Goes through the history of one case and counts what fell into a period. */
final class CaseWalk {

  private final Period period;
  private final long days;
  private final SortedMap<String, Long> counts = new TreeMap<>();
  private final List<Long> closedAfter = new ArrayList<>();
  private LocalDate opened;
  private @Nullable LocalDate extendedTo;
  private boolean awaited = true;
  private boolean assigned;
  private boolean droppedOut;
  private boolean returned;
  private long returns;

  CaseWalk(Period period, CaseFile file, CaseBook.Terms terms) {
    this.period = period;
    this.opened = file.dates().registered();
    this.days =
        file.rules().stream()
            .mapToLong(rule -> terms.plan().days(rule, terms.severity().apply(rule)))
            .min()
            .orElse(0);
    file.history().forEach(this::pass);
  }

  /** How often each thing happened in the period. */
  SortedMap<String, Long> counts() {
    return Collections.unmodifiableSortedMap(counts);
  }

  /** Days from opening to filing, of each time it was filed in the period. */
  List<Long> closedAfter() {
    return List.copyOf(closedAfter);
  }

  /** Whether somebody has looked and says that the child has left school. */
  boolean droppedOut() {
    return droppedOut;
  }

  /** How often the child came back in the period, as answered or as the lists show. */
  long returned() {
    return returns;
  }

  private void pass(CaseEvent event) {
    switch (event.kind()) {
      case REGISTERED -> opens(event, "registered");
      case REBOUND -> opens(event, "rebound");
      case REVIEW -> opens(event, "review");
      case ASSIGNED -> assigned(event);
      case ANSWERED, DATA_RIGHT -> answered(event);
      case ANSWERED_OPEN -> droppedOut = event.words().equals(OutcomeCode.F2.published());
      case SENT_BACK -> awaited = true;
      case EXTENDED -> extendedTo = day(event.words());
      case VERIFIED -> count(event, "verified");
      case FILED -> filed(event);
      case VISITED, HELPERS_NAMED, WRITTEN_REPORT, DEADLINE_NOTICE, REMARK -> {}
    }
  }

  private void opens(CaseEvent event, String measure) {
    count(event, measure);
    opened = event.on();
    extendedTo = null;
    awaited = true;
    assigned = false;
    droppedOut = false;
    returned = false;
  }

  /** Once each time that it is open, however often it is handed on. */
  private void assigned(CaseEvent event) {
    if (!assigned) {
      count(event, "assigned");
    }
    assigned = true;
  }

  /** Putting the data right is an answer. */
  private void answered(CaseEvent event) {
    if (awaited) {
      LocalDate due = extendedTo == null ? opened.plusDays(days) : extendedTo;
      count(event, "answered");
      count(event, event.on().isAfter(due) ? "late" : "on-time");
    }
    boolean back =
        event.kind() == CaseEvent.Kind.DATA_RIGHT
            || event.words().equals(OutcomeCode.F3.published());
    if (back && !returned) {
      returns += period.holds(event.on()) ? 1 : 0;
      returned = true;
    }
    awaited = false;
  }

  private void filed(CaseEvent event) {
    count(event, "filed");
    if (period.holds(event.on())) {
      closedAfter.add(event.on().toEpochDay() - opened.toEpochDay());
    }
  }

  private void count(CaseEvent event, String measure) {
    if (period.holds(event.on())) {
      counts.merge(measure, 1L, Long::sum);
    }
  }

  private static @Nullable LocalDate day(String words) {
    String first = words.split(" ", 2)[0];
    return first.matches("\\d{4}-\\d\\d-\\d\\d") ? LocalDate.parse(first) : null;
  }
}
