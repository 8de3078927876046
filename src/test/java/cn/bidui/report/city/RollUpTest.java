package cn.bidui.report.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.report.Opened;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a city shows of its counties. */
class RollUpTest extends CityOfTwo {

  @Test
  void theCountiesStandSideBySideWithTheirSum() throws IOException {
    assertThat(sheet("汇总"))
        .startsWith("汇总（截至 2026-11-22）")
        .contains(
            "东山县|2026-11-22|计入|4|2|1|0|2|1|2|1875.00",
            "西河县|2026-11-22|计入|3|3|0|1|0|1|1|312.50",
            "合计（计入 2 个区县）|||7|5|1|1|2|2|3|2187.50");
  }

  @Test
  void rulesHaveAColumnForEachCounty() throws IOException {
    assertThat(sheet("问题"))
        .contains("问题|东山县|西河县|合计|没有核对这一类的", "应助未助|3|1|4", "疑似失学|1|1|2", "身份待认定|0|1|1", "合计|4|3|7");
  }

  @Test
  void everyStateOfARuleIsInTheDetails() throws IOException {
    assertThat(sheet("问题明细")).contains("东山县|应助未助|50|2|1|0|3|1|0", "西河县|疑似失学|50|1|0|0|1|0|1");
  }

  @Test
  void goalsAddUpNumeratorsAndDenominators() throws IOException {
    assertThat(sheet("三零三百"))
        .contains(
            "零误差① 在校生|东山县|90|100|90.00 %|10",
            "零误差① 在校生|西河县|80|100|80.00 %|20",
            "零误差① 在校生|合计（计入 2 个区县）|170|200|85.00 %|30",
            "零误差③ 资助发放|东山县|–|–|–|–|未核对：缺实际发放名单",
            "零误差③ 资助发放|合计（计入 0 个区县）|–|–|–|–|未计入：东山县（未核对）、西河县（未核对）");
  }

  @Test
  void whoWaitsForTwoProgramsIsOnePerson() throws IOException {
    assertThat(sheet("应助未助"))
        .contains(
            "东山县|2026秋|义务教育家庭经济困难学生生活补助|2|1|1375.00|750.00",
            "东山县|2026秋|营养改善计划|1|0|500.00|0.00",
            "东山县 小计||全部项目（一人多项只计一人）|2|1|1875.00|750.00",
            "合计（计入 2 个区县）|2026秋|义务教育家庭经济困难学生生活补助|3|1|1687.50|750.00",
            "合计（计入 2 个区县）||全部项目（一人多项只计一人）|3|1|2187.50|750.00");
  }

  @Test
  void dropoutsAreToldByStage() throws IOException {
    assertThat(sheet("疑似辍学"))
        .contains(
            "东山县|小学|0|0|1|1|0|0|学籍消失、小升初断档、在籍不在校、残疾儿童未安置",
            "东山县|初中|0|0|0|0|1|0|学籍消失、小升初断档、在籍不在校、残疾儿童未安置",
            "西河县|其他或未写明|0|0|0|0|0|1|学籍消失、小升初断档、在籍不在校、残疾儿童未安置",
            "合计（计入 2 个区县）|全部学段|1|0|1|2|1|1");
  }

  @Test
  void nothingComparedIsADashAndNeverZero() throws IOException {
    counties.remove(1);
    given(
        "西河县",
        new PublishedCounty("西河县").blind("unfunded-eligible").blind(NEVER).blind("leave-expired"));

    assertThat(sheet("汇总"))
        .contains("西河县|2026-11-22|计入|0|0|0|0|0|–|–|–", "合计（计入 2 个区县）|||4|2|1|0|2|1|2|1875.00");
    assertThat(Opened.rows(folder.resolve("out/市级汇总.xlsx"), "应助未助"))
        .contains("西河县|||–|–|–|–|未核对：缺民政名单")
        .contains("合计（计入 1 个区县）||全部项目（一人多项只计一人）|2|1|1875.00|750.00|未计入：西河县（未核对）");
    assertThat(Opened.rows(folder.resolve("out/市级汇总.xlsx"), "疑似辍学"))
        .contains("西河县||–|–|–|–|–|–|疑似失学、学籍消失、休学期满未复学、小升初断档、在籍不在校、残疾儿童未安置");
    assertThat(csv())
        .contains("西河县,counted,unfunded,,,people,")
        .contains("西河县,counted,goal,enrolled-exact,,right,90");
  }

