package cn.bidui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "名单.xlsx",
        "（自定义）监测对象信息 (22).xlsx",
        "-rf.csv",
        "𠅤䶮🎒.csv",
        "a b.csv",
        "A",
        "e\u0301.csv"
      })
  void aNameThatEverySystemTakesStays(String name) {
    assertThat(FileName.of(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "a:b.csv, a_b~[0-9a-f]{8}\\.csv",
    "'..\\..\\逃.csv', _.._逃~[0-9a-f]{8}\\.csv",
    "名单.csv., 名单~[0-9a-f]{8}\\.csv",
    "'名单.csv ', 名单~[0-9a-f]{8}\\.csv",
    "CON.csv, _CON~[0-9a-f]{8}\\.csv",
    "lpt1, _lpt1~[0-9a-f]{8}",
    "..., _~[0-9a-f]{8}"
  })
  void otherNamesLoseWhatSomeSystemWouldRefuse(String name, String pattern) {
    assertThat(FileName.of(name)).matches(pattern);
  }

  @Test
  void whatTurnsTheDirectionOfWritingIsTakenOut() {
    assertThat(FileName.of("名单\u202Exslx.exe")).matches("名单_xslx~[0-9a-f]{8}\\.exe");
    assertThat(FileName.of("一\n二\u2028三")).matches("一_二_三~[0-9a-f]{8}");
  }

  @Test
  void namesThatLoseTheSameStayApart() {
    assertThat(FileName.of("a:b.csv")).isNotEqualTo(FileName.of("a?b.csv"));
  }

  @Test
  void longNamesAreCutAtACharacterAndStayApart() {
    String long1 = "𠅤".repeat(60) + "一";
    String long2 = "𠅤".repeat(60) + "二";
    assertThat(FileName.fit(long1)).startsWith("𠅤").isNotEqualTo(FileName.fit(long2));
    assertThat(FileName.fit(long1).getBytes(StandardCharsets.UTF_8)).hasSizeBetween(217, 224);
    assertThat(FileName.of(":" + "名".repeat(80) + ".csv").getBytes(StandardCharsets.UTF_8))
        .hasSizeBetween(208, 215);
    assertThat(FileName.of("." + "名".repeat(84)).getBytes(StandardCharsets.UTF_8))
        .hasSizeBetween(208, 215);
    assertThat(FileName.of("a:." + "名".repeat(83)).getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(215);
  }

  @Test
  void aUnitStaysBelowTheFolderOfAnswers() {
    Path folder = Path.of("feedback");
    assertThat(FileName.under(folder, "城关镇/一小")).isEqualTo(Path.of("feedback/城关镇/一小"));
    Path hostile = FileName.under(folder, "../..//~");
    assertThat(hostile.normalize()).isEqualTo(hostile).startsWithRaw(folder);
  }
}
