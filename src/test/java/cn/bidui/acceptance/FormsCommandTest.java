package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms of the sample county: those that a night publishes, and those that a person asks for. */
class FormsCommandTest {

  private static final String SCHOOL = "城关镇初级中学";
  private static final String PUPIL = "央金·卡德尔";
  private static final Pattern WHOLE_ID = Pattern.compile("(?<![0-9A-Za-z])\\d{17}[0-9X]");

  @TempDir private Path folder;
  private Office office;

  @BeforeEach
  void liveThroughTheNights() throws IOException {
    office = Sample.after(3, folder.resolve("home"));
  }

  private Office.Said forms(String... words) {
    List<String> line =
        new ArrayList<>(List.of("forms", "--out", folder.resolve("out").toString()));
    line.addAll(List.of(words));
    return office.does(line.toArray(String[]::new));
  }

  private List<Path> written() throws IOException {
    return documents(folder.resolve("out"));
  }

  private static List<Path> documents(Path in) throws IOException {
    if (!Files.exists(in)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(in)) {
      return files.sorted().toList();
    }
  }

  private static String text(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        XWPFDocument document = new XWPFDocument(in);
        XWPFWordExtractor words = new XWPFWordExtractor(document)) {
      return words.getText();
    }
  }

  private String vanished() throws IOException {
    return office.finding(Sample.asOf(3), "vanished-from-roll", PUPIL);
  }

  @Test
  void theNightPublishesADossierOfEachChildWithMaskedIds() throws IOException {
    Path published = office.report(Sample.asOf(3)).resolve("表单");

    assertThat(documents(published))
        .extracting(file -> file.getFileName().toString())
        .contains("一生一表.docx");
    String dossiers = text(published.resolve("一生一表.docx"));
    assertThat(dossiers).contains(PUPIL, "冉书君", "吴思明", "夏彤洁", "学籍消失");
    for (Path file : documents(published)) {
      assertThat(text(file)).doesNotContainPattern(WHOLE_ID);
    }
  }

  @Test
  void oneChildHasOneFileNamedByCase() throws IOException {
    Office.Said said = forms(vanished());

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(written()).hasSize(1);
    assertThat(written().get(0).getFileName().toString()).matches("C[0-9a-f]+-dossier\\.docx");
    assertThat(text(written().get(0))).contains(PUPIL, SCHOOL).doesNotContain("冉书君");
  }

  @Test
  void whatWasSaidAfterTheNightStandsInTheDossier() throws IOException {
    office.does(
        "case",
        vanished(),
        "visit",
        "--day",
        "2025-11-06",
        "--note",
        "上门家访见到外祖母",
        "--by",
        "王老师",
        "--as-of",
        "2025-11-06");

    forms(vanished(), "--as-of", "2025-11-06");

    assertThat(text(written().get(0))).contains("2025年11月6日", "上门家访见到外祖母");
  }

  @Test
  void aCaseIsFoundByItsOwnNumberToo() throws IOException {
    forms(vanished());
    String caseId = written().get(0).getFileName().toString().replace("-dossier.docx", "");

    assertThat(forms(caseId, "--kind", "notice").exit()).isZero();
    assertThat(written()).hasSize(2);
    assertThat(text(written().get(1))).contains("限期返校通知书", PUPIL, caseId);
  }

  @Test
  void aPupilWhoIsNoLongerOnTheRollIsReadFromTheEarlierOne() throws IOException {
    forms(vanished());

    assertThat(text(written().get(0))).containsPattern("学籍号\\s+G?[0-9]{5,6}\\*+");
  }

  @Test
  void aSchoolsFormsHoldNoOtherPupil() throws IOException {
    Office.Said said = forms("--school", SCHOOL);

    assertThat(said.exit()).as(said.all()).isZero();
    List<String> others =
        office.table(Sample.asOf(3), "findings.csv").rows().stream()
            .filter(row -> !row.get("school").equals(SCHOOL))
            .map(row -> row.get("name"))
            .filter(name -> name.length() > 1 && !name.equals(PUPIL))
            .distinct()
            .toList();
    assertThat(others).hasSizeGreaterThan(10);
    for (Path file : written()) {
      assertThat(text(file)).contains(SCHOOL).doesNotContain(others);
    }
  }

  @Test
  void theSameQuestionGivesTheSameBytes() throws IOException {
    forms(vanished());
    byte[] first = Files.readAllBytes(written().get(0));
    Files.delete(written().get(0));

    forms(vanished());

    assertThat(Files.readAllBytes(written().get(0))).isEqualTo(first);
  }

  @Test
  void wholeIdsNeedAPersonAndAPurpose() throws IOException {
    assertThat(forms(vanished(), "--full-ids", "--by", "王老师").exit()).isEqualTo(64);
    assertThat(forms(vanished(), "--full-ids", "--purpose", "核实").exit()).isEqualTo(64);
    assertThat(written()).isEmpty();
  }

  @Test
  void wholeIdsArePrintedOnceThatIsOnRecord() throws IOException {
    Office.Said said = forms(vanished(), "--full-ids", "--by", "王老师", "--purpose", "上门核实");

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(text(written().get(0))).containsPattern(WHOLE_ID);
    assertThat(office.journal(Entry.Revealed.class))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.what()).isEqualTo("forms-dossier");
              assertThat(entry.count()).isEqualTo(1);
              assertThat(entry.by()).isEqualTo("王老师");
              assertThat(entry.purpose()).hasSize(64);
            });
  }

  @Test
  void nothingIsWrittenOver() throws IOException {
    forms(vanished());

    Office.Said again = forms(vanished());

    assertThat(again.exit()).isEqualTo(64);
    assertThat(again.err()).contains("已经存在");
  }

  @Test
  void whatCannotBeDoneIsSaid() throws IOException {
    assertThat(forms("F000000000000").err()).contains("没有编号为 F000000000000 的个案或疑点");
    assertThat(forms("--kind", "证明").err()).contains("没有“证明”这种表单");
    assertThat(forms("--school", "没有的学校").err()).contains("登记册里没有学校“没有的学校”").contains(SCHOOL);
    assertThat(forms("--school", "城关镇第一小学").err()).contains("没有要写一生一表的学生");
    assertThat(office.does("forms").err()).contains("要写明写到哪个文件夹");
    assertThat(written()).isEmpty();
  }

  @Test
  void aFormIsNotWrittenForAChildWhomItIsNotAbout() throws IOException {
    Office.Said said = forms("--kind", "letter", vanished());

    assertThat(said.exit()).isEqualTo(64);
    assertThat(said.err()).contains("没有写县外就读核实函").contains("写给县外就读待核的学生");
    assertThat(written()).isEmpty();
  }

  @Test
  void beforeTheFirstNightThereIsNothingToPrint() {
    Office empty = Office.open(folder.resolve("empty"));

    assertThat(empty.does("forms", "--out", folder.resolve("out").toString()).exit()).isEqualTo(64);
  }
}
