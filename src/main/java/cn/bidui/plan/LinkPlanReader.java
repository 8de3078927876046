package cn.bidui.plan;

import cn.bidui.plan.LinkPlan.DayOrder;
import cn.bidui.plan.LinkPlan.FieldKind;
import cn.bidui.plan.LinkPlan.LinkComparison;
import cn.bidui.plan.LinkPlan.LinkField;
import cn.bidui.plan.LinkPlan.LinkList;
import cn.bidui.plan.LinkPlan.LinkNumbers;
import cn.bidui.plan.LinkPlan.LinkPass;
import cn.bidui.plan.LinkPlan.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a linkage plan and notes all of its mistakes. */
final class LinkPlanReader {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final String HUNDREDTHS = "hundredths of a bit";
  private static final String OWN = "own judgment";

  /** Of persons, what the shipped plan says, in hundredths of a bit. */
  private static final int SURE = 2000;

  private static final int WORTH_ASKING = 400;

  /** The levels of a pair are one number of 62 bits. */
  private static final double MOST_PATTERNS = 1L << 62;

  /** The lists of a person are one number, a bit for each. */
  private static final int MOST_LISTS = 64;

  private final Yaml root;

  LinkPlanReader(Yaml root) {
    this.root = root;
  }

  /** The plan as far as it can be read. */
  LinkPlan plan() {
    root.only(
        "plan",
        "title",
        "outcome",
        "threshold",
        "review",
        "prior",
        "block-rows",
        "lists",
        "fields",
        "passes",
        "comparisons");
    String name = required("plan").text("");
    if (!name.isEmpty()) {
      checkName(name, root.at("plan"));
    }
    List<LinkList> lists = lists(required("lists"));
    List<LinkField> fields = fields(required("fields"), lists);
    Map<String, FieldKind> kinds = new LinkedHashMap<>();
    fields.forEach(field -> kinds.put(field.name(), field.kind()));
    return new LinkPlan(
        name,
        root.at("title").text(name),
        outcome(root.at("outcome"), lists),
        lists,
        fields,
        passes(root.at("passes"), kinds),
        comparisons(root.at("comparisons"), kinds, person()),
        numbers());
  }

  /** Names the file's first line where a key is missing. */
  private Yaml required(String key) {
    if (root.at(key).absent()) {
      root.mistake("plan.missing-key", key);
    }
    return root.at(key);
  }

  private static void checkName(String name, Yaml place) {
    if (!NAME.matcher(name).matches()) {
      place.mistake("plan.link.name", name);
    }
  }

  private static List<LinkList> lists(Yaml at) {
    List<LinkList> lists = new ArrayList<>();
    for (String name : at.keys()) {
      checkName(name, at.name(name));
      lists.add(new LinkList(name, file(at.at(name))));
    }
    if (lists.size() > MOST_LISTS) {
      at.mistake("plan.link.lists", String.valueOf(lists.size()), String.valueOf(MOST_LISTS));
    }
    return lists;
  }

  private static String file(Yaml list) {
    return list.isMapping() ? list.only("file").at("file").text("") : list.text("");
  }

  private Outcome outcome(Yaml at, List<LinkList> lists) {
    Outcome outcome =
        PlanWords.choice(
            at, Outcome.class, lists.size() == 1 ? Outcome.CLUSTER : Outcome.ONE_TO_ONE);
    if (outcome != Outcome.CLUSTER && lists.size() == 1) {
      (at.absent() ? root : at).mistake("plan.link.one-list", LinkPlan.word(outcome));
    }
    return outcome;
  }

  private static List<LinkField> fields(Yaml at, List<LinkList> lists) {
    List<LinkField> fields = new ArrayList<>();
    for (String name : at.keys()) {
      checkName(name, at.name(name));
      fields.add(field(name, at.at(name), lists));
    }
    return fields;
  }

