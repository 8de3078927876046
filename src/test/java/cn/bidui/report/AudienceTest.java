package cn.bidui.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.source.RowRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves for a school or a township holds nothing of anybody else. */
class AudienceTest {

  @TempDir private Path folder;

  private Path written(NightReport night) throws IOException {
    Path root = Files.createDirectory(folder.resolve("r"));
    new Reporter().write(night, root);
    return root;
  }

  /** A pupil of 青石 whose id stands on a row of 白水 under another child's name. */
  private static LedgerFinding clash() {
    return SmallCounty.kept(
        SmallCounty.finding(
            "F-7",
            "id-shared",
            Severity.HIGH,
            Outcome.IDENTITY_TO_DECIDE,
            "安安",
            SmallCounty.GREEN,
            "青石镇",
            "安安、白博",
            List.of(
                new RowRef(SmallCounty.ROLL, "初一", 4),
                new RowRef(SmallCounty.ROLL, "初一", 5),
                new RowRef(SmallCounty.HOMES, "Sheet1", 4)),
            "安安与" + SmallCounty.WHITE + "的白博、青石小同号"),
        FindingState.NEW,
        "身份待认定");
  }

  @Test
  void aSchoolWorkbookHoldsNoOtherSchoolAndNoneOfItsPupils() throws IOException {
    Path root = written(new SmallCounty().with(clash()).build());
    Map<String, String> green = Opened.parts(root.resolve("学校/青石镇中心小学.xlsx"));
    assertThat(green.values())
        .noneMatch(part -> part.contains(SmallCounty.WHITE))
        .noneMatch(part -> part.contains("白博"))
        .noneMatch(part -> part.contains("青石小同"))
        .noneMatch(part -> part.contains("监测.xlsx") || part.contains("坏.xlsx"));
    Map<String, String> white = Opened.parts(root.resolve("学校/白水镇小学.xlsx"));
    assertThat(white.values())
        .noneMatch(part -> part.contains(SmallCounty.GREEN) || part.contains("安安"));
  }

  @Test
  void theCounterpartIsAnotherSchoolAndAMaskedName() throws IOException {
    Path root = written(new SmallCounty().with(clash()).build());
    assertThat(Opened.rows(root.resolve("学校/青石镇中心小学.xlsx"), "身份与证件").get(1))
        .startsWith("F-7!")
        .contains("|青石镇中心小学|青石镇|高|新|")
        .contains("|安安、白*|安安与其他学校的白*、其他学校同号|")
        .contains("|学籍名单：学籍.xlsx 初一 第4行/学籍名单 第5行/防返贫名单 第4行|");
  }

  @Test
  void aTownshipWorkbookHoldsNoSchoolOfAnother() throws IOException {
    Path root = written(new SmallCounty().with(clash()).build());
    Map<String, String> green = Opened.parts(root.resolve("乡镇/青石镇.xlsx"));
    assertThat(green.values())
        .anyMatch(part -> part.contains(SmallCounty.GREEN))
        .noneMatch(part -> part.contains(SmallCounty.WHITE) || part.contains("白博"));
  }

  @Test
  void theBureauSeesEverything() throws IOException {
    Path root = written(new SmallCounty().with(clash()).build());
    assertThat(Opened.rows(root.resolve("差异清单.xlsx"), "身份与证件").get(1))
        .contains("安安与白水镇小学的白博、青石小同号")
        .contains("学籍名单：学籍.xlsx 初一 第4行/学籍名单：学籍.xlsx 初一 第5行");
  }

  @Test
  void aNameWithinALongerNameIsLeftAlone() {
    Substitutes substitutes = new Substitutes(Map.of("中心小学", "某校", "中心小学东校区", "中心小学东校区", "", "x"));
    assertThat(substitutes.in("中心小学东校区与中心小学𬭎")).isEqualTo("中心小学东校区与某校𬭎");
  }
}
