package cn.bidui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code bidui policy check} and {@code bidui policy show}, in process. */
class PolicyCommandTest {

  private static final String NATIONAL =
      """
      title: 测试国家政策
      level: national
      groups:
        poor: [lifted-out, orphan]
      programs:
        - {code: meal, name: 餐费补助, spellings: [餐补]}
        - {code: stay, name: 住校补助}
        - {code: road, name: 路费补助, payer: hukou}
        - {code: loan, name: 贷款, payer: hukou}
        - {code: free, name: 免费}
        - {code: tier, name: 分档补助}
      standards:
        - {program: meal, stages: [primary], from: 2020秋, to: 2024秋, yearly: 800, eligible: [poor],
           source: 国发〔2020〕1号 一}
        - {program: meal, stages: [primary], from: 2025春, yearly: 1000, eligible: [poor],
           source: 国发〔2025〕1号 一}
        - {program: stay, stages: [primary], boarding: boarder, from: 2020秋, least: 1000, most: 3000,
           average: 2000, eligible: [poor], source: 国发〔2020〕1号 二}
        - {program: road, stages: [college], grades: [1], province: other, from: 2020秋, once: 1000,
           eligible: [poor], source: 国发〔2020〕1号 三}
        - {program: loan, stages: [college], from: 2020秋, most: 12000, eligible: [poor],
           source: 国发〔2020〕1号 四}
        - {program: free, stages: [primary, college], from: 2020秋, local: true,
           eligible: [everyone], source: 国发〔2020〕1号 五}
        - {program: tier, stages: [college], entered: {from: 2018秋, to: 2024秋}, from: 2020秋,
           tiers: [1000, 2000], average: 1500, eligible: [orphan], source: 国发〔2020〕1号 六}
        - {program: tier, stages: [college], entered: {from: 2025秋}, from: 2025秋, average: 1600,
           source: 国发〔2020〕1号 六}
      """;

  private static final String COUNTY =
      """
      title: 测试县政策
      level: county
      continues:
        - {program: stay, source: 县发〔2025〕2号}
      standards:
        - {program: meal, stages: [primary], from: 2025春, yearly: 1200, eligible: [lifted-out],
           source: 县发〔2025〕1号}
        - {program: tier, stages: [college], entered: {to: 2018秋}, from: 2020秋, termly: 50,
           eligible: [lifted-out], source: 县发〔2025〕1号}
      """;

  @TempDir private Path home;

  private record Told(int exit, List<String> out, List<String> err) {}

  private Told bidui(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Bidui.commandLine(arguments);
    int exit =
        line.setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Told(exit, out.toString().lines().toList(), err.toString().lines().toList());
  }

  private Path write(String name, String text) throws IOException {
    Path file = home.resolve("jobs").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @BeforeEach
  void writePolicies() throws IOException {
    write("policies/national.yml", NATIONAL);
    write("policies/county.yml", COUNTY);
    write("nightly/job.yml", "title: 夜间核对\npolicies: [national, county]\n");
  }

  @Test
  void checkTellsWhatItChecked() {
    Told told = bidui("policy", "check", "--home", home.toString());

    assertThat(told.err()).isEmpty();
    assertThat(told.exit()).isZero();
    assertThat(told.out())
        .containsExactly(
            "检查了政策文件 2 个：资助项目 6 个、标准 10 行，没有发现问题",
            "  jobs/policies/county.yml：县，测试县政策；项目 0 个，标准 2 行",
            "  jobs/policies/national.yml：国家，测试国家政策；项目 6 个，标准 8 行");
  }

  @Test
  void checkTellsOfTitlesThatTellACategory() throws IOException {
    write(
        "policies/county.yml",
        COUNTY.replace("continues:", "programs:\n  - {code: own, name: 孤儿补助}\ncontinues:"));

    Told told = bidui("policy", "check", "--home", home.toString());

    assertThat(told.exit()).isZero();
    assertThat(told.err()).isEmpty();
    assertThat(told.out().subList(3, 5))
        .containsExactly(
            "还有 1 处要留意：",
            "  jobs/policies/county.yml 第 4 行：资助项目 own 的名称“孤儿补助”会说明学生属于哪一类困难，"
                + "公示时只能用中性名称；用 public-title 写明公示用的名称");
  }

  @Test
  void checkSpeaksEnglishAndKeepsQuiet() {
    Told told = bidui("--lang", "en", "--home", home.toString(), "policy", "check", "--quiet");

    assertThat(told.exit()).isZero();
    assertThat(told.out())
        .containsExactly(
            "Checked 2 policy files with 6 programs and 10 standards; nothing is wrong");
  }

  @Test
  void checkTellsAllMistakesWithFileAndLine() throws IOException {
    write("policies/county.yml", COUNTY.replace("lifted-out", "gone").replace("meal", "food"));
    Path other = write("mine.yml", "title: 我县\nlevel: village\n");

    Told told = bidui("policy", "check", "county", other.toString(), "--home", home.toString());

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.out()).isEmpty();
    assertThat(told.err())
        .containsExactly(
            "设置有 4 处要改，改好后重新运行；没有改动任何数据：",
            "  jobs/policies/county.yml 第 6 行：没有代码为 food 的资助项目；核对拼写，或在 programs 中写出该项目",
            "  jobs/policies/county.yml 第 6 行：资助对象类别 gone 不在可选范围内，groups 中也没有这个组；核对拼写",
            "  jobs/policies/county.yml 第 9 行：资助对象类别 gone 不在可选范围内，groups 中也没有这个组；核对拼写",
            "  " + other + " 第 2 行：级别 village 不在可选范围内；可选：national, province, city, county");
  }