  @Test
  void aCountyWithoutFindingsIsZero() throws IOException {
    given("北原县", new PublishedCounty("北原县"));

    assertThat(sheet("应助未助")).contains("北原县 小计||全部项目（一人多项只计一人）|0|0|0.00|0.00");
    assertThat(csv()).contains("北原县,counted,unfunded,,,people,0");
  }

  @ParameterizedTest
  @CsvSource({"3, held, 该县当晚有暂缓的数据", "70, stopped, 该县当晚没有正常结束（退出码 70）"})
  void aNightThatDidNotEndWellIsCountedApart(int exit, String code, String title)
      throws IOException {
    given("南坪县", new PublishedCounty("南坪县").exit(exit).held(1).unfunded("P1", "new", SURE, "1.00"));

    assertThat(sheet("汇总"))
        .anyMatch(row -> row.startsWith("南坪县|2026-11-22|单列|1|1|0|0|0|0|1|1.00|" + title))
        .contains("合计（计入 2 个区县）|||7|5|1|1|2|2|3|2187.50|未计入：南坪县（单列）")
        .contains("单列小计（1 个区县，不在合计内）|||1|1|0|0|0|0|1|1.00");
    assertThat(Files.readString(folder.resolve("out/data/roll-up.json")))
        .contains("\"code\" : \"" + code + "\"");
  }

  @Test
  void aNightThatRefusedSomeInputIsCountedAndNamed() throws IOException {
    given("南坪县", new PublishedCounty("南坪县").exit(2).unfunded("P1", "new", SURE, "1.00"));

    assertThat(sheet("汇总"))
        .contains("南坪县|2026-11-22|计入|1|1|0|0|0|0|1|1.00|该县当晚有退回的文件，照已收下的名单计入，数字可能不齐")
        .anyMatch(row -> row.startsWith("合计（计入 3 个区县）|||8|6|1|"))
        .noneMatch(row -> row.startsWith("单列小计"));
    assertThat(Opened.rows(folder.resolve("out/市级汇总.xlsx"), "缺报与待核"))
        .anyMatch(row -> row.startsWith("南坪县|计入|该县当晚有退回的文件"));
    assertThat(read().remarks(Messages.ZH))
        .containsExactly("南坪县：该县当晚有退回的文件，照已收下的名单计入，数字可能不齐。由该县按反馈改好退回的文件，重报后再核对。");
  }

  @Test
  void aNightThatDoesNotBalanceIsCountedApart() throws IOException {
    given("南坪县", new PublishedCounty("南坪县").unbalanced());

    assertThat(sheet("缺报与待核")).anyMatch(row -> row.startsWith("南坪县|单列|该县当晚账目不平|由该县查看"));
  }

  @Test
  void aNightOfAnotherDayIsCountedApart() throws IOException {
    given("南坪县", new PublishedCounty("南坪县").asOf("2026-11-21"));

    assertThat(sheet("汇总")).anyMatch(row -> row.endsWith("核对日期是 2026-11-21，不是汇总日 2026-11-22"));
  }

  @Test
  void theDayCanBeChosen() {
    given("南坪县", new PublishedCounty("南坪县").asOf("2026-11-21"));
    RollUp chosen = RollUp.read(counties, LocalDate.of(2026, 11, 21));

    assertThat(chosen.asOf()).contains(LocalDate.of(2026, 11, 21));
    assertThat(chosen.counted()).isEqualTo(1);
    assertThat(chosen.apart()).isEqualTo(2);
  }

