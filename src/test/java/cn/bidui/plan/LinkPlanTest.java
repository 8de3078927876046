package cn.bidui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.LinkPlan.ComparisonKind;
import cn.bidui.plan.LinkPlan.DayOrder;
import cn.bidui.plan.LinkPlan.FieldKind;
import cn.bidui.plan.LinkPlan.KeyPart;
import cn.bidui.plan.LinkPlan.KeyShape;
import cn.bidui.plan.LinkPlan.LinkComparison;
import cn.bidui.plan.LinkPlan.LinkField;
import cn.bidui.plan.LinkPlan.LinkList;
import cn.bidui.plan.LinkPlan.LinkPass;
import cn.bidui.plan.LinkPlan.Outcome;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkPlanTest {

  private final Mistakes mistakes = new Mistakes();

  private LinkPlan read(String... lines) {
    return LinkPlan.read("p.yml", String.join("\n", lines), mistakes)
        .orElseThrow(() -> new AssertionError(told()));
  }

  private List<String> told(String... lines) {
    assertThat(LinkPlan.read("p.yml", String.join("\n", lines), mistakes)).isEmpty();
    return told();
  }

  /** All mistakes as {@code line: text}. */
  private List<String> told() {
    return mistakes.all().stream()
        .map(one -> one.line() + ": " + Messages.EN.text(one.key(), one.words().toArray()))
        .toList();
  }

  @Test
  void aPlanIsReadWhole() {
    LinkPlan plan =
        read(
            "plan: demo",
            "title: Two lists",
            "outcome: one-to-one",
            "threshold: 1.5",
            "review: -8",
            "block-rows: 300",
            "lists: {a: {file: a.csv}, b: b.csv}",
            "fields:",
            "  given: {columns: [given_name, first]}",
            "  surname: text",
            "  id: {columns: {a: [ssn], b: [number, nr]}, as: code}",
            "  born: {as: date, order: day-month-year}",
            "passes:",
            "  - id",
            "  - [prefix(surname, 3), year(born)]",
            "  - {name: sounds alike, keys: [phonetic(surname), given]}",
            "comparisons:",
            "  name: {kind: name-parts, fields: [given, surname]}",
            "  id: {thresholds: [1]}",
            "  born: dates");

    assertThat(plan.name()).isEqualTo("demo");
    assertThat(plan.title()).isEqualTo("Two lists");
    assertThat(plan.outcome()).isEqualTo(Outcome.ONE_TO_ONE);
    assertThat(plan.lists())
        .containsExactly(new LinkList("a", "a.csv"), new LinkList("b", "b.csv"));
    assertThat(plan.fields())
        .containsExactly(
            new LinkField("given", FieldKind.TEXT, List.of("given_name", "first")),
            new LinkField("surname", FieldKind.TEXT, List.of("surname")),
            new LinkField(
                "id",
                FieldKind.CODE,
                List.of("id"),
                Map.of("a", List.of("ssn"), "b", List.of("number", "nr")),
                DayOrder.YEAR_MONTH_DAY),
            new LinkField(
                "born", FieldKind.DATE, List.of("born"), Map.of(), DayOrder.DAY_MONTH_YEAR));
    assertThat(plan.passes())
        .containsExactly(
            new LinkPass("id", List.of(new KeyPart("id", KeyShape.WHOLE, 0))),
            new LinkPass(
                "prefix(surname, 3) + year(born)",
                List.of(
                    new KeyPart("surname", KeyShape.PREFIX, 3),
                    new KeyPart("born", KeyShape.YEAR, 0))),
            new LinkPass(
                "sounds alike",
                List.of(
                    new KeyPart("surname", KeyShape.PHONETIC, 0),
                    new KeyPart("given", KeyShape.WHOLE, 0))));
    assertThat(plan.comparisons())
        .containsExactly(
            new LinkComparison(
                "name",
                ComparisonKind.NAME_PARTS,
                List.of("given", "surname"),
                List.of(40),
                true,
                List.of()),
            new LinkComparison(
                "id", ComparisonKind.EDITS, List.of("id"), List.of(100), false, List.of()),
            new LinkComparison(
                "born", ComparisonKind.DATES, List.of("born"), List.of(), false, List.of()));
    assertThat(plan.numbers().threshold().value()).isEqualTo(150);
    assertThat(plan.numbers().review().value()).isEqualTo(-800);
    assertThat(plan.numbers().blockRows().value()).isEqualTo(300);
  }

  @Test
  void aShortPlanIsEnough() {
    LinkPlan plan =
        read("plan: short", "lists: {a: a.csv, b: b.csv}", "fields: {name: , street: , id: code}");

    assertThat(plan.title()).isEqualTo("short");
    assertThat(plan.outcome()).isEqualTo(Outcome.ONE_TO_ONE);
    assertThat(plan.numbers().threshold().value()).isZero();
    assertThat(plan.numbers().review().value()).isEqualTo(-400);
    assertThat(plan.numbers().blockRows().value()).isEqualTo(5000);
    assertThat(plan.passes()).extracting(LinkPass::name).containsExactly("id", "name + street");
    assertThat(plan.comparisons())
        .extracting(LinkComparison::name, LinkComparison::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("name", ComparisonKind.RELATIVE_EDITS),
            org.assertj.core.groups.Tuple.tuple("street", ComparisonKind.RELATIVE_EDITS),
            org.assertj.core.groups.Tuple.tuple("id", ComparisonKind.EDITS));
  }

  @Test
  void oneListIsClustered() {
    assertThat(read("plan: one", "lists: {a: a.csv}", "fields: {id: code}").outcome())
        .isEqualTo(Outcome.CLUSTER);
  }

  @Test
  void numbersMaySayWhy() {
    LinkPlan plan =
        read(
            "plan: p",
            "threshold: {value: 2, unit: bits, why: fewer doubts, source: own}",
            "block-rows: {value: 50, unit: rows, why: small, source: own}",
            "lists: {a: a.csv}",
            "fields: {id: code}");

    assertThat(plan.numbers().threshold())
        .isEqualTo(new Limit(200, "hundredths of a bit", "fewer doubts", "own"));
    assertThat(plan.numbers().blockRows()).isEqualTo(new Limit(50, "rows", "small", "own"));
  }

  @Test
  void allMistakesAreToldAtOnceEachWithWhatIsAllowed() {
    List<String> told =
        told(
            "plan: Bad Name",
            "outcome: both",
            "lists: {a: a.csv, b: b.csv}",
            "fields:",
            "  name: {as: words}",
            "  born: date",
            "  id: {columns: {c: [x]}}",
            "passes:",
            "  - [nmae]",
            "  - [prefix(name)]",
            "  - [sound(name)]",
            "  - [sond(name)]",
            "  - [year(born, 2)]",
            "  - []",
            "comparisons:",
            "  name: {kind: fuzzy}",
            "  age: exact",
            "  born: {kind: name-parts}",
            "  id: {thresholds: [2, 1], priors: [1, 2]}",
            "speed: high");

    assertThat(told)
        .containsExactlyInAnyOrder(
            "20: unknown key speed; known are: plan, title, outcome, threshold, review, prior,"
                + " block-rows, lists, fields, passes, comparisons",
            "1: Bad Name must consist of small letters, digits and hyphens, such as date-of-birth",
            "2: \"both\" is none of the choices; write one of: one-to-one, cluster, person",
            "5: \"words\" is none of the choices; write one of: text, code, name, citizen-id,"
                + " student-number, date, sex",
            "7: there is no list c under lists; there are: a, b",
            "9: there is no field nmae under fields; there are: name, born, id",
            "10: prefix needs the number of characters, 1 to 100, such as prefix(name, 3)",
            "11: sound(name) does not fit: name is read as text; sound takes fields read as name",
            "12: \"sond\" is none of the choices; write one of: whole, prefix, suffix, year,"
                + " year-month, sound, phonetic, words, deletions",
            "13: year takes a field only, no number",
            "14: a pass needs at least one field, such as [name, birth]",
            "16: \"fuzzy\" is none of the choices; write one of: exact, edits, relative-edits,"
                + " jaro-winkler, name-parts, words, dates, numbers, chinese-name, citizen-id, family",
            "17: there is no field age under fields; there are: name, born, id",
            "18: the comparison name-parts compares 2 field(s)",
            "18: the comparison name-parts does not fit born, which is read as date; it takes fields"
                + " read as text, name",
            "19: thresholds of relative-edits stand from the closest to the farthest, each once, at"
                + " most 5 of them, such as [0.2, 0.4]",
            "19: relative-edits has 4 levels from the closest to the difference: give one prior for"
                + " each");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "lists", "fields"})
  void whatIsMissingIsNamed(String key) {
    String[] lines =
        Stream.of("plan: p", "lists: {a: a.csv}", "fields: {id: code}")
            .filter(line -> !line.startsWith(key))
            .toArray(String[]::new);

    assertThat(told(lines)).contains("1: " + key + " is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "threshold: high | high must be a number with at most two decimals, such as -1.5",
        "threshold: 0.123 | 0.123 must be a number with at most two decimals, such as -1.5",
        "review: 3 | review must not lie above threshold: pairs from review up to threshold are left"
            + " to a person",
        "block-rows: 1 | block-rows must lie between 2 and 1000000",
        "outcome: one-to-one | there is one list only: write outcome: cluster, or name another list"
            + " (one-to-one links rows of two lists)",
        "'comparisons: {id: {kind: exact, thresholds: [1]}}' | the comparison exact has levels of its"
            + " own and takes no thresholds",
        "'comparisons: {id: {kind: words, thresholds: [0.2, 0.8]}}' | thresholds of words stand from"
            + " the closest to the farthest, each once, at most 5 of them, such as [0.75, 0.5, 0.25]",
        "'threshold: {value: 1, unit: nats}' | the unit of value is nats, it must be bits",
        "passes: id | a list is expected here, such as [a, b]"
      })
  void aWrongValueIsNamed(String line, String told) {
    assertThat(told("plan: p", line, "lists: {a: a.csv}", "fields: {id: code}"))
        .containsExactly("2: " + told);
  }

  @Test
  void moreComparisonsThanAPatternCanHoldAreRefused() {
    StringBuilder plan =
        new StringBuilder("plan: x\nlists: {a: a.csv, b: b.csv}\nfields: {n: }\ncomparisons:\n");
    IntStream.range(0, 32).forEach(i -> plan.append("  c" + i + ": {kind: edits, fields: [n]}\n"));
    Mistakes mistakes = new Mistakes();
    assertThat(LinkPlan.read("x.yml", plan.toString(), mistakes)).isEmpty();
    assertThat(mistakes.all()).hasSize(1);
    assertThat(mistakes.all().get(0).toString()).contains("plan.link.patterns", "32");
  }

  @Test
  void moreListsThanAPersonCanHaveAreRefused() {
    String lists =
        IntStream.range(0, 65).mapToObj(i -> "l" + i + ": f" + i).collect(Collectors.joining(", "));
    Mistakes mistakes = new Mistakes();
    assertThat(LinkPlan.read("x.yml", "plan: x\nlists: {" + lists + "}\nfields: {n: }\n", mistakes))
        .isEmpty();
    assertThat(mistakes.all()).hasSize(1);
  }

  @Test
  void textThatIsNoYamlIsOneMistakeMoreThanNothing() {
    assertThat(told("plan: [")).first().asString().contains("is no valid YAML");
  }

  @ParameterizedTest
  @ValueSource(strings = {"febrl3", "febrl4", "person"})
  void theShippedPlansAreFaultless(String name) throws IOException {
    LinkPlan plan = read(Files.readString(Path.of("jobs/link/" + name + ".yml")));

    assertThat(plan.name()).isEqualTo(name);
  }

  @Test
  void aPlanCanBeKeptToSomeOfItsLists() {
    LinkPlan plan = read("plan: p", "lists: {a: a.csv, b: b.csv}", "fields: {id: code}");

    assertThat(plan.of(plan.lists().subList(1, 2)).lists())
        .containsExactly(new LinkList("b", "b.csv"));
    assertThat(plan.field("id")).isZero();
    assertThat(plan.field("name")).isEqualTo(-1);
  }
}
