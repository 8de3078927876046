package cn.bidui.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.judge.sheet.SheetLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetBookTest {

  private static final List<SheetLine> LINES =
      List.of(
          line("P-1", "安安", "2025秋", "生活补助", "625.00", "625.00", "", "应助已助"),
          line("P-1", "安安", "2026春", "生活补助", "625.00", "", "", "应助未助（确认）", "F-1"),
          line("P-2", "乔乔", "2026春", "国家助学金", "1150.00", "1000.50", "1000.50", "金额不符", "F-2"));

  @TempDir private Path folder;

  private static SheetLine line(
      String key,
      String name,
      String term,
      String title,
      String due,
      String granted,
      String paid,
      String standing,
      String... findings) {
    return new SheetLine(
        key,
        name,
        "990101********0018",
        "青石镇",
        "青石镇中心小学",
        "小学",
        "三年级",
        term,
        "脱贫户",
        "living-allowance",
        title,
        due,
        granted,
        paid,
        standing,
        "脱贫户，依据遂教办〔2023〕13号 四（一）2",
        List.of(findings));
  }

  @Test
  void aPupilHasEveryProgramOfEveryTermWithItsSums() throws IOException {
    Path target = folder.resolve("一单式.xlsx");
    SheetBook.write(LocalDate.of(2026, 5, 12), LINES, target);

    assertThat(Opened.rows(target, "一单式"))
        .containsExactly(
            "安安 资助一单式",
            "证件号码 990101********0018　青石镇中心小学　小学三年级　青石镇　核对日期 2026-05-12",
            "学期|项目|资助类别|应发（元）|系统已录（元）|已发（元）|结论|说明",
            "2025秋|生活补助|脱贫户|625.00|625.00||应助已助|脱贫户，依据遂教办〔2023〕13号 四（一）2",
            "2026春|生活补助|脱贫户|625.00|||应助未助（确认）|脱贫户，依据遂教办〔2023〕13号 四（一）2",
            "合计|||1250.00|625.00|0.00",
            "乔乔 资助一单式",
            "证件号码 990101********0018　青石镇中心小学　小学三年级　青石镇　核对日期 2026-05-12",
            "学期|项目|资助类别|应发（元）|系统已录（元）|已发（元）|结论|说明",
            "2026春|国家助学金|脱贫户|1150.00|1000.50|1000.50|金额不符|脱贫户，依据遂教办〔2023〕13号 四（一）2",
            "合计|||1150.00|1000.50|1000.50");
    try (XSSFWorkbook book = Opened.book(target)) {
      assertThat(book.getSheet("一单式").getRowBreaks()).containsExactly(5);
    }
  }

  @Test
  void theSameSheetsGiveTheSameBytes() throws IOException {
    SheetBook.write(LocalDate.of(2026, 5, 12), LINES, folder.resolve("a.xlsx"));
    SheetBook.write(LocalDate.of(2026, 5, 12), LINES, folder.resolve("b.xlsx"));
    assertThat(folder.resolve("a.xlsx")).hasSameBinaryContentAs(folder.resolve("b.xlsx"));
  }

  @Test
  void whatIsPublishedIsReadAgain() throws IOException {
    Path published = folder.resolve(SheetFile.NAME);
    SheetFile.write(LINES, published);
    assertThat(SheetFile.read(published)).isEqualTo(LINES);
    assertThat(Files.readString(published).lines().findFirst())
        .contains(
            "person_key,name,citizen_id,township,school,stage,grade,term,category,program,title,"
                + "due,granted,paid,standing,why,findings");
  }

  @Test
  void anotherTableIsNotReadAsSheets() throws IOException {
    Path other = folder.resolve("other.csv");
    Files.writeString(other, "a,b\r\n1,2\r\n");
    assertThatThrownBy(() -> SheetFile.read(other))
        .isInstanceOf(IOException.class)
        .hasMessage("line 1 has other columns");
  }
}
