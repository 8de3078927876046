package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.acceptance.MonthFiles.Kind;
import cn.bidui.acceptance.MonthFiles.Row;
import cn.bidui.judge.score.Place;
import cn.bidui.ledger.Figures;
import cn.bidui.report.period.PeriodFigures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * A month of nights as it happens in a county. What every night publishes is held against {@link
 * MonthModel}, number by number.
 */
@TestInstance(Lifecycle.PER_CLASS)
class MonthTest {

  private static final long SEED = 1;
  private static final int PUPILS = 150;
  private static final String NOTHING = "0 0 0 0 0 0";
  private final MonthCounty county = new MonthCounty(SEED, PUPILS);
  private final MonthScript script = new MonthScript(SEED, county);
  private final MonthFiles files = new MonthFiles();
  private final MonthModel model = new MonthModel(county.children(), files);
  private final Map<Kind, String> last = new EnumMap<>(Kind.class);

  /** What the model reckons, and what was published, of the nights up to the first mismatch. */
  private final SortedMap<LocalDate, SortedMap<String, String>> expected = new TreeMap<>();

  private final SortedMap<LocalDate, SortedMap<String, String>> found = new TreeMap<>();
  private final List<String> mismatches = new ArrayList<>();
  private Path folder;
  private Office office;
  private MonthPublished pages;

  @BeforeAll
  void liveThroughTheMonth(@TempDir Path temporary) throws IOException {
    folder = temporary;
    office = Office.open(folder.resolve("home"));
    pages = new MonthPublished(office);
    Desk desk = new Desk();
    List<LocalDate> nights = MonthScript.nights();
    for (int night = 1; night <= nights.size() && mismatches.isEmpty(); night++) {
      desk.today = nights.get(night - 1);
      script.evening(night, desk.today, desk);
      run(night, desk.today);
      desk.yesterday = desk.today;
    }
  }

  @Test
  void everyPublishedNumberOfEveryNightIsWhatTheModelReckons() {
    assertThat(mismatches).isEmpty();
    assertThat(found.keySet()).hasSize(30);
  }

  @Test
  void theMonthShowsEverythingThatHappensInACounty() {
    List<String> all = new ArrayList<>();
    found
        .values()
        .forEach(night -> night.forEach((measure, value) -> all.add(measure + ": " + value)));
    String month = String.join("\n", all);
    MonthModel.RULES
        .keySet()
        .forEach(rule -> assertThat(month).containsPattern("finding " + rule + " .*: new "));
    for (String state : List.of("persisting", "reopened", "explained", "resolved")) {
      assertThat(month).containsPattern("finding .*: " + state + " ");
    }
    assertThat(month)
        .containsPattern("file .*: accepted-with-rejects true ")
        .containsPattern("file .*__未通过.xlsx: accepted true 1 1 0")
        .containsPattern("file .*: duplicate false ")
        .containsPattern("file .*: refused false ")
        .containsPattern("file .*: held false ")
        .contains("exit: 0", "exit: 2", "exit: 3", "rule never-enrolled: false 0 0");
    for (String stage : List.of("assigned", "handling", "answered", "filed")) {
      assertThat(month).containsPattern("case .*: " + stage + " ");
    }
    assertThat(month)
        .as("overdue, rebounds, reviews")
        .containsPattern("case .* \\| true \\| ")
        .containsPattern("case school .* \\| [1-9] \\d")
        .containsPattern("case school .* \\| \\d [1-9]");
  }

  @Test
  void aMismatchNamesNightMeasureExpectedAndFound() {
    LocalDate asOf = expected.lastKey();
    SortedMap<String, String> wrong = new TreeMap<>(expected.get(asOf));
    String right = wrong.put("balance", "1 1 0");
    assertThat(differences(asOf, wrong, found.get(asOf)))
        .containsExactly(asOf + ", balance: expected 1 1 0, found " + right);
  }

