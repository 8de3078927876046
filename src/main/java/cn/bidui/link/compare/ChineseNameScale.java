package cn.bidui.link.compare;

import cn.bidui.link.name.NameAgreement;
import cn.bidui.link.name.NameComparer;
import cn.bidui.link.name.NameMarks;
import java.util.Arrays;
import java.util.Locale;

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

  private final ChineseNames names;
  private final NameComparer comparer;

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
    long mark = names.marks[a];
    boolean far = NameMarks.far(mark, NameMarks.against(mark), names.marks[b]);
    return far ? DIFFERS : level(comparer.compare(a, b));
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
  void add(int left, int[] rights, int from, int to, long[] by, long[] into) {
    int own = names.now[left];
    if (own == 0) {
      return;
    }
    boolean former = names.former.length > 0;
    int[] now = names.now;
    long[] marks = names.marks;
    long mark = marks[own];
    long against = NameMarks.against(mark);
    for (int j = from; j < to; j++) {
      int other = now[rights[j]];
      if (other == own) {
        into[j - from] += by[SAME];
      } else if (other != 0 && !former && NameMarks.far(mark, against, marks[other])) {
        into[j - from] += by[DIFFERS];
      } else {
        into[j - from] += by[level(left, rights[j])];
      }
    }
  }
}
