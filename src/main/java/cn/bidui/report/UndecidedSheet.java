package cn.bidui.report;

import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.link.Evidence.Agreement;
import cn.bidui.link.Waterfall;
import cn.bidui.link.Waterfall.Step;
import cn.bidui.link.Waterfall.Strength;
import cn.bidui.report.Column.Styled;
import cn.bidui.report.Pairs.Pair;
import cn.bidui.source.Field;
import cn.bidui.source.Messages;
import cn.bidui.source.RowRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sheet on which people decide who is the same person (身份待认定): a line per pair, in every cell
 * both sides one below the other, the strongest pair first.
 */
final class UndecidedSheet {

  private static final Words WORDS = Words.ZH;
  private static final int NARROW = 8;
  private static final int BROAD = 23;

  /**
   * A field that tells who it is even where only one list has it; an id beside nothing does not.
   */
  private static final Set<String> TELLING =
      Set.of(
          Field.NAME.code(),
          Field.BIRTH_DATE.code(),
          Field.SEX.code(),
          Field.HOUSEHOLD_NUMBER.code(),
          Field.SCHOOL_NAME.code());

  private final Pairs pairs;
  private final Audience audience;
  private final AnswerColumns answers;
  private final List<Line> lines;

  /** A finding, and the cells of its pair by what they compare. */
  private record Line(LedgerFinding entry, Optional<Pair> pair, Map<String, Styled> cells) {
    int weight() {
      return pair.map(Pair::waterfall).map(Waterfall::total).orElse(Integer.MIN_VALUE);
    }
  }

  UndecidedSheet(
      Pairs pairs, Audience audience, AnswerColumns answers, List<LedgerFinding> findings) {
    this.pairs = pairs;
    this.audience = audience;
    this.answers = answers;
    this.lines =
        findings.stream()
            .map(this::line)
            .sorted(
                Comparator.comparing((Line line) -> !line.entry().state().open())
                    .thenComparing(Line::weight, Comparator.reverseOrder())
                    .thenComparing(line -> line.entry().finding().id()))
            .toList();
  }

  void write(Page page) {
    page.freezing(3).answering().list(columns(), lines, line -> FindingColumns.look(line.entry()));
  }

  // --- cells ----------------------------------------------------------------------------------

  private Line line(LedgerFinding entry) {
    Optional<Pair> pair = pairs.of(entry.finding());
    Map<String, Styled> cells = new LinkedHashMap<>();
    pair.ifPresent(
        two ->
            two.waterfall().steps().stream()
                .filter(WaterfallText::tells)
                .forEach(step -> cells.put(step.subject(), cell(step, two, entry))));
    return new Line(entry, pair, cells);
  }

  private Styled cell(Step step, Pair pair, LedgerFinding entry) {
    Look look = entry.state().open() ? look(step.agreement()) : Look.MUTED;
    String text = both(step, pair, words(entry.finding()));
    return new Styled(look, audience.read(text, entry.finding()));
  }

  private static Look look(Agreement agreement) {
    return switch (agreement) {
      case AGREES -> Look.AGREES;
      case SIMILAR -> Look.SIMILAR;
      case DIFFERS -> Look.DIFFERS;
      case MISSING -> Look.MUTED;
    };
  }

  /** Both values, or the one that they share, and what that says. */
  private String both(Step step, Pair pair, WaterfallText words) {
    String left = words.value(step, side(step, step.left(), pair.left()));
    String right = words.value(step, side(step, step.right(), pair.right()));
    String values = left.equals(right) ? left : left + "\n" + right;
    return step.agreement() == Agreement.MISSING
        ? values
        : values + "\n" + words.level(step) + " " + WaterfallText.bits(step.sum());
  }

  /**
   * Names are written out for those who have to decide; whose they may not know is masked later.
   */
  private String side(Step step, String masked, RowRef place) {
    return step.subject().equals(Field.NAME.code())
        ? audience.spot(place).map(spot -> spot.text(Field.NAME)).orElse(masked)
        : masked;
  }

