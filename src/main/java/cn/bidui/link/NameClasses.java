package cn.bidui.link;

import cn.bidui.link.name.NameAgreement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names under one number, sorted into classes: names of one class are one person's. Former
 * names count as the name itself; likeness must hold between all names of a class, so that no chain
 * of small differences ties two wholly different names.
 */
final class NameClasses {

  /** Beyond so many names, each pair of them is no question of its own. */
  private static final int FAMILY = 4;

  /** So many times the names of a placeholder, and nobody can look through them. */
  private static final int MULTITUDE = 3;

  private final Matching matching;
  private final Rivals rivals;
  private final int[][] rowsOfName;
  private final int[] classOf;
  private final boolean[][] alike;
  private final boolean tooMany;

  /** Takes the first row of each of two classes, and whether their names are alike all the same. */
  @FunctionalInterface
  interface PairTaker {
    void take(int left, int right, boolean alike);
  }

  private NameClasses(Matching matching, int[][] rowsOfName, Rivals rivals) {
    this.matching = matching;
    this.rivals = rivals;
    this.rowsOfName = rowsOfName;
    int names = rowsOfName.length;
    classOf = new int[names];
    Arrays.setAll(classOf, name -> name);
    tooMany = tooMany(matching, rowsOfName);
    alike = tooMany ? new boolean[0][0] : new boolean[names][names];
  }

  /** Tells {@code rivals} what sorting the names of {@code rows} will ask. */
  static void expect(Matching matching, int[] rows, Rivals rivals) {
    int[][] rowsOfName = rowsOfName(matching, rows);
    if (tooMany(matching, rowsOfName)) {
      return;
    }
    for (int[] names : rowsOfName) {
      for (int other : rows) {
        if (matching.columns.name[other] != matching.columns.name[names[0]]) {
          for (int row : names) {
            rivals.expect(row, other);
          }
        }
      }
    }
  }

  static NameClasses of(Matching matching, int[] rows, Rivals rivals) {
    NameClasses classes = new NameClasses(matching, rowsOfName(matching, rows), rivals);
    if (!classes.tooMany) {
      classes.sort();
    }
    return classes;
  }

  /** More names, or rows for several names, than a family and its slips put on one number. */
  private static boolean tooMany(Matching matching, int[][] rowsOfName) {
    long most = matching.limits.namesOnOneNumber().value();
    long rows = 0;
    for (int[] of : rowsOfName) {
      rows += of.length;
    }
    return rowsOfName.length > most || (rowsOfName.length > 1 && rows > most * most);
  }

