package cn.bidui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.fixture.bench.CountyFiles;
import cn.bidui.fixture.bench.Rates;
import cn.bidui.fixture.county.CountyPlan;
import cn.bidui.intake.Hint;
import cn.bidui.intake.ProductReads;
import cn.bidui.intake.ReadRow;
import cn.bidui.intake.RowCursor;
import cn.bidui.link.LinkLimits;
import cn.bidui.link.LinkResult;
import cn.bidui.link.Linker;
import cn.bidui.link.weigh.LinkModel;
import cn.bidui.link.weigh.LinkModel.PairWeights;
import cn.bidui.link.weigh.ModelText;
import cn.bidui.normalize.Normalizer;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.RowOutcome;
import cn.bidui.normalize.Strings;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan of the night, run on files. */
class PersonPlanTest {

  private static final String PLAN = Path.of("jobs", "link", "person.yml").toString();
  private static final String HEADER = "姓名,身份证件号,出生日期,性别,学校名称\n";

  @TempDir private Path folder;

  private String link(String... lists) {
    return linkBy(PLAN, lists);
  }

  private String linkBy(String plan, String... lists) {
    StringWriter err = new StringWriter();
    StringWriter out = new StringWriter();
    assertThat(run(out, err, plan, lists)).isZero();
    assertThat(err.toString()).isEmpty();
    return out.toString();
  }

  private String refused(String plan, String... more) {
    StringWriter err = new StringWriter();
    assertThat(run(new StringWriter(), err, plan, more)).isEqualTo(64);
    return err.toString();
  }

  private int run(StringWriter out, StringWriter err, String plan, String... more) {
    List<String> line = new ArrayList<>(List.of("link", plan));
    line.addAll(List.of(more));
    line.addAll(List.of("--out", folder.resolve("out").toString(), "--lang", "en"));
    String[] arguments = line.toArray(String[]::new);
    return Bidui.commandLine(arguments)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private List<String> written(String name) throws IOException {
    return Files.readAllLines(folder.resolve("out").resolve(name));
  }

  private String list(String name, int rows, IntFunction<String> row) throws IOException {
    String text = IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining());
    return name + "=" + Files.writeString(folder.resolve(name + ".csv"), HEADER + text);
  }

  @Test
  void oneNameInEveryRowIsReportedAndNotCompared() throws IOException {
    String roll = list("roll", 12_000, i -> "王伟,,2012-03-05,男,一小\n");
    String households = list("households", 12_000, i -> "王伟,,2012-03-05,男,一小\n");

    String told = link(roll, households);

    assertThat(told)
        .contains("1 group of rows", "too many pairs to compare", "name: 24000 rows", "0 pairs");
    assertThat(written("undecided.csv")).hasSize(1);
  }

  @Test
  void filesAreLinkedAsTheNightLinksTheirRows() throws IOException {
    CountyFiles.write(folder, CountyPlan.ofSize(7, 4000), Rates.HARD, Set.of("csv"));
    Map<ListKind, Path> files = files();
    Strings strings = new Strings();
    Map<ListKind, RecordTable> tables = new EnumMap<>(ListKind.class);
    files.forEach((kind, file) -> tables.put(kind, table(kind, file, strings)));
    LinkResult night = new Linker(LinkLimits.defaults()).link(tables, List.of(), text -> text);
    for (Map.Entry<ListKind, Path> list : files.entrySet()) {
      blankRejected(tables.get(list.getKey()), list.getValue());
    }

    link(
        files.entrySet().stream()
            .map(list -> list.getKey().code() + "=" + list.getValue())
            .toArray(String[]::new));

    assertThat(byPerson(tables, night)).isEqualTo(byPerson(tables, written("rows.csv")));
    assertThat(written("undecided.csv")).hasSize(night.undecided().size() + 1);
  }

