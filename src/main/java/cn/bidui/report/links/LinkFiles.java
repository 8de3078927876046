package cn.bidui.report.links;

import cn.bidui.link.PlanLinks;
import cn.bidui.link.frame.Frame;
import cn.bidui.plan.LinkPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The folder that linking by a plan fills: {@code links.csv}, {@code undecided.csv}, {@code
 * rows.csv}, {@code model.json} and {@code summary.json}. The same lists and the same plan give the
 * same bytes; only the summary tells times.
 */
public final class LinkFiles {

  private static final List<String> NAMES =
      List.of("links.csv", "undecided.csv", "rows.csv", "model.json", "summary.json");

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
    pairs.links(found.links(), fresh("links.csv"));
    pairs.undecided(found.undecided(), fresh("undecided.csv"));
    rows.write(fresh("rows.csv"));
    Files.writeString(fresh("model.json"), ModelJson.write(found.model()));
    LinkCounts counts =
        new LinkCounts(
            found.links().size(),
            found.undecided().size(),
            rows.clusters(),
            rows.count("linked"),
            rows.count("undecided"),
            rows.count("unlinked"));
    Files.writeString(fresh("summary.json"), SummaryJson.write(plan, frame, found, run, counts));
    for (String name : NAMES) {
      Files.move(fresh(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    return counts;
  }

  private Path fresh(String name) {
    return folder.resolve(name + ".new");
  }
}