  @Test
  void oneNightGivenForTwoCountiesCountsForNeither() throws IOException {
    new PublishedCounty("西河县").write(folder.resolve("copy"));
    counties.add(new CountyFolder("南坪县", "", folder.resolve("copy")));

    assertThat(read().counted()).isEqualTo(1);
    assertThat(read().remarks(Messages.EN))
        .containsExactly(
            "南坪县 (apart): this is the same night as that of 西河县. Find out which one is in the"
                + " wrong place, and name that county's own folder.",
            "西河县 (apart): this is the same night as that of 南坪县. Find out which one is in the"
                + " wrong place, and name that county's own folder.");
  }

  @Test
  void theNewestNightOfAWorkFolderIsTaken() {
    counties.clear();
    Path home = folder.resolve("home");
    new PublishedCounty("旧").asOf("2026-11-20").write(home);
    new PublishedCounty("新").asOf("2026-11-21").write(home);
    counties.add(new CountyFolder("", "home", home));

    assertThat(read().asOf()).contains(LocalDate.of(2026, 11, 21));
  }

  @Test
  void theDataFolderItselfWillDo() {
    counties.clear();
    Path night = new PublishedCounty("新").write(folder.resolve("home"));
    counties.add(new CountyFolder("", "home", night.resolve("data")));

    assertThat(read().counted()).isEqualTo(1);
  }

  @Test
  void aCountyIsCalledAsItIsNamedElseByItsUnitElseByItsFolder() throws IOException {
    counties.clear();
    counties.add(
        new CountyFolder("甲", "x", new PublishedCounty("1").unit("u").write(folder.resolve("1"))));
    counties.add(
        new CountyFolder("", "x", new PublishedCounty("2").unit("乙").write(folder.resolve("2"))));
    counties.add(new CountyFolder("", "丙", new PublishedCounty("3").write(folder.resolve("3"))));

    assertThat(sheet("问题")).contains("问题|丙|乙|甲|合计|没有核对这一类的");
  }

  @Test
  void aNameIsShownAsItIsAndNeverObeyed() throws IOException {
    given("<b>南坪\u202e县&", finding());
    published();

    assertThat(Files.readString(folder.resolve("out/index.html")))
        .contains("&lt;b&gt;南坪&lt;U+202E&gt;县&amp;")
        .doesNotContain("<b>南");
  }

  @Test
  void twoCountiesOfOneNameAreNoticed() {
    counties.add(new CountyFolder("东山县", "", folder.resolve("nowhere")));

    assertThat(read().doubledName()).contains("东山县");
  }

  @Test
  void whereNobodyCanBeReadThereIsNoDay() {
    RollUp nothing =
        RollUp.read(
            List.of(new CountyFolder("东山县", "", folder.resolve("nowhere"))),
            LocalDate.of(2026, 11, 22));

    assertThat(nothing.asOf()).isEmpty();
    assertThat(nothing.counties()).isEqualTo(1);
  }

  @Test
  void whereEveryCountyIsApartTheTotalsAreDashes() throws IOException {
    counties.clear();
    given("南坪县", finding().exit(3).withoutRoll().held(2));

    assertThat(sheet("汇总"))
        .anyMatch(row -> row.startsWith("合计（计入 0 个区县）|||–|–|–|–|–|–|–|–|未计入：南坪县（单列）"));
    assertThat(Opened.rows(folder.resolve("out/市级汇总.xlsx"), "缺报与待核"))
        .anyMatch(row -> row.contains("|学籍名单|") && row.endsWith("|2|0|0"));
    assertThat(Opened.rows(folder.resolve("out/市级汇总.xlsx"), "问题")).contains("合计|1|–|未计入：南坪县（单列）");
    assertThat(Files.readString(folder.resolve("out/index.html")))
        .contains("没有可以相加的数字")
        .doesNotContain("应发 0", "新增和重开 0 个");
    assertThat(csv())
        .contains("\"\",total,rule,unfunded-eligible,,open,", "\"\",total,unfunded,,,due,");
  }

