package cn.bidui.link;

/**
 * Through what a row can bear on what becomes of another: two rows that have none of these numbers
 * in common never meet in any tier, neither as a pair nor as rivals for a name.
 */
final class InteractionKeys {

  private static final int ID = 101;
  private static final int STUDENT_NUMBER = 102;
  private static final int DAMAGED = 103;
  private static final int FIRST_15 = 104;
  private static final int NAME_BIRTH = 105;
  private static final int NAME_TOWNSHIP = 106;

  private final Columns columns;
  private final PassKeys passes;

  InteractionKeys(Matching matching) {
    columns = matching.columns;
    passes = new PassKeys(matching);
  }

  /** Takes a number. */
  @FunctionalInterface
  interface Taker {
    void take(long key);
  }

  /**
   * All numbers of a row, some perhaps twice. Of a damaged id they include those of every id that
   * it can have been, so that a row which comes to hold that id is met.
   */
  void of(int row, Taker taker) {
    take(ID, columns.id[row], taker);
    take(ID, columns.embedded[row], taker);
    take(ID, columns.guardian1[row], taker);
    take(ID, columns.guardian2[row], taker);
    take(STUDENT_NUMBER, columns.studentNumber[row], taker);
    take(FIRST_15, columns.id[row] / 100, taker);
    if (columns.damaged[row] != 0) {
      damaged(columns.text(columns.damaged[row]), row, taker);
    }
    int name = columns.name[row];
    taker.take(Keys.of(NAME_BIRTH, name, columns.birth[row]));
    taker.take(Keys.of(NAME_TOWNSHIP, name, columns.township[row]));
    passes.around(row, (pass, key) -> taker.take(key));
    if (columns.plainNames()[row] != name) {
      variant(columns.plainNames()[row], row, taker);
    }
  }

  /** The same numbers as those of the rows with whose name it shares its plain one. */
  private void variant(int plain, int row, Taker taker) {
    taker.take(Keys.of(NAME_BIRTH, plain, columns.birth[row]));
    taker.take(Keys.of(NAME_TOWNSHIP, plain, columns.township[row]));
    taker.take(Keys.of(Pass.NAME_SCHOOL.ordinal(), plain, columns.schoolName[row]));
    taker.take(Keys.of(Pass.NAME_SCHOOL_CODE.ordinal(), plain, columns.schoolCode[row]));
  }

  private void damaged(String text, int row, Taker taker) {
    take(DAMAGED, columns.damaged[row], taker);
    take(FIRST_15, Repairs.first15(text), taker);
    Repairs.of(
        text,
        id -> {
          take(ID, id, taker);
          return false;
        },
        (first15, none) -> {});
  }

  private static void take(int what, long number, Taker taker) {
    taker.take(Keys.of(what, 1, number));
  }
}