  private Map<ListKind, Path> files() throws IOException {
    Map<ListKind, Path> files = new EnumMap<>(ListKind.class);
    Map<String, ListKind> kinds =
        Map.of("学籍", ListKind.ROLL, "受助", ListKind.AID, "监测", ListKind.HOUSEHOLDS);
    try (Stream<Path> written = Files.list(folder.resolve("csv"))) {
      for (Path file : written.toList()) {
        kinds.forEach(
            (start, kind) -> {
              if (file.getFileName().toString().startsWith(start)) {
                files.put(kind, file);
              }
            });
      }
    }
    return files;
  }

  /** A night takes no row that was answered with a reject. */
  private static void blankRejected(RecordTable table, Path file) throws IOException {
    Set<Integer> taken =
        IntStream.range(0, table.size())
            .mapToObj(row -> table.place(row).row())
            .collect(Collectors.toSet());
    List<String> lines = Files.readAllLines(file);
    Files.writeString(
        file,
        IntStream.range(0, lines.size())
            .mapToObj(i -> i == 0 || taken.contains(i + 1) ? lines.get(i) : "")
            .collect(Collectors.joining("\n")));
  }

  private static RecordTable table(ListKind kind, Path file, Strings strings) {
    SourceFile source = new SourceFile("list", "list", "");
    RecordTable.Builder rows = new RecordTable.Builder(kind, strings);
    try (RowCursor cursor = ProductReads.intake().open(file, String.valueOf(file.getFileName()))) {
      Normalizer normalizer = null;
      for (ReadRow row = cursor.next(); row != null; row = cursor.next()) {
        if (normalizer == null) {
          normalizer = new Normalizer(kind, cursor.term().map(Hint::value).orElse(null));
        }
        if (row instanceof ReadRow.Data data
            && normalizer.normalize(data.cells()) instanceof RowOutcome.Accepted accepted) {
          rows.add(new RowRef(source, data.sheet(), data.row()), accepted.values());
        }
      }
    }
    return rows.build();
  }

  /** Row by row: the first row of its person, decision, tier and weight. */
  private static List<String> byPerson(Map<ListKind, RecordTable> tables, LinkResult night) {
    List<String> all = new ArrayList<>();
    Map<Integer, String> firsts = new HashMap<>();
    for (ListKind kind : List.of(ListKind.ROLL, ListKind.HOUSEHOLDS, ListKind.AID)) {
      for (int row = 0; row < tables.get(kind).size(); row++) {
        String place = kind.code() + "," + tables.get(kind).place(row).row();
        String first = firsts.computeIfAbsent(night.person(kind, row), none -> place);
        all.add(
            String.format(
                Locale.ROOT,
                "%s,%s,%s,%s,%.2f",
                place,
                first,
                night.decision(kind, row).code(),
                night.tier(kind, row).label(),
                night.weight(kind, row) / 100.0));
      }
    }
    return all;
  }

