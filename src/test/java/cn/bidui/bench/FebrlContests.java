package cn.bidui.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is measured on the public FEBRL data. */
final class FebrlContests {

  /** What Splink does. */
  static final String JOBS = "src/test/python/splink_jobs.py";

  private final String bidui;
  private final String python;
  private final Path data;
  private final Path work;
  private final Figures figures;

  /** {@code python} has Splink, or is blank. */
  FebrlContests(String bidui, String python, Path data, Path work, Figures figures) {
    this.bidui = bidui;
    this.python = python;
    this.data = data;
    this.work = work;
    this.figures = figures;
  }

  /** FEBRL4: 5,000 rows with 5,000. */
  Contest link() throws IOException {
    Path a = data.resolve("dataset4a.csv");
    Path b = data.resolve("dataset4b.csv");
    return contest("febrl4", List.of(a, b), List.of("a=" + a, "b=" + b));
  }

  /** FEBRL3: 5,000 rows among themselves. */
  Contest cluster() throws IOException {
    Path rows = data.resolve("dataset3.csv");
    return contest("febrl3", List.of(rows), List.of("rows=" + rows));
  }

  private Contest contest(String job, List<Path> files, List<String> lists) throws IOException {
    FebrlTruth truth = new FebrlTruth(files);
    Path links = work.resolve("splink-" + job + ".csv");
    List<String> ours = new ArrayList<>(List.of(bidui, "link", "jobs/link/" + job + ".yml"));
    ours.addAll(lists);
    ours.addAll(List.of("--out", work.resolve(job).toString()));
    Contest contest =
        new Contest(
                job, job.toUpperCase(Locale.ROOT) + ", " + truth.wanted() + " right pairs", figures)
            .enter("bidui", "bidui link", ours)
            .check(
                "bidui",
                () ->
                    FebrlTruth.ofClusters(work.resolve(job).resolve("rows.csv"), given(lists))
                        .toString());
    if (python.isBlank()) {
      return contest;
    }
    List<String> theirs = new ArrayList<>(List.of(python, JOBS, job));
    files.forEach(file -> theirs.add(file.toString()));
    theirs.add(links.toString());
    return contest
        .enter("splink", "Splink on DuckDB, model of its own example", theirs, "train", "predict")
        .check("splink", () -> truth.best(links).toString())
        .ratio("bidui link / Splink, wall", "bidui wall", "splink wall", 0.1);
  }

  private static Map<String, Path> given(List<String> lists) {
    return lists.stream()
        .map(list -> list.split("=", 2))
        .collect(Collectors.toMap(list -> list[0], list -> Path.of(list[1])));
  }
}
