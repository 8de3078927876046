package cn.bidui.architecture.planted.plan;

import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps to the table, with all that could be mistaken for a violation. */
record Orderly(@NotEmpty String name, @Nullable Orderly next) {

  private static final Logger LOG = LoggerFactory.getLogger(Orderly.class);

  static long sum(int[][] codes, List<Orderly[]> others) {
    long sum = others.size();
    for (int[] row : codes.clone()) {
      for (int code : row) {
        sum += code;
      }
    }
    LOG.debug("sum {}", sum);
    return sum;
  }
}
