package cn.bidui.judge.score;

import java.util.Comparator;

/**
 * For whom something is counted (统计单位): the county, one township or one school.
 *
 * @param name blank for the county
 */
public record Place(Level level, String name) implements Comparable<Place> {

  public static final Place COUNTY = new Place(Level.COUNTY, "");

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::level).thenComparing(Place::name);

  /** From the widest to the nearest. */
  public enum Level {
    COUNTY,
    TOWNSHIP,
    SCHOOL
  }

  public static Place township(String name) {
    return new Place(Level.TOWNSHIP, name);
  }

  public static Place school(String name) {
    return new Place(Level.SCHOOL, name);
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
