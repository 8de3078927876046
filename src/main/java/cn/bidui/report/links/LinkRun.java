package cn.bidui.report.links;

import java.util.List;
import java.util.Map;

/**
 * What a linkage was made of.
 *
 * @param software name and version
 * @param files the name of the file of each list, in the plan's order
 * @param milliseconds how long each step took, in their order
 */
public record LinkRun(String software, List<String> files, Map<String, Long> milliseconds) {
  public LinkRun {
    files = List.copyOf(files);
  }
}