  @Test
  void theReportOfTheMonthIsTheSumOfItsNights() throws IOException {
    LocalDate today = expected.lastKey();
    Office.Said said = office.does("report", "--period", "2025-11", "--as-of", today.toString());
    assertThat(said.exit()).as(said.all()).isZero();
    Path told = office.home().resolve("reports/periods/2025-11/data/figures.txt");
    Figures figures = PeriodFigures.read(Files.readString(told)).figures();
    SortedMap<String, String> published = new TreeMap<>();
    for (Map.Entry<String, int[]> line : november().entrySet()) {
      published.put(line.getKey(), inReport(figures, line.getKey()));
    }
    SortedMap<String, String> sums = new TreeMap<>();
    november().forEach((line, sum) -> sums.put(line, MonthModel.numbers(sum)));
    assertThat(published).hasSizeGreaterThan(8).isEqualTo(sums);
  }

  /** New, reopened, resolved and explained of the month's nights, and what is open at its end. */
  private SortedMap<String, int[]> november() {
    SortedMap<String, int[]> sums = new TreeMap<>();
    expected
        .headMap(LocalDate.of(2025, 12, 1))
        .forEach((asOf, night) -> night.forEach((measure, value) -> add(sums, measure, value)));
    return sums;
  }

  private static void add(SortedMap<String, int[]> sums, String measure, String value) {
    if (measure.startsWith("movement ") && !measure.contains("（")) {
      int[] sum = sums.computeIfAbsent(measure, none -> new int[5]);
      String[] numbers = value.split(" ", -1);
      for (int i = 0; i < 4; i++) {
        sum[i] += Integer.parseInt(numbers[i + 1]);
      }
      sum[4] = Integer.parseInt(numbers[5]);
    }
  }

  private static String inReport(Figures figures, String measure) {
    String[] words = measure.split(" ", -1);
    Place place =
        words[1].equals("school") ? new Place(Place.Level.SCHOOL, words[2]) : Place.COUNTY;
    int[] sum = new int[5];
    MonthModel.RULES.forEach(
        (code, rule) -> {
          if (!words[1].equals("rule") || words[2].equals(rule.title())) {
            List<String> kinds = List.of("added", "reopened", "resolved", "explained", "open");
            for (int i = 0; i < sum.length; i++) {
              sum[i] += (int) figures.of(place, "rule/" + code, kinds.get(i));
            }
          }
        });
    return MonthModel.numbers(sum);
  }

  @Test
  void whatWasPublishedComesBackToTheByte() throws IOException {
    SortedMap<String, String> before = Office.digests(office.home().resolve("reports"));
    Office.Said rebuilt = office.does("rebuild");
    assertThat(rebuilt.out()).as(rebuilt.all()).contains("（" + expected.lastKey() + "）重新导出后逐字节相同");
    assertThat(Office.digests(office.home().resolve("reports"))).isEqualTo(before);
  }

  private void run(int night, LocalDate asOf) throws IOException {
    String[] options = {"--quiet"};
    if (night == MonthScript.RELEASE) {
      String held = Objects.requireNonNull(last.get(Kind.HOUSEHOLDS));
      files.releases(held);
      options = new String[] {"--quiet", "--accept", held, "--by", "李主任"};
    }
    compare(office.run(asOf.toString(), options), asOf);
    if (night == MonthScript.TWICE) {
      compare(office.run(asOf.toString(), "--quiet"), asOf);
    }
  }

  private void compare(Office.Said said, LocalDate asOf) throws IOException {
    SortedMap<String, String> wanted = model.night(asOf);
    assertThat(office.report(asOf.toString())).as(said.all()).exists();
    SortedMap<String, String> there = pages.night(asOf.toString(), wanted);
    there.put("exit", "" + said.exit());
    // Rules and schools of which nothing was ever found have a line of zeros, or none.
    there.values().removeIf(NOTHING::equals);
    wanted.values().removeIf(NOTHING::equals);
    expected.put(asOf, wanted);
    found.put(asOf, there);
    mismatches.addAll(differences(asOf, wanted, there));
  }

  /** Names night, measure, what was expected and what was found. */
  private static List<String> differences(
      LocalDate asOf, SortedMap<String, String> expected, SortedMap<String, String> found) {
    SortedSet<String> measures = new TreeSet<>(expected.keySet());
    measures.addAll(found.keySet());
    List<String> wrong = new ArrayList<>();
    for (String measure : measures) {
      String wanted = expected.getOrDefault(measure, "nothing");
      String there = found.getOrDefault(measure, "nothing");
      if (!wanted.equals(there)) {
        wrong.add("%s, %s: expected %s, found %s".formatted(asOf, measure, wanted, there));
      }
    }
    return wrong;
  }

