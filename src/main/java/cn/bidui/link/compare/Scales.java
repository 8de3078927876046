package cn.bidui.link.compare;

import cn.bidui.link.frame.Column;
import cn.bidui.link.frame.Frame;
import cn.bidui.link.frame.Values;
import cn.bidui.plan.LinkPlan;
import cn.bidui.plan.LinkPlan.FieldKind;
import cn.bidui.plan.LinkPlan.LinkComparison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Makes the comparisons of a plan, by their kinds. */
final class Scales {

  private static final List<Integer> EDITS = List.of(100, 200);
  private static final List<Integer> RELATIVE_EDITS = List.of(20, 40);
  private static final List<Integer> JARO_WINKLER = List.of(92, 80);
  private static final List<Integer> WORDS = List.of(75, 50, 25);

  /** Parts of names are alike up to this share of edits, in hundredths. */
  private static final List<Integer> NAME_PARTS = List.of(40);

  private final Frame frame;
  private final LinkPlan plan;
  private final Map<String, Values> values = new HashMap<>();

  Scales(Frame frame, LinkPlan plan) {
    this.frame = frame;
    this.plan = plan;
  }

  Scale of(LinkComparison wanted) {
    return switch (wanted.kind()) {
      case EXACT -> new ExactScale(wanted.name(), values(wanted, 0).byRow(), wanted.frequencies());
      case EDITS -> edits(wanted);
      case RELATIVE_EDITS -> relativeEdits(wanted);
      case JARO_WINKLER -> jaroWinkler(wanted);
      case WORDS -> words(wanted);
      case NAME_PARTS -> nameParts(wanted);
      case DATES -> dates(wanted);
      case NUMBERS -> numbers(wanted);
      case CHINESE_NAME -> chineseName(wanted);
      case CITIZEN_ID -> citizenId(wanted);
      case FAMILY -> family(wanted);
    };
  }

  private Column column(LinkComparison wanted, int field) {
    return frame.column(plan.field(wanted.fields().get(field)));
  }

  private Values values(LinkComparison wanted, int field) {
    return values.computeIfAbsent(
        wanted.fields().get(field), name -> Values.of(column(wanted, field)));
  }

  /** Thresholds as wanted or else as usual; those that say no more than being the same left out. */
  private static List<Integer> thresholds(LinkComparison wanted, List<Integer> usual, int perfect) {
    List<Integer> chosen = wanted.thresholds().isEmpty() ? usual : wanted.thresholds();
    return chosen.stream().filter(threshold -> threshold != perfect).toList();
  }

  private static List<String> words(String likeness, int count) {
    List<String> words = new ArrayList<>();
    words.add("same");
    IntStream.rangeClosed(1, count).forEach(i -> words.add(likeness + "-" + i));
    words.add("differs");
    return words;
  }

  private Scale text(
      LinkComparison wanted, List<String> words, Supplier<Likeness> likeness, Marks.Needed needed) {
    Values of = values(wanted, 0);
    Marks marks = Marks.of(of.byRow(), of.size(), of::text, Marks::characters, needed);
    KnownPairs known = new KnownPairs(likeness, of::text, marks, words.size());
    return new TextScale(wanted.name(), words, wanted.frequencies(), of.byRow(), known);
  }

  private Scale edits(LinkComparison wanted) {
    List<Integer> upTo = thresholds(wanted, EDITS, 0).stream().sorted().toList();
    List<String> words = new ArrayList<>(List.of("same"));
    upTo.forEach(threshold -> words.add("edits-" + threshold / 100));
    words.add("differs");
    return text(
        wanted,
        words,
        () -> {
          Edits edits = new Edits();
          return (left, right) -> upward(edits.count(left, right) * 100, upTo);
        },
        (a, b, shared) -> (Math.max(a, b) - shared) * 100 <= last(upTo));
  }

  private Scale relativeEdits(LinkComparison wanted) {
    List<Integer> upTo = thresholds(wanted, RELATIVE_EDITS, 0).stream().sorted().toList();
    return text(wanted, words("alike", upTo.size()), () -> relative(upTo), near(upTo));
  }

