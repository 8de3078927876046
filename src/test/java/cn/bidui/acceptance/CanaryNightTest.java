package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.fixture.people.IdNumbers;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * A county of a thousand pupils, each with a name that stands nowhere else: after two nights every
 * byte that was written is searched, and each name is only where somebody has to act on it.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CanaryNightTest {

  private static final int PUPILS = 1000;
  private static final int SCHOOLS = 8;
  private static final List<String> NIGHTS = List.of("2025-11-03", "2025-11-04");
  private static final Pattern NAME = Pattern.compile("㛃[\u4E00-\u9FFF]{2}");
  private static final Pattern ID = Pattern.compile("990109[0-9]{11}[0-9Xx]");

  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("GB18030"));

  /** Where whole names may stand, of all schools. */
  private static final Pattern FOR_THE_BUREAU =
      Pattern.compile(
          "reports/[-0-9]+/(差异清单\\.xlsx|疑似辍学台账\\.xlsx|更正清单/.*|data/(findings|entitlements)\\.csv)");

  private final Map<String, Integer> pupils = new HashMap<>();
  private final Set<String> ids = new TreeSet<>();
  private Office office;
  private String said = "";
  private Set<String> temporaryBefore;

  @BeforeAll
  void liveThroughTwoNights(@TempDir Path folder) throws IOException {
    for (int i = 0; i < PUPILS; i++) {
      pupils.put(name(i), i);
      ids.add(id(i));
    }
    temporaryBefore = temporary();
    office = Office.open(folder.resolve("home"));
    for (String night : NIGHTS) {
      office.drop("学籍.csv", roll(night)).drop("监测.csv", households(night));
      for (int school = 0; school < SCHOOLS; school++) {
        office.drop(school(school) + "/受助.csv", aid(school, night));
      }
      said += office.run(night).all();
    }
  }

  private static String name(int i) {
    return "㛃" + (char) (0x5000 + i % 100) + (char) (0x6000 + i);
  }

  private static String id(int i) {
    return IdNumbers.ofOrder(LocalDate.of(2017, 10, 1).plusDays(i % 300), i % 1000);
  }

  private static String school(int i) {
    return "石桥镇第" + "一二三四五六七八".charAt(i % SCHOOLS) + "小学";
  }

  private static String township(int i) {
    return i % SCHOOLS < SCHOOLS / 2 ? "石桥镇" : "青禾镇";
  }

  private static byte[] roll(String night) {
    StringBuilder text = new StringBuilder("数据截止日期：" + night + "\n");
    text.append("学校名称,姓名,性别,身份证件号,年级,班级,就读方式,学籍状态\n");
    for (int i = 0; i < PUPILS; i++) {
      text.append(school(i)).append(',').append(name(i)).append(i % 2 == 1 ? ",男," : ",女,");
      text.append(id(i)).append(",二年级,1班,走读,正常\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] households(String night) {
    StringBuilder text = new StringBuilder("乡,村,户编号,户类型,监测对象类别,姓名,证件号码,与户主关系,在校生状况,数据日期\n");
    for (int i = 0; i < PUPILS; i++) {
      text.append(township(i)).append(",石桥村,99010101").append(10_000 + i).append(",脱贫户,,");
      text.append(name(i)).append(',').append(id(i)).append(",之子,小学,").append(night).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Every fourth is left out, every fifth row cannot be read. */
  private static byte[] aid(int school, String night) {
    StringBuilder text =
        new StringBuilder("数据截止日期：" + night + "\n学年,学期,学校名称,学段,年级,姓名,身份证件号,资助项目,实发金额\n");
    for (int i = school; i < PUPILS; i += SCHOOLS) {
      int turn = i / SCHOOLS;
      if (turn % 4 != 0) {
        text.append("2025-2026学年,第一学期,").append(school(i)).append(",小学,二年级,").append(name(i));
        text.append(',').append(id(i)).append(",家庭经济困难非寄宿生生活补助,");
        text.append(turn % 5 == 0 ? "三百" : "312.50").append('\n');
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Set<String> temporary() throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> names = new TreeSet<>();
      files.map(file -> file.getFileName().toString()).forEach(names::add);
      names.removeIf(name -> !name.matches("(poi|bidui-(feedback|unlocked)|book|notice).*"));
      return names;
    }
  }

  /** The canaries in a file, whatever way it may be written in, workbooks part by part. */
  private Set<String> in(Path file) throws IOException {
    Set<String> found = new TreeSet<>();
    if (file.toString().matches(".*\\.(xlsx|docx)")) {
      found.addAll(in(Zip.words(file)));
    }
    byte[] bytes = Files.readAllBytes(file);
    for (Charset charset : CHARSETS) {
      found.addAll(in(new String(bytes, charset)));
    }
    // UTF-16 that begins at an odd place.
    found.addAll(
        in(
            new String(
                bytes, Math.min(1, bytes.length), Math.max(0, bytes.length - 1), CHARSETS.get(1))));
    return found;
  }

  private Set<String> in(String text) {
    Set<String> found = new TreeSet<>();
    for (Matcher name = NAME.matcher(text); name.find(); ) {
      if (pupils.containsKey(name.group())) {
        found.add(name.group());
      }
    }
    for (Matcher id = ID.matcher(text); id.find(); ) {
      if (ids.contains(id.group())) {
        found.add(id.group());
      }
    }
    return found;
  }

  private String path(Path file) {
    return office.home().relativize(file).toString().replace('\\', '/');
  }

  /** Whether the place is one where this canary has to stand. */
  private boolean allowed(String path, String canary) {
    Integer pupil = pupils.get(canary);
    if (pupil == null) {
      // Rows that cannot be read go back whole to those who sent them.
      return path.matches("feedback/.*__未通过\\.xlsx");
    }
    return FOR_THE_BUREAU.matcher(path).matches()
        || path.contains("/学校/" + school(pupil) + ".xlsx")
        || path.contains("/乡镇/" + township(pupil) + ".xlsx")
        || path.startsWith("feedback/" + school(pupil) + "/")
        || path.matches("reports/[-0-9]+/清单/.*");
  }

  @Test
  void theSearchFindsTheCanariesWhereTheyMustBe() throws IOException {
    assertThat(pupils).hasSize(PUPILS);
    Path all = office.report(NIGHTS.get(1)).resolve("差异清单.xlsx");
    assertThat(in(all)).hasSizeGreaterThan(240);
    for (int i = 0; i < SCHOOLS; i++) {
      Path own = office.report(NIGHTS.get(1)).resolve("学校").resolve(school(i) + ".xlsx");
      assertThat(in(own)).as("%s", own).hasSizeGreaterThan(25);
    }
  }

  @Test
  void eachCanaryIsOnlyWhereItMayBe() throws IOException {
    Set<String> leaks = new TreeSet<>();
    for (Path file : Office.files(office.home())) {
      String path = path(file);
      in(file).stream()
          .filter(canary -> !allowed(path, canary))
          .limit(1)
          .forEach(each -> leaks.add(path));
    }
    assertThat(leaks).isEmpty();
  }

  @Test
  void theScreenNamesNobody() {
    assertThat(said).isNotBlank();
    assertThat(in(said)).isEmpty();
  }

  @Test
  void nothingIsLeftInTheFolderThatTheMachineShares() throws IOException {
    assertThat(temporary()).isEqualTo(temporaryBefore);
    assertThat(office.home().resolve("data/scratch")).isEmptyDirectory();
  }

  @Test
  void workbooksTellNeitherWhoMadeThemNorWhere() throws IOException {
    String home = office.home().toString();
    String user = System.getProperty("user.name");
    for (Path file : Office.files(office.home())) {
      if (file.toString().endsWith(".xlsx") && !path(file).startsWith("archive")) {
        Map<String, String> parts = Zip.parts(file);
        assertThat(parts.values()).as(path(file)).noneMatch(part -> part.contains(home));
        assertThat(parts.get("docProps/core.xml"))
            .contains("<dc:creator>Bidui</dc:creator>")
            .doesNotContain("lastModifiedBy", ">" + user + "<");
        assertThat(parts.get("docProps/app.xml")).doesNotContain("<Company>", "<Manager>");
      }
    }
  }

  @Test
  void pagesAndTablesTellNoPlaceOfThisMachine() throws IOException {
    String home = office.home().toString();
    for (Path file : Office.files(office.home().resolve("reports"))) {
      if (file.toString().matches(".*\\.(html|csv|json|txt)")) {
        assertThat(Files.readString(file)).as(path(file)).doesNotContain(home);
      }
    }
  }
}
