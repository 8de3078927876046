package cn.bidui.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is measured on a made county. */
final class CountyContests {

  private static final int MILLION = 1_000_000;
  private static final String PERSON_PLAN = "jobs/link/person.yml";
  private static final String EVERY_ROW_PLAN = "src/test/resources/bench/every-row.yml";

  private static final String PERSON = "bidui link, person plan, exact and fuzzy";

  private final String bidui;
  private final Path work;
  private final Figures figures;

  CountyContests(String bidui, Path work, Figures figures) {
    this.bidui = bidui;
    this.work = work;
    this.figures = figures;
  }

  /** Files to files: ours exact and fuzzy, DuckDB exact only. */
  Contest files(int pupils, CountyCsv county) {
    List<String> join = plus(county.lists(), work.resolve("joined.csv"));
    Contest contest =
        new Contest("files-" + pupils, "Files to files, " + pupils + " pupils", figures)
            .enter("bidui", PERSON, link(PERSON_PLAN, county, "person-" + pupils))
            .enter(
                "duckdb",
                "DuckDB JDBC, exact join, plain SQL",
                Cold.java(Cold.SHORT, DuckJoin.class, join),
                "open",
                "query")
            .ratio(
                "bidui link / DuckDB exact join, wall",
                "bidui wall",
                "duckdb wall",
                pupils < MILLION ? 0.6 : 1.0);
    return pupils == MILLION
        ? contest.limit("peak memory of bidui link, MB", "bidui peak", 1, 400)
        : contest;
  }

  /**
   * Fuzzy linking by ours and in SQL, as people write it and with care. Where only the residue is
   * asked for, ours finds it by the person plan, which links the rest too.
   */
  Contest residue(int pupils, CountyCsv county, String queries) throws IOException {
    boolean all = queries.equals("all");
    String title = (all ? "Every row a query, " : "The residue, ") + pupils + " pupils";
    Contest contest = new Contest(queries + "-" + pupils, title, figures);
    double atMost = all ? 0.07 : 0.2;
    PairTruth truth = new PairTruth(county.truth());
    enterDuck(contest, queries, "careful", county, truth);
    // It takes an hour at a million, so careful SQL stands alone there.
    boolean plain = !all || pupils < MILLION;
    if (plain) {
      enterDuck(contest, queries, "plain", county, truth);
    }
    if (all) {
      contest.enter(
          "bidui",
          "bidui link, the same blocks and comparisons, no tiers",
          link(EVERY_ROW_PLAN, county, "every-row-" + pupils));
    } else {
      contest.enter("bidui", PERSON, link(PERSON_PLAN, county, "person-" + pupils));
    }
    Path rows = work.resolve((all ? "every-row-" : "person-") + pupils).resolve("rows.csv");
    contest.check("bidui", () -> truth.ofRows(rows, duck(queries, "careful")).toString());
    contest.ratio("bidui link / careful SQL, wall", "bidui wall", "careful wall", atMost);
    if (plain) {
      contest.ratio("bidui link / plain SQL, wall", "bidui wall", "plain wall", atMost);
    }
    return contest;
  }

  private void enterDuck(
      Contest contest, String queries, String sql, CountyCsv county, PairTruth truth) {
    Path output = duck(queries, sql);
    List<String> arguments = new ArrayList<>(List.of(queries, sql));
    arguments.addAll(plus(county.lists(), output));
    contest
        .enter(
            sql,
            "DuckDB JDBC, " + sql + " SQL",
            Cold.java(Cold.SHORT, DuckResidue.class, arguments),
            "open",
            "read",
            "pair",
            "score",
            "query",
            "queries",
            "pairs")
        .check(sql, () -> truth.best(output).toString());
  }

  private Path duck(String queries, String sql) {
    return work.resolve("duck-" + queries + "-" + sql + ".csv");
  }

  /** Splink over the residue, blocks as in the SQL. */
  Contest splink(int pupils, CountyCsv county, String python) throws IOException {
    PairTruth truth = new PairTruth(county.truth());
    Path links = work.resolve("splink-" + pupils + ".csv");
    List<String> command = new ArrayList<>(List.of(python, FebrlContests.JOBS, "county"));
    command.addAll(plus(county.lists(), links));
    return new Contest("splink-" + pupils, "Splink, the residue of " + pupils + " pupils", figures)
        .enter("bidui", PERSON, link(PERSON_PLAN, county, "person-" + pupils))
        .enter("splink", "Splink on DuckDB", command, "train", "predict", "pairs")
        .check("splink", () -> truth.best(links).toString())
        .ratio("bidui link / Splink, wall", "bidui wall", "splink wall", 0.1);
  }

  /** The linker alone, on tables in memory. */
  Contest night(int pupils, CountyCsv county) {
    List<String> arguments = new ArrayList<>(List.of("3"));
    arguments.addAll(county.lists());
    Contest contest =
        new Contest("night-" + pupils, "The linker of a night, " + pupils + " pupils", figures)
            .enter(
                "bidui",
                "read by the intake, then linked in process",
                Cold.java(heap(pupils), NightLinker.class, arguments),
                "read",
                "link",
                "link-cpu",
                "link-again",
                "link-again-cpu",
                "tables-mb",
                "link-mb",
                "persons",
                "undecided",
                "oversized");
    return pupils == MILLION
        ? contest.limit("heap that linking adds, GB", "bidui link-mb", 1024, 1)
        : contest;
  }

  /** The tables of a city hold all columns, of which linking needs a third. */
  private static List<String> heap(int pupils) {
    String most = pupils > MILLION ? "-Xmx12g" : "-Xmx3g";
    return List.of("-XX:+UseSerialGC", "-Xmn128m", most);
  }

  private List<String> link(String plan, CountyCsv county, String output) {
    return List.of(
        bidui,
        "link",
        plan,
        "roll=" + county.roll(),
        "aid=" + county.aid(),
        "households=" + county.households(),
        "--out",
        work.resolve(output).toString());
  }

  private static List<String> plus(List<String> some, Path more) {
    List<String> all = new ArrayList<>(some);
    all.add(more.toString());
    return all;
  }
}