  @Test
  void aRuleThatOneCountyDoesNotKnowIsADashThere() throws IOException {
    Path data = given("南坪县", new PublishedCounty("南坪县"));
    spoil(data.resolve("run.json"), "\"leave-expired\"", "\"rule-of-later\"");

    assertThat(sheet("问题"))
        .contains("休学期满未复学|0|–|0|0|未计入：南坪县（未核对）", "rule-of-later|–|0|–|0|未计入：东山县（未核对）、西河县（未核对）");
    assertThat(Opened.rows(folder.resolve("out/市级汇总.xlsx"), "问题明细"))
        .contains("南坪县|休学期满未复学|–|–|–|–|–|–|–|该县的程序版本没有这一条");
  }

  private static Map<String, byte[]> bytes(Path target) throws IOException {
    Map<String, byte[]> bytes = new TreeMap<>();
    try (Stream<Path> all = Files.walk(target)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        bytes.put(target.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return bytes;
  }

  @Test
  void theOrderInWhichCountiesAreGivenChangesNoByte() throws IOException {
    given("南坪县", finding().exit(2));
    Map<String, byte[]> first = bytes(published());
    Collections.reverse(counties);
    read().publish(folder.resolve("again"));

    assertThat(first.keySet())
        .containsExactly("data/roll-up.csv", "data/roll-up.json", "index.html", "市级汇总.xlsx");
    bytes(folder.resolve("again"))
        .forEach((file, content) -> assertThat(content).as(file).isEqualTo(first.get(file)));
  }

  @Test
  void nothingOfAnyPersonReachesTheCity() throws IOException {
    given("南坪县", finding().held(3));
    Path target = published();
    List<String> parts = new ArrayList<>(Opened.parts(target.resolve("市级汇总.xlsx")).values());
    for (Map.Entry<String, byte[]> file : bytes(target).entrySet()) {
      parts.add(new String(file.getValue(), StandardCharsets.UTF_8));
    }

    assertThat(parts)
        .hasSizeGreaterThan(10)
        .allSatisfy(part -> assertThat(part).doesNotContain("金丝雀", "990101", "青禾", "CANARY"));
  }

  @Test
  void thePageTellsOfEachGoalWhoIsNotInItsTotal() throws IOException {
    given("南坪县", finding().exit(3));
    published();

    assertThat(Files.readString(folder.resolve("out/index.html")))
        .contains(
            "<td>合计（计入且比对过的区县）</td>\n<td>170/200（85.00 %）</td>",
            "<td>不在合计内</td>\n<td>未计入：南坪县（单列）</td>", "<td>未计入：东山县（未核对）、南坪县（单列）、西河县（未核对）</td>");
  }

  @Test
  void thePageAsksNothingOfAnotherPlace() throws IOException {
    String page = Files.readString(published().resolve("index.html"));

    assertThat(page)
        .contains("default-src 'none'", "<svg", "市级汇总.xlsx".substring(4))
        .doesNotContain("<script", "http://", "src=");
  }

  @Test
  void whereTheTargetCannotBeWrittenThereIsNothing() throws IOException {
    Path target = Files.createDirectories(folder.resolve("out"));
    Files.writeString(target.resolve("mine.txt"), "mine");

    assertThatThrownBy(() -> read().publish(target)).isInstanceOf(IOException.class);
    assertThat(bytes(target).keySet()).containsExactly("mine.txt");
    assertThat(folder.resolve(".staging-out")).doesNotExist();
  }

  @Test
  void whatAKilledRollUpLeftBehindIsSweptAway() throws IOException {
    Files.createDirectories(folder.resolve(".staging-out/data"));
    Files.writeString(folder.resolve(".staging-out/data/old"), "");

    assertThat(bytes(published()).keySet()).hasSize(4);
    assertThat(folder.resolve(".staging-out")).doesNotExist();
  }
}
