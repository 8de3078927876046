package cn.bidui.plan;

import cn.bidui.source.Term;
import cn.bidui.source.Term.Season;
import cn.bidui.source.Yuan;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one payment is (资助标准): a fixed amount, tiers, or a range within which provinces set tiers.
 *
 * @param least the lowest amount; null where the standard is set locally and not known here, and
 *     amounts are then not compared
 * @param most the highest amount; null exactly where {@code least} is
 * @param average what a pupil gets on average, where the document states it
 * @param tiers the only amounts that are right, lowest first; empty where every amount from {@code
 *     least} to {@code most} is
 * @param source document and article
 */
public record AidStandard(
    @Nullable Yuan least,
    @Nullable Yuan most,
    @Nullable Yuan average,
    List<Yuan> tiers,
    Payment payment,
    String source) {

  /** When it is paid, and whether it is due at all. */
  public enum Payment {
    /** Half of a school year's amount in each term. */
    TERM,
    /** The whole amount in the autumn term. */
    ONCE,
    /** Not paid but lent: at most so much in a school year, and nobody has to take it. */
    CAP;

    /** Whether anything is paid in {@code term}. */
    boolean paidIn(Term term) {
      return this != ONCE || term.season() == Season.AUTUMN;
    }
  }

  public AidStandard {
    tiers = List.copyOf(tiers);
    if ((least == null) != (most == null)) {
      throw new IllegalArgumentException("a range has two ends or none");
    }
  }

  /** Paid by the term, without tiers. */
  public AidStandard(
      @Nullable Yuan least, @Nullable Yuan most, @Nullable Yuan average, String source) {
    this(least, most, average, List.of(), Payment.TERM, source);
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
    return within(amount) && (tiers.isEmpty() || tiers.contains(amount));
  }

  /** Whether {@code amount} lies between two tiers and is none of them. */
  public boolean between(Yuan amount) {
    return within(amount) && !holds(amount);
  }

  private boolean within(Yuan amount) {
    return least == null
        || most == null
        || (amount.compareTo(least) >= 0 && amount.compareTo(most) <= 0);
  }

  /** Whether {@code amount} is below it; never, where amounts are not compared. */
  public boolean exceeds(Yuan amount) {
    return least != null && amount.compareTo(least) < 0;
  }

  /**
   * The amount to print as due: the average where one is stated, else the lowest; none of a loan.
   */
  public Optional<Yuan> expected() {
    if (payment == Payment.CAP) {
      return Optional.empty();
    }
    return fixed() || average == null ? Optional.ofNullable(least) : Optional.of(average);
  }

  /** The range that holds both, for a pupil of whom it is not known which applies. */
  AidStandard spanning(AidStandard other) {
    if (equals(other)) {
      return this;
    }
    if (least == null || most == null || other.least == null || other.most == null) {
      return new AidStandard(null, null, null, List.of(), payment, source);
    }
    Yuan low = least.compareTo(other.least) <= 0 ? least : other.least;
    Yuan high = most.compareTo(other.most) >= 0 ? most : other.most;
    return new AidStandard(low, high, null, List.of(), payment, source);
  }
}