  // --- the hands -------------------------------------------------------------------------------

  /** Does each thing twice: in the program and in the model. */
  private final class Desk implements MonthScript.Hands {
    private LocalDate today = LocalDate.MIN;
    private LocalDate yesterday = LocalDate.MIN;

    private String day() {
      return today.toString().replace("-", "");
    }

    @Override
    public void drop(Kind kind) throws IOException {
      MonthCounty.Written list = county.write(kind, "报" + day());
      String name = name(kind) + "_" + day() + ".csv";
      office.drop(name, list.bytes());
      files.arrives(name, kind, list.rows());
      last.put(kind, name);
      Files.write(folder.resolve(kind.name()), list.bytes());
    }

    private static String name(Kind kind) {
      return switch (kind) {
        case ROLL -> "学籍在籍学生";
        case AID -> "受助学生名单";
        case HOUSEHOLDS -> "监测对象信息";
      };
    }

    @Override
    public void dropAgain(Kind kind) throws IOException {
      String name = name(kind) + "_" + day() + "(1).csv";
      office.drop(name, Files.readAllBytes(folder.resolve(kind.name())));
      files.comesToNothing(name, "duplicate");
    }

    @Override
    public void dropUnreadable() throws IOException {
      office.drop("补报_" + day() + ".csv", "学校名称,年级\n一小,一年级\n".getBytes(StandardCharsets.UTF_8));
      files.comesToNothing("补报_" + day() + ".csv", "refused");
    }

    @Override
    public void correct(String child) throws IOException {
      String name = Objects.requireNonNull(last.get(Kind.AID)).replace(".csv", "__未通过.xlsx");
      try (ReturnedAnswer answer = ReturnedAnswer.open(office.feedback().resolve(name))) {
        List<Integer> rows = List.copyOf(answer.rows().keySet());
        assertThat(rows).hasSize(1);
        long cents = county.child(child).standard();
        answer.correct(rows.get(0), "应发金额", MonthCounty.yuan(cents));
        office.drop(name, answer.bytes());
        Row right = new Row(child, cents + "/" + county.child(child).name(), false);
        files.corrects(name, Kind.AID, List.of(right));
      }
    }

    @Override
    public void withdraw(Kind kind) {
      done("withdraw", Objects.requireNonNull(last.get(kind)), "--by", "李主任");
      files.withdraws(kind);
    }

    @Override
    public void answer(String about, String outcome, @Nullable LocalDate until, String by) {
      List<String> words = new ArrayList<>(List.of("answer", pages.id(about), outcome, "--by", by));
      if (until != null) {
        words.addAll(List.of("--until", until.toString()));
      }
      done(words.toArray(String[]::new));
      model.answers(about, outcome, until, by);
    }

    @Override
    public void undo(String about) {
      done("undo", pages.id(about), "--by", "李主任");
      model.takesBack(about);
    }

    @Override
    public void does(String about, String act, String by, String... more) {
      List<String> words = new ArrayList<>(List.of("case", pages.id(about), act));
      words.addAll(List.of(more));
      words.addAll(List.of("--by", by));
      done(words.toArray(String[]::new));
      if (act.equals("send-back")) {
        model.takesBack(about);
      }
      model.does(about, act.equals("extend") ? act + " " + more[1] : act, by);
    }

    @Override
    public void cannot(String about, String act, String by) {
      Office.Said said = says("case", pages.id(about), act, "--by", by);
      assertThat(said.exit()).as(said.all()).isEqualTo(64);
    }

    @Override
    public List<String> open() {
      return model.open();
    }

    private void done(String... words) {
      Office.Said said = says(words);
      assertThat(said.exit()).as("%s %s: %s", today, List.of(words), said.all()).isZero();
    }

    private Office.Said says(String... words) {
      List<String> line = new ArrayList<>(List.of(words));
      line.addAll(List.of("--as-of", yesterday.toString()));
      return office.does(line.toArray(String[]::new));
    }
  }
}
