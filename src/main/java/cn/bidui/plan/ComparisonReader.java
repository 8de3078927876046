package cn.bidui.plan;

import cn.bidui.plan.LinkPlan.ComparisonKind;
import cn.bidui.plan.LinkPlan.FieldKind;
import cn.bidui.plan.LinkPlan.LinkComparison;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the comparisons of a linkage plan; whatever one does not say follows from its field. */
final class ComparisonReader {

  private static final Set<FieldKind> TEXTS =
      EnumSet.of(FieldKind.TEXT, FieldKind.CODE, FieldKind.NAME, FieldKind.STUDENT_NUMBER);
  private static final Set<ComparisonKind> SHARES =
      EnumSet.of(
          ComparisonKind.RELATIVE_EDITS,
          ComparisonKind.NAME_PARTS,
          ComparisonKind.JARO_WINKLER,
          ComparisonKind.WORDS);
  private static final Set<ComparisonKind> LIKENESSES =
      EnumSet.of(ComparisonKind.JARO_WINKLER, ComparisonKind.WORDS);
  private static final int MOST_THRESHOLDS = 5;

  private final Map<String, FieldKind> kinds;

  private final boolean person;

  /**
   * @param person whether persons are linked, who are compared in finer levels
   */
  ComparisonReader(Map<String, FieldKind> kinds, boolean person) {
    this.kinds = kinds;
    this.person = person;
  }

  /** The comparison of a field of which the plan says nothing. */
  LinkComparison usual(String field) {
    ComparisonKind kind = usual(kinds.getOrDefault(field, FieldKind.TEXT));
    return new LinkComparison(
        field, kind, List.of(field), thresholds(kind), frequencies(kind), List.of());
  }

  /** {@code suburb: words} is short for {@code suburb: {kind: words}}. */
  LinkComparison comparison(String name, Yaml at, Yaml title) {
    Yaml said = at.isMapping() ? at : at.nothing();
    said.only("kind", "fields", "thresholds", "frequencies", "priors");
    List<String> fields = fields(name, said.at("fields").absent() ? title : said.at("fields"));
    Yaml kindAt = at.isMapping() ? said.at("kind") : at;
    ComparisonKind kind = PlanWords.choice(kindAt, ComparisonKind.class, usual(first(fields)));
    checkFields(kind, fields, at.absent() ? title : at);
    List<Integer> thresholds = thresholds(kind, said.at("thresholds"));
    List<Integer> priors = hundredths(said.at("priors"));
    checkPriors(kind, thresholds, priors, said.at("priors"));
    boolean frequencies = said.at("frequencies").flag(frequencies(kind));
    return new LinkComparison(name, kind, fields, thresholds, frequencies, priors);
  }

  private FieldKind first(List<String> fields) {
    return fields.isEmpty() ? FieldKind.TEXT : kinds.getOrDefault(fields.get(0), FieldKind.TEXT);
  }

  /** The fields that are named, else the one of the comparison's own name. */
  private List<String> fields(String name, Yaml at) {
    List<Yaml> named = at.isList() ? at.items() : List.of(at);
    List<String> known =
        named.stream().map(field -> field.text(name)).filter(kinds::containsKey).toList();
    for (Yaml field : named) {
      if (!kinds.containsKey(field.text(name))) {
        field.mistake(
            "plan.link.unknown-field", field.text(name), String.join(", ", kinds.keySet()));
      }
    }
    return known;
  }

  private void checkFields(ComparisonKind kind, List<String> fields, Yaml place) {
    if (fields.isEmpty()) {
      return;
    }
    int least = kind == ComparisonKind.NAME_PARTS ? 2 : 1;
    int most = most(kind);
    if (fields.size() < least || fields.size() > most) {
      place.mistake(
          "plan.link.field-count", LinkPlan.word(kind), least == most ? "" + most : "1–" + most);
    }
    Set<FieldKind> fitting = fitting(kind);
    for (String field : fields) {
      FieldKind found = kinds.getOrDefault(field, FieldKind.TEXT);
      if (!fitting.contains(found)) {
        place.mistake(
            "plan.link.kind-misfit",
            LinkPlan.word(kind),
            field,
            LinkPlan.word(found),
            fitting.stream().map(LinkPlan::word).collect(Collectors.joining(", ")));
      }
    }
  }

  private static int most(ComparisonKind kind) {
    return switch (kind) {
      case NAME_PARTS, CHINESE_NAME -> 2;
      case FAMILY -> 20;
      default -> 1;
    };
  }

