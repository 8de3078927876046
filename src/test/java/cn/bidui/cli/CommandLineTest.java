package cn.bidui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Help, usage and exit codes, in process. */
class CommandLineTest {

  private static final String ALL = "init run inspect explain answer rebuild";

  @TempDir private Path folder;

  /** What a command line printed and how it ended. */
  private record Told(int exit, String out, String err) {}

  private static Told bidui(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Bidui.commandLine(arguments);
    int exit =
        line.setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Told(exit, out.toString(), err.toString());
  }

  @Test
  void helpNamesEveryCommandInChinese() {
    Told help = bidui("--help");

    assertThat(help.exit()).isZero();
    assertThat(help.out()).contains("用法：bidui", "命令：").contains(ALL.split(" "));
    assertThat(help.out()).doesNotContain("Usage", "Commands");
  }

  @ParameterizedTest
  @ValueSource(strings = {"init", "run", "inspect", "explain", "answer", "rebuild"})
  void everyCommandExplainsItselfInBothLanguages(String command) {
    Told chinese = bidui(command, "--help");
    Told english = bidui(command, "--help", "--lang", "en");

    assertThat(chinese.exit()).isZero();
    assertThat(chinese.out()).contains("用法：bidui " + command, "--home=DIR", "工作目录");
    assertThat(english.exit()).isZero();
    assertThat(english.out())
        .contains("Usage: bidui " + command, "work folder")
        .doesNotContain("''");
    assertThat(english.out()).doesNotMatch("(?s).*\\p{IsHan}.*");
  }

  @Test
  void theVersionIsOneLine() {
    assertThat(bidui("--version")).isEqualTo(new Told(0, "bidui dev" + System.lineSeparator(), ""));
  }

