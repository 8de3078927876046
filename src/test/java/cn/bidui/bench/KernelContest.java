package cn.bidui.bench;

import cn.bidui.link.weigh.Kernel;
import java.util.List;

/** Six fields compared and patterns counted, nothing else. */
final class KernelContest {

  private static final int MILLION_PAIRS_OF_DUCKDB = 20;

  private final Figures figures;

  KernelContest(Figures figures) {
    this.figures = figures;
  }

  /** DuckDB over as many pairs as it does in seconds; ours has a billion to do. */
  Contest make() {
    return new Contest("kernel", "Comparisons of six fields in blocks of 64", figures)
        .enter(
            "duckdb",
            "DuckDB JDBC, " + MILLION_PAIRS_OF_DUCKDB + " million pairs",
            Cold.java(
                Cold.SHORT, DuckKernel.class, List.of(Integer.toString(MILLION_PAIRS_OF_DUCKDB))),
            "pairs",
            "query",
            "query-cpu")
        .enter(
            "bidui",
            "bidui, a billion pairs",
            Cold.java(Cold.LONG, Kernel.class, List.of("1000")),
            "pairs",
            "query",
            "query-cpu")
        .limit("bidui, a billion pairs, CPU s", "bidui query-cpu", 1000, 10);
  }
}