  private static int last(List<Integer> thresholds) {
    return thresholds.isEmpty() ? 0 : thresholds.get(thresholds.size() - 1);
  }

  /** Every character of the longer text that is not shared is an edit. */
  private static Marks.Needed near(List<Integer> upTo) {
    return (a, b, shared) -> (Math.max(a, b) - shared) * 100 / Math.max(a, b) <= last(upTo);
  }

  private static Likeness relative(List<Integer> upTo) {
    Edits edits = new Edits();
    return (left, right) -> {
      int longer = Math.max(left.length(), right.length());
      return upward(edits.count(left, right) * 100 / longer, upTo);
    };
  }

  /** Level 2 up to the first threshold, and so on. */
  private static int upward(int measure, List<Integer> upTo) {
    return 2 + (int) upTo.stream().filter(threshold -> measure > threshold).count();
  }

  private Scale jaroWinkler(LinkComparison wanted) {
    List<Integer> from = thresholds(wanted, JARO_WINKLER, 100);
    return text(
        wanted,
        words("alike", from.size()),
        () -> (left, right) -> downward(JaroWinkler.hundredths(left, right), from),
        (a, b, shared) -> JaroWinkler.most(a, b, shared) >= last(from));
  }

  private Scale words(LinkComparison wanted) {
    List<Integer> from = thresholds(wanted, WORDS, 100);
    return new WordsScale(
        wanted.name(), words("alike", from.size()), wanted.frequencies(), values(wanted, 0), from);
  }

  /** Level 2 down to the first threshold, and so on. */
  private static int downward(int likeness, List<Integer> from) {
    return 2 + (int) from.stream().filter(threshold -> likeness < threshold).count();
  }

  private Scale nameParts(LinkComparison wanted) {
    NameParts parts = new NameParts(values(wanted, 0), values(wanted, 1));
    List<Integer> upTo = thresholds(wanted, NAME_PARTS, 0);
    KnownPairs known =
        new KnownPairs(
            () -> {
              Likeness relative = relative(upTo);
              return (left, right) -> relative.level(left, right) - 1;
            },
            parts.texts(),
            parts.marks(near(upTo)),
            NamePartsScale.UNLIKE);
    return new NamePartsScale(wanted.name(), wanted.frequencies(), parts, known);
  }

  /** Days that were read as texts are compared as texts. */
  private Scale dates(LinkComparison wanted) {
    return column(wanted, 0).kind() == FieldKind.DATE
        ? new DateScale(wanted.name(), wanted.frequencies(), values(wanted, 0).byRow())
        : edits(wanted);
  }

  private Scale numbers(LinkComparison wanted) {
    List<Integer> upTo = thresholds(wanted, List.of(), 0).stream().sorted().toList();
    boolean days = column(wanted, 0).kind() == FieldKind.DATE;
    long[] hundredths = Numbers.hundredths(values(wanted, 0), days);
    return new NumberScale(
        wanted.name(),
        wanted.frequencies(),
        words("within", upTo.size()),
        Numbers.values(hundredths),
        hundredths,
        upTo.stream().mapToLong(Integer::longValue).toArray());
  }

  private Scale chineseName(LinkComparison wanted) {
    Values former = wanted.fields().size() > 1 ? values(wanted, 1) : null;
    ChineseNames names = new ChineseNames(values(wanted, 0), former);
    return new ChineseNameScale(wanted.name(), wanted.frequencies(), names);
  }

  private Scale citizenId(LinkComparison wanted) {
    Values of = values(wanted, 0);
    return new CitizenIdScale(
        wanted.name(), wanted.frequencies(), of, IdDigits.of(column(wanted, 0)));
  }

  private Scale family(LinkComparison wanted) {
    return new FamilyScale(
        wanted.name(),
        IntStream.range(0, wanted.fields().size())
            .mapToObj(field -> values(wanted, field).byRow())
            .toArray(int[][]::new));
  }
}
