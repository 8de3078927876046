package cn.bidui.report.period;

import cn.bidui.judge.score.Place;
import cn.bidui.ledger.Figures;
import cn.bidui.source.ListKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that the report of a period says, as figures (报告数据): of the nights of the period and
 * of what people said by its last day. A report is written from these and from nothing else, so the
 * same figures give the same report.
 *
 * @param unit the bureau's name
 * @param nights the published nights of the period, in order
 * @param bare those among them that kept no control totals
 * @param lists what the last night rested on
 * @param homes the township of each school
 */
public record PeriodFigures(
    Period period,
    String unit,
    List<LocalDate> nights,
    List<LocalDate> bare,
    List<ListDate> lists,
    SortedMap<String, String> homes,
    Figures figures) {

  private static final String BETWEEN = "\t";
  private static final String FIGURES = "figures";

  public PeriodFigures {
    nights = List.copyOf(nights);
    bare = List.copyOf(bare);
    lists = List.copyOf(lists);
    homes = Collections.unmodifiableSortedMap(new TreeMap<>(homes));
  }

  /** The days of the period on which no night was published. */
  public List<LocalDate> missing() {
    return period
        .first()
        .datesUntil(period.last().plusDays(1))
        .filter(day -> !nights.contains(day))
        .toList();
  }

  /** A figure of the county. */
  long county(String line, String measure) {
    return figures.of(Place.COUNTY, line, measure);
  }

  OptionalLong find(Place place, String line, String measure) {
    return figures.find(place, line, measure);
  }

  /** The same figures give the same text. */
  public String write() {
    List<String> lines = new ArrayList<>();
    lines.add("period" + BETWEEN + period.code());
    lines.add("unit" + BETWEEN + unit.replaceAll("[\\p{Cntrl}]+", " "));
    nights.forEach(night -> lines.add("night" + BETWEEN + night));
    bare.forEach(night -> lines.add("bare" + BETWEEN + night));
    for (ListDate list : lists) {
      lines.add(
          String.join(
              BETWEEN, "list", list.list().code(), list.unit(), list.term(), list.dataDate()));
    }
    homes.forEach((school, township) -> lines.add("home" + BETWEEN + school + BETWEEN + township));
    lines.add(FIGURES);
    return String.join("\n", lines) + "\n" + figures.write();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static PeriodFigures read(String text) {
    List<String> lines = text.lines().toList();
    int end = lines.indexOf(FIGURES);
    if (end < 2) {
      throw new IllegalArgumentException("these are no figures of a period");
    }
    Head head = new Head();
    lines.subList(0, end).forEach(line -> head.take(line.split(BETWEEN, -1)));
    return new PeriodFigures(
        Period.find(head.period).orElseThrow(),
        head.unit,
        head.nights,
        head.bare,
        head.lists,
        head.homes,
        Figures.read(lines.subList(end + 1, lines.size())));
  }

  private static final class Head {
    private String period = "";
    private String unit = "";
    private final List<LocalDate> nights = new ArrayList<>();
    private final List<LocalDate> bare = new ArrayList<>();
    private final List<ListDate> lists = new ArrayList<>();
    private final SortedMap<String, String> homes = new TreeMap<>();

    private void take(String... parts) {
      switch (parts[0]) {
        case "period" -> period = parts[1];
        case "unit" -> unit = parts[1];
        case "night" -> nights.add(LocalDate.parse(parts[1]));
        case "bare" -> bare.add(LocalDate.parse(parts[1]));
        case "list" ->
            ListKind.ofCode(parts[1])
                .ifPresent(list -> lists.add(new ListDate(list, parts[2], parts[3], parts[4])));
        case "home" -> homes.put(parts[1], parts[2]);
        default -> throw new IllegalArgumentException("these are no figures of a period");
      }
    }
  }

  /** SHA-256 of the text: it depends on no journal and on no program. */
  public String digest() {
    try {
      byte[] text = write().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** A figure that is not the same in two sets. */
  public record Difference(Figures.Key key, OptionalLong was, OptionalLong is) {

    /** By how much; what was not counted counts as 0 here. */
    public long by() {
      return is.orElse(0) - was.orElse(0);
    }
  }

  /** Figures that differ from {@code earlier} ones, in order. */
  public List<Difference> since(PeriodFigures earlier) {
    TreeMap<Figures.Key, Long> all = new TreeMap<>(earlier.figures.values());
    all.putAll(figures.values());
    List<Difference> differences = new ArrayList<>();
    for (Map.Entry<Figures.Key, Long> each : all.entrySet()) {
      OptionalLong was = value(earlier, each.getKey());
      OptionalLong is = value(this, each.getKey());
      if (!was.equals(is)) {
        differences.add(new Difference(each.getKey(), was, is));
      }
    }
    return differences;
  }

  private static OptionalLong value(PeriodFigures of, Figures.Key key) {
    return of.figures.find(key.place(), key.line(), key.measure());
  }
}
