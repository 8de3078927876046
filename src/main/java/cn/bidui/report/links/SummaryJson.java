package cn.bidui.report.links;

import cn.bidui.link.PairList;
import cn.bidui.link.PersonLinks;
import cn.bidui.link.PlanLinks;
import cn.bidui.link.block.Oversized;
import cn.bidui.link.frame.Frame;
import cn.bidui.plan.Limit;
import cn.bidui.plan.LinkPlan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** {@code summary.json}: what was linked with what, how much was found, and how long it took. */
final class SummaryJson {

  /** By this a folder is known to be one of ours. */
  static final String MARK = "\"madeBy\" : \"bidui link\"";

  private SummaryJson() {}

  static String write(LinkPlan plan, Frame frame, PlanLinks found, LinkRun run, LinkCounts counts) {
    return Indented.object(
        json -> {
          head(plan, frame, run, json);
          json.writeNumberProperty("pairsCompared", found.candidates());
          json.writeNumberProperty("pairsLeftOut", found.leftOut());
          counts("clusters", counts, json);
          foot(found.oversized(), run, json);
        });
  }

  static String write(
      LinkPlan plan, Frame frame, PersonLinks found, LinkRun run, LinkCounts counts) {
    return Indented.object(
        json -> {
          head(plan, frame, run, json);
          json.writeNumberProperty("rowsWithoutName", found.nameless());
          counts("persons", counts, json);
          tiers("linksByTier", found.links(), json);
          tiers("undecidedByTier", found.undecided(), json);
          foot(found.oversized(), run, json);
        });
  }

  private static void head(LinkPlan plan, Frame frame, LinkRun run, JsonGenerator json) {
    json.writeStringProperty("madeBy", "bidui link");
    json.writeStringProperty("software", run.software());
    plan(plan, json);
    lists(frame, run, json);
  }

  private static void foot(List<Oversized> oversized, LinkRun run, JsonGenerator json) {
    json.writeArrayPropertyStart("oversizedBlocks");
    oversized.forEach(block -> oversized(block, json));
    json.writeEndArray();
    json.writeObjectPropertyStart("milliseconds");
    run.milliseconds().forEach(json::writeNumberProperty);
    json.writeEndObject();
  }

  private static void tiers(String name, PairList pairs, JsonGenerator json) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < pairs.size(); i++) {
      counts.merge(PersonLinks.tier(pairs, i).label(), 1, Integer::sum);
    }
    json.writeObjectPropertyStart(name);
    counts.forEach(json::writeNumberProperty);
    json.writeEndObject();
  }

  private static void plan(LinkPlan plan, JsonGenerator json) {
    json.writeStringProperty("plan", plan.name());
    json.writeStringProperty("title", plan.title());
    json.writeStringProperty("outcome", LinkPlan.word(plan.outcome()));
    json.writeNumberProperty("threshold", bits(plan.numbers().threshold()));
    json.writeNumberProperty("review", bits(plan.numbers().review()));
    json.writeNumberProperty("blockRows", plan.numbers().blockRows().value());
  }

  private static BigDecimal bits(Limit hundredths) {
    return BigDecimal.valueOf(hundredths.value(), 2);
  }

  private static void lists(Frame frame, LinkRun run, JsonGenerator json) {
    json.writeArrayPropertyStart("lists");
    for (int list = 0; list < frame.lists().size(); list++) {
      json.writeStartObject();
      json.writeStringProperty("list", frame.lists().get(list));
      json.writeStringProperty("file", run.files().get(list));
      json.writeNumberProperty("rows", frame.start(list + 1) - frame.start(list));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void oversized(Oversized block, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("pass", block.pass());
    json.writeNumberProperty("rows", block.rows());
    json.writeNumberProperty("pairsNotCompared", block.pairs());
    json.writeEndObject();
  }

  private static void counts(String things, LinkCounts counts, JsonGenerator json) {
    json.writeNumberProperty("links", counts.links());
    json.writeNumberProperty("undecided", counts.undecided());
    json.writeNumberProperty(things, counts.clusters());
    json.writeObjectPropertyStart("rows");
    json.writeNumberProperty("linked", counts.linkedRows());
    json.writeNumberProperty("undecided", counts.undecidedRows());
    json.writeNumberProperty("unlinked", counts.unlinkedRows());
    json.writeEndObject();
  }
}
