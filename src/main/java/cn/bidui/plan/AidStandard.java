package cn.bidui.plan;

import cn.bidui.source.Yuan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one term pays (学期资助标准): a fixed amount, or a range within which provinces set tiers.
 *
 * @param least the lowest amount; null where the standard is set locally and not known here, and
 *     amounts are then not compared
 * @param most the highest amount; null exactly where {@code least} is
 * @param average what a pupil gets on average, where the document states it
 * @param source document and article
 */
public record AidStandard(
    @Nullable Yuan least, @Nullable Yuan most, @Nullable Yuan average, String source) {

  public AidStandard {
    if ((least == null) != (most == null)) {
      throw new IllegalArgumentException("a range has two ends or none");
    }
  }

  /** Whether amounts can be compared with it. */
  public boolean compared() {
    return least != null;
  }

  /** Whether it is one amount. */
  public boolean fixed() {
    return least != null && least.equals(most);
  }

  /** Whether {@code amount} is right by it; always, where amounts are not compared. */
  public boolean holds(Yuan amount) {
    return least == null
        || most == null
        || (amount.compareTo(least) >= 0 && amount.compareTo(most) <= 0);
  }

  /** Whether {@code amount} is below it; never, where amounts are not compared. */
  public boolean exceeds(Yuan amount) {
    return least != null && amount.compareTo(least) < 0;
  }

  /** The amount to print as due: the average where one is stated, else the lowest. */
  public Optional<Yuan> expected() {
    return fixed() || average == null ? Optional.ofNullable(least) : Optional.of(average);
  }

  /** The range that holds both, for a pupil of whom it is not known which applies. */
  AidStandard spanning(AidStandard other) {
    if (least == null || most == null || other.least == null || other.most == null) {
      return new AidStandard(null, null, null, source);
    }
    Yuan low = least.compareTo(other.least) <= 0 ? least : other.least;
    Yuan high = most.compareTo(other.most) >= 0 ? most : other.most;
    return new AidStandard(low, high, null, source);
  }
}
