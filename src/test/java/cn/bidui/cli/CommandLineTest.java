package cn.bidui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.Mistakes;
import cn.bidui.plan.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Help, usage and exit codes, in process. */
class CommandLineTest {

  private static final String ALL = "init run inspect explain answer remember rebuild";

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
  @ValueSource(
      strings = {
        "init",
        "demo",
        "run",
        "inspect",
        "explain",
        "answer",
        "case",
        "cases",
        "undo",
        "duties",
        "remember",
        "doctor",
        "rebuild"
      })
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

  @ParameterizedTest
  @CsvSource({"audit,verify", "audit,why", "keys,escrow", "keys,check", "policy,check"})
  void commandsWithinCommandsExplainThemselvesInBothLanguages(String command, String within) {
    assertThat(bidui(command, within, "--help").out())
        .contains("用法：bidui " + command + " " + within, "工作目录");
    assertThat(bidui(command, within, "--help", "--lang", "en").out())
        .contains("Usage: bidui " + command + " " + within, "work folder")
        .doesNotMatch("(?s).*\\p{IsHan}.*");
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
  void initSaysThatAFileIsInTheWay() throws IOException {
    Path file = Files.createFile(folder.resolve("home"));

    Told told = bidui("init", file.resolve("a").toString());

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).contains("“" + file + "”是文件，不是目录").doesNotContain("bidui.log");
  }

  @Test
  void initTakesItsFolderFromTheOptionThatEveryCommandHas() {
    Path home = folder.resolve("home");

    Told told = bidui("init", "--home", home.toString(), "--lang", "en");

    assertThat(told.exit()).isZero();
    assertThat(told.out()).startsWith("Work folder made: " + home);
    assertThat(home.resolve("READ-ME-FIRST.txt")).isRegularFile();
  }

  /** As a variable of a script that is not set. */
  @Test
  void aFolderWithoutANameIsNotTheOneInWhichTheCommandWasGiven() throws IOException {
    Path home = folder.resolve("office");

    Told told = bidui("init", "", "--home", home.toString(), "--quiet");

    assertThat(told.exit()).isZero();
    assertThat(home.resolve("bidui.yml")).exists();
    assertThat(Path.of("bidui.yml")).doesNotExist();
    Options empty = new Options();
    new CommandLine(empty).parseArgs("--home", "");
    assertThat(empty.home()).isNull();
    assertThat(empty.folder().home()).isEqualTo(new Options().folder().home());
  }

  @Test
  void initWritesWhatTheOptionsSay() throws IOException {
    Path home = folder.resolve("home");

    Told told =
        bidui("init", home.toString(), "--unit", "青石县\"教育\\体育\"局", "--submitters", "一小、二小,");

    assertThat(told.exit()).as(told.err()).isZero();
    Mistakes mistakes = new Mistakes();
    Settings settings =
        Settings.read("bidui.yml", Files.readString(home.resolve("bidui.yml")), mistakes);
    assertThat(mistakes.none()).isTrue();
    assertThat(settings.unit()).isEqualTo("青石县\"教育\\体育\"局");
    assertThat(home.resolve("inbox")).isDirectoryContaining("glob:**/一小");
    assertThat(home.resolve("inbox/二小")).isEmptyDirectory();
    assertThat(Files.readString(home.resolve("先看这里.txt")))
        .startsWith("\uFEFF这里是 Bidui 比对的工作目录：" + home + "\r\n")
        .contains("/install' --timer --home '" + home + "'\r\n")
        .contains("/install' --cron --home '" + home + "'\r\n")
        .contains("/install.ps1\" -WorkFolder \"" + home + "\"\r\n")
        .contains(
            "nightly/job.yml", "' jobs --home '" + home + "'", "' run --home '" + home + "'\r\n")
        .doesNotContain("crontab", "schtasks")
        .doesNotContain("{", "}");
  }