  private WaterfallText words(Finding finding) {
    return new WaterfallText(Messages.ZH, place -> audience.where(place, finding));
  }

  // --- columns --------------------------------------------------------------------------------

  private List<Column<Line>> columns() {
    List<Column<Line>> columns = new ArrayList<>(answers.keys(line -> answers.key(line.entry())));
    columns.add(Column.of("report.column.strength", 16, this::strength));
    columns.add(Column.of("report.column.school", 12, line -> line.entry().finding().school()));
    columns.add(Column.of("report.column.where", 24, this::where));
    subjects().forEach(subject -> columns.add(subject(subject)));
    columns.add(Column.of("report.column.undecided-why", 34, this::why));
    Function<LedgerFinding, AnswerColumns.Shown> shown =
        answers.standing(Topic.UNDECIDED, audience);
    columns.addAll(
        answers.cells(line -> Choices.name(Topic.UNDECIDED), line -> shown.apply(line.entry())));
    return columns;
  }

  /** What is compared in any pair, in the order of the waterfall. */
  private List<String> subjects() {
    Set<String> order = new LinkedHashSet<>();
    Set<String> shown = new LinkedHashSet<>();
    for (Line line : lines) {
      for (Step step : line.pair().map(Pair::waterfall).map(Waterfall::steps).orElse(List.of())) {
        order.add(step.subject());
        boolean compared = step.agreement() != Agreement.MISSING;
        if (compared || (TELLING.contains(step.subject()) && WaterfallText.tells(step))) {
          shown.add(step.subject());
        }
      }
    }
    return order.stream().filter(shown::contains).toList();
  }

  private Column<Line> subject(String subject) {
    int width = cells(subject).mapToInt(Width::of).map(wide -> wide + 2).max().orElse(NARROW);
    return Column.titled(
        title(subject),
        Math.max(NARROW, Math.min(BROAD, width)),
        line -> line.cells().getOrDefault(subject, nothing(line)));
  }

  private static Styled nothing(Line line) {
    String text = line.pair().isPresent() ? WORDS.text("report.undecided.neither") : "";
    return new Styled(Look.MUTED, text);
  }

  private Stream<String> cells(String subject) {
    return Stream.concat(
        Stream.of(title(subject)),
        lines.stream()
            .filter(line -> line.cells().containsKey(subject))
            .flatMap(line -> line.cells().get(subject).value().toString().lines()));
  }

  private static String title(String subject) {
    return WaterfallText.subject(subject, Messages.ZH);
  }

  /** The left side first, as in every other cell. */
  private Object where(Line line) {
    Finding finding = line.entry().finding();
    return line.pair()
        .map(
            pair ->
                audience.where(pair.left(), finding) + "\n" + audience.where(pair.right(), finding))
        .orElseGet(() -> audience.where(finding));
  }

  private Object strength(Line line) {
    if (line.pair().isEmpty()) {
      return line.entry().outcome();
    }
    Waterfall pair = line.pair().get().waterfall();
    String text =
        WORDS.text(
            "report.undecided.strength",
            words(line.entry().finding()).strength(pair),
            WaterfallText.bits(pair.total()),
            WaterfallText.bits(pair.prior()));
    boolean strong = pair.strength() == Strength.LIKELY && line.entry().state().open();
    return strong ? new Styled(Look.STRONG, text) : text;
  }

  /** Why nobody but a person decides it, and what would. */
  private Object why(Line line) {
    Finding finding = line.entry().finding();
    if (line.pair().isEmpty()) {
      return audience.why(finding);
    }
    Waterfall pair = line.pair().get().waterfall();
    Stream<String> reason = Stream.of(WORDS.reason(pair.reason()));
    Stream<String> flips =
        words(finding).flips(pair).stream().map(flip -> WORDS.text("report.undecided.flip", flip));
    return Stream.concat(reason, flips).collect(Collectors.joining("\n"));
  }
}
