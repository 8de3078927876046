package cn.bidui.ledger;

import cn.bidui.judge.score.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts by place, line and measure (统计数), in order. What was not counted has no entry; 0 was
 * counted and came to nothing.
 */
public record Figures(SortedMap<Key, Long> values) {

  /** Nothing was counted. */
  public static final Figures EMPTY = new Figures(new TreeMap<>());

  private static final String BETWEEN = "\t";
  private static final int COLUMNS = 5;

  /**
   * What is counted.
   *
   * @param line what about, for instance {@code rule/absent}
   * @param measure what of it, for instance {@code open}
   */
  public record Key(Place place, String line, String measure) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::place).thenComparing(Key::line).thenComparing(Key::measure);

    /** The same key for the same names: what would break a line of text becomes a space. */
    public Key {
      place = new Place(place.level(), plain(place.name()));
      line = plain(line);
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  public Figures {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  static String plain(String name) {
    return name.replaceAll("[\\p{Cntrl}]+", " ");
  }

  /** What was counted there; empty if nothing was. */
  public OptionalLong find(Place place, String line, String measure) {
    Long value = values.get(new Key(place, line, measure));
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** The same, 0 where nothing was counted. */
  public long of(Place place, String line, String measure) {
    return values.getOrDefault(new Key(place, line, measure), 0L);
  }

  /** The lines that begin so, anywhere. */
  public SortedSet<String> lines(String prefix) {
    SortedSet<String> lines = new TreeSet<>();
    for (Key key : values.keySet()) {
      if (key.line().startsWith(prefix)) {
        lines.add(key.line());
      }
    }
    return lines;
  }

  /** The places of that level which have anything in lines that begin so. */
  public SortedSet<String> names(Place.Level level, String prefix) {
    SortedSet<String> names = new TreeSet<>();
    for (Key key : values.keySet()) {
      if (key.place().level() == level && key.line().startsWith(prefix)) {
        names.add(key.place().name());
      }
    }
    return names;
  }

  /** As text, one figure a line; the same figures give the same text. */
  public String write() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<Key, Long> each : values.entrySet()) {
      Key key = each.getKey();
      text.append(
              String.join(
                  BETWEEN,
                  key.place().level().name(),
                  key.place().name(),
                  key.line(),
                  key.measure(),
                  each.getValue().toString()))
          .append('\n');
    }
    return text.toString();
  }

  /**
   * Reads lines that {@link #write} wrote.
   *
   * @throws IllegalArgumentException if they are something else
   */
  public static Figures read(List<String> lines) {
    TreeMap<Key, Long> values = new TreeMap<>();
    for (String line : lines) {
      String[] parts = line.split(BETWEEN, -1);
      if (parts.length != COLUMNS) {
        throw new IllegalArgumentException("a line of figures has another length");
      }
      Place place = new Place(Place.Level.valueOf(parts[0]), parts[1]);
      values.put(new Key(place, parts[2], parts[3]), Long.parseLong(parts[4]));
    }
    return new Figures(values);
  }

  /** The same by text. */
  public static Figures read(String text) {
    return read(text.lines().toList());
  }

  /** Figures while they are counted. */
  public static final class Sum {

    private final TreeMap<Key, Long> values = new TreeMap<>();

    /** Adds to what was counted there. */
    public Sum add(Place place, String line, String measure, long value) {
      values.merge(new Key(place, line, measure), value, Long::sum);
      return this;
    }

    /** Says what it is, whatever it was. */
    public Sum put(Place place, String line, String measure, long value) {
      values.put(new Key(place, line, measure), value);
      return this;
    }

    /** Adds to the county, and to township and school where they are known. */
    public Sum addUp(String township, String school, String line, String measure, long value) {
      places(township, school).forEach(place -> add(place, line, measure, value));
      return this;
    }

    /** The figures so far. */
    public Figures done() {
      return new Figures(values);
    }
  }

  /** The county, and township and school where they are known. */
  public static List<Place> places(String township, String school) {
    List<Place> places = new ArrayList<>(List.of(Place.COUNTY));
    if (!township.isBlank()) {
      places.add(Place.township(township));
    }
    if (!school.isBlank()) {
      places.add(Place.school(school));
    }
    return places;
  }
}
