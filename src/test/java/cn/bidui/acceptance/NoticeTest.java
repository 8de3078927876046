package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Entry;
import cn.bidui.plan.TellingWords;
import cn.bidui.source.ListKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code bidui notice}: who gets a program's aid, with what may be made public and nothing else.
 */
@TestInstance(Lifecycle.PER_CLASS)
class NoticeTest {

  private static final String LIVING = "living-allowance";
  private static final Pattern LINE =
      Pattern.compile("<tr><td[^>]*>\\d+</td>(.*?)</tr>", Pattern.DOTALL);

  /** A name, with a blank in it or not, before its grade. */
  private static final Pattern NAME = Pattern.compile("^(\\S+)(?: (\\S+))? \\S+年级 .*$");

  private static final Pattern CELL = Pattern.compile("<td>(.*?)</td>");

  private Path folder;
  private Office lived;
  private int next;

  @BeforeAll
  void liveThreeNights(@TempDir Path temporary) throws IOException {
    folder = temporary;
    lived = Sample.after(3, folder.resolve("lived"));
  }

  private Path out() {
    return folder.resolve("out-" + ++next);
  }

  private static Office.Said notice(Office office, Path out, String... words) {
    List<String> line = new ArrayList<>(List.of("notice", "--from", "2025-11-10"));
    line.addAll(List.of("--out", out.toString()));
    List<String> said = Arrays.asList(words);
    line.addAll(said);
    if (!said.contains("--term")) {
      line.addAll(List.of("--term", "2025秋"));
    }
    if (!said.contains("--program")) {
      line.addAll(List.of("--program", LIVING));
    }
    return office.does(line.toArray(String[]::new));
  }

  /** By school: the cells of each line, number aside, as they stand. */
  private static SortedMap<String, List<String>> lines(Path out) throws IOException {
    SortedMap<String, List<String>> lines = new TreeMap<>();
    for (Path file : Office.files(out)) {
      String name = file.getFileName().toString();
      if (name.endsWith("公示名单.html")) {
        lines.put(name.replace("公示名单.html", ""), linesOf(Files.readString(file)));
      }
    }
    return lines;
  }

  private static List<String> linesOf(String page) {
    return LINE.matcher(page)
        .results()
        .map(
            line ->
                String.join(
                    " ", CELL.matcher(line.group(1)).results().map(cell -> cell.group(1)).toList()))
        .toList();
  }

  /** All that is written, every part of every workbook included. */
  private static String words(Path out) throws IOException {
    StringBuilder words = new StringBuilder();
    for (Path file : Office.files(out)) {
      words.append(file).append('\n').append(Zip.words(file)).append('\n');
    }
    return words.toString();
  }

  @ParameterizedTest
  @ValueSource(longs = {20251110, 7, 990101})
  void nothingButTheLawfulFieldsLeaves(long seed) throws IOException {
    NoticeCounty county = new NoticeCounty(seed, 240);
    Office office = Office.open(folder.resolve("county-" + seed));
    county.drop(office);
    Office.Said night = office.run("2025-11-03", "--quiet");
    // 3: no household list is there, which no notice asks for.
    assertThat(night.exit()).as(night.all()).isIn(2, 3);
    Path out = out();

    Office.Said said = notice(office, out);

    assertThat(said.exit()).as(said.all()).isEqualTo(county.leftOut() > 0 ? 2 : 0);
    SortedMap<String, List<String>> lines = lines(out);
    assertThat(lines.keySet()).containsExactlyElementsOf(county.schools());
    lines.forEach(
        (school, own) ->
            assertThat(own).containsExactlyInAnyOrderElementsOf(county.expected(school)));
    String words = words(out) + said.all();
    assertThat(county.canaries()).hasSizeGreaterThan(1000).noneMatch(words::contains);
    assertThat(TellingWords.in(words(out))).isFalse();
    assertThat(Office.files(out)).hasSize(2 * county.schools().size());
    assertThat(said.all()).doesNotContain("测㛃", "测𠅤", "测嘉");
  }

  @Test
  void majorsOfAVocationalSchoolAreTaken() throws IOException {
    NoticeCounty county = new NoticeCounty(5, 120);
    Office office = Office.open(folder.resolve("vocational"));
    county.drop(office);
    office.run("2025-11-03", "--quiet");
    Path out = out();

    Office.Said said = notice(office, out, "--program", "vocational-grant");

    String school = NoticeCounty.vocationalSchool();
    assertThat(lines(out).keySet()).as(said.all()).containsExactly(school);
    assertThat(lines(out).get(school)).containsExactlyInAnyOrderElementsOf(county.expected(school));
    String words = words(out);
    assertThat(county.canaries()).noneMatch(words::contains);
  }