  /**
   * The rows of each name, ascending as they are given, in the order of the first ones. Plain
   * loops, here and below: a county has a few thousand such ids, and streams would still be
   * interpreted when the last of them is done.
   */
  private static int[][] rowsOfName(Matching matching, int[] rows) {
    Map<Integer, Integer> numbers = new HashMap<>();
    int[] nameOf = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int next = numbers.size();
      @Nullable Integer known = numbers.putIfAbsent(matching.columns.name[rows[i]], next);
      nameOf[i] = known == null ? next : known;
    }
    int[] counts = new int[numbers.size()];
    for (int name : nameOf) {
      counts[name]++;
    }
    int[][] rowsOfName = new int[counts.length][];
    for (int name = 0; name < counts.length; name++) {
      rowsOfName[name] = new int[counts[name]];
    }
    for (int i = rows.length - 1; i >= 0; i--) {
      rowsOfName[nameOf[i]][--counts[nameOf[i]]] = rows[i];
    }
    return rowsOfName;
  }

  private void sort() {
    int names = rowsOfName.length;
    for (int a = 0; a < names; a++) {
      for (int b = a + 1; b < names; b++) {
        NameAgreement best = best(rowsOfName[a], rowsOfName[b]);
        alike[a][b] = best.agrees();
        alike[b][a] = best.agrees();
        if (best.exact()) {
          merge(classOf[a], classOf[b]);
        }
      }
    }
    int[] exact = classOf.clone();
    for (int a = 0; a < names; a++) {
      for (int b = a + 1; b < names; b++) {
        if (alike[a][b] && allAlike(exact, a, b)) {
          merge(classOf[a], classOf[b]);
        }
      }
    }
  }

  private NameAgreement best(int[] left, int[] right) {
    NameAgreement best = NameAgreement.DIFFERENT;
    for (int a : left) {
      for (int b : right) {
        NameAgreement here = matching.names(a, b);
        best = here.compareTo(best) < 0 ? here : best;
      }
    }
    boolean doubtful = best.agrees() && !best.sure() && speaksForTwo(best, left, right);
    return doubtful ? NameAgreement.DIFFERENT : best;
  }

  /**
   * A likeness is not enough where brothers are told apart by as much: then nothing else may speak
   * for two people, be it only that one list names both.
   */
  private boolean speaksForTwo(NameAgreement best, int[] left, int[] right) {
    for (int a : left) {
      for (int b : right) {
        if (matching.columns.apartInOneList(a, b)
            || matching.columns.birthsDiffer(a, b)
            || matching.columns.sexesDiffer(a, b)
            || notItsOwn(a)
            || notItsOwn(b)
            || apart(best, a, b)
            || rivals.of(a, b)
            || rivals.of(b, a)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the row names another id beside, or a pupil stands under the id of a guardian. */
  private boolean notItsOwn(int row) {
    Columns columns = matching.columns;
    return Columns.differ(columns.embedded[row], columns.id[row]) || matching.underGuardian(row);
  }

  /**
   * With another character, one more or one less: one list names both, or they stand in schools far
   * apart.
   */
  private boolean apart(NameAgreement names, int a, int b) {
    boolean another =
        names == NameAgreement.ONE_OF_SEVERAL || names == NameAgreement.SWAPPED_OR_ADDED;
    boolean oneList = matching.columns.list(a) == matching.columns.list(b);
    return another && (oneList || matching.farApart(a, b));
  }

  /** Whether everyone who would hang together with the two is alike everyone else there. */
  private boolean allAlike(int[] exact, int a, int b) {
    boolean[] reached = new boolean[exact.length];
    reach(exact, a, reached);
    for (int i = 0; i < exact.length; i++) {
      for (int j = 0; j < exact.length; j++) {
        if (reached[i] && reached[j] && !classesAlike(exact, i, j)) {
          return false;
        }
      }
    }
    return reached[b];
  }

  private void reach(int[] exact, int from, boolean[] reached) {
    reached[from] = true;
    for (int to = 0; to < exact.length; to++) {
      if (!reached[to] && (alike[from][to] || exact[from] == exact[to])) {
        reach(exact, to, reached);
      }
    }
  }

  private boolean classesAlike(int[] exact, int a, int b) {
    if (exact[a] == exact[b]) {
      return true;
    }
    for (int i = 0; i < exact.length; i++) {
      for (int j = 0; j < exact.length; j++) {
        if (exact[i] == exact[a] && exact[j] == exact[b] && alike[i][j]) {
          return true;
        }
      }
    }
    return false;
  }

  private void merge(int into, int from) {
    for (int name = 0; name < classOf.length; name++) {
      if (classOf[name] == Math.max(into, from)) {
        classOf[name] = Math.min(into, from);
      }
    }
  }

  /** Whether there are so many names that the number must be a placeholder. */
  boolean tooMany() {
    return tooMany;
  }

  /** The rows of each class, ascending, in the order of their first rows. */
  List<int[]> rows() {
    List<int[]> classes = new ArrayList<>();
    for (int of = 0; of < classOf.length; of++) {
      if (classOf[of] == of) {
        classes.add(rowsOf(of));
      }
    }
    return classes;
  }

  private int[] rowsOf(int of) {
    int[] rows = new int[0];
    for (int name = 0; name < classOf.length; name++) {
      if (classOf[name] == of) {
        int before = rows.length;
        rows = Arrays.copyOf(rows, before + rowsOfName[name].length);
        System.arraycopy(rowsOfName[name], 0, rows, before, rowsOfName[name].length);
      }
    }
    Arrays.sort(rows);
    return rows;
  }

  /**
   * Each two classes; of many, each with the first only; of a multitude none, for a placeholder is
   * nobody's.
   */
  void eachPair(PairTaker taker) {
    if (classOf.length > MULTITUDE * matching.limits.namesOnOneNumber().value()) {
      return;
    }
    int lefts = tooMany || classOf.length > FAMILY ? 1 : classOf.length;
    for (int a = 0; a < lefts; a++) {
      for (int b = a + 1; b < classOf.length; b++) {
        if (classOf[a] == a && classOf[b] == b) {
          int left = rowsOfName[a][0];
          int right = rowsOfName[b][0];
          taker.take(left, right, matching.names(left, right).agrees());
        }
      }
    }
  }
}
