package cn.bidui.link.compare;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.link.frame.Frame;
import cn.bidui.link.frame.MadeFrame;
import cn.bidui.link.frame.MadePlan;
import cn.bidui.plan.LinkPlan.ComparisonKind;
import cn.bidui.plan.LinkPlan.FieldKind;
import cn.bidui.plan.LinkPlan.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The table of levels of each kind; both ways round and in loops a pair has one level. */
class ComparisonsTest {

  @Test
  void exact() {
    assertThat(words(ComparisonKind.EXACT, FieldKind.TEXT, List.of(), "lin", "lin", "wu", ""))
        .containsExactly("same", "differs", "missing");
  }

  @Test
  void edits() {
    assertThat(
            words(
                ComparisonKind.EDITS,
                FieldKind.CODE,
                List.of(100, 200),
                "19560409",
                "19560409",
                "19560490",
                "19650490",
                "19650491",
                ""))
        .containsExactly("same", "edits-1", "edits-2", "differs", "missing");
  }

  @Test
  void relativeEdits() {
    assertThat(
            words(
                ComparisonKind.RELATIVE_EDITS,
                FieldKind.TEXT,
                List.of(),
                "pridham street",
                "pridham street",
                "pridhamstreet",
                "pridham stre",
                "pridham",
                ""))
        .containsExactly("same", "alike-1", "alike-1", "differs", "missing");
  }

  @Test
  void jaroWinkler() {
    assertThat(
            words(
                ComparisonKind.JARO_WINKLER,
                FieldKind.TEXT,
                List.of(100, 92, 80),
                "martha",
                "martha",
                "marhta",
                "marta jo",
                "zoe",
                ""))
        .containsExactly("same", "alike-1", "alike-2", "differs", "missing");
  }

  @Test
  void words() {
    assertThat(
            words(
                ComparisonKind.WORDS,
                FieldKind.TEXT,
                List.of(),
                "red steel pan",
                "red steel pan",
                "pan red steel",
                "red pan",
                "red cup",
                "blue cup",
                ""))
        .containsExactly("same", "alike-1", "alike-2", "differs", "differs", "missing");
  }

  @Test
  void dates() {
    assertThat(
            words(
                ComparisonKind.DATES,
                FieldKind.DATE,
                List.of(),
                "2012-05-11",
                "2012-05-11",
                "2012-05-18",
                "2021-05-11",
                "2012-11-05",
                "2012-12-28",
                "2013-11-05",
                ""))
        .containsExactly("same", "slip", "slip", "day-month", "same-year", "differs", "missing");
  }

  @Test
  void datesThatWereReadAsTexts() {
    assertThat(words(ComparisonKind.DATES, FieldKind.CODE, List.of(), "2012", "2013", "1999"))
        .containsExactly("edits-1", "differs");
  }

  @Test
  void numbers() {
    assertThat(
            words(
                ComparisonKind.NUMBERS,
                FieldKind.TEXT,
                List.of(100, 1000),
                "20.5",
                "20.50",
                "$ 21",
                "30.5",
                "1,020.5",
                "none",
                "",
                "99999999999999999999"))
        .containsExactly(
            "same", "within-1", "within-2", "differs", "missing", "missing", "missing");
  }

  @Test
  void numbersOfDays() {
    assertThat(
            words(
                ComparisonKind.NUMBERS,
                FieldKind.DATE,
                List.of(3000),
                "2012-05-11",
                "2012-05-31",
                "2012-07-01",
                ""))
        .containsExactly("within-1", "differs", "missing");
  }

  @Test
  void chineseNames() {
    assertThat(
            words(
                ComparisonKind.CHINESE_NAME,
                FieldKind.NAME,
                List.of(),
                "林测试",
                "林测试",
                "林測試",
                "林?试",
                "林测式",
                "林册试",
                "林侧诗",
                "林甲试",
                "林测",
                "林试测",
                "吴甲乙",
                ""))
        .containsExactly(
            "same",
            "variant",
            "wildcard",
            "homophone",
            "homophone",
            "other-tone",
            "one-of-several",
            "swapped-or-added",
            "swapped-or-added",
            "differs",
            "missing");
  }

