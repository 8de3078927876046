package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What README.md says is so: its commands run, its tables are printed, its links lead somewhere.
 */
class ReadmeTest {

  private static final Path README = Path.of("README.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)[^)]*\\)");
  private static final Pattern ROOM = Pattern.compile("(?m)^[├└]── (\\w+) ");
  private static final Pattern ENDS_WITH = Pattern.compile("# ends with (\\d+)");
  private static final String FOLDER = "bidui-home";

  private static String readme;
  private static Office office;
  private static final Map<String, Office.Said> SAID = new LinkedHashMap<>();

  /** The commands are run once, in their order, in a work folder of their own. */
  @BeforeAll
  static void runEveryCommand(@TempDir Path folder) throws IOException {
    readme = Files.readString(README);
    office = new Office(folder.resolve(FOLDER));
    for (String line : lines("sh")) {
      if (line.startsWith("cp -R ")) {
        copy(line.split(" ", -1));
      } else if (line.startsWith("scripts/bidui ")) {
        SAID.put(line, run(line));
      }
    }
  }

  @Test
  void everyCommandEndsAsTheFileSays() {
    assertThat(SAID).hasSizeGreaterThan(5);
    assertThat(SAID)
        .allSatisfy(
            (line, said) -> {
              Matcher stated = ENDS_WITH.matcher(line);
              int exit = stated.find() ? Integer.parseInt(stated.group(1)) : 0;
              assertThat(said.exit()).as(line + "\n" + said.all()).isEqualTo(exit);
            });
  }

  @Test
  void everyLineThatIsShownIsPrintedInThatOrder() throws IOException {
    List<String> printed = new ArrayList<>(said("run").out().lines().toList());
    // What the script itself adds.
    Files.readString(Path.of("scripts/demo"))
        .lines()
        .filter(line -> line.contains("echo \""))
        .map(line -> line.replaceFirst(".*echo \"(.*)\".*", "$1"))
        .forEach(printed::add);
    List<String> shown = block("text", 0).lines().filter(line -> !line.equals("…")).toList();

    assertThat(shown).hasSizeGreaterThan(15);
    assertThat(printed).containsSubsequence(shown);
  }

  @Test
  void theRecordsAreInTheSampleFiles() throws IOException {
    for (Map<String, String> record : table("| list | file | row | name |")) {
      assertThat(cells(record.get("file"), Integer.parseInt(record.get("row"))))
          .as(record.get("list"))
          .contains(record.get("name"), record.get("id"), record.get("it also says"));
    }
  }

  @Test
  void theLinksAreThoseThatAreExported() throws IOException {
    assertExported("| list | file | row | person_key |", "links.csv");
  }

  @Test
  void theFindingIsOneThatIsExported() throws IOException {
    assertExported("| finding_id | rule |", "findings.csv");
  }

  @Test
  void theTreeShowsTheRoomsThatThereAre() throws IOException {
    List<String> rooms = ROOM.matcher(readme).results().map(room -> room.group(1)).toList();

    try (Stream<Path> packages = Files.list(Path.of("src/main/java/cn/bidui"))) {
      assertThat(rooms)
          .containsExactlyInAnyOrderElementsOf(
              packages
                  .filter(Files::isDirectory)
                  .map(folder -> folder.getFileName().toString())
                  .toList());
    }
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    for (Path page : pages()) {
      for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
        String target = link.group(1);
        if (!target.startsWith("http")) {
          assertThat(page.resolveSibling(target)).as(page + " → " + target).exists();
        }
      }
    }
  }

  @Test
  void everyScriptThatIsNamedIsThere() {
    assertThat(Pattern.compile("scripts/[a-z-]+").matcher(readme).results())
        .allSatisfy(script -> assertThat(Path.of(script.group())).isExecutable());
  }

  @Test
  void theFileStaysShort() {
    assertThat(readme.lines()).hasSizeBetween(150, 200);
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(README, Path.of("CONTRIBUTING.md")));
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  private static Office.Said run(String line) {
    String command = line.replaceFirst(" +#.*", "").replaceFirst("^scripts/bidui ", "");
    List<String> words = new ArrayList<>();
    for (String word : command.split(" ", -1)) {
      words.add(word.equals(FOLDER) ? office.home().toString() : word);
    }
    return words.get(0).equals("init")
        ? Office.bidui(words.toArray(String[]::new))
        : office.does(words.toArray(String[]::new));
  }

  private static Office.Said said(String command) {
    return SAID.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("scripts/bidui " + command))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  /** {@code cp -R FROM/. TO/} as the shell does it. */
  private static void copy(String... words) throws IOException {
    Path from = Path.of(words[2]).normalize();
    assertThat(words[3]).isEqualTo(FOLDER + "/inbox/");
    for (Path file : Office.files(from)) {
      office.drop(from.relativize(file).toString(), Files.readAllBytes(file));
    }
  }

  private static List<String> lines(String language) {
    return BLOCK
        .matcher(readme)
        .results()
        .filter(block -> block.group(1).equals(language))
        .flatMap(block -> block.group(2).lines())
        .toList();
  }

  private static String block(String language, int which) {
    return BLOCK
        .matcher(readme)
        .results()
        .filter(block -> block.group(1).equals(language))
        .skip(which)
        .findFirst()
        .orElseThrow()
        .group(2);
  }

  /** The rows of the table whose header starts so, by column. */
  private static List<Map<String, String>> table(String header) {
    List<String> lines =
        readme
            .substring(readme.indexOf(header))
            .lines()
            .takeWhile(line -> line.startsWith("|"))
            .toList();
    List<String> columns = split(lines.get(0));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(2, lines.size())) {
      List<String> values = split(line);
      Map<String, String> row = new LinkedHashMap<>();
      columns.forEach(column -> row.put(column, values.get(row.size())));
      rows.add(row);
    }
    return rows;
  }

  private static List<String> split(String line) {
    return Stream.of(line.substring(1, line.length() - 1).split("\\|", -1))
        .map(String::strip)
        .toList();
  }

  private static void assertExported(String header, String name) throws IOException {
    List<Table.Row> exported = office.table("2025-11-03", name).rows();
    for (Map<String, String> shown : table(header)) {
      assertThat(exported)
          .anySatisfy(
              row ->
                  shown.forEach(
                      (column, value) -> assertThat(row.get(column)).as(column).isEqualTo(value)));
    }
  }

  /** The values of a row of a sample file, by the number that Excel shows. */
  private static List<String> cells(String name, int row) throws IOException {
    Path file = Sample.INPUTS.resolve("night-1/inbox").resolve(name);
    if (name.endsWith(".csv")) {
      String line = Files.readAllLines(file, Charset.forName("GB18030")).get(row - 1);
      return List.of(line.split(",", -1));
    }
    try (InputStream stream = Files.newInputStream(file);
        Workbook book = WorkbookFactory.create(stream)) {
      Row found = book.getSheetAt(0).getRow(row - 1);
      DataFormatter format = new DataFormatter();
      List<String> values = new ArrayList<>();
      found.forEach(cell -> values.add(format.formatCellValue(cell)));
      return values;
    }
  }
}