  private static Set<FieldKind> fitting(ComparisonKind kind) {
    return switch (kind) {
      case EXACT, FAMILY -> EnumSet.allOf(FieldKind.class);
      case EDITS, RELATIVE_EDITS, JARO_WINKLER, WORDS -> TEXTS;
      case NAME_PARTS -> EnumSet.of(FieldKind.TEXT, FieldKind.NAME);
      case DATES, NUMBERS -> EnumSet.of(FieldKind.DATE, FieldKind.CODE, FieldKind.TEXT);
      case CHINESE_NAME -> EnumSet.of(FieldKind.NAME);
      case CITIZEN_ID -> EnumSet.of(FieldKind.CITIZEN_ID, FieldKind.STUDENT_NUMBER);
    };
  }

  private static ComparisonKind usual(FieldKind field) {
    return switch (field) {
      case TEXT -> ComparisonKind.RELATIVE_EDITS;
      case CODE -> ComparisonKind.EDITS;
      case NAME -> ComparisonKind.CHINESE_NAME;
      case CITIZEN_ID -> ComparisonKind.CITIZEN_ID;
      case DATE -> ComparisonKind.DATES;
      case STUDENT_NUMBER, SEX -> ComparisonKind.EXACT;
    };
  }

  private static boolean frequencies(ComparisonKind kind) {
    return kind == ComparisonKind.NAME_PARTS
        || kind == ComparisonKind.CHINESE_NAME
        || kind == ComparisonKind.WORDS;
  }

  private static List<Integer> thresholds(ComparisonKind kind) {
    return switch (kind) {
      case EDITS -> List.of(100, 200);
      case RELATIVE_EDITS -> List.of(20, 40);
      case NAME_PARTS -> List.of(40);
      case JARO_WINKLER -> List.of(92, 80);
      case WORDS -> List.of(75, 50, 25);
      case NUMBERS -> List.of(100, 1000);
      default -> List.of();
    };
  }

  private static List<Integer> thresholds(ComparisonKind kind, Yaml at) {
    List<Integer> usual = thresholds(kind);
    if (at.absent()) {
      return usual;
    }
    List<Integer> given = hundredths(at);
    if (usual.isEmpty()) {
      at.mistake("plan.link.needless-thresholds", LinkPlan.word(kind));
      return usual;
    }
    int most = kind == ComparisonKind.NAME_PARTS ? 1 : MOST_THRESHOLDS;
    if (given.isEmpty() || given.size() > most || !inOrder(kind, given)) {
      at.mistake("plan.link.thresholds", LinkPlan.word(kind), written(usual), String.valueOf(most));
    }
    return given;
  }

  /** {@code [20, 40]} → {@code 0.2, 0.4}. */
  private static String written(List<Integer> hundredths) {
    return hundredths.stream()
        .map(one -> BigDecimal.valueOf(one, 2).stripTrailingZeros().toPlainString())
        .collect(Collectors.joining(", "));
  }

  /** From the closest to the farthest, each once, shares between 0 and 1. */
  private static boolean inOrder(ComparisonKind kind, List<Integer> given) {
    Comparator<Integer> order = Comparator.naturalOrder();
    List<Integer> sorted =
        given.stream()
            .distinct()
            .sorted(LIKENESSES.contains(kind) ? order.reversed() : order)
            .toList();
    int most = SHARES.contains(kind) ? 99 : 100_000_000;
    return sorted.equals(given) && given.stream().allMatch(one -> one > 0 && one <= most);
  }

  private void checkPriors(
      ComparisonKind kind, List<Integer> thresholds, List<Integer> priors, Yaml at) {
    int levels = person ? ofPersons(kind, thresholds) : levels(kind, thresholds);
    if (!priors.isEmpty() && priors.size() != levels) {
      at.mistake("plan.link.priors", LinkPlan.word(kind), String.valueOf(levels));
    }
  }

  /** The night's own levels. */
  private static int ofPersons(ComparisonKind kind, List<Integer> thresholds) {
    return switch (kind) {
      case CHINESE_NAME -> 6;
      case CITIZEN_ID -> 9;
      case DATES -> 3;
      default -> levels(kind, thresholds);
    };
  }

  /** From the closest to the difference. */
  private static int levels(ComparisonKind kind, List<Integer> thresholds) {
    return switch (kind) {
      case NAME_PARTS -> 8;
      case DATES -> 5;
      case CITIZEN_ID -> 4;
      case CHINESE_NAME -> 11;
      case EXACT, FAMILY, EDITS, RELATIVE_EDITS, JARO_WINKLER, WORDS, NUMBERS ->
          thresholds.size() + 2;
    };
  }

  /** How many patterns comparisons make together; infinitely many where they are beyond count. */
  static double patterns(List<LinkComparison> comparisons) {
    double patterns = 1;
    for (LinkComparison one : comparisons) {
      patterns *= levels(one.kind(), one.thresholds()) + 1;
    }
    return patterns;
  }

  private static List<Integer> hundredths(Yaml at) {
    return at.items().stream().map(item -> item.hundredths(0)).toList();
  }
}
