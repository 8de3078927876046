package cn.bidui.link.block;

import java.util.List;

/**
 * A block that was too large to be compared. A later pass may still find its pairs.
 *
 * @param pass the name of the pass
 * @param fields what its rows share, by the names of the fields
 * @param rows how many rows it has
 * @param pairs how many pairs were not compared by this pass
 */
public record Oversized(String pass, List<String> fields, int rows, long pairs) {
  public Oversized {
    fields = List.copyOf(fields);
  }
}
