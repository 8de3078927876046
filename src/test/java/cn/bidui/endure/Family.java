package cn.bidui.endure;

import java.nio.file.Path;

/**
 * One kind of fault, tried again and again: each trial makes a work folder of its own, does harm to
 * it, and holds the end against an undisturbed run or a model.
 */
interface Family {

  /** A short name for the command line and the table, such as {@code kill-random}. */
  String name();

  /** What is promised, in one English sentence, as the table of docs/testing.md says it. */
  String promise();

  /**
   * How many trials {@code scripts/check} makes; all slices together take two and a half minutes at
   * most.
   */
  int inCheck();

  /** How many trials a merge makes ({@code .ci/run}, at most 20 minutes for all families). */
  int inMerge();

  /** How many trials a release makes. */
  int inFull();

  /**
   * Makes one trial. The same seed is the same trial; where the number of trials is the number of
   * points to try, the number is the point.
   *
   * @param number 0, 1, 2 …
   * @param seed what chance is drawn from
   * @param scratch an empty folder, deleted afterwards unless the trial fails
   * @return what was done, in a few words, for the log: no person's data
   * @throws AssertionError if the promise does not hold; the message says how
   */
  String trial(int number, long seed, Path scratch) throws Exception;
}
