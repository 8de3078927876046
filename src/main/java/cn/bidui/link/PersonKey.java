package cn.bidui.link;

/**
 * The name under which a person goes in findings and ledger ({@code P00000042}): no id, no name,
 * the same night after night. Minted in canonical order and journaled.
 */
public record PersonKey(long number) implements Comparable<PersonKey> {

  /** {@code P00000042}. */
  public String text() {
    String digits = Long.toString(number);
    return "P" + "0".repeat(Math.max(0, 8 - digits.length())) + digits;
  }

  /** Reads what {@link #text()} wrote. */
  public static PersonKey parse(String text) {
    return new PersonKey(Long.parseLong(text.substring(1)));
  }

  @Override
  public int compareTo(PersonKey other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return text();
  }
}
