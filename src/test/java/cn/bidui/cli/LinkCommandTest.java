package cn.bidui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LinkCommandTest {

  private static final String[] NAMES = {"amber", "bruno", "carla", "dietrich", "elena", "fergus"};
  private static final String[] TOWNS = {"ayton", "bexley", "corby", "derby", "epsom"};

  @TempDir private Path folder;

  private record Told(int exit, String out, String err) {}

  private Told link(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] line = new String[arguments.length + 3];
    line[0] = "link";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    line[line.length - 2] = "--lang";
    line[line.length - 1] = "en";
    CommandLine command = Bidui.commandLine(line);
    int exit =
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(line);
    return new Told(exit, out.toString(), err.toString());
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** 200 people; on the second list in another order, every tenth with another town. */
  private static String people(boolean second) {
    return "name,town,number,born\n"
        + IntStream.range(0, 200)
            .map(i -> second ? 199 - i : i)
            .mapToObj(i -> person(i, second && i % 10 == 0))
            .collect(Collectors.joining());
  }

  private static String person(int i, boolean moved) {
    return "%s %s,%s,%d,19%02d-%02d-%02d%n"
        .formatted(
            NAMES[i % 6],
            NAMES[i / 6 % 6],
            TOWNS[(i + (moved ? 1 : 0)) % 5],
            10_000 + i * 37,
            50 + i % 50,
            1 + i % 12,
            1 + i % 28);
  }

  @BeforeEach
  void writeLists() throws IOException {
    write("a.csv", people(false));
    write("b.csv", people(true));
  }

  private String plan(String... more) throws IOException {
    return write(
        "people.yml",
        "plan: people\nlists: {a: a.csv, b: b.csv}\n"
            + "fields: {name: , town: , number: code, born: date}\n"
            + String.join("\n", more));
  }

  private String target() {
    return folder.resolve("out").toString();
  }

  private List<String> written(String name) throws IOException {
    return Files.readAllLines(folder.resolve("out").resolve(name));
  }

  @Test
  void thePlanThatStartsLearnFromLinksTheSamples() {
    Path lists = Path.of("sample-inputs", "night-1", "inbox");

    Told told =
        link(
            Path.of("scripts", "bidui.d", "any.yml").toString(),
            "roll=" + lists.resolve("学籍在籍学生_20251102.xlsx"),
            "aid=" + lists.resolve("受助学生名单_20251102.csv"),
            "--out",
            target());

    assertThat(told.err()).isEmpty();
    assertThat(told.out()).contains("202 links");
  }

  /** Each is read in several parts, and line breaks stand within cells too. */
  @Test
  void listsOfManyPartsAreReadWholeAndOnce() throws IOException {
    int people = 80_000;
    write("a.csv", manyParts(people, i -> i));
    write("b.csv", manyParts(people, i -> people - 1 - i));
    String plan =
        plan(
            "outcome: one-to-one",
            "threshold: 0",
            "passes: [[number]]",
            "comparisons: {number: {kind: exact, fields: [number]},"
                + " town: {kind: exact, fields: [town]}}");

    Told told = link(plan, "--out", target());

    assertThat(told.err()).isEmpty();
    List<String> links = written("links.csv");
    assertThat(links).hasSize(1 + people);
    for (int i = 0; i < people; i++) {
      // A record stands on two lines, behind the header.
      String rows = "a,%d,b,%d,".formatted(2 + 2 * i, 2 + 2 * (people - 1 - i));
      assertThat(links.get(1 + i)).startsWith(rows);
    }
  }

  private static String manyParts(int people, IntUnaryOperator order) {
    return "remark,name,town,number,born\n"
        + IntStream.range(0, people)
            .map(order)
            .mapToObj(i -> "\"since " + i % 7 + "\n, unchanged\"," + person(i, false))
            .collect(Collectors.joining());
  }

  @Test
  void twoListsAreLinkedFilesToFiles() throws IOException {
    Told told = link(plan(), "--out", target());

    assertThat(told.err()).isEmpty();
    assertThat(told.exit()).isZero();
    assertThat(told.out())
        .contains("list a: 200 rows (a.csv)", "list b: 200 rows (b.csv)", "200 links");
    assertThat(written("links.csv"))
        .hasSize(201)
        .startsWith("left_list,left_row,right_list,right_row,weight,pass,decision");
    assertThat(written("links.csv").get(1)).matches("a,2,b,201,[0-9]+\\.[0-9]{2},number,linked");
    assertThat(written("undecided.csv"))
        .containsExactly("left_list,left_row,right_list,right_row,weight,pass,decision,reason");
    assertThat(written("rows.csv"))
        .hasSize(401)
        .startsWith("list,row,cluster,decision", "a,2,1,linked", "a,3,2,linked")
        .endsWith("b,201,1,linked");
    assertThat(String.join("", written("summary.json")))
        .contains("\"madeBy\" : \"bidui link\"", "\"links\" : 200", "\"file\" : \"a.csv\"");
  }

  @Test
  void theSameListsGiveTheSameBytesAndTheModelCanBeUsedAgain() throws IOException {
    link(plan(), "--out", target());
    String links = String.join("\n", written("links.csv"));
    String model = folder.resolve("model.txt").toString();
    Files.copy(folder.resolve("out").resolve("model.txt"), Path.of(model));

    assertThat(link(plan(), "--out", target()).exit()).isZero();
    assertThat(String.join("\n", written("links.csv"))).isEqualTo(links);
    assertThat(link(plan(), "--out", target(), "--model", model).exit()).isZero();
    assertThat(String.join("\n", written("links.csv"))).isEqualTo(links);
  }

  @Test
  void anotherFileMayBeGivenForAList() throws IOException {
    String other = write("other.csv", people(true));

    assertThat(link(plan(), "b=" + other, "--out", target(), "--quiet").out())
        .isEqualTo("Written to " + target() + System.lineSeparator());
    assertThat(String.join("", written("summary.json"))).contains("\"file\" : \"other.csv\"");
  }

  @Test
  void allMistakesOfTheCommandAreToldAtOnce() throws IOException {
    String plan = write("p.yml", "plan: p\nlists: {a: a.csv, b: , c: c.csv}\nfields: {x: }");

    Told told = link(plan, "d=x.csv", "--model", "none.json", "--out", target());

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err())
        .contains(
            "4 settings have to be changed",
            "d=x.csv should be LIST=FILE; the lists of the plan are: a, b, c",
            "there is no file for list b: write b=FILE after the plan",
            "list c: there is no file",
            "none.json is no model");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void columnsThatAreNotThereAreToldWithThoseThatAre() throws IOException {
    String plan =
        write(
            "p.yml",
            "plan: p\nlists: {a: a.csv, b: b.csv}\nfields: {nam: , street: {columns: [road]}}");

    Told told = link(plan, "--out", target());

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err())
        .contains(
            "a.csv line 1: field nam: there is no column nam (did you mean name?); the columns are:"
                + " name, town, number, born",
            "a.csv line 1: field street: there is no column road; the columns are:",
            "b.csv line 1: field nam");
  }

  @Test
  void aColumnThatAListLacksOnPurposeIsNoMistake() throws IOException {
    write("b.csv", people(true).replaceFirst("town", "x"));
    String plan =
        write(
            "p.yml",
            "plan: p\nlists: {a: a.csv, b: b.csv}\n"
                + "fields: {name: , town: {columns: {a: [town], b: []}}, number: code, born: date}");

    assertThat(link(plan, "--out", target()).exit()).isZero();
  }

  @Test
  void aPlanThatIsNotThereIsNamed() {
    Told told = link("nowhere.yml");

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).startsWith("There is no plan nowhere.yml");
  }

  @Test
  void aListWithoutRowsEndsWithTwo() throws IOException {
    write("b.csv", "name,town,number,born\n");

    Told told = link(plan(), "--out", target());

    assertThat(told.exit()).isEqualTo(2);
    assertThat(told.err()).contains("List b (b.csv) has no rows below its header");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void filesThatCannotBeReadEndWithTwo() throws IOException {
    write("a.csv", "");
    write("b.csv", "name,town,number,born\nx,y,1,2000-01-01\nx,\"y,1,2000-01-01\n");

    Told told = link(plan(), "--out", target());

    assertThat(told.exit()).isEqualTo(2);
    assertThat(told.err()).contains("a.csv: cannot be read - The file has no content");

    write("a.csv", people(false));
    Told again = link(plan(), "--out", target());

    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.err())
        .contains("b.csv, line 3: cannot be read - A quotation mark is not closed");
  }

  @Test
  void textsOfAnotherCharsetFurtherDownAreRead() throws IOException {
    String text = people(true) + "x,y,5,2000-01-01\n".repeat(6000) + "张三丰,德清,7,2001-01-01\n";
    Files.write(folder.resolve("b.csv"), text.getBytes(Charset.forName("GB18030")));

    assertThat(link(plan(), "--out", target()).exit()).isZero();
    assertThat(String.join("", written("summary.json"))).contains("\"rows\" : 6201");

    byte[] mixed = (text + "李四\n").getBytes(StandardCharsets.UTF_8);
    byte[] broken = text.getBytes(Charset.forName("GB18030"));
    byte[] both = new byte[mixed.length + broken.length];
    System.arraycopy(mixed, 0, both, 0, mixed.length);
    System.arraycopy(broken, 0, both, mixed.length, broken.length);
    Files.write(folder.resolve("b.csv"), both);

    Told told = link(plan(), "--out", target());

    assertThat(told.exit()).isEqualTo(2);
    assertThat(told.err()).contains("b.csv, line", "Mixed encodings");
  }

  @Test
  void aFolderOfOthersIsLeftAlone() throws IOException {
    Files.createDirectories(folder.resolve("out"));
    write("out/links.csv", "mine");

    Told told = link(plan(), "--out", target());

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).contains("holds files that bidui link did not make");
    assertThat(written("links.csv")).containsExactly("mine");
  }

  @Test
  void whatCannotBeWrittenWholeIsNotPublished() throws IOException {
    Files.createDirectories(folder.resolve("out").resolve("rows.csv.new"));

    assertThat(link(plan(), "--out", target()).exit()).isNotZero();
    assertThat(folder.resolve("out").resolve("rows.csv")).doesNotExist();
    assertThat(folder.resolve("out").resolve("links.csv")).doesNotExist();
    assertThat(folder.resolve("out").resolve("summary.json")).doesNotExist();
  }

  @Test
  void oneValueInEveryRowIsReportedAndNotCompared() throws IOException {
    String same =
        "name,town,number,born\n"
            + IntStream.range(0, 20_000).mapToObj(i -> "amber,,1,\n").collect(Collectors.joining());
    write("a.csv", same);
    write("b.csv", same);

    Told told = link(plan(), "--out", target());

    assertThat(told.exit()).isZero();
    assertThat(told.out())
        .contains(
            "0 pairs compared",
            "as larger than 5000 rows: 1 group of rows with one key;",
            "pass number: 40000 rows");
  }
}