  /** Held against what the night published of the same grants. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyNightsGrantsAreTheOnesThatArePrinted(int night) throws IOException {
    Path out = out();

    Office.Said said = notice(lived, out, "--as-of", Sample.asOf(night));

    assertThat(said.exit()).as(said.all()).isZero();
    Set<String> published = new TreeSet<>();
    for (Table.Row row : lived.table(Sample.asOf(night), "entitlements.csv").rows()) {
      if (row.get("program").equals(LIVING)
          && row.get("term").equals("2025秋")
          && !row.get("granted").isEmpty()) {
        published.add(row.get("name").replaceAll("[\\s\\p{Z}]", ""));
      }
    }
    Set<String> printed = new TreeSet<>();
    lines(out)
        .values()
        .forEach(own -> own.forEach(line -> printed.add(NAME.matcher(line).replaceAll("$1$2"))));
    assertThat(printed).hasSizeGreaterThan(200).isEqualTo(published);
    assertThat(said.out()).contains("核对日期 " + Sample.asOf(night));
  }

  @Test
  void itChangesNothingAndGivesTheSameBytesAgain() throws IOException {
    SortedMap<String, String> before = Office.digests(lived.home());
    Path first = out();
    Path second = out();

    notice(lived, first);
    notice(lived, second);

    assertThat(Office.digests(lived.home())).isEqualTo(before);
    assertThat(Office.digests(second)).isEqualTo(Office.digests(first)).hasSize(8);
  }

  @Test
  void oneSchoolAloneCanBeAskedFor() throws IOException {
    Path out = out();

    Office.Said said =
        notice(lived, out, "--school", "青禾镇中心小学", "--days", "7", "--contact", "资助办 0000-1234567");

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(lines(out).keySet()).containsExactly("青禾镇中心小学");
    assertThat(said.out())
        .contains("1 所学校", "公示期 2025-11-10 至 2025-11-18，7 个工作日", "最迟 2025-11-19 撤下")
        .contains("项目“义务教育家庭经济困难学生生活补助”公示时称“义务教育学生生活补助”")
        .doesNotContain("手填");
    assertThat(words(out)).contains("资助办 0000-1234567").doesNotContain("城关镇第一小学");
  }

  @Test
  void itSpeaksEnglishOnTheScreenAndChineseOnTheWall() throws IOException {
    Path out = out();

    Office.Said said = notice(lived, out, "--lang", "en");

    assertThat(said.out()).contains("Wrote the public lists of 4 schools", "To be taken down by");
    assertThat(words(out)).contains("受助学生名单公示");
  }

  @Test
  void aCorrectedRowIsPrinted() throws IOException {
    Office office = Sample.after(1, folder.resolve("corrected"));
    Path before = out();
    notice(office, before);
    byte[] corrected;
    Path answer = office.feedback().resolve("受助学生名单_20251102__未通过.xlsx");
    try (ReturnedAnswer open = ReturnedAnswer.open(answer)) {
      open.correct(2, "应发金额", "312.50");
      corrected = open.bytes();
    }
    office.drop("受助学生名单_20251102__未通过.xlsx", corrected);
    office.run(Sample.asOf(1), "--quiet");
    Path after = out();

    notice(office, after);

    assertThat(lines(before).get("城关镇第一小学")).doesNotContain("康君瀚 一年级 一年级1班");
    assertThat(lines(after).get("城关镇第一小学"))
        .contains("康君瀚 一年级 一年级1班")
        .hasSize(lines(before).get("城关镇第一小学").size() + 1);
  }

  @Test
  void rowsThatCannotBePrintedAreCountedWithTheirPlaces() throws IOException {
    Office office = Office.open(folder.resolve("left-out"));
    String head = "学年,学期,学校名称,年级,班级,姓名,身份证件号,资助项目,应发金额\r\n";
    String row = "2025-2026学年,第一学期,%s,三年级,%s,%s,%s,寄宿生生活补助,625\r\n";
    office.drop(
        "受助学生名单_20251102.csv",
        (head
                + row.formatted("", "1班", "测试甲", "990101201309051239")
                + row.formatted("某县一小", "1班（孤儿）", "测试乙（低保）", "990102201202290041")
                + row.formatted("某县一小", "1班", "测试丙低保", "990101201309051255"))
            .getBytes(StandardCharsets.UTF_8));
    office.run("2025-11-03", "--quiet");
    Path out = out();

    Office.Said said = notice(office, out);

    assertThat(said.exit()).as(said.all()).isEqualTo(2);
    assertThat(said.out())
        .contains("没有学校，没有列入：1 行\n    受助学生名单_20251102.csv  第 2 行\n")
        .contains("姓名照列：\n    受助学生名单_20251102.csv  第 3 行\n")
        .contains("更正后再写一次\n    受助学生名单_20251102.csv  第 4 行\n")
        .contains("有 3 名学生在本校学籍里没有找到")
        .doesNotContain("测试");
    assertThat(lines(out).get("某县一小")).containsExactly("测试乙 三年级");
  }

  @Test
  void aSchoolsOwnRollStandsForItsPupilsAndTheDeadAreNotNamed() throws IOException {
    Office office = Office.open(folder.resolve("own-roll"));
    String roll = "姓名,身份证件号,学校名称,年级,班级,学籍状态\r\n";
    office.drop(
        "学籍在籍学生_20251101.csv",
        (roll
                + "测试甲,990101201309051239,某县一小,三年级,1班,在读\r\n"
                + "测试乙,990102201202290041,某县一小,三年级,1班,死亡\r\n"
                + "测试丙,990101201309051255,某县二小,三年级,1班,在读\r\n")
            .getBytes(StandardCharsets.UTF_8));
    office.drop(
        "某县一小/一小学籍在籍学生_20251102.csv",
        (roll
                + "测试甲,990101201309051239,某县一小,三年级,9班,在读\r\n"
                + "测试乙,990102201202290041,某县一小,三年级,9班,死亡\r\n")
            .getBytes(StandardCharsets.UTF_8));
    String grant = "2025-2026学年,第一学期,%s,%s,%s,寄宿生生活补助,625\r\n";
    office.drop(
        "受助学生名单_20251102.csv",
        ("学年,学期,学校名称,姓名,身份证件号,资助项目,应发金额\r\n"
                + grant.formatted("某县一小", "测试甲", "990101201309051239")
                + grant.formatted("某县一小", "测试甲", "990101201309051239")
                + grant.formatted("某县一小", "测试乙", "990102201202290041")
                + grant.formatted("某县二小", "测试丙", "990101201309051255"))
            .getBytes(StandardCharsets.UTF_8));
    office.run("2025-11-03", "--quiet");
    Path out = out();

    Office.Said said = notice(office, out);

    assertThat(said.exit()).as(said.all()).isEqualTo(2);
    assertThat(lines(out))
        .containsEntry("某县一小", List.of("测试甲 三年级 9班"))
        .containsEntry("某县二小", List.of("测试丙 三年级 1班"))
        .hasSize(2);
    assertThat(said.out()).contains("重复的受助记录，多出的 1 行", "学籍状态是死亡，没有列入：1 行").doesNotContain("没有找到");
    assertThat(notice(office, out(), "--school", "某县二小").out())
        .contains("1 所学校", "共 1 人")
        .doesNotContain("重复", "死亡");
  }

  @Test
  void aTitleThatWouldTellACategoryIsReplaced() throws IOException {
    Office office = lived.copiedTo(folder.resolve("neutral"));
    Path jobs = office.home().resolve("jobs");
    copy(Path.of("jobs"), jobs);
    Path national = jobs.resolve("policies/national.yml");
    Files.writeString(
        national, Files.readString(national).replaceAll("(?m)^ +public-title: 义务教育学生生活补助$", ""));
    Path out = out();

    Office.Said said = notice(office, out);

    assertThat(said.out()).contains("公示时称“学生资助”");
    assertThat(words(out)).contains("2025年秋季学期学生资助受助学生名单公示").doesNotContain("困难");
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path file : Office.files(from)) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }

  private static void refused(Office.Said said, String... words) {
    assertThat(said.exit()).as(said.all()).isEqualTo(64);
    assertThat(said.err()).contains(words);
    assertThat(said.out()).isEmpty();
  }

  @Test
  void mistakesOnTheCommandLineAreTold() throws IOException {
    refused(notice(lived, out(), "--term", "去年"), "学期“去年”无法识别");
    refused(notice(lived, out(), "--program", "gone"), "没有代码为“gone”的资助项目", LIVING);
    refused(notice(lived, out(), "--days", "0"), "写 1 到 60");
    refused(notice(lived, out(), "--days", "61"), "写 1 到 60");
    refused(notice(lived, lived.home()), "已经有文件");
    refused(notice(lived, lived.home().resolve("bidui.yml")), "已经有文件");
    refused(lived.does("notice", "--term", "2025秋"), "--program", "--from", "--out");
  }

  @Test
  void nobodyIsToldApartFromNothingLookedAt() throws IOException {
    refused(notice(lived, out(), "--term", "2031春"), "没有 2031春 的受助记录");
    refused(notice(lived, out(), "--program", "student-loan"), "没有一行是“国家助学贷款”");
    refused(notice(lived, out(), "--school", "测试小学"), "没有“测试小学”的学生", "青禾镇中心小学");
    refused(notice(lived, out(), "--as-of", "2025-11-02"), "2025-11-02 及以前没有发布过");
    Office empty = Office.open(folder.resolve("empty"));
    refused(notice(empty, out()), "先运行 bidui run");
    refused(notice(new Office(folder.resolve("nowhere")), out()), "nowhere");
  }

  @Test
  void aListThatIsGoneFromTheArchiveIsNotPassedOver() throws IOException {
    Office office = lived.copiedTo(folder.resolve("gone"));
    List<Entry.Published> nights = office.journal(Entry.Published.class);
    String sha256 =
        nights.get(nights.size() - 1).effective().stream()
            .filter(batch -> batch.list() == ListKind.ROLL)
            .map(batch -> batch.file().sha256())
            .findFirst()
            .orElseThrow();
    Path kept =
        office
            .home()
            .resolve("archive")
            .resolve(sha256.substring(0, 2))
            .resolve(sha256.substring(2));
    Files.delete(kept);
    Path out = out();

    assertThat(notice(office, out).exit()).isEqualTo(74);
    assertThat(out).doesNotExist();
  }
}
