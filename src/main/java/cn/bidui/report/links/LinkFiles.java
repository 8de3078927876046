package cn.bidui.report.links;

import cn.bidui.link.Decision;
import cn.bidui.link.PersonLinks;
import cn.bidui.link.PlanLinks;
import cn.bidui.link.frame.Frame;
import cn.bidui.link.weigh.ModelText;
import cn.bidui.plan.LinkPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * The folder that linking by a plan fills: {@code links.csv}, {@code undecided.csv}, {@code
 * rows.csv}, {@code model.txt} and {@code summary.json}; of persons there is no model. The same
 * lists and the same plan give the same bytes; only the summary tells times.
 */
public final class LinkFiles {

  private static final String MODEL = "model.txt";
  private static final List<String> NAMES =
      List.of("links.csv", "undecided.csv", "rows.csv", MODEL, "summary.json");

  private final Path folder;

  /** Of the folder that is to be filled. */
  public LinkFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Whether something in the folder would be lost that was not made by this class: a file of one of
   * its names, without the summary that says whose it is; or something that is no folder.
   */
  public boolean foreign() throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      return true;
    }
    Path summary = folder.resolve("summary.json");
    boolean own =
        Files.isRegularFile(summary)
            && Files.size(summary) < 1 << 20
            && Files.readString(summary, StandardCharsets.ISO_8859_1).contains(SummaryJson.MARK);
    return !own && NAMES.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
  }

  /** Writes all files; each appears whole, the summary last. */
  public LinkCounts write(LinkPlan plan, Frame frame, PlanLinks found, LinkRun run)
      throws IOException {
    Files.createDirectories(folder);
    PairLines pairs = new PairLines(frame, plan);
    RowLines rows = new RowLines(frame, found);
    rows.write(fresh("rows.csv"));
    pairs.links(found.links(), fresh("links.csv"));
    pairs.undecided(found.undecided(), fresh("undecided.csv"));
    Files.writeString(fresh(MODEL), ModelText.of(found.model()));
    LinkCounts counts =
        new LinkCounts(
            found.links().size(),
            found.undecided().size(),
            rows.clusters(),
            rows.count("linked"),
            rows.count("undecided"),
            rows.count("unlinked"));
    Files.writeString(fresh("summary.json"), SummaryJson.write(plan, frame, found, run, counts));
    publish();
    return counts;
  }

  /** The same of persons. */
  public LinkCounts write(LinkPlan plan, Frame frame, PersonLinks found, LinkRun run)
      throws IOException {
    Files.createDirectories(folder);
    PersonLines lines = new PersonLines(frame, found);
    lines.rows(fresh("rows.csv"));
    LinkCounts counts =
        new LinkCounts(
            found.links().size(),
            found.undecided().size(),
            found.persons(),
            lines.count(Decision.LINKED),
            lines.count(Decision.UNDECIDED),
            lines.count(Decision.UNLINKED));
    // It takes longer to put together than to write; meanwhile the pairs are written.
    ForkJoinTask<String> summary =
        ForkJoinPool.commonPool().submit(() -> SummaryJson.write(plan, frame, found, run, counts));
    lines.links(fresh("links.csv"));
    lines.undecided(fresh("undecided.csv"));
    Files.writeString(fresh("summary.json"), summary.join());
    publish();
    return counts;
  }

  /** What an earlier linkage wrote and this one does not is taken away. */
  private void publish() throws IOException {
    for (String name : NAMES) {
      if (Files.exists(fresh(name))) {
        Files.move(fresh(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.deleteIfExists(folder.resolve(name));
      }
    }
  }

  private Path fresh(String name) {
    return folder.resolve(name + ".new");
  }
}