  @Test
  void checkNamesFilesThatAreNotThere() {
    Told told = bidui("policy", "check", "nowhere", "county", "--home", home.toString());

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err())
        .containsExactly("没有政策文件“nowhere”：写文件的路径，或 jobs/policies 里的文件名，如 national");
  }

  @Test
  void checkSaysSoIfThereIsNothingToCheck() throws IOException {
    Files.delete(home.resolve("jobs/policies/national.yml"));
    Files.delete(home.resolve("jobs/policies/county.yml"));

    assertThat(bidui("policy", "check", "--home", home.toString()))
        .isEqualTo(
            new Told(64, List.of(), List.of("没有找到政策文件：jobs/policies 里一个也没有，任务里也没有写 policies")));
  }

  @Test
  void showPrintsWhatPupilsOfAStageAreDue() {
    Told told =
        bidui("policy", "show", "--term", "2025秋", "--stage", "小学", "--home", home.toString());

    assertThat(told.err()).isEmpty();
    assertThat(told.exit()).isZero();
    assertThat(told.out())
        .containsExactly(
            "按下列政策，近的在前：测试县政策 → 测试国家政策",
            "",
            "2025秋 小学（金额为每学期，元）",
            "资助项目  金额                            发放地    层级  依据    对象",
            "--------  ------------------------------  --------  ----  ------  ----------------------------------",
            "餐费补助  600.00                          就读学校  县    [1]     脱贫户",
            "餐费补助  500.00                          就读学校  国家  [2]     孤儿或事实无人抚养",
            "住校补助  500.00—1500.00（平均 1000.00）  就读学校  国家  [3][4]  脱贫户、孤儿或事实无人抚养，寄宿生",
            "免费      由各地确定                      就读学校  国家  [5]     全体学生",
            "[1] 县发〔2025〕1号",
            "[2] 国发〔2025〕1号 一",
            "[3] 国发〔2020〕1号 二",
            "[4] 县发〔2025〕2号",
            "[5] 国发〔2020〕1号 五");
  }

  @Test
  void showSpeaksEnglish() {
    Told told =
        bidui(
            "policy",
            "show",
            "--term",
            "2025秋",
            "--stage",
            "college",
            "--lang",
            "en",
            "--home",
            home.toString(),
            "--policies",
            "national,county");

    assertThat(told.exit()).isZero();
    assertThat(told.out())
        .contains("2025秋 college (yuan for each term)")
        .anyMatch(
            line ->
                line.matches(
                    "路费补助 +1000.00 \\(once\\) .*\\[1] +lifted out of poverty,"
                        + " orphan or without care; year 1; outside the province"))
        .anyMatch(line -> line.contains("loan, at most 12000.00 in a school year"))
        .anyMatch(line -> line.contains("all pupils"))
        .anyMatch(line -> line.endsWith("orphan or without care; entered from 2018秋 to 2024秋"))
        .anyMatch(
            line ->
                line.contains("800.00 on average, tiers set locally")
                    && line.endsWith("no category named; entered since 2025秋"));
  }

  @Test
  void showKeepsToOneBoardingAndToTheCategoriesOfOnePupil() {
    Told day =
        bidui(
            "policy",
            "show",
            "--term",
            "2025秋",
            "--stage",
            "primary",
            "--boarding",
            "走读",
            "--category",
            "孤儿或事实无人抚养",
            "--home",
            home.toString());

    assertThat(day.out().subList(5, 7))
        .containsExactly(
            "餐费补助  500.00      就读学校  国家  [1]   孤儿或事实无人抚养", "免费      由各地确定  就读学校  国家  [2]   全体学生");
    assertThat(day.out()).noneMatch(line -> line.startsWith("住校补助"));
  }

  @Test
  void ofSeveralCategoriesTheNearestRowDecides() {
    Told both =
        bidui(
            "policy",
            "show",
            "--term",
            "2025秋",
            "--stage",
            "小学",
            "--boarding",
            "day",
            "--category",
            "orphan,脱贫户",
            "--home",
            home.toString());

    assertThat(both.out())
        .filteredOn(line -> line.startsWith("餐费补助"))
        .containsExactly("餐费补助  600.00      就读学校  县    [1]   脱贫户");
  }

  @Test
  void showTakesTheTermOfTheDayAndEveryStageIfNoneIsNamed() {
    Told told = bidui("policy", "show", "--as-of", "2021-03-15", "--home", home.toString());

    assertThat(told.out())
        .contains("2021春 小学（金额为每学期，元）", "2021春 初中：没有哪一项政策管这样的学生")
        .anyMatch(line -> line.startsWith("分档补助  50.00") && line.endsWith("脱贫户，2018秋及以前入学"))
        .anyMatch(line -> line.matches("餐费补助 +400.00 .*"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--term|去年|学期“去年”无法识别：写成 2025秋 或 2026春",
        "--stage|飞行|没有学段“飞行”：可写 学前、小学、初中、普高、中职、高职高专、本科、研究生",
        "--boarding|有时|没有就读方式“有时”：可写 寄宿、走读、boarder、day"
      })
  void showSaysWhatItDidNotUnderstand(String option, String word, String said) {
    Told told = bidui("policy", "show", option, word, "--home", home.toString());

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.out()).isEmpty();
    assertThat(told.err()).containsExactly(said);
  }

  @Test
  void showNamesTheCategoriesThatThereAre() {
    Told told = bidui("policy", "show", "--category", "富户", "--home", home.toString());

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err().get(0)).startsWith("没有资助对象类别“富户”：可写 脱贫户、脱贫不稳定户、");
  }

  @Test
  void showNamesPoliciesThatAreNotThere() {
    Told told = bidui("policy", "show", "--policies", "national,mars", "--home", home.toString());

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err())
        .containsExactly(
            "设置有 1 处要改，改好后重新运行；没有改动任何数据：", "  --policies：没有找到政策文件 jobs/policies/mars.yml");
  }

  @Test
  void showSaysSoIfTheJobNamesNoPolicies() throws IOException {
    write("nightly/job.yml", "title: 夜间核对\n");

    assertThat(bidui("policy", "show", "--home", home.toString()).err())
        .containsExactly("没有找到政策文件：jobs/policies 里一个也没有，任务里也没有写 policies");
  }

  @Test
  void theGroupAloneSaysThatACommandIsMissing() {
    assertThat(bidui("policy").exit()).isEqualTo(64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "show"})
  void bothExplainThemselvesInBothLanguages(String command) {
    assertThat(bidui("policy", command, "--help").out().get(1))
        .startsWith("用法：bidui policy " + command);
    assertThat(String.join("\n", bidui("policy", command, "--help", "--lang", "en").out()))
        .startsWith(command.equals("check") ? "Checks policy files" : "Shows which aid")
        .doesNotContainPattern("\\p{IsHan}");
  }
}
