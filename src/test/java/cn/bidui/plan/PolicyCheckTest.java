package cn.bidui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the check of policy files finds, word for word. */
class PolicyCheckTest {

  private static final NamedText NATIONAL = PolicyFixture.file("national");

  private static List<String> check(Messages language, NamedText file, NamedText... others) {
    Mistakes mistakes = new Mistakes();
    List<NamedText> shelf = Stream.concat(Stream.of(NATIONAL), Stream.of(others)).toList();
    new PolicyCheck(shelf, mistakes).check(file);
    return mistakes.all().stream()
        .map(one -> one.line() + " " + language.text(one.key(), one.words().toArray()))
        .toList();
  }

  private static List<String> check(String text) {
    return check(Messages.ZH, new NamedText("test.yml", text));
  }

  /** A county file that is right but for the lines given, which begin on line 3. */
  private static List<String> row(String... lines) {
    return check(
        "title: 测试县\nlevel: county\nstandards:\n  - source: 县发文\n    "
            + String.join("\n    ", lines)
            + "\n");
  }

  static Stream<String> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("jobs", "policies"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".yml", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void theShippedFilesAreFaultless(String name) throws IOException {
    List<NamedText> shelf = shipped().map(PolicyFixture::file).toList();
    Mistakes mistakes = new Mistakes();

    PolicyCheck.Checked checked = new PolicyCheck(shelf, mistakes).check(PolicyFixture.file(name));

    assertThat(mistakes.all()).isEmpty();
    assertThat(checked.warnings()).as("titles that tell a category").isEmpty();
  }

  private static List<String> warnings(String programs) {
    Mistakes mistakes = new Mistakes();
    PolicyCheck.Checked checked =
        new PolicyCheck(List.of(NATIONAL), mistakes)
            .check(new NamedText("test.yml", "title: 测试县\nlevel: county\nprograms:\n" + programs));
    assertThat(mistakes.all()).isEmpty();
    return checked.warnings().stream()
        .map(one -> one.line() + " " + Messages.ZH.text(one.key(), one.words().toArray()))
        .toList();
  }

  @Test
  void aNameThatTellsACategoryIsToBeLookedAt() {
    assertThat(
            warnings(
                """
                  - {code: later, name: 低保学生补助}
                  - {code: own, name: 孤儿助学补助}
                """))
        .containsExactly(
            "4 资助项目 later 的名称“低保学生补助”会说明学生属于哪一类困难，公示时只能用中性名称；用 public-title 写明公示用的名称",
            "5 资助项目 own 的名称“孤儿助学补助”会说明学生属于哪一类困难，公示时只能用中性名称；用 public-title 写明公示用的名称");
  }

  @Test
  void withAPublicTitleItIsNot() {
    assertThat(warnings("  - {code: own, name: 孤儿助学补助, public-title: 县级助学补助}\n")).isEmpty();
  }

  @Test
  void whatAWiderFileNamesIsNotAskedAboutHere() {
    assertThat(warnings("  - {code: living-allowance, due: true}\n")).isEmpty();
  }

  @Test
  void whatWasCheckedIsTold() {
    PolicyCheck check = new PolicyCheck(List.of(NATIONAL), new Mistakes());
    PolicyCheck.Checked checked = check.check(PolicyFixture.file("ziyang-2021"));

    assertThat(checked)
        .isEqualTo(
            new PolicyCheck.Checked(
                "ziyang-2021",
                "紫阳县巩固拓展教育脱贫攻坚成果学生资助政策（紫教体科发〔2021〕71号）",
                Level.COUNTY,
                1,
                2,
                List.of()));
  }

  @Test
  void aNearerRowForNobodyIsFound() {
    assertThat(row("program: nutrition", "stages: [primary]", "from: 2025秋", "yearly: 800"))
        .containsExactly("4 资助项目 nutrition 的这一行没有写 eligible，没有学生用得到：写明对象类别，全体学生写 everyone");
  }

  @Test
  void aRowForEntryTermsThatAreOverIsFound() {
    assertThat(
            row(
                "program: college-grant",
                "stages: [college]",
                "entered: {to: 2015秋}",
                "from: 2025秋",
                "yearly: 6000",
                "eligible: [lifted-out]"))
        .containsExactly(
            "4 资助项目 college-grant 的这一行没有学生用得到：核对 stages、grades、entered、from、to，以及排在它前面的行");
  }

  @Test
  void aRowBehindOneForEveryoneIsFound() {
    assertThat(
            check(
                """
                title: 测试县
                level: county
                standards:
                  - {program: nutrition, stages: [primary], from: 2025秋, yearly: 800,
                     eligible: [everyone], source: 县发文}
                  - {program: nutrition, stages: [primary], from: 2025秋, yearly: 900,
                     eligible: [orphan], source: 县发文}
                """))
        .containsExactly("6 资助项目 nutrition 的这一行没有学生用得到：核对 stages、grades、entered、from、to，以及排在它前面的行");
  }

  @Test
  void overlapsAndGapsNameTheOtherLine() {
    assertThat(
            check(
                """
                title: 测试县
                level: county
                standards:
                  - {program: dew, stages: [college], from: 2025秋, yearly: 3000,
                     eligible: [marginal], source: 县发文}
                  - {program: dew, stages: [college], from: 2026春, to: 2026秋, yearly: 3000,
                     eligible: [marginal, unstable], source: 县发文}
                  - {program: dew, stages: [vocational], from: 2020秋, to: 2021秋, yearly: 3000,
                     eligible: [marginal], source: 县发文}
                  - {program: dew, stages: [vocational], from: 2022秋, yearly: 3000,
                     eligible: [marginal], source: 县发文}
                """))
        .containsExactly(
            "6 资助项目 dew 从 2026春 起的标准与第 4 行的标准学期重叠；为较早的一行写明 to",
            "10 资助项目 dew 从 2022秋 起的标准与第 8 行的标准之间空缺学期；核对 from 和 to");
  }

  @Test
  void theSameRowTwiceOverlaps() {
    String row =
        "  - {program: dew, stages: [college], from: 2025秋, yearly: 3000, eligible: [marginal],"
            + " source: 县发文}\n";

    assertThat(check("title: 测试县\nlevel: county\nstandards:\n" + row + row))
        .containsExactly("5 资助项目 dew 从 2025秋 起的标准与第 4 行的标准学期重叠；为较早的一行写明 to");
  }

  @Test
  void whatIsPaidOnceAYearLeavesNoGapInSpring() {
    assertThat(
            check(
                """
                title: 测试县
                level: county
                standards:
                  - {program: entry-aid, stages: [college], grades: [1], from: 2023春, to: 2024秋,
                     once: 500, eligible: [marginal], source: 县发文}
                  - {program: entry-aid, stages: [college], grades: [1], from: 2025秋, once: 600,
                     eligible: [marginal], source: 县发文}
                """))
        .isEmpty();
  }

  @Test
  void cohortsThatFollowEachOtherDoNotOverlap() {
    String cohorts =
        """
        title: 测试县
        level: county
        standards:
          - {program: college-grant, stages: [undergraduate], entered: {to: 2020秋}, from: 2020秋,
             yearly: 6000, eligible: [marginal], source: 县发文}
          - {program: college-grant, stages: [undergraduate], entered: {from: %s}, from: 2020秋,
             yearly: 5000, eligible: [marginal], source: 县发文}
        """;

    assertThat(check(cohorts.formatted("2021秋"))).isEmpty();
    assertThat(check(cohorts.formatted("2020秋")))
        .containsExactly("6 资助项目 college-grant 从 2020秋 起的标准与第 4 行的标准学期重叠；为较早的一行写明 to");
  }

  private static final String WRONG =
      """
      title: 测试县
      level: county
      groups:
        ours: [nobody]
      programs:
        - code: lunch
          name: 午餐
          payer: parents
          excludes: [lunch, dinner]
          spellings: [营养餐]
        - {code: lunch, name: 午饭}
      continues:
        - {program: breakfast}
      standards:
        - {program: lunch, stages: [primary], from: 2025秋, yearly: 100, once: 5, source: 县发文}
        - {program: lunch, stages: [junior], grades: [4], from: 2025秋, tiers: [3, 2], source: 县发文}
        - {program: lunch, stages: [senior], from: 2025秋, to: 2024秋, least: 9, most: 5, source: 县发文}
        - {program: lunch, stages: [senior], from: 2026春, once: 五百, province: near, source: 县发文}
        - {program: lunch, stages: [senior], from: 2026春, most: 9, yearly: 8, source: 县发文}
        - {program: lunch, stages: [college], from: 2026春, yearly: 8}
      """;

  @Test
  void allMistakesAreToldAtOnce() {
    assertThat(check(WRONG))
        .containsExactly(
            "4 资助对象类别 nobody 不在可选范围内，groups 中也没有这个组；核对拼写",
            "8 资助发放地 parents 不在可选范围内；可选：school, hukou",
            "9 资助项目 lunch 与自己互斥；核对 excludes",
            "9 没有代码为 dinner 的资助项目；核对拼写，或在 programs 中写出该项目",
            "11 资助项目 lunch 在这个文件里写了两次；合成一项",
            "13 没有代码为 breakfast 的资助项目；核对拼写，或在 programs 中写出该项目",
            "13 缺少“source”",
            "15 写了不止一种金额；yearly、termly、once、tiers、least 和 most 只写一种",
            "16 这些学段没有第 4 个年级；写 1 到 3",
            "16 tiers 至少写两档，从低到高，不重复，如 [1000, 2000, 3000]",
            "17 止于 2024秋，却从 2025秋 开始；核对两个学期",
            "17 least 大于 most；核对两个金额",
            "18 就读地 near 不在可选范围内；可选：home, other",
            "18 金额 五百 无法识别；写成 500 这样的元数",
            "19 写了不止一种金额；yearly、termly、once、tiers、least 和 most 只写一种",
            "20 缺少“source”");
  }

  @Test
  void allMistakesAreToldInEnglishToo() {
    assertThat(check(Messages.EN, new NamedText("test.yml", WRONG)))
        .hasSize(16)
        .contains(
            "9 Program lunch excludes itself; check excludes",
            "11 Program lunch stands in this file twice; make it one entry",
            "16 Write at least two tiers, lowest first and none twice, such as [1000, 2000, 3000]",
            "17 It ends with 2024秋, yet begins with 2025秋; check the two terms")
        .allSatisfy(line -> assertThat(line).doesNotContain("{"));
  }

  @Test
  void aSpellingOfTwoProgramsOfOneStageIsFound() {
    assertThat(
            check(
                """
                title: 测试县
                level: county
                programs:
                  - {code: lunch, name: 午餐, spellings: [营养餐]}
                standards:
                  - {program: lunch, stages: [primary], from: 2025秋, yearly: 100, source: 县发文}
                """))
        .containsExactly("4 写法“营养餐”在小学阶段既指“午餐”又指“营养膳食补助”，受助名单里无法分清；从其中一项去掉");
  }

  @Test
  void aWiderFileIsLookedUpByName() {
    NamedText province = new NamedText("jobs/policies/sheng.yml", "title: 省\nlevel: province\n");
    NamedText county = new NamedText("c.yml", "title: 县\nlevel: county\nwithin: sheng\n");

    assertThat(check(Messages.ZH, county, province)).isEmpty();
    assertThat(check(Messages.ZH, county))
        .containsExactly("3 没有名为 sheng 的政策文件；within 写它所依据的上级文件的文件名");
  }

  @Test
  void aFileBuildsOnWiderFilesOnly() {
    NamedText one = new NamedText("one.yml", "title: 甲\nlevel: county\nwithin: two\n");
    NamedText two = new NamedText("two.yml", "title: 乙\nlevel: county\nwithin: one\n");

    assertThat(check(Messages.ZH, one, one, two))
        .containsExactly("3 政策文件 two 的级别不比本文件高；within 写上级文件");
  }

  @Test
  void mistakesOfAWiderFileAreNotToldAgain() {
    NamedText province =
        new NamedText("sheng.yml", "title: 省\nlevel: province\ngroups: {a: [nobody]}\n");
    NamedText county = new NamedText("c.yml", "title: 县\nlevel: county\nwithin: sheng\n");

    assertThat(check(Messages.ZH, county, province)).isEmpty();
    assertThat(check(Messages.ZH, province)).hasSize(1);
  }

  @Test
  void textThatIsNoYamlIsOneMistake() {
    assertThat(check("title: [")).containsExactly("1 不是有效的 YAML：请检查缩进、冒号和引号");
  }
}
