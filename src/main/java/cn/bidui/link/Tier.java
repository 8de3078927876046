package cn.bidui.link;

/**
 * The evidence that a pair of rows rests on (比对层级). Tier → decision is public interface; the label
 * stands in published data.
 */
public enum Tier {
  /** Valid ids equal, names equal after folding: linked. */
  ID_AND_NAME("1"),
  /**
   * Valid ids equal, name differs by former name, homophone, variant, wildcard, one character:
   * linked.
   */
  ID_AND_SIMILAR_NAME("2"),
  /** Valid ids equal, name wholly different: undecided. */
  ID_ONLY("3"),
  /** A student number's or disability card's id part equals a valid id, names agree: linked. */
  EMBEDDED_ID("4"),
  /**
   * A damaged id repairs to one id present in the other list; name, birth and sex agree: linked.
   */
  REPAIRED_ID("5"),
  /** As 5 with anything less, or two valid ids one edit apart: undecided; twins never. */
  NEARLY_REPAIRED_ID("5b"),
  /**
   * No usable id on one side; name, birth, sex and guardian, household or school; unique: linked.
   */
  NAME_BIRTH_SEX_AND_MORE("6"),
  /** Name, birth and sex only: undecided. */
  NAME_BIRTH_SEX("7"),
  /** Alike in several respects, none of them a number: undecided. */
  RESEMBLING("7"),
  /** A person ruled on the pair (PinnedLink). */
  RULED("pin"),
  /** No pair. */
  NONE("");

  private final String label;

  Tier(String label) {
    this.label = label;
  }

  /** As published: {@code 5b}. */
  public String label() {
    return label;
  }
}