  @Test
  void initNamesAnOptionThatCannotBe() {
    Path home = folder.resolve("home");

    Told told = bidui("init", home.toString(), "--submitters", "一小、二小/三小");

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).startsWith("“一小、二小/三小”里有不能作文件夹名的字");
    assertThat(home).doesNotExist();
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
    assertThat(told.out().lines())
        .contains(
            "A2  县外（省内）就读有学籍  销号，有效至本学年末；佐证：就读学校和学籍号或在读证明",
            "B5  因病休学（已批准）  销号至 --until 写明的日期；佐证：审批表或医院或康复机构证明",
            "D6  随父母外出，无法联系  不销号",
            "G3  自愿放弃  销号，事实不变一直有效；佐证：监护人书面声明",
            "attendance-certificate  在读证明");
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
            "    按列名方案 aid",
            "    身份证件号 ← I 列“身份证件号”（标准列名）",
            "    认得、不读的列：P 发放方式",
            "    1 行不是名单内容（合计、签字、重复的表头等），如第 260 行",
            "    M2  MONEY-UNREADABLE：金额无法识别：六百二十五。请改成数字，如 312.50。");
  }

  @Test
  void inspectTellsWhyAFileWouldBeRefused() {
    Told told = bidui("inspect", "sample-inputs/night-3/inbox/学籍在籍学生_20251104.xlsx");

    assertThat(told.exit()).isEqualTo(2);
    assertThat(told.out()).contains("：未通过 —— 文件已损坏。未导入任何行。");
  }

  @Test
  void inspectDraftsAProfileToStartFrom() throws IOException {
    Path list = Files.writeString(folder.resolve("名单.csv"), "姓名,证号,学校名称,年级,性别\n");
    Path draft = folder.resolve("draft.yml");

    Told printed = bidui("inspect", list.toString(), "--draft-profile");
    Told written = bidui("inspect", list.toString(), "--draft-profile", "--out", draft.toString());
    Told again = bidui("inspect", list.toString(), "--draft-profile", "--out", draft.toString());

    assertThat(printed.exit()).isZero();
    assertThat(printed.out()).contains("profile: roll-draft", "list: roll");
    assertThat(written.err()).contains("已写好草稿 " + draft);
    assertThat(Files.readString(draft)).isEqualTo(printed.out());
    assertThat(again.exit()).isEqualTo(64);
    assertThat(again.err()).contains("已经有了，没有改动");
  }

  @Test
  void aDraftThatCannotBeMadeSaysWhatIsNeeded() throws IOException {
    Path list = Files.writeString(folder.resolve("名单.csv"), "甲,乙\n丙,丁\n");

    Told told = bidui("inspect", list.toString(), "--draft-profile");
    Told alone = bidui("inspect", list.toString(), "--as", "roll");

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).contains("名单.csv：没有找到表头：用 --as 写明是哪一种名单");
    assertThat(alone.exit()).isEqualTo(64);
    assertThat(alone.err()).contains("要与 --draft-profile 一起用");
  }

  @Test
  void inspectTellsOfHiddenSheetsAndOfWhatMayBeMeant() throws IOException {
    Path list = Files.writeString(folder.resolve("名单.csv"), "姓名,身份证见号,学校名称,年级,楼层\n");

    Told told = bidui("inspect", list.toString());

    assertThat(told.exit()).isEqualTo(2);
    assertThat(told.out())
        .contains("您是不是想写（现有列 → 应写成）：身份证见号 → 身份证件号", "名单.csv：未通过\n")
        .contains("    姓名 ← A 列“姓名”（标准列名）", "    不认得的列：B 身份证见号、E 楼层")
        .doesNotContain("    列“身份证见号”：您是不是想写“身份证件号”");
    assertThat(told.out().split("身份证见号 → 身份证件号", -1)).hasSize(2);
  }

  @Test
  void inspectNamesTheSheetOfEachColumnThatIsMissing() throws IOException {
    Path list = folder.resolve("名单.xlsx");
    try (Workbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(list)) {
      for (String school : List.of("一小", "二小")) {
        Row header = book.createSheet(school).createRow(0);
        for (String title : List.of("姓名", "身份证件号", "学校名称")) {
          header.createCell(Math.max(header.getLastCellNum(), 0)).setCellValue(title);
        }
      }
      book.write(out);
    }

    Told told = bidui("inspect", list.toString());

    assertThat(told.exit()).isEqualTo(2);
    assertThat(told.out().lines().filter(line -> line.contains("缺少必需列“年级”")))
        .hasSize(2)
        .anyMatch(line -> line.contains("名单.xlsx!一小：未通过 —— "))
        .anyMatch(line -> line.contains("名单.xlsx!二小：未通过 —— "));
  }

  @Test
  void whatAHeaderMeansIsRememberedAndForgottenByAPerson() throws IOException {
    Path home = folder.resolve("home");
    bidui("init", home.toString());
    Path list =
        Files.writeString(
            folder.resolve("名单.csv"), "姓名,证号,学校名称,年级\n赵一一,99010120120305001X,一小,三年级\n");
    String[] sound = {"remember", list.toString(), "--as", "roll", "--column", "证号=身份证件号"};

    assertThat(at(home, sound).err()).startsWith("要写明是谁");
    assertThat(at(home, "remember", list.toString(), "--by", "王干部").err()).contains("哪一种名单");
    assertThat(at(home, "remember", "无.csv", "--as", "roll", "--by", "王").exit()).isEqualTo(74);
    assertThat(at(home, "remember", list.toString(), "--as", "roll", "--by", "王干部").err())
        .contains("名单.csv：学籍在籍学生名单还缺必需列“身份证件号”");
    Told done = at(home, with(sound, "--by", "王干部"));
    assertThat(done.exit()).as(done.err()).isZero();
    assertThat(done.out()).contains("B 列“证号”（按记住的表头）", "已记住“名单.csv”这种表头");
    assertThat(at(home, "inspect", list.toString()).out()).contains("（按记住的表头）");

    Told forgotten = at(home, "remember", list.toString(), "--forget", "--by", "王干部");
    assertThat(forgotten.out()).contains("已忘掉“名单.csv”这种表头");
    assertThat(at(home, "inspect", list.toString()).exit()).isEqualTo(2);
    assertThat(at(home, "remember", list.toString(), "--forget", "--by", "王干部").err())
        .contains("没有记过");
  }

  @Test
  void whatWouldStillBeRefusedIsNotRemembered() throws IOException {
    Path home = folder.resolve("home");
    bidui("init", home.toString());
    Path list =
        Files.writeString(
            folder.resolve("名单.csv"), "姓名,证号,学校名称,年级\n赵一,甲,一小,三年级\n钱二,乙,一小,三年级\n孙三,丙,一小,三年级\n");

    Told told =
        at(home, "remember", list.toString(), "--as", "roll", "--column", "证号=身份证件号", "--by", "王");

    assertThat(told.exit()).isEqualTo(2);
    assertThat(told.err()).contains("没有记住任何东西");
    assertThat(told.out()).contains("内容却不像身份证件号");
  }

  private static Told at(Path home, String... words) {
    return bidui(with(words, "--home", home.toString()));
  }

  private static String[] with(String[] words, String... more) {
    java.util.List<String> all = new java.util.ArrayList<>(java.util.List.of(words));
    all.addAll(java.util.List.of(more));
    return all.toArray(String[]::new);
  }
}
