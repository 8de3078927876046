package cn.bidui.link.compare;

import cn.bidui.link.frame.Values;
import cn.bidui.normalize.Strings;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Two fields of all rows in one dictionary, so that a value of one can be found in the other. */
final class NameParts {

  final int[] given;
  final int[] surname;

  /** A number for each two; 0 where one of them is missing. */
  final int[] both;

  private final Strings strings = new Strings();

  NameParts(Values given, Values surname) {
    this.given = codes(given);
    this.surname = codes(surname);
    this.both = both(this.given, this.surname);
  }

  private int[] codes(Values values) {
    int[] known = new int[values.size()];
    int[] of = new int[values.byRow().length];
    for (int row = 0; row < of.length; row++) {
      int value = values.byRow()[row];
      if (known[value] == 0) {
        known[value] = strings.code(values.text(value));
      }
      of[row] = known[value];
    }
    return of;
  }

  private static int[] both(int[] given, int[] surname) {
    long[] pairs = new long[given.length];
    for (int row = 0; row < pairs.length; row++) {
      boolean known = given[row] != 0 && surname[row] != 0;
      pairs[row] = known ? (long) given[row] << 32 | surname[row] : 0;
    }
    long[] different = Arrays.stream(pairs).filter(pair -> pair != 0).sorted().distinct().toArray();
    int[] both = new int[pairs.length];
    for (int row = 0; row < pairs.length; row++) {
      both[row] = pairs[row] == 0 ? 0 : Arrays.binarySearch(different, pairs[row]) + 1;
    }
    return both;
  }

  /** Of the parts of all names. */
  Marks marks(Marks.Needed needed) {
    int[] used = IntStream.range(0, strings.size()).toArray();
    return Marks.of(used, strings.size(), strings::text, Marks::characters, needed);
  }

  IntFunction<String> texts() {
    return strings::text;
  }
}