  @Test
  void oneCharacterMayLookAlike() {
    ComparisonKind kind = ComparisonKind.CHINESE_NAME;
    assertThat(words(kind, FieldKind.NAME, List.of(), "王晴雨", "王睛雨")).containsExactly("look-alike");
  }

  @Test
  void aRareWordSaysMoreThanAUsualOne() {
    MadePlan plan =
        new MadePlan(Outcome.ONE_TO_ONE)
            .field("title", FieldKind.TEXT)
            .compare("title", ComparisonKind.WORDS, List.of(40), true, List.of());
    Frame frame =
        new MadeFrame(plan.fields())
            .list("a", "black camera xz100", "black camera", "black phone", "black tablet")
            .list("b", "camera xz100 kit", "black camera qa200", "--", "..")
            .frame();
    Comparison title = Comparisons.of(frame, plan.plan()).get(0);
    assertThat(title.word(title.level(0, 4))).isEqualTo("alike-1");
    assertThat(title.word(title.level(0, 5))).isEqualTo("differs");
    assertThat(title.word(title.level(6, 7))).isEqualTo("differs");
  }

  @Test
  void aFormerNameAgreesEitherWayRound() {
    MadePlan plan =
        new MadePlan(Outcome.ONE_TO_ONE)
            .field("name", FieldKind.NAME)
            .field("former", FieldKind.NAME)
            .compare(
                "name", ComparisonKind.CHINESE_NAME, List.of(), true, List.of(), "name", "former");
    Frame frame =
        new MadeFrame(plan.fields())
            .list("a", "林测试|", "林新名|林測試")
            .list("b", "林新名|林测试", "林测试|", "吴甲乙|吴丙丁")
            .frame();
    Comparison name = Comparisons.of(frame, plan.plan()).get(0);
    assertThat(name.word(name.level(0, 2))).isEqualTo("former");
    assertThat(name.word(name.level(1, 3))).isEqualTo("former");
    assertThat(name.word(name.level(1, 2))).isEqualTo("same");
    assertThat(name.word(name.level(0, 4))).isEqualTo("differs");
    assertThat(name.telling(name.level(0, 2))).isEqualTo(50);
    assertThat(name.value(0)).isEqualTo(name.value(3)).isNotZero();
  }

  @Test
  void citizenIds() {
    String id = MadeFrame.id(99010120120518001L);
    assertThat(
            words(
                ComparisonKind.CITIZEN_ID,
                FieldKind.CITIZEN_ID,
                List.of(),
                id,
                id,
                id.substring(0, 17),
                "99010120120519" + id.substring(15),
                MadeFrame.id(99010120120518003L),
                MadeFrame.id(99010120130611045L),
                "990101",
                ""))
        .containsExactly("same", "slip", "slips", "slips", "differs", "differs", "missing");
  }

  @Test
  void damagedIdsAreComparedAsTexts() {
    assertThat(
            words(
                ComparisonKind.CITIZEN_ID,
                FieldKind.CITIZEN_ID,
                List.of(),
                "99010120120518",
                "99010120120518",
                "99010120120581"))
        .containsExactly("same", "slip");
  }

  @Test
  void partsOfNames() {
    MadePlan plan =
        new MadePlan(Outcome.CLUSTER)
            .field("given", FieldKind.TEXT)
            .field("surname", FieldKind.TEXT)
            .compare(
                "name", ComparisonKind.NAME_PARTS, List.of(), true, List.of(), "given", "surname");
    Frame frame =
        new MadeFrame(plan.fields())
            .list(
                "a",
                "joshua|berry",
                "joshua|berry",
                "berry|joshua",
                "joshua|bery",
                "bery|joshua",
                "josua|bery",
                "|berry",
                "zoe|berry",
                "josua|",
                "zoe|lim",
                "|")
            .frame();
    assertThat(words(frame, plan))
        .containsExactly(
            "same",
            "swapped",
            "one-alike",
            "one-alike",
            "both-alike",
            "one-missing",
            "one-same",
            "part-alike",
            "differs",
            "missing");
  }

