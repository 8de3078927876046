package cn.bidui.link.compare;

import cn.bidui.link.name.NameAgreement;
import cn.bidui.link.name.NameComparer;
import cn.bidui.link.name.NameMarks;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Chinese names by the levels of {@link NameAgreement}, whose words are its constants': {@code
 * same}, {@code former} (only where the plan names a field of former names), {@code variant} …
 * {@code differs}.
 */
final class ChineseNameScale extends Scale {

  private static final int FORMER = level(NameAgreement.FORMER);
  private static final int VARIANT = level(NameAgreement.VARIANT);
  private static final int CUT_AT_DOT = level(NameAgreement.CUT_AT_DOT);
  private static final int DIFFERS = level(NameAgreement.DIFFERENT);

  /** All rows held may be near. */
  private static final long[] EACH =
      LongStream.generate(() -> 1).limit(Comparisons.MOST_HELD).toArray();

  private final ChineseNames names;
  private final NameComparer comparer;

  /** Of the rows held. */
  private final int[] codes = new int[Comparisons.MOST_HELD];

  /** Of the rows held. */
  private final long[] marks = new long[Comparisons.MOST_HELD];

  /** Of the rows held, 0 where the name has three known characters. */
  private final long[] odd = new long[Comparisons.MOST_HELD];

  /** Of the rows held, 0 where the name surely differs from the one that is compared. */
  private final long[] near = new long[Comparisons.MOST_HELD];

  ChineseNameScale(String name, boolean frequencies, ChineseNames names) {
    super(
        name,
        Arrays.stream(NameAgreement.values()).map(ChineseNameScale::word).toList(),
        frequencies);
    this.names = names;
    this.comparer = new NameComparer(names.texts());
  }

  /** How many levels there are, from the closest to the difference. */
  private static int level(NameAgreement agreement) {
    return agreement.ordinal() + 1;
  }

  private static String word(NameAgreement agreement) {
    return switch (agreement) {
      case EQUAL -> "same";
      case DIFFERENT -> "differs";
      default -> agreement.name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }

  @Override
  boolean slow() {
    return true;
  }

  @Override
  Scale again() {
    return new ChineseNameScale(name(), frequencies(), names);
  }

  @Override
  public int level(int left, int right) {
    int a = names.now[left];
    int b = names.now[right];
    if (a == 0 || b == 0) {
      return MISSING;
    }
    return a == b ? SAME : other(left, right, a, b);
  }

  private int other(int left, int right, int a, int b) {
    if (formerly(left, b) || formerly(right, a)) {
      return FORMER;
    }
    return apart(a, b);
  }

  /** Of two names that are not one, nor one the former of the other. */
  private int apart(int a, int b) {
    return names.far(a, b) ? DIFFERS : level(comparer.compare(a, b));
  }

  private boolean formerly(int row, int name) {
    return names.former.length > 0
        && names.former[row] != 0
        && names.former[row] == names.plain[name];
  }

  @Override
  public int same(int row) {
    return names.now[row];
  }

  /** Variants of one name are as usual as the name. */
  @Override
  public int value(int row) {
    return frequencies() ? names.plain[names.now[row]] : 0;
  }

  /** A name that was changed, or is written in part, is only half as telling. */
  @Override
  public int telling(int level) {
    if (level == SAME || level == VARIANT) {
      return 100;
    }
    return level == MISSING || level > CUT_AT_DOT ? 0 : 50;
  }

  @Override
  void hold(int[] rows, int count) {
    super.hold(rows, count);
    for (int j = 0; j < count; j++) {
      codes[j] = names.now[rows[j]];
      marks[j] = names.marks[codes[j]];
      odd[j] = NameMarks.three(marks[j]) ? 0 : 1;
    }
  }

  @Override
  void add(int left, long[] by, long least, long[] into) {
    int own = names.now[left];
    if (own == 0) {
      return;
    }
    if (names.former.length > 0) {
      super.add(left, by, least, into);
    } else if (NameMarks.three(names.marks[own])) {
      addFar(NameMarks.against(names.marks[own]), by[DIFFERS], into);
      addNear(own, by, least, into);
    } else {
      System.arraycopy(EACH, 0, near, 0, count());
      addNear(own, by, least, into);
    }
  }

  /** Most names have three characters, and most pairs of them none at the same place. */
  private void addFar(long against, long differs, long[] into) {
    long[] others = marks;
    long[] unusual = odd;
    long[] open = near;
    int end = count();
    for (int j = 0; j < end; j++) {
      long meeting = NameMarks.meeting(against, others[j]) | unusual[j];
      open[j] = meeting;
      into[j] += differs & ~Bits.any(meeting);
    }
  }

  private void addNear(int own, long[] by, long least, long[] into) {
    int end = count();
    for (int j = 0; j < end; j++) {
      if (near[j] != 0 && codes[j] != 0 && into[j] >= least) {
        into[j] += by[codes[j] == own ? SAME : apart(own, codes[j])];
      }
    }
  }
}
