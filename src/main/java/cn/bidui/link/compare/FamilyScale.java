package cn.bidui.link.compare;

import java.util.List;

/**
 * Whether any of several fields ties two rows: {@code same}, {@code differs} (something is known of
 * both, and nothing is the same).
 */
final class FamilyScale extends Scale {

  private static final int DIFFERS = 2;

  private final int[][] fields;

  FamilyScale(String name, int[][] fields) {
    super(name, List.of("same", "differs"), false);
    this.fields = fields;
  }

  @Override
  public int level(int left, int right) {
    int level = MISSING;
    for (int[] field : fields) {
      if (field[left] != 0 && field[right] != 0) {
        if (field[left] == field[right]) {
          return SAME;
        }
        level = DIFFERS;
      }
    }
    return level;
  }

  @Override
  public int same(int row) {
    return 0;
  }

  @Override
  boolean slow() {
    return false;
  }

  @Override
  Scale again() {
    return new FamilyScale(name(), fields);
  }
}
