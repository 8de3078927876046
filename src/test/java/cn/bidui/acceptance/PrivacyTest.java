package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a pupil is stands where somebody has to act on it, and nowhere else. */
@TestInstance(Lifecycle.PER_CLASS)
class PrivacyTest {

  private static final List<String> SCHOOLS =
      List.of("城关镇第一小学", "城关镇初级中学", "青禾镇中心小学", "白鹭乡九年一贯制学校");

  /** Where values of kept rows are joined. */
  private static final String BETWEEN = "\u001F";

  private static final Pattern ID = Pattern.compile("990101[0-9]{11}[0-9Xx]");
  private static final Pattern NAME = Pattern.compile("[\\p{IsHan}·]{3,}");

  private static final Charset ISO = StandardCharsets.ISO_8859_1;
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("GB18030"));

  private Office office;
  private Set<String> ids;
  private Set<String> names;

  @BeforeAll
  void liveThroughTheNights(@TempDir Path folder) throws Exception {
    office = Sample.after(3, folder.resolve("home"));
    office.does("explain", office.finding(Sample.asOf(3), "overpaid", "高若涵"));
    List<String> rows = Index.rows(office, BETWEEN);
    ids = new TreeSet<>();
    for (String row : rows) {
      Matcher id = ID.matcher(row);
      while (id.find()) {
        ids.add(id.group());
      }
    }
    names = namesOf(rows);
    assertThat(ids).hasSizeGreaterThan(1200);
    assertThat(names).hasSizeGreaterThan(700).contains("祖拉·艾山", "高若涵", "陶墨豪");
  }

  /**
   * The values before ids, where names stand in two of the three lists, with the names of findings;
   * two characters may be a word.
   */
  private Set<String> namesOf(List<String> rows) throws IOException {
    Set<String> people = new TreeSet<>();
    for (String row : rows) {
      String[] values = row.split(BETWEEN, -1);
      for (int i = 1; i < values.length; i++) {
        if (ID.matcher(values[i]).matches() && NAME.matcher(values[i - 1]).matches()) {
          people.add(values[i - 1]);
        }
      }
    }
    for (String asOf : Sample.AS_OF) {
      for (Table.Row row : office.table(asOf, "findings.csv").rows()) {
        if (NAME.matcher(row.get("name")).matches()) {
          people.add(row.get("name"));
        }
      }
    }
    people.removeIf(name -> name.contains("学校") || name.contains("身份证"));
    return people;
  }

  @Test
  void theSearchWouldFindANameWhereOneStands() throws IOException {
    String all = Zip.words(office.report(Sample.asOf(3)).resolve("差异清单.xlsx"));
    assertThat(found(names, all)).contains("祖拉·艾山", "高若涵");
  }

  @Test
  void logsNameNobody() throws IOException {
    for (Path log : Office.files(office.home().resolve("logs"))) {
      namesNobody(log.getFileName().toString(), Files.readString(log));
    }
  }

  @Test
  void theBatchTablesNameNobody() throws SQLException {
    List<String> tables =
        Index.values(
            office,
            """
            select table_name from information_schema.tables
            where table_schema = 'PUBLIC' and table_name like 'BATCH\\_%' order by table_name
            """);
    assertThat(tables)
        .contains(
            "BATCH_JOB_EXECUTION",
            "BATCH_JOB_EXECUTION_CONTEXT",
            "BATCH_JOB_EXECUTION_PARAMS",
            "BATCH_JOB_INSTANCE",
            "BATCH_STEP_EXECUTION",
            "BATCH_STEP_EXECUTION_CONTEXT");
    for (String table : tables) {
      namesNobody(table, String.join("\n", Index.values(office, "select * from " + table)));
    }
  }

  @Test
  void theJournalNamesNobody() throws IOException {
    for (Path segment : Office.files(office.home().resolve("journal"))) {
      namesNobody(segment.getFileName().toString(), Files.readString(segment));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"data/run.json", "index.html", "data/links.csv", "data/undecided.csv"})
  void whatManyReadNamesNobody(String file) throws IOException {
    for (String asOf : Sample.AS_OF) {
      namesNobody(asOf + "/" + file, Files.readString(office.report(asOf).resolve(file)));
    }
  }

  private void namesNobody(String where, String text) {
    assertThat(found(ids, text)).as("ids in %s", where).isEmpty();
    assertThat(found(names, text)).as("names in %s", where).isEmpty();
  }

  private static List<String> found(Set<String> words, String text) {
    return words.stream().filter(text::contains).toList();
  }

  @Test
  void nothingThatIsPublishedHoldsAnUnmaskedId() throws IOException {
    for (Path file : Office.files(office.home().resolve("reports"))) {
      assertThat(found(ids, Zip.words(file))).as("%s", file).isEmpty();
    }
  }

  @Test
  void aSchoolsWorkbookNamesNoOtherSchool() throws IOException {
    List<Path> books = new ArrayList<>();
    for (String asOf : Sample.AS_OF) {
      books.addAll(Office.files(office.report(asOf).resolve("学校")));
    }
    assertThat(books).hasSize(12);
    for (Path book : books) {
      String own = book.getFileName().toString().replace(".xlsx", "");
      assertThat(SCHOOLS).contains(own);
      String words = Zip.words(book);
      for (String school : SCHOOLS) {
        if (!school.equals(own)) {
          assertThat(words).as("%s", book).doesNotContain(school);
        }
      }
    }
  }

  @Test
  void aSchoolsWorkbookHoldsTheNamesOfItsOwnFindingsOnly() throws IOException {
    for (String asOf : Sample.AS_OF) {
      Table findings = office.table(asOf, "findings.csv");
      for (String school : SCHOOLS) {
        Set<String> strangers = new TreeSet<>();
        findings.where(row -> !row.get("school").equals(school)).stream()
            .map(row -> row.get("name"))
            .filter(name -> NAME.matcher(name).matches())
            .forEach(strangers::add);
        findings.where(row -> row.get("school").equals(school)).stream()
            .map(row -> row.get("name"))
            .forEach(strangers::remove);
        Path book = office.report(asOf).resolve("学校").resolve(school + ".xlsx");
        assertThat(found(strangers, Zip.words(book))).as("%s", book).isEmpty();
      }
    }
  }

  @Test
  void theKeyIsForTheOwnerAlone() throws IOException {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(office.home().resolve("bidui.key"))))
        .isEqualTo("rw-------");
  }

  /** A stolen disk tells nobody's id and name: also not in two bytes a character, as files do. */
  @ParameterizedTest
  @ValueSource(strings = {"data", "archive", "keys", "journal"})
  void noIdAndNoNameCanBeReadInTheBytesOf(String folder) throws IOException {
    List<String> some = names.stream().filter(name -> name.hashCode() % 7 == 0).toList();
    assertThat(some).hasSizeGreaterThan(50);
    List<Path> files = Office.files(office.home().resolve(folder));
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertThat(ID.matcher(bytes).find()).as("an id in %s", file).isFalse();
      assertThat(ID.matcher(bytes.replace("\0", "")).find()).as("an id in %s", file).isFalse();
      for (Charset charset : CHARSETS) {
        assertThat(some.stream().filter(name -> bytes.contains(lying(name, charset))))
            .as("names as %s in %s", charset, file)
            .isEmpty();
      }
    }
  }

  @Test
  void theSearchWouldFindANameInBytes() {
    for (Charset charset : CHARSETS) {
      String bytes = "\u0001" + lying("高若涵", charset);
      assertThat(bytes).contains(new String("高若涵".getBytes(charset), ISO));
    }
    String wide = new String("990101201001010011".getBytes(StandardCharsets.UTF_16LE), ISO);
    assertThat(ID.matcher(wide.replace("\0", "")).find()).isTrue();
  }

  private static String lying(String name, Charset charset) {
    return new String(name.getBytes(charset), ISO);
  }

  @Test
  void archivedListsAreForTheOwnerAlone() throws IOException {
    for (Path blob : Office.files(office.home().resolve("archive"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(blob)))
          .isEqualTo("r--------");
    }
  }
}
