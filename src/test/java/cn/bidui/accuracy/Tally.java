package cn.bidui.accuracy;

import java.util.Map;
import java.util.TreeMap;

/** What was counted in one world or in several. Pairs are of rows. */
final class Tally {

  long rows;
  long sentBack;
  long persons;

  /** Rows about which the program decided by itself: linked or not, but no question. */
  long decidedRows;

  /** A person of n rows takes n - 1 links. */
  long links;

  /** Persons that hold rows of two true people, and pairs of such rows. */
  long wrongPersons;

  long wrongPairs;

  /** Of these, persons whose rows nobody could tell apart by what the lists hold. */
  long sameToAnybody;

  /** Pairs of rows of one true person in two lists. */
  long truePairs;

  long linkedPairs;
  long queuedPairs;

  /**
   * Of the pairs that are neither, those whose rows share no id, date, number, school or family.
   */
  long nothingInCommon;

  long questions;
  long rightQuestions;
  long askedRows;

  /** Ids one substitution or one swap from their owner's, who is in another list. */
  long slippedIds;

  long slippedLinked;
  long slippedQueued;

  long oversizedBlocks;
  long nanos;

  /** Pairs, linked, queued by what is wrong in one of the rows. */
  final Map<String, long[]> byError = new TreeMap<>();

  /** Wrong persons by what led to them. */
  final Map<String, Long> wrongKinds = new TreeMap<>();

  /** Missed pairs by what led to them. */
  final Map<String, Long> missedKinds = new TreeMap<>();

  /** Open pairs and right ones among them by weight, in steps of five bits. */
  final Map<Integer, long[]> openByWeight = new TreeMap<>();

  /** Linked rows and right ones among them by the weight of their evidence. */
  final Map<Integer, long[]> linkedByWeight = new TreeMap<>();

  /** Adds what was counted elsewhere. */
  void add(Tally other) {
    rows += other.rows;
    sentBack += other.sentBack;
    persons += other.persons;
    decidedRows += other.decidedRows;
    links += other.links;
    wrongPersons += other.wrongPersons;
    wrongPairs += other.wrongPairs;
    sameToAnybody += other.sameToAnybody;
    truePairs += other.truePairs;
    linkedPairs += other.linkedPairs;
    queuedPairs += other.queuedPairs;
    nothingInCommon += other.nothingInCommon;
    questions += other.questions;
    rightQuestions += other.rightQuestions;
    askedRows += other.askedRows;
    slippedIds += other.slippedIds;
    slippedLinked += other.slippedLinked;
    slippedQueued += other.slippedQueued;
    oversizedBlocks += other.oversizedBlocks;
    nanos += other.nanos;
    merge(byError, other.byError);
    merge(openByWeight, other.openByWeight);
    merge(linkedByWeight, other.linkedByWeight);
    other.wrongKinds.forEach((kind, count) -> wrongKinds.merge(kind, count, Long::sum));
    other.missedKinds.forEach((kind, count) -> missedKinds.merge(kind, count, Long::sum));
  }

  private static <K> void merge(Map<K, long[]> into, Map<K, long[]> from) {
    from.forEach(
        (key, counts) -> {
          long[] sums = into.computeIfAbsent(key, none -> new long[counts.length]);
          for (int i = 0; i < counts.length; i++) {
            sums[i] += counts[i];
          }
        });
  }

  /** Share of true pairs that are linked. */
  double recallLinked() {
    return ratio(linkedPairs, truePairs);
  }

  /** Share of true pairs that are linked or asked about. */
  double recall() {
    return ratio(linkedPairs + queuedPairs, truePairs);
  }

  /** Questions to people, in rows. */
  double queue() {
    return ratio(questions, rows);
  }

  /** Wrong persons whom somebody could have told apart. */
  long wrong() {
    return wrongPersons - sameToAnybody;
  }

  static double ratio(long part, long whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }
}
