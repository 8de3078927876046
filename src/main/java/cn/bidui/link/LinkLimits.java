package cn.bidui.link;

import cn.bidui.link.weigh.LinkModel;
import cn.bidui.plan.Limit;
import cn.bidui.plan.LinkPlan;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers that linking rests on. Tiers decide who is linked; weights say how strong the
 * evidence of a pair is: which pairs people see, and which they need not.
 *
 * @param blockRows how many rows may have the same name, birth date and sex before they are
 *     reported instead of compared
 * @param blockPairs how many pairs of a row that looks for its like and one that it may find are
 *     compared in one block before it is reported instead
 * @param namesOnOneNumber how many different names on one id or student number are compared pair by
 *     pair; beyond that the number is reported as a placeholder
 * @param review how much, in hundredths of a bit, rows without a number in common must weigh to be
 *     left to people
 * @param threshold how much rows must weigh to be one person by name, birth date and sex
 * @param weights what agreement and difference say
 */
public record LinkLimits(
    Limit blockRows,
    Limit blockPairs,
    Limit namesOnOneNumber,
    Limit review,
    Limit threshold,
    LinkModel weights) {

  private static final Limit PAIRS =
      new Limit(
          1_000_000,
          "pairs",
          "a thousand people who look for a thousand share nothing that tells them apart",
          "own judgment");

  private static final Limit NAMES =
      new Limit(
          20, "names", "more people than a family and its slips on one number", "own judgment");

  /**
   * Checked.
   *
   * @throws IllegalArgumentException if the model is not one of persons
   */
  public LinkLimits {
    if (!PersonWeights.fits(weights)) {
      throw new IllegalArgumentException("the model is not one of persons");
    }
  }

  /** With {@link #defaults} for what decides which rows are left to people. */
  public LinkLimits(Limit blockRows, Limit namesOnOneNumber, LinkModel weights) {
    this(blockRows, PAIRS, namesOnOneNumber, defaults().review(), defaults().threshold(), weights);
  }

  /** The numbers that hold where a job names none: those of the plan that the program ships. */
  public static LinkLimits defaults() {
    return PersonPlan.Shipped.LIMITS;
  }

  /** The plan that the program ships: {@code jobs/link/person.yml} of its own. */
  public static LinkPlan shippedPlan() {
    return PersonPlan.Shipped.PLAN;
  }

  /** The numbers of a plan of persons; what it does not say is as shipped. */
  public static LinkLimits of(LinkPlan plan) {
    return new LinkLimits(
        plan.numbers().blockRows(),
        PAIRS,
        NAMES,
        plan.numbers().review(),
        plan.numbers().threshold(),
        PersonPlan.weights(plan));
  }

  /**
   * What a plan of persons compares in a way that persons are not compared: by a name that is none
   * of theirs, or with another number of levels.
   */
  public static List<String> notOfPersons(LinkPlan plan) {
    return PersonPlan.notWeighed(plan);
  }

  /** What persons are compared in, each with the number of its levels. */
  public static List<String> respects() {
    return Arrays.stream(Respect.values())
        .map(respect -> respect.code() + " " + (respect.levels() - 1))
        .toList();
  }

  /** Whether {@code model} is one of persons as they are compared today. */
  public static boolean ofPersons(LinkModel model) {
    return PersonWeights.fits(model);
  }

  /** The same, weighing by {@code model} if it is a model of persons as they are compared today. */
  public LinkLimits weighingBy(LinkModel model) {
    return PersonWeights.fits(model)
        ? new LinkLimits(blockRows, blockPairs, namesOnOneNumber, review, threshold, model)
        : this;
  }
}
