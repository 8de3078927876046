package cn.bidui.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The control totals of a night by place and rule (控制总数): what a publication keeps so that reports
 * over a month, a quarter or half a year are sums of nights and of nothing else.
 *
 * @param flows by place and rule; places without anything to show are left out
 */
public record NightTotals(LocalDate asOf, SortedMap<Place, Flow> flows) {

  private static final String BETWEEN = "\t";
  private static final int COLUMNS = 11;

  /**
   * Whose findings of which rule.
   *
   * @param school blank where there is none
   * @param stage the stage of schooling (学段), as published
   */
  public record Place(String school, String township, String stage, String rule)
      implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return java.util.Comparator.comparing(Place::township)
          .thenComparing(Place::school)
          .thenComparing(Place::stage)
          .thenComparing(Place::rule)
          .compare(this, other);
    }
  }

  /**
   * How the open findings of a place came about.
   *
   * @param moved open findings that came from other places tonight, less those that went there
   */
  public record Flow(RollForward.Line line, int moved) {

    static final Flow ZERO = new Flow(RollForward.Line.ZERO, 0);

    /** Whether the flows lead to what is open. */
    public boolean balanced() {
      return line.before()
              + line.added()
              + line.reopened()
              + moved
              - line.resolved()
              - line.explained()
          == line.open();
    }

    /** Both together. */
    public Flow plus(Flow other) {
      return new Flow(line.plus(other.line), moved + other.moved);
    }
  }

  public NightTotals {
    flows = Collections.unmodifiableSortedMap(new TreeMap<>(flows));
  }

  /** Counts both nights and what lies between them, each from its own source. */
  public static NightTotals of(LocalDate asOf, List<LedgerFinding> before, Night tonight) {
    TreeMap<Place, Flow> flows = new TreeMap<>();
    Map<String, Place> was = new HashMap<>();
    for (LedgerFinding finding : before) {
      if (finding.state().open()) {
        was.put(finding.finding().id(), place(finding));
        add(flows, place(finding), new RollForward.Line(1, 0, 0, 0, 0, 0), 0);
      }
    }
    Map<String, Transition> moved = new HashMap<>();
    tonight.transitions().forEach(each -> moved.put(each.findingId(), each));
    for (LedgerFinding finding : tonight.findings()) {
      Place now = place(finding);
      Transition change = moved.get(finding.finding().id());
      Place from = was.getOrDefault(finding.finding().id(), now);
      if (change != null) {
        add(flows, now, RollForward.flow(change), 0);
      }
      if (!from.equals(now)) {
        add(flows, from, RollForward.Line.ZERO, -1);
        add(flows, now, RollForward.Line.ZERO, 1);
      }
      if (finding.state().open()) {
        add(flows, now, new RollForward.Line(0, 0, 0, 0, 0, 1), 0);
      }
    }
    flows.values().removeIf(Flow.ZERO::equals);
    return new NightTotals(asOf, flows);
  }

  private static void add(Map<Place, Flow> flows, Place place, RollForward.Line line, int moved) {
    flows.merge(place, new Flow(line, moved), Flow::plus);
  }

  private static Place place(LedgerFinding entry) {
    return new Place(
        entry.finding().school(),
        entry.finding().township(),
        entry.finding().stage(),
        entry.finding().rule());
  }

  /** Whether every place adds up, and what moved between places comes to nothing. */
  public boolean balanced() {
    return flows.values().stream().allMatch(Flow::balanced)
        && flows.values().stream().mapToInt(Flow::moved).sum() == 0;
  }

  /** As text, one flow a line; the same totals give the same text. */
  public String write() {
    StringBuilder text = new StringBuilder("asOf\t" + asOf + "\n");
    flows.forEach(
        (place, flow) -> {
          List<String> parts = new ArrayList<>();
          for (String name :
              List.of(place.school(), place.township(), place.stage(), place.rule())) {
            parts.add(name.replaceAll("[\\p{Cntrl}]+", " "));
          }
          RollForward.Line line = flow.line();
          for (int count :
              List.of(
                  line.before(),
                  line.added(),
                  line.reopened(),
                  line.resolved(),
                  line.explained(),
                  line.open(),
                  flow.moved())) {
            parts.add(Integer.toString(count));
          }
          text.append(String.join(BETWEEN, parts)).append('\n');
        });
    return text.toString();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static NightTotals read(String text) {
    List<String> lines = text.lines().toList();
    String[] head = lines.isEmpty() ? new String[0] : lines.get(0).split(BETWEEN, -1);
    if (head.length != 2) {
      throw new IllegalArgumentException("these are no control totals");
    }
    TreeMap<Place, Flow> flows = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] parts = line.split(BETWEEN, -1);
      if (parts.length != COLUMNS) {
        throw new IllegalArgumentException("a line of control totals has another length");
      }
      int[] counts = new int[7];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = Integer.parseInt(parts[4 + i]);
      }
      flows.put(
          new Place(parts[0], parts[1], parts[2], parts[3]),
          new Flow(
              new RollForward.Line(
                  counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]),
              counts[6]));
    }
    return new NightTotals(LocalDate.parse(head[1]), flows);
  }
}
