package cn.bidui.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.link.Evidence;
import cn.bidui.link.LinkLimits;
import cn.bidui.link.Tier;
import cn.bidui.link.Undecided;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sheet on which people decide who is the same person. */
class UndecidedSheetTest {

  private static final RowRef AN = new RowRef(SmallCounty.ROLL, "初一", 4);
  private static final RowRef BO = new RowRef(SmallCounty.ROLL, "初一", 5);
  private static final RowRef AN_FUNDED = new RowRef(SmallCounty.AID, "", 2);
  private static final RowRef BO_FUNDED = new RowRef(SmallCounty.AID, "", 4);

  @TempDir private Path folder;

  /** One pair of which everything agrees, one of which little does. */
  private static final class TwoPairs extends LinkedPersons {
    private final Map<ListKind, RecordTable> tables = new SmallCounty().build().tables();

    private int weight(int pupil, int grant) {
      RecordTable roll = Objects.requireNonNull(tables.get(ListKind.ROLL));
      RecordTable aid = Objects.requireNonNull(tables.get(ListKind.AID));
      return new Evidence(LinkLimits.defaults()).explain(roll, pupil, aid, grant).total();
    }

    @Override
    public List<Undecided> undecided() {
      return List.of(
          new Undecided(
              ListKind.ROLL,
              0,
              ListKind.AID,
              1,
              Tier.ID_ONLY,
              weight(0, 1),
              "link.undecided.id-shared"),
          new Undecided(
              ListKind.ROLL,
              1,
              ListKind.AID,
              1,
              Tier.NAME_BIRTH_SEX,
              weight(1, 1),
              "link.undecided.name-birth-sex"));
    }
  }

  private static LedgerFinding asked(String id, FindingState state, RowRef one, RowRef other) {
    return SmallCounty.kept(
        SmallCounty.finding(
            id,
            "undecided-identity",
            Severity.MEDIUM,
            Outcome.IDENTITY_TO_DECIDE,
            "白博",
            SmallCounty.WHITE,
            "白水镇",
            "白博",
            List.of(one, other),
            "可能是同一人"),
        state,
        "身份待认定");
  }

  private Path written() throws IOException {
    NightReport night =
        new SmallCounty()
            .links(new TwoPairs())
            .with(asked("F-71", FindingState.NEW, BO_FUNDED, AN))
            .with(asked("F-72", FindingState.NEW, BO, BO_FUNDED))
            .with(asked("F-73", FindingState.RESOLVED, AN, AN_FUNDED))
            .build();
    new Reporter().write(night, folder);
    return folder.resolve("差异清单.xlsx");
  }

  @Test
  void aPairIsALineWithBothSidesInEveryCellTheStrongestFirst() throws IOException {
    List<String> rows =
        Opened.rows(written(), "身份待认定").stream()
            .map(row -> row.replaceFirst("^([^|!]+)![^|]*!0[|][0-9a-f]{16}[|]", "$1|"))
            .toList();
    assertThat(rows).hasSize(4);
    assertThat(rows.get(0))
        .isEqualTo("行标识|校验|把握|学校|所在位置|姓名|证件号码|出生日期|性别|学校|为什么拿不准，怎样能定|处理结果|说明|处理人|日期|佐证|有效期至");
    assertThat(rows.get(1))
        .startsWith(
            "F-72|很可能是同一人/+41.4 比特/（起点 -17.0）|白水镇小学|学籍名单：学籍.xlsx 初一 第5行/资助名单：资助.csv 第4行|白博/一致 +17.0|")
        .contains("|只有姓名、出生日期、性别一致，可能是同名同日生的两个人/· 任何一边补上正确的证件号；");
    assertThat(rows.get(2))
        .startsWith("F-71|不大可能是同一人/-")
        .contains("|学籍名单：学籍.xlsx 初一 第4行/资助名单：资助.csv 第4行|安安/白博/不同 -10.0|")
        .contains("· 另有一行更符合：学籍名单：学籍.xlsx 初一 第5行，比这一对多 ");
    assertThat(rows.get(3)).startsWith("F-73|身份待认定|白水镇小学|");
  }

  @Test
  void theDecisionIsChosenFromThreePlainWords() throws IOException {
    try (XSSFWorkbook book = Opened.book(written())) {
      XSSFSheet sheet = book.getSheet("身份待认定");
      DataValidation choice = sheet.getDataValidations().get(0);
      assertThat(choice.getValidationConstraint().getFormula1()).isEqualTo("ANSWERS_UNDECIDED");
      assertThat(choice.getRegions().getCellRangeAddresses()[0].formatAsString())
          .isEqualTo("L2:L4");
      assertThat(Choices.of(Topic.UNDECIDED)).containsExactly("同一人", "不是同一人", "无法判断");
      assertThat(sheet.isColumnHidden(0)).isTrue();
      assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 3);
    }
  }

  @Test
  void agreementAndDifferenceAreSeenByTheColor() throws IOException {
    try (XSSFWorkbook book = Opened.book(written())) {
      XSSFSheet sheet = book.getSheet("身份待认定");
      assertThat(color(sheet, 1, 5)).isEqualTo("FFE2F0D9");
      assertThat(color(sheet, 2, 5)).isEqualTo("FFFFC7CE");
    }
  }

  private static String color(XSSFSheet sheet, int row, int column) {
    return sheet
        .getRow(row)
        .getCell(column)
        .getCellStyle()
        .getFillForegroundColorColor()
        .getARGBHex();
  }

  @Test
  void aSchoolSeesTheOtherChildOnlyMasked() throws IOException {
    written();
    List<String> rows = Opened.rows(folder.resolve("学校/白水镇小学.xlsx"), "身份待认定");
    assertThat(rows.get(2)).contains("|安*/白博/不同 -10.0|").doesNotContain("安安");
    assertThat(String.join("\n", rows)).doesNotContain(SmallCounty.GREEN);
  }
}