  /** {@code sex: sex} is short for {@code sex: {as: sex}}. */
  private static LinkField field(String name, Yaml at, List<LinkList> lists) {
    if (!at.isMapping()) {
      return new LinkField(
          name, PlanWords.choice(at, FieldKind.class, FieldKind.TEXT), List.of(name));
    }
    at.only("columns", "as", "order");
    Yaml columns = at.at("columns");
    return new LinkField(
        name,
        PlanWords.choice(at.at("as"), FieldKind.class, FieldKind.TEXT),
        columns.absent() || columns.isMapping() ? List.of(name) : spellings(columns),
        columns.isMapping() ? own(columns, lists) : Map.of(),
        PlanWords.choice(at.at("order"), DayOrder.class, DayOrder.YEAR_MONTH_DAY));
  }

  private static List<String> spellings(Yaml columns) {
    return columns.isList() ? columns.texts() : List.of(columns.text(""));
  }

  private static Map<String, List<String>> own(Yaml columns, List<LinkList> lists) {
    List<String> known = lists.stream().map(LinkList::name).toList();
    Map<String, List<String>> own = new HashMap<>();
    for (String list : columns.keys()) {
      if (!known.contains(list)) {
        columns.name(list).mistake("plan.link.unknown-list", list, String.join(", ", known));
      }
      own.put(list, spellings(columns.at(list)));
    }
    return own;
  }

  private static List<LinkPass> passes(Yaml at, Map<String, FieldKind> kinds) {
    PassReader reader = new PassReader(kinds);
    return at.absent() ? reader.usual() : at.items().stream().map(reader::pass).toList();
  }

  private boolean person() {
    return root.at("outcome").text("").equals(LinkPlan.word(Outcome.PERSON));
  }

  private static List<LinkComparison> comparisons(
      Yaml at, Map<String, FieldKind> kinds, boolean person) {
    ComparisonReader reader = new ComparisonReader(kinds, person);
    List<LinkComparison> comparisons =
        at.absent()
            ? kinds.keySet().stream().map(reader::usual).toList()
            : at.keys().stream().map(name -> comparison(reader, name, at)).toList();
    if (ComparisonReader.patterns(comparisons) > MOST_PATTERNS) {
      at.mistake("plan.link.patterns", String.valueOf(comparisons.size()));
    }
    return comparisons;
  }

  private static LinkComparison comparison(ComparisonReader reader, String name, Yaml at) {
    checkName(name, at.name(name));
    return reader.comparison(name, at.at(name), at.name(name));
  }

  private LinkNumbers numbers() {
    Limit threshold =
        person()
            ? bits(root.at("threshold"), SURE, "only at odds of a million to one without a number")
            : bits(
                root.at("threshold"),
                0,
                "at even odds and above a pair is more likely one than two");
    int sure = Math.toIntExact(threshold.value());
    Limit review =
        bits(
            root.at("review"),
            person() ? Math.min(WORTH_ASKING, sure) : sure - 400,
            "below odds of 1 to 16 a person would hardly ever say yes");
    if (review.value() > threshold.value()) {
      root.at("review").mistake("plan.link.review-above");
    }
    Limit usual = LinkNumbers.USUAL_PRIOR;
    Limit prior = bits(root.at("prior"), (int) usual.value(), usual.why());
    return new LinkNumbers(threshold, review, blockRows(root.at("block-rows")), prior);
  }

  /** A weight, as a bare number of bits or as a mapping that says why. */
  private static Limit bits(Yaml at, int otherwise, String why) {
    if (!at.isMapping()) {
      return new Limit(at.hundredths(otherwise), HUNDREDTHS, why, OWN);
    }
    at.only("value", "unit", "why", "source");
    if (!at.at("unit").text("bits").equals("bits")) {
      at.at("unit").mistake("plan.wrong-unit", "value", at.at("unit").text(""), "bits");
    }
    return new Limit(
        at.at("value").hundredths(otherwise),
        HUNDREDTHS,
        at.at("why").text(why),
        at.at("source").text(OWN));
  }

  private static Limit blockRows(Yaml at) {
    Limit usual =
        new Limit(
            5_000, "rows", "12.5 million pairs; whatever more rows share says nothing of one", OWN);
    Limit given =
        at.isMapping()
            ? at.limit("block-rows", usual)
            : new Limit(at.number(usual.value()), usual.unit(), usual.why(), usual.source());
    if (given.value() < 2 || given.value() > 1_000_000) {
      at.mistake("plan.out-of-range", "block-rows", "2", "1000000");
    }
    return given;
  }
}
