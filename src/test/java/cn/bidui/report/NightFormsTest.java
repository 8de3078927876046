package cn.bidui.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.ledger.FindingState;
import cn.bidui.report.forms.NightForms;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightFormsTest {

  @TempDir private Path folder;

  private List<String> published(NightReport night) throws IOException {
    NightForms.write(night, "青禾县教育局", folder);
    try (Stream<Path> files = Files.list(folder.resolve(NightForms.FOLDER))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private String text(String name) throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve(NightForms.FOLDER).resolve(name));
        XWPFDocument document = new XWPFDocument(in);
        XWPFWordExtractor words = new XWPFWordExtractor(document)) {
      return words.getText();
    }
  }

  @Test
  void onlyFormsThatSomebodyNeedsArePublished() throws IOException {
    assertThat(published(SmallCounty.night())).containsExactly("一生一表.docx");
  }

  @Test
  void aDossierHoldsItsChildAndNobodyElse() throws IOException {
    published(SmallCounty.night());

    assertThat(text("一生一表.docx"))
        .contains("乔乔", "青石镇石头村", "乔大山", "脱贫户、脱贫不稳定户", "疑似失学", "因病")
        .doesNotContain("安安", "白博", "安大", "null")
        .doesNotContainPattern("\\d{14}");
  }

  @Test
  void afterTwoHundredChildrenASecondFileBegins() throws IOException {
    SmallCounty county = new SmallCounty();
    for (int i = 0; i < 200; i++) {
      county.with(
          SmallCounty.kept(
              SmallCounty.finding(
                  "F-X" + i,
                  "absent",
                  Severity.HIGH,
                  Outcome.NEVER_ENROLLED,
                  "甲" + i,
                  SmallCounty.GREEN,
                  "青石镇",
                  "",
                  List.of(),
                  "x"),
              FindingState.NEW,
              ""));
    }

    assertThat(published(county.build())).containsExactly("一生一表.docx", "一生一表（2）.docx");
    assertThat(text("一生一表（2）.docx")).contains("乔乔").doesNotContain("甲");
  }
}
