package cn.bidui.source;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Money in exact yuan (元), held in fen (分): half a yearly amount can end in half a yuan. */
public record Yuan(long fen) implements Comparable<Yuan> {

  /** Nothing. */
  public static final Yuan ZERO = new Yuan(0);

  private static final Pattern NUMBER =
      Pattern.compile("¥?\\s*(-?(?:\\d{1,12}|\\d{1,3}(?:,\\d{3}){1,3})(?:\\.\\d+)?)\\s*元?");

  /** Whole yuan. */
  public static Yuan of(long yuan) {
    return new Yuan(Math.multiplyExact(yuan, 100));
  }

  /**
   * Reads a typed amount: {@code 1,250.50元}, {@code ￥625}, {@code 312.5}.
   *
   * @return empty if it is no number, or is finer than a fen
   */
  public static Optional<Yuan> read(String typed) {
    Matcher number = NUMBER.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC).strip());
    if (!number.matches()) {
      return Optional.empty();
    }
    BigDecimal yuan = new BigDecimal(number.group(1).replace(",", ""));
    BigDecimal fen = yuan.movePointRight(2).stripTrailingZeros();
    return fen.scale() > 0 ? Optional.empty() : Optional.of(new Yuan(fen.longValueExact()));
  }

  /** Sum. */
  public Yuan plus(Yuan other) {
    return new Yuan(Math.addExact(fen, other.fen));
  }

  /** Difference. */
  public Yuan minus(Yuan other) {
    return new Yuan(Math.subtractExact(fen, other.fen));
  }

  /**
   * Half of a yearly amount, which is what one term pays.
   *
   * @throws ArithmeticException if it does not divide into whole fen
   */
  public Yuan half() {
    if (fen % 2 != 0) {
      throw new ArithmeticException("does not halve into whole fen: " + this);
    }
    return new Yuan(fen / 2);
  }

  /** Two decimals: {@code 312.50}. */
  @Override
  public String toString() {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }

  @Override
  public int compareTo(Yuan other) {
    return Long.compare(fen, other.fen);
  }
}
