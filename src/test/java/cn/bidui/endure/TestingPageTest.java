package cn.bidui.endure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/testing.md tells of every kind of fault that is tried, and of tests that there are. */
class TestingPageTest {

  private static final Path PAGE = Path.of("docs/testing.md");
  private static final String HEADER = "| family | promise | class | check | merge | full |";
  private static final String FIGURES =
      "| family | promise | trials | of | failed | mended | seed |";
  private static final Pattern TEST = Pattern.compile("\\b[A-Z]\\w*Test\\b");
  private static final Pattern NAMED = Pattern.compile("famil(?:y|ies) ((?:`[a-z-]+`(?:, )?)+)");

  /** Its trials are the calls that a run makes, which only a run can count. */
  private static final String EVERY_CALL = "every call";

  private static String page;

  @BeforeAll
  static void read() throws IOException {
    page = Files.readString(PAGE);
  }

  @Test
  void everyFamilyStandsThereWithItsPromiseAndItsCounts() {
    List<List<String>> rows = table(HEADER);

    assertThat(rows).hasSameSizeAs(Families.all());
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i)).isEqualTo(row(Families.all().get(i), rows.get(i).get(5)));
    }
  }

  private static List<String> row(Family family, String full) {
    return List.of(
        family.name(),
        family.promise(),
        "`" + family.getClass().getSimpleName() + "`",
        Integer.toString(family.inCheck()),
        Integer.toString(family.inMerge()),
        full.equals(EVERY_CALL) && family instanceof LeftAtCall
            ? EVERY_CALL
            : Integer.toString(family.inFull()));
  }

  @Test
  void howEachFamilyIsTriedIsTold() {
    assertThat(Families.all())
        .allSatisfy(family -> assertThat(page).contains("- **" + family.name() + "**: "));
  }

  @Test
  void everyFamilyServesAPromiseAndNoneIsInvented() {
    Set<String> named = new TreeSet<>();
    for (MatchResult list : NAMED.matcher(page).results().toList()) {
      named.addAll(Arrays.asList(list.group(1).replace("`", "").split(", ?", 0)));
    }

    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(Families.all().stream().map(Family::name).toList());
  }

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    Set<String> there;
    try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
      there =
          sources
              .map(source -> source.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
    }
    List<String> named = TEST.matcher(page).results().map(MatchResult::group).toList();

    assertThat(named).hasSizeGreaterThan(20);
    assertThat(there).containsAll(named);
  }

  @Test
  void theFiguresAreOfFamiliesThatThereAreAndFailuresAreNamed() {
    String figures = between("<!-- endure -->", "<!-- /endure -->");
    List<String> names = Families.all().stream().map(Family::name).toList();

    assertThat(figures).isNotBlank();
    for (List<String> row : figures.contains(FIGURES) ? table(FIGURES) : List.<List<String>>of()) {
      assertThat(names).contains(row.get(0));
      if (!row.get(4).equals("0")) {
        assertThat(figures).contains("Of `" + row.get(0) + "`, trials ");
      }
    }
  }

  private static String between(String begin, String end) {
    return page.substring(page.indexOf(begin) + begin.length(), page.indexOf(end));
  }

  /** The rows below the header that starts so. */
  private static List<List<String>> table(String header) {
    List<List<String>> rows = new ArrayList<>();
    page.substring(page.indexOf(header))
        .lines()
        .takeWhile(line -> line.startsWith("|"))
        .skip(2)
        .forEach(line -> rows.add(cells(line)));
    return rows;
  }

  private static List<String> cells(String line) {
    return Stream.of(line.substring(1, line.length() - 1).split("\\|", -1))
        .map(String::strip)
        .toList();
  }
}
