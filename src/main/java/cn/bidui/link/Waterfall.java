package cn.bidui.link;

import cn.bidui.source.RowRef;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the weight of a pair comes about (权重构成), step by step from the odds before anything is known
 * to the sum, and what would change the decision. Weights are hundredths of a bit.
 *
 * @param prior log2 odds before anything is compared
 * @param steps in the order in which they are shown
 * @param accept at or above it the weight speaks for one person
 * @param review below it the weight speaks for two
 * @param tier the evidence that the decision rests on
 * @param reason message key of why the pair is left to a person; blank if it is not
 * @param rivals other pairs of the same rows, the strongest first
 */
public record Waterfall(
    int prior,
    List<Step> steps,
    int accept,
    int review,
    Tier tier,
    String reason,
    List<Rival> rivals) {

  public Waterfall {
    steps = List.copyOf(steps);
    rivals = List.copyOf(rivals);
  }

  /**
   * What one comparison says. The values are masked.
   *
   * @param subject what is compared: the code of a field, or the name of a comparison of several
   * @param level message key of how the two stand to each other
   * @param weight what this level says
   * @param frequency what is added because the value is rarer or more frequent than others
   * @param most what the closest agreement would say
   * @param least what a difference would say
   */
  public record Step(
      String subject,
      String left,
      String right,
      Evidence.Agreement agreement,
      String level,
      int weight,
      int frequency,
      int most,
      int least) {

    /** Weight and frequency together. */
    public int sum() {
      return weight + frequency;
    }
  }

  /**
   * Another pair of one of the two rows.
   *
   * @param row the row that would be in the place of one of the two
   */
  public record Rival(RowRef row, int weight) {}

  /** The sum: what the pair weighs. */
  public int total() {
    return prior + steps.stream().mapToInt(Step::sum).sum();
  }

  /** What the weight amounts to, in a word. */
  public Strength strength() {
    return Strength.of(total(), accept, review);
  }

  /** What the weight of a pair amounts to (把握). */
  public enum Strength {
    LIKELY,
    POSSIBLE,
    UNLIKELY;

    static Strength of(int weight, int accept, int review) {
      if (weight >= accept) {
        return LIKELY;
      }
      return weight >= review ? POSSIBLE : UNLIKELY;
    }

    /** The message key of its words. */
    public String key() {
      return "link.strength." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** One thing that would change the decision, or that stands in its way. */
  public sealed interface Flip {

    /** What a rule asks for, whatever the weight; {@code reason} is why it was left open. */
    record Settles(String reason) implements Flip {}

    /** If both sides agreed in this, the weight would reach the line. */
    record Lifts(Step step, int to) implements Flip {}

    /** The most that agreement in any one thing would bring stays below the line. */
    record NothingLifts(int to) implements Flip {}

    /** If the two sides differed in this, the weight would fall below the line. */
    record Drops(Step step, int to) implements Flip {}

    /** Somebody else fits as well, or nearly. */
    record Contested(Rival rival, int ahead) implements Flip {}
  }

  /** What would flip it, the most telling first. */
  public List<Flip> flips() {
    Optional<Flip> rule = reason.isEmpty() ? Optional.empty() : Optional.of(settles());
    Optional<Flip> weight = total() < accept ? Optional.of(lifts()) : drops();
    Stream<Flip> rest = rivals.stream().map(this::contested);
    return Stream.concat(Stream.concat(rule.stream(), weight.stream()), rest).toList();
  }

  private Flip settles() {
    return new Flip.Settles(reason);
  }

  private Flip contested(Rival rival) {
    return new Flip.Contested(rival, total() - rival.weight());
  }

  /** What can be filled in or looked up comes before what would have to be another. */
  private Flip lifts() {
    List<Step> open =
        steps.stream()
            .filter(step -> step.agreement() != Evidence.Agreement.AGREES)
            .sorted(Comparator.comparing(Waterfall::gain).reversed())
            .toList();
    Stream<Step> kept =
        open.stream().filter(step -> step.agreement() != Evidence.Agreement.DIFFERS);
    Optional<Step> lifting =
        Stream.concat(kept, open.stream())
            .filter(step -> total() + gain(step) >= accept)
            .findFirst();
    int most = open.stream().mapToInt(Waterfall::gain).max().orElse(0);
    return lifting
        .<Flip>map(step -> new Flip.Lifts(step, total() + gain(step)))
        .orElseGet(() -> new Flip.NothingLifts(total() + Math.max(0, most)));
  }

  private static int gain(Step step) {
    return step.most() - step.sum();
  }

  private Optional<Flip> drops() {
    Step worst = null;
    for (Step step : steps) {
      if (step.agreement() == Evidence.Agreement.AGREES
          && (worst == null || loss(step) > loss(worst))) {
        worst = step;
      }
    }
    int to = worst == null ? total() : total() - loss(worst);
    return worst == null || to >= accept
        ? Optional.empty()
        : Optional.of(new Flip.Drops(worst, to));
  }

  private static int loss(Step step) {
    return step.sum() - step.least();
  }
}