  /** The same of {@code rows.csv}. */
  private static List<String> byPerson(Map<ListKind, RecordTable> tables, List<String> rows) {
    List<String> all = new ArrayList<>();
    Map<String, String> firsts = new HashMap<>();
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",", -1);
      String place = cells[0] + "," + cells[1];
      String first = firsts.computeIfAbsent(cells[2], none -> place);
      all.add(String.join(",", place, first, cells[3], cells[4], cells[5]));
    }
    assertThat(all).hasSize(tables.values().stream().mapToInt(RecordTable::size).sum());
    return all;
  }

  @Test
  void theSummaryCountsByTier() throws IOException {
    String row = "欧阳予安,990101201203040013,2012-03-04,男,第一小学\n";
    link(list("roll", 1, i -> row), list("aid", 1, i -> row));

    assertThat(String.join("", written("summary.json")))
        .contains("\"linksByTier\" : {    \"1\" : 1  }", "\"persons\" : 1");
    assertThat(written("rows.csv"))
        .startsWith("list,row,person,decision,tier,weight")
        .element(2)
        .asString()
        .startsWith("aid,2,1,linked,1,");
  }

  @Test
  void rowsWithoutANameAreCountedAndTakeNoPart() throws IOException {
    String told =
        link(
            list("roll", 3000, i -> ",990101201203040013,2012-03-04,男,第一小学\n"),
            list("aid", 3000, i -> ",990101201203040013,2012-03-04,男,第一小学\n"));

    assertThat(told).contains("6000 rows name nobody", "0 linked, 0 undecided, 6000 unlinked");
  }

  @Test
  void oneIdForEverybodyIsReportedAndLinksNobody() throws IOException {
    String told =
        link(
            list("roll", 6000, i -> name(i) + ",990101201203040013,2012-03-04,男,第一小学\n"),
            list("aid", 6000, i -> name(i + 3000) + ",990101201203040013,2012-03-04,男,第一小学\n"));

    assertThat(told).contains("citizen-id: 12000 rows with the same citizen-id");
    assertThat(written("rows.csv")).noneMatch(row -> row.contains(",linked,"));
  }

  @Test
  void oneNameForEverybodyIsReported() throws IOException {
    String told =
        link(list("roll", 6000, i -> "欧阳予安,,,,第一小学\n"), list("aid", 6000, i -> "欧阳予安,,,,第一小学\n"));

    assertThat(told).contains("12000 rows with the same name");
  }

  @Test
  void theNumbersOfAPlanOfOnesOwnHold() throws IOException {
    String shipped = Files.readString(Path.of(PLAN));
    Path own = folder.resolve("own.yml");
    Files.writeString(own, shipped.replaceFirst("block-rows: \\d+", "block-rows: 30"));
    String roll = list("roll", 20, i -> "欧阳予安,,2012-03-04,男,第一小学\n");
    String aid = list("aid", 20, i -> "欧阳予安,,2012-03-04,男,第一小学\n");

    assertThat(link(roll, aid)).doesNotContain("too many");
    assertThat(linkBy(own.toString(), roll, aid)).contains("larger than 30 rows");
  }

  @Test
  void aModelGivenIsWhatWeighs() throws IOException {
    LinkModel shipped = LinkLimits.defaults().weights();
    PairWeights any = shipped.pairs().get(0);
    PairWeights heavier =
        new PairWeights(any.left(), any.right(), any.prior() + 700, any.weights(), 0);
    Path model = folder.resolve("model.txt");
    Files.writeString(
        model, ModelText.of(new LinkModel("person", shipped.comparisons(), List.of(heavier))));
    String[] lists = {
      list("roll", 1, i -> "欧阳予安,990101201203040013,2012-03-04,男,第一小学\n"),
      list("aid", 1, i -> "欧阳予安,990101201203040013,2012-03-04,男,第一小学\n")
    };
    link(lists);
    int weight = weight(written("links.csv").get(1));

    link(lists[0], lists[1], "--model", model.toString());

    assertThat(weight(written("links.csv").get(1))).isEqualTo(weight + 700);
  }

  @Test
  void aModelThatIsNotOfPersonsIsRefused() throws IOException {
    LinkModel shipped = LinkLimits.defaults().weights();
    PairWeights any = shipped.pairs().get(0);
    PairWeights fewer = new PairWeights(any.left(), any.right(), 0, List.of(List.of(0, 1)), 0);
    Path model = folder.resolve("model.txt");
    Files.writeString(
        model, ModelText.of(new LinkModel("person", shipped.comparisons(), List.of(fewer))));
    String roll = list("roll", 1, i -> "欧阳予安,990101201203040013,2012-03-04,男,第一小学\n");

    assertThat(refused(PLAN, roll, "--model", model.toString()))
        .contains("model.txt holds no weights of persons", "link-train --out");
    assertThat(refused(PLAN, roll, "--model", PLAN)).contains("holds no weights of persons");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void whatPersonsAreNotComparedByIsAMistakeOfThePlan() throws IOException {
    String shipped = Files.readString(Path.of(PLAN));
    Path own = folder.resolve("own.yml");
    Files.writeString(
        own,
        shipped.replace(
            "sex: {kind: exact, fields: [sex], priors: [1, -5]}",
            "gender: {kind: exact, fields: [sex], priors: [1, -5]}"));
    String roll = list("roll", 1, i -> "欧阳予安,990101201203040013,2012-03-04,男,第一小学\n");

    assertThat(refused(own.toString(), roll))
        .contains("own.yml: persons are not compared by gender", "name 6, citizen-id 9", "sex 2");
  }

  private static int weight(String link) {
    return new BigDecimal(link.split(",", -1)[4]).movePointRight(2).intValueExact();
  }

  /** 90 × 90 names of three characters. */
  private static String name(int number) {
    return "欧"
        + Character.toString(0x5201 + number / 90)
        + Character.toString(0x6201 + number % 90);
  }

  @ParameterizedTest
  @ValueSource(strings = {"身份证件号,户编号", "户主身份证号,户编号", "户编号", "学籍号,户主姓名", "出生日期,性别"})
  void listsMayLackAnyColumn(String header) throws IOException {
    Path few = folder.resolve("few.csv");
    String row = header.startsWith("户编号") ? "1234567\n" : "990101197203040014,1234567\n";
    Files.writeString(few, header + "\n" + row.repeat(40));
    link("aid=" + few, "population=" + few);

    assertThat(written("rows.csv")).hasSize(1 + 40 + 40);
  }

  /** How many rows a file has is guessed by its first lines; blanks make those long. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void howLongTheFirstLinesAreChangesNothing(int seed) throws IOException {
    Map<String, List<String>> written = new HashMap<>();
    for (String blanks : List.of("", " ".repeat(40), " ".repeat(900))) {
      Random random = new Random(seed);
      String[] lists = new String[3];
      int rows = 0;
      for (int list = 0; list < lists.length; list++) {
        int count = 1 + random.nextInt(60);
        lists[list] = list(List.of("roll", "aid", "civil").get(list), count, random, blanks);
        rows += count;
      }
      link(lists);
      for (String name : List.of("rows.csv", "links.csv", "undecided.csv")) {
        assertThat(written(name)).isEqualTo(written.computeIfAbsent(name, this::lines));
      }
      assertThat(written("rows.csv")).hasSize(1 + rows);
    }
  }

  private List<String> lines(String name) {
    try {
      return written(name);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  /** A list with some columns of a few values each, and blanks in its first rows. */
  private String list(String name, int rows, Random random, String blanks) throws IOException {
    Map<String, List<String>> values =
        Map.of(
            "姓名", List.of("王伟", "王玮", "李静", ""),
            "身份证件号", List.of("990101201203050011", "990101197203040014", "99010120120305001", ""),
            "学籍号", List.of("G990101201203050011", "L2012000001", "", ""),
            "出生日期", List.of("2012-03-05", "20120306", ""),
            "性别", List.of("男", "女", ""),
            "户编号", List.of("1234567", "1234567.0", "7654321", ""),
            "户主姓名", List.of("王建国", "李建国", ""),
            "户主身份证号", List.of("990101197203040014", ""),
            "学校名称", List.of("青溪小学", "白石小学", ""),
            "监护人身份证件号", List.of("990101197203040014", ""));
    List<String> columns = new ArrayList<>(new TreeSet<>(values.keySet()));
    Collections.shuffle(columns, random);
    List<String> some = columns.subList(0, 1 + random.nextInt(columns.size()));
    StringBuilder text = new StringBuilder("序号," + String.join(",", some) + "\n");
    for (int row = 0; row < rows; row++) {
      String around = row < 10 ? blanks : "";
      text.append(row + 1);
      for (String column : some) {
        List<String> of = values.get(column);
        text.append(',').append(of.get(random.nextInt(of.size()))).append(around);
      }
      text.append('\n');
    }
    return name + "=" + Files.writeString(folder.resolve(name + ".csv"), text);
  }

  @Test
  void aListThatNamesOnlyHeadsSpeaksOfThem() throws IOException {
    Path heads = folder.resolve("civil.csv");
    Files.writeString(heads, "户主姓名,户主身份证号\n欧阳予安,990101197203040014\n");
    link(list("population", 1, i -> "欧阳予安,990101197203040014,,,\n"), "civil=" + heads);

    assertThat(written("links.csv").get(1)).startsWith("civil,2,population,2,");
  }
}
