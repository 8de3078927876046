package cn.bidui.link.compare;

import cn.bidui.link.frame.Values;
import cn.bidui.link.name.NameMarks;
import cn.bidui.link.name.PlainName;
import cn.bidui.normalize.Strings;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Names of all rows in one dictionary, so that a name of today can be found among former ones. */
final class ChineseNames {

  /** By row; 0 for nothing. */
  final int[] now;

  /** By row the name of old, in its plainest characters; empty where the plan names none. */
  final int[] former;

  /** By code the code of the same name in its plainest characters. */
  final int[] plain;

  /** By code, as {@link NameMarks} has it. */
  final long[] marks;

  /** By code, as {@link NameMarks#unlike} takes them. */
  final long[] sounds;

  private final Strings strings = new Strings();

  ChineseNames(Values now, @Nullable Values former) {
    this.now = codes(now, false);
    this.former = former == null ? new int[0] : codes(former, true);
    int written = strings.size();
    int[] plainest = new int[written];
    for (int code = 1; code < written; code++) {
      plainest[code] = strings.code(PlainName.of(strings.text(code)));
    }
    this.plain = plainest;
    this.sounds = new long[written];
    this.marks = NameMarks.of(strings::text, sounds);
  }

  private int[] codes(Values values, boolean plainest) {
    int[] known = new int[values.size()];
    int[] of = new int[values.byRow().length];
    for (int row = 0; row < of.length; row++) {
      int value = values.byRow()[row];
      if (known[value] == 0) {
        String text = values.text(value);
        known[value] = strings.code(plainest ? PlainName.of(text) : text);
      }
      of[row] = known[value];
    }
    return of;
  }

  /** Whether two names surely differ. */
  boolean far(int a, int b) {
    long mark = marks[a];
    long other = marks[b];
    boolean three = NameMarks.three(mark) && NameMarks.three(other);
    return three
        ? NameMarks.unlike(mark, sounds[a], other, sounds[b])
        : NameMarks.far(mark, NameMarks.against(mark), other);
  }

  IntFunction<String> texts() {
    return strings::text;
  }
}