  @Test
  void anythingMayTieAFamily() {
    MadePlan plan =
        new MadePlan(Outcome.CLUSTER)
            .field("guardian", FieldKind.TEXT)
            .field("house", FieldKind.TEXT)
            .compare(
                "family", ComparisonKind.FAMILY, List.of(), false, List.of(), "guardian", "house");
    Frame frame =
        new MadeFrame(plan.fields())
            .list("a", "g1|h1", "g2|h1", "|h1", "g2|h2", "g2|", "|")
            .frame();
    assertThat(words(frame, plan)).containsExactly("same", "same", "differs", "differs", "missing");
  }

  @Test
  void aPatternHoldsAllLevels() {
    MadePlan plan =
        new MadePlan(Outcome.CLUSTER)
            .field("a", FieldKind.TEXT)
            .field("b", FieldKind.CODE)
            .compare("a", ComparisonKind.EXACT, List.of())
            .compare("b", ComparisonKind.EDITS, List.of(100, 200));
    Frame frame = new MadeFrame(plan.fields()).list("a", "x|12", "y|13", "|12").frame();
    Comparisons comparisons = Comparisons.of(frame, plan.plan());
    assertThat(comparisons.patterns()).isEqualTo(3 * 5);
    long pattern = comparisons.pattern(0, 1);
    assertThat(pattern).isEqualTo(2 + 3 * 2);
    assertThat(comparisons.level(pattern, 0)).isEqualTo(2);
    assertThat(comparisons.level(pattern, 1)).isEqualTo(2);
    assertThat(comparisons.pattern(0, 2)).isEqualTo(3);
  }

  @Test
  void aComparisonMayBeMadeElsewhere() {
    MadePlan plan =
        new MadePlan(Outcome.CLUSTER)
            .field("a", FieldKind.TEXT)
            .compare("a", ComparisonKind.CHINESE_NAME, List.of());
    Frame frame = new MadeFrame(plan.fields()).list("a", "x", "y").frame();
    Comparison other = Comparisons.of(frame, plan.plan()).get(0);
    Comparisons comparisons = Comparisons.of(frame, plan.plan(), wanted -> other);
    assertThat(comparisons.size()).isEqualTo(1);
    assertThat(comparisons.get(0).name()).isEqualTo("a");
    assertThat(comparisons.get(0).same(0)).isEqualTo(1);
    assertThat(comparisons.get(0).value(0)).isZero();
    assertThat(comparisons.pattern(0, 1)).isEqualTo(other.levels() - 1);
    assertThat(words(comparisons, 1)).containsExactly("differs");
  }

  private static List<String> words(
      ComparisonKind kind, FieldKind field, List<Integer> thresholds, String... rows) {
    MadePlan plan =
        new MadePlan(Outcome.CLUSTER)
            .field("x", field)
            .compare("x", kind, thresholds, true, List.of());
    return words(new MadeFrame(plan.fields()).list("a", rows).frame(), plan);
  }

  /** The words of the levels of the first row with each other. */
  private static List<String> words(Frame frame, MadePlan plan) {
    return words(Comparisons.of(frame, plan.plan()), frame.size() - 1);
  }

  private static List<String> words(Comparisons comparisons, int others) {
    List<String> words = new ArrayList<>();
    int[] rights = IntStream.rangeClosed(1, others).toArray();
    long[] patterns = new long[others];
    comparisons.hold(rights, 0, others);
    comparisons.patterns(0, patterns);
    Comparison comparison = comparisons.get(0);
    for (int right : rights) {
      int level = comparison.level(0, right);
      assertThat(comparison.level(right, 0)).as("the other way round").isEqualTo(level);
      assertThat(patterns[right - 1]).as("in a loop").isEqualTo(level);
      assertThat(comparisons.again().pattern(right, 0)).as("on a thread").isEqualTo(level);
      boolean same = comparison.same(0) != 0 && comparison.same(0) == comparison.same(right);
      assertThat(same || comparison.same(0) == 0).isEqualTo(level == 1 || comparison.same(0) == 0);
      words.add(comparison.word(level));
    }
    return words;
  }
}
