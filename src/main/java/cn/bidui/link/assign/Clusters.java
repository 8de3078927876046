package cn.bidui.link.assign;

/**
 * What hangs together through pairs, however long the chain (传递闭包). A cluster is known by its first
 * row, so the order in which pairs come changes nothing.
 */
public final class Clusters {

  private final int[] parent;

  /** Of rows 0 … {@code rows - 1}, each by itself. */
  public Clusters(int rows) {
    parent = new int[rows];
    for (int row = 0; row < rows; row++) {
      parent[row] = row;
    }
  }

  /** The first row of the cluster of {@code row}. */
  public int of(int row) {
    int at = row;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** Makes the clusters of the two rows one; false if they were one before. */
  public boolean unite(int a, int b) {
    int left = of(a);
    int right = of(b);
    parent[Math.max(left, right)] = Math.min(left, right);
    return left != right;
  }

  /** Lets {@code row} stand by itself again; done for all rows of a cluster or for none. */
  void separate(int row) {
    parent[row] = row;
  }

  /** How many rows. */
  public int size() {
    return parent.length;
  }
}
