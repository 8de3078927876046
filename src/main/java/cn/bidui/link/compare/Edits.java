package cn.bidui.link.compare;

import java.util.Arrays;

/**
 * How many characters of a text must be replaced, lost, added or swapped with their neighbor to
 * make another, no place touched twice (optimal string alignment). One column of the table is one
 * machine word (Hyyrö 2003), so texts of up to 64 characters cost a few steps a character. For one
 * thread.
 */
final class Edits {

  private static final int ASCII = 128;

  private final long[] places = new long[ASCII];

  /** The number of edits. */
  int count(String left, String right) {
    String shorter = left.length() <= right.length() ? left : right;
    String longer = left.length() <= right.length() ? right : left;
    if (shorter.isEmpty()) {
      return longer.length();
    }
    return shorter.length() <= Long.SIZE ? inWords(shorter, longer) : byTable(shorter, longer);
  }

  private int inWords(String pattern, String text) {
    mark(pattern);
    long last = 1L << (pattern.length() - 1);
    long up = -1;
    long down = 0;
    long diagonal = 0;
    long before = 0;
    int count = pattern.length();
    for (int j = 0; j < text.length(); j++) {
      long here = placesOf(text.charAt(j), pattern);
      long swapped = ((~diagonal & here) << 1) & before;
      diagonal = (((here & up) + up) ^ up) | here | down | swapped;
      long across = down | ~(diagonal | up);
      long back = diagonal & up;
      count += (across & last) != 0 ? 1 : 0;
      count -= (back & last) != 0 ? 1 : 0;
      across = across << 1 | 1;
      up = back << 1 | ~(diagonal | across);
      down = diagonal & across;
      before = here;
    }
    unmark(pattern);
    return count;
  }

  private void mark(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      char character = pattern.charAt(i);
      if (character < ASCII) {
        places[character] |= 1L << i;
      }
    }
  }

  private void unmark(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      char character = pattern.charAt(i);
      if (character < ASCII) {
        places[character] = 0;
      }
    }
  }

  private long placesOf(char character, String pattern) {
    if (character < ASCII) {
      return places[character];
    }
    long found = 0;
    for (int i = pattern.indexOf(character); i >= 0; i = pattern.indexOf(character, i + 1)) {
      found |= 1L << i;
    }
    return found;
  }

  /** Row by row of the whole table, for long texts. */
  private static int byTable(String left, String right) {
    int[] beforeLast = new int[right.length() + 1];
    int[] last = new int[right.length() + 1];
    Arrays.setAll(last, j -> j);
    for (int i = 1; i <= left.length(); i++) {
      int[] row = new int[right.length() + 1];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replaced = last[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
        if (swapped(left, right, i, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[right.length()];
  }

  private static boolean swapped(String left, String right, int i, int j) {
    return i > 1
        && j > 1
        && left.charAt(i - 1) == right.charAt(j - 2)
        && left.charAt(i - 2) == right.charAt(j - 1);
  }
}
