package cn.bidui.report.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever may lie where a third county's night should be: named, and never counted as zero. */
class TornNightTest extends CityOfTwo {

  private void assertMissing(String why) throws IOException {
    assertThat(sheet("汇总"))
        .contains("南坪县|–|缺报|–|–|–|–|–|–|–|–|" + why)
        .contains("合计（计入 2 个区县）|||7|5|1|1|2|2|3|2187.50|未计入：南坪县（缺报）");
    assertThat(Files.readString(folder.resolve("out/index.html")))
        .contains("应报 3 个区县：计入合计 2 个，单列 0 个，缺报 1 个。", "南坪县（缺报）：" + why);
    assertThat(csv()).noneMatch(line -> line.startsWith("南坪县"));
  }

  @Test
  void aFolderThatIsNotThereIsNamed() throws IOException {
    counties.add(new CountyFolder("南坪县", "", folder.resolve("nowhere")));

    assertMissing("找不到该县的文件夹");
  }

  @Test
  void aFolderWithoutANightIsNamed() throws IOException {
    Files.createDirectories(folder.resolve("empty/reports/2026-13-40"));
    counties.add(new CountyFolder("南坪县", "", folder.resolve("empty")));

    assertMissing("文件夹里没有已发布的核对结果");
  }

  @Test
  void aNightWithoutItsDataIsNamed() throws IOException {
    Files.createDirectories(folder.resolve("empty/2026-11-22"));
    counties.add(new CountyFolder("南坪县", "", folder.resolve("empty/2026-11-22")));

    assertMissing("文件夹里没有已发布的核对结果");
  }

  @Test
  void aRunThatWasCutOffIsNamed() throws IOException {
    Path run = given("南坪县", new PublishedCounty("南坪县")).resolve("run.json");
    String text = Files.readString(run);
    Files.writeString(run, text.substring(0, text.length() / 2));

    assertMissing(
        "run.json 不完整（到第 " + text.substring(0, text.length() / 2).lines().count() + " 行断了）");
  }

  @Test
  void moreAfterTheEndOfARunIsNamed() throws IOException {
    Path run = given("南坪县", new PublishedCounty("南坪县")).resolve("run.json");
    Files.writeString(run, Files.readString(run) + "{}");

    assertMissing("run.json 不完整（到第 " + Files.readAllLines(run).size() + " 行断了）");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`\"exit\": 0`, `\"exit\": \"0\"`, exit",
        "`\"exit\": 0`, `\"exit\": -1`, exit",
        "`\"asOf\": \"2026-11-22\"`, `\"asOf\": \"2026-11-32\"`, asOf",
        "`\"held\": []`, `\"held\": [7]`, held",
        "`\"never-enrolled\"`, `\"王小明\"`, rules",
        "`\"right\": 90`, `\"right\": 101`, scoreboard",
        "`[\"payments\"]`, `[\"王小明\"]`, lists",
        "`\"fields-complete\"`, `\"other\"`, fields-complete"
      })
  void aRunOfAnotherFormatIsNamed(String before, String after, String property) throws IOException {
    Path data = given("南坪县", new PublishedCounty("南坪县"));
    spoil(data.resolve("run.json"), before, after);

    assertMissing("run.json 的写法与本程序不同（" + property + "）");
  }

  @Test
  void aRunThatIsNoObjectIsNamed() throws IOException {
    Path data = given("南坪县", new PublishedCounty("南坪县"));
    Files.writeString(data.resolve("run.json"), "[]");

    assertMissing("run.json 的写法与本程序不同（{）");
  }

  @Test
  void missingFindingsAreNamed() throws IOException {
    Files.delete(given("南坪县", new PublishedCounty("南坪县")).resolve("findings.csv"));

    assertMissing("缺少 data/findings.csv");
  }

  @Test
  void findingsThatWereCutOffInALineAreNamed() throws IOException {
    Path file = given("南坪县", finding()).resolve("findings.csv");
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 60));

    assertMissing("findings.csv 不完整（第 2 行）");
  }

  @Test
  void findingsThatWereCutOffInTheLastCellAreNamed() throws IOException {
    Path file = given("南坪县", finding()).resolve("findings.csv");
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 4));

    assertMissing("findings.csv 不完整（第 2 行）");
  }

  @Test
  void findingsThatWereCutOffBetweenLinesAreNamed() throws IOException {
    Path file = given("南坪县", finding()).resolve("findings.csv");
    Files.writeString(file, PublishedCounty.HEADER + "\r\n");

    assertMissing("findings.csv 与 run.json 的数对不上（open：应为 1，实为 0）");
  }

  @Test
  void aQuoteThatNeverEndsIsNamed() throws IOException {
    Path data = given("南坪县", finding());
    spoil(data.resolve("findings.csv"), "金丝雀说明", "\"金丝雀说明");

    assertMissing("findings.csv 不完整（第 1 行）");
  }

  @Test
  void bytesThatAreNoTextAreNamed() throws IOException {
    Path file = given("南坪县", finding()).resolve("findings.csv");
    Files.write(file, Files.readString(file).getBytes(Charset.forName("GBK")));

    assertMissing("findings.csv 不完整（第 1 行）");
  }

  @ParameterizedTest
  @CsvSource({
    "unfunded-eligible, 王小明, rule",
    "',new,', ',gone,', state",
    "625.00, 六百, due",
    "2026秋, 王小明, term",
    "义务教育家庭经济困难学生生活补助, 990101201203050014, program"
  })
  void findingsOfAnotherFormatAreNamed(String before, String after, String column)
      throws IOException {
    Path data = given("南坪县", finding());
    spoil(data.resolve("findings.csv"), before, after);

    assertMissing("findings.csv 的写法与本程序不同（第 2 行，" + column + "）");
  }

  @Test
  void anotherHeaderIsNamed() throws IOException {
    Path data = given("南坪县", finding());
    spoil(data.resolve("findings.csv"), "finding_id,case_id", "case_id,finding_id");

    assertMissing("findings.csv 的写法与本程序不同（第 1 行，header）");
  }

  @Test
  void anEmptyFileOfFindingsIsNamed() throws IOException {
    Path data = given("南坪县", new PublishedCounty("南坪县"));
    Files.writeString(data.resolve("findings.csv"), "");

    assertMissing("findings.csv 的写法与本程序不同（第 1 行，header）");
  }

  @Test
  void columnsOfALaterVersionDoNoHarm() throws IOException {
    Path file = given("南坪县", finding()).resolve("findings.csv");
    Files.writeString(file, Files.readString(file).replace("\r\n", ",later\r\n"));

    assertThat(read().counted()).isEqualTo(3);
  }

  @Test
  void anUnreadableFileIsNamed() throws IOException {
    Path data = given("南坪县", finding());
    Files.delete(data.resolve("run.json"));
    Files.createDirectory(data.resolve("run.json"));

    assertMissing("文件夹里没有已发布的核对结果");
  }
}
