package cn.bidui.person;

import java.util.Optional;

/** A household number (户编号) of the monitoring system, without the {@code .0} that exports add. */
public record HouseholdNumber(String text) implements Comparable<HouseholdNumber> {

  /** Reads typed text; empty if it is blank. */
  public static Optional<HouseholdNumber> read(String typed) {
    String t = Text.unwrap(Text.fold(typed));
    if (t.endsWith(".0")) {
      t = t.substring(0, t.length() - 2);
    }
    return Text.isNothing(t) ? Optional.empty() : Optional.of(new HouseholdNumber(t));
  }

  @Override
  public int compareTo(HouseholdNumber other) {
    return text.compareTo(other.text);
  }
}