  @Test
  void noCommandIsAUsageMistake() {
    Told told = bidui();

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).startsWith("用法有误：缺少命令");
  }

  @Test
  void aMisspelledCommandIsNamedWithWhatMayBeMeant() {
    Told told = bidui("rum");

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).startsWith("用法有误：不认识“rum”").contains("是不是：run");
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThat(bidui("run", "--foo").err()).startsWith("用法有误：没有选项 --foo");
    assertThat(bidui("run", "--foo", "--lang", "en").err())
        .startsWith("Usage: there is no option --foo");
  }

  @Test
  void aWrongValueIsToldWithWhatTheOptionTakes() {
    assertThat(bidui("run", "--as-of", "2025-13-01").err())
        .startsWith("用法有误：--as-of 的值“2025-13-01”不对，应写成 YYYY-MM-DD");
    assertThat(bidui("run", "--wait", "soon").err())
        .startsWith("用法有误：--wait 的值“soon”不对，应写成 SECONDS");
  }

  @Test
  void aLanguageThatIsNotThereIsAUsageMistake() {
    Told told = bidui("run", "--lang", "fr");

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).startsWith("用法有误：--lang 的值“fr”不对，应写成 zh|en");
  }

  @Test
  void aMissingArgumentIsNamed() {
    assertThat(bidui("explain").err()).startsWith("用法有误：缺少 FINDING");
    assertThat(bidui("init").exit()).isEqualTo(64);
  }

  @Test
  void anOptionGivenTwiceIsNamed() {
    assertThat(bidui("run", "--home", "a", "--home", "b").err())
        .startsWith("用法有误：选项 --home 写了不止一次");
  }

  @Test
  void optionsBeforeTheCommandCountForTheCommand() {
    Path missing = folder.resolve("nowhere");

    Told told = bidui("--home", missing.toString(), "--lang", "en", "run");

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).startsWith("No work folder at " + missing);
  }

  @Test
  void anOptionAfterTheCommandPrevailsOverOneBeforeIt() {
    Path second = folder.resolve("second");

    Told told = bidui("--home", folder.resolve("first").toString(), "run", "--home", "" + second);

    assertThat(told.err()).startsWith("没有找到工作目录 " + second);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "rebuild"})
  void workWithoutAWorkFolderIsAUsageMistakeThatNamesTheRemedy(String command) {
    Told told = bidui(command, "--home", folder.toString());

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).contains("先运行 bidui init " + folder);
  }

  @Test
  void initMakesAFolderOnceAndLeavesItAloneAfterwards() throws IOException {
    Path home = folder.resolve("home");

    Told first = bidui("init", home.toString());
    Files.writeString(home.resolve("bidui.yml"), "unit: 甲县\n");
    Told second = bidui("init", home.toString());

    assertThat(first.exit()).isZero();
    assertThat(first.out()).contains("已建好工作目录：" + home, "下一步");
    assertThat(second.exit()).isZero();
    assertThat(second.out()).contains("没有改动任何东西");
    assertThat(home.resolve("inbox")).isDirectory();
    assertThat(home.resolve("bidui.yml")).hasContent("unit: 甲县");
  }

  @Test
  void aJobThatIsNotThereIsNamed() {
    Path home = folder.resolve("home");
    bidui("init", home.toString());

    Told told = bidui("run", "weekly", "--home", home.toString());

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).startsWith("没有名为 weekly 的任务");
  }

  @Test
  void everyMistakeInTheSettingsIsToldAtOnce() throws IOException {
    Path home = folder.resolve("home");
    bidui("init", home.toString());
    Files.writeString(home.resolve("bidui.yml"), "threads: many\ncolour: red\n");

    Told told = bidui("run", "--home", home.toString());

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).startsWith("设置有 2 处要改").contains("  bidui.yml 第 1 行：", "第 2 行：");
  }

  @Test
  void nothingCanBeExplainedBeforeTheFirstRun() {
    Path home = folder.resolve("home");
    bidui("init", home.toString());

    Told told = bidui("explain", "F000000000000", "--home", home.toString());

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).startsWith("还没有发布过报告");
  }

  @Test
  void anAnswerNeedsAFindingAnOutcomeAndAPerson() {
    assertThat(bidui("answer").err()).startsWith("要写明疑点编号和处理结果");
    assertThat(bidui("answer", "F000000000000", "G3").err()).startsWith("要写明是谁");
    assertThat(bidui("answer", "F000000000000", "G3").exit()).isEqualTo(64);
  }

  @Test
  void anAnswerToAFindingThatIsNotThereRecordsNothing() {
    Path home = folder.resolve("home");
    bidui("init", home.toString());

    Told told = bidui("answer", "F000000000000", "G3", "--by", "甲", "--home", home.toString());

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).startsWith("没有找到疑点 F000000000000");
  }

  @Test
  void theCodesOfAnswersAreListed() {
    Told told = bidui("answer", "--list");

    assertThat(told.exit()).isZero();
    assertThat(told.out().lines()).contains("A2  县外（省内）就读有学籍", "G3  自愿放弃");
  }

  @Test
  void releasingWhatIsHeldNeedsAPerson() {
    Told told = bidui("run", "--accept", "x.csv", "--home", folder.toString());

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).startsWith("要写明是谁");
  }

  @Test
  void aFileThatIsNotThereIsAnInputMistake() {
    Told told = bidui("inspect", folder.resolve("no.csv").toString());

    assertThat(told.exit()).isEqualTo(74);
    assertThat(told.err()).contains("no.csv：找不到这个文件");
  }

  @Test
  void inspectNamesTheListItsColumnsAndEachCellThatHasToBeChanged() {
    Told told = bidui("inspect", "sample-inputs/night-1/inbox/受助学生名单_20251102.csv");

    assertThat(told.exit()).isZero();
    assertThat(told.out().lines())
        .startsWith("受助学生名单_20251102.csv：资助名单（表头在第 1 行，254 行数据可收，3 行要改）")
        .contains(
            "    身份证件号 ← I 列“身份证件号”", "    M2  MONEY-UNREADABLE：金额无法识别：六百二十五。请改成数字，如 312.50。");
  }

  @Test
  void inspectTellsWhyAFileWouldBeRefused() {
    Told told = bidui("inspect", "sample-inputs/night-3/inbox/学籍在籍学生_20251104.xlsx");

    assertThat(told.exit()).isEqualTo(2);
    assertThat(told.out()).contains("：未通过 —— 文件已损坏。未导入任何行。");
  }
}
