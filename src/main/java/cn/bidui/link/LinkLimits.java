package cn.bidui.link;

import cn.bidui.plan.Limit;
import cn.bidui.source.Field;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers that linking rests on. Tiers decide who is linked; weights only say how strong the
 * evidence of a pair is, so that a person sees the strongest pairs first.
 *
 * @param blockRows how many rows may have the same name, birth date and sex before they are
 *     reported instead of compared
 * @param namesOnOneNumber how many different names on one id or student number are compared pair by
 *     pair; beyond that the number is reported as a placeholder
 * @param review how far, in hundredths of a bit above chance, rows must resemble each other without
 *     a number in common to be left to people
 * @param weights what agreement says, by field
 */
public record LinkLimits(
    Limit blockRows, Limit namesOnOneNumber, Limit review, Map<Field, Weights> weights) {

  private static final String OWN = "own judgment";

  public LinkLimits {
    // In one order always, so that the text of equal limits is equal.
    weights = Collections.unmodifiableMap(new TreeMap<>(weights));
  }

  /** With {@link #defaults} for what decides which rows are left to people. */
  public LinkLimits(Limit blockRows, Limit namesOnOneNumber, Map<Field, Weights> weights) {
    this(blockRows, namesOnOneNumber, defaults().review(), weights);
  }

  /** What agreement, likeness and difference in one field say, in hundredths of a bit. */
  public record Weights(Limit agrees, Limit similar, Limit differs) {}

  /** The numbers that hold where a job names none. */
  public static LinkLimits defaults() {
    Map<Field, Weights> weights = new EnumMap<>(Field.class);
    weights.put(
        Field.CITIZEN_ID,
        weights(2300, 1700, -1200, "one id in some 8 million could be equal by chance"));
    weights.put(
        Field.NAME, weights(1700, 900, -1000, "two people share a full name once in 190,000"));
    weights.put(
        Field.BIRTH_DATE, weights(1240, 0, -800, "15 cohorts of pupils hold some 5,500 days"));
    weights.put(Field.SEX, weights(100, 0, -500, "every second person has the same"));
    weights.put(
        Field.STUDENT_NUMBER, weights(2300, 0, -200, "a national student number names one pupil"));
    weights.put(
        Field.GUARDIAN1_ID, weights(1500, 0, 0, "a guardian stands for two or three children"));
    weights.put(Field.HOUSEHOLD_NUMBER, weights(1200, 0, 0, "a household has about four members"));
    weights.put(Field.SCHOOL_NAME, weights(300, 0, -50, "a county has schools by the dozen"));
    return new LinkLimits(
        new Limit(5000, "rows", "comparing each with each would take minutes", OWN),
        new Limit(20, "names", "more people than a family and its slips on one number", OWN),
        bits(400, "of pairs that are weaker, hardly one in ten is one person"),
        weights);
  }

  private static Weights weights(int agrees, int similar, int differs, String why) {
    return new Weights(bits(agrees, why), bits(similar, why), bits(differs, why));
  }

  private static Limit bits(int value, String why) {
    return new Limit(value, "hundredths of a bit", why, OWN);
  }
}
