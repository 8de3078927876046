package cn.bidui.report.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormsTest {

  @TempDir private Path folder;

  private Path write(FormKind kind, Dossier... children) throws IOException {
    Path file = Files.createTempDirectory(folder, "form-").resolve("form.docx");
    Forms.write(kind, List.of(children), Pupils.HEAD, file);
    return file;
  }

  private Printed print(FormKind kind, Dossier... children) throws IOException {
    return Printed.read(write(kind, children));
  }

  // --- 一生一表 -----------------------------------------------------------------------------

  @Test
  void theDossierSaysWhoTheChildIs() throws IOException {
    Printed form = print(FormKind.DOSSIER, Pupils.known());

    assertThat(form.paragraphs().get(0)).isEqualTo("辍学学生工作档案");
    assertThat(form.paragraphs().get(1))
        .isEqualTo("档案编号：C1f0e2d3c4b5a　　数据截至：2026年5月12日　　填表单位：青禾县教育局");
    assertThat(form.beside("姓名")).isEqualTo("龙㛃𠅤");
    assertThat(form.beside("性别")).isEqualTo("女");
    assertThat(form.beside("出生日期")).isEqualTo("2013年3月9日");
    assertThat(form.beside("身份证件号")).isEqualTo("990101********0023");
    assertThat(form.beside("学籍号")).isEqualTo("G99010********0023");
    assertThat(form.beside("原就读学校")).isEqualTo("青石镇初级中学");
    assertThat(form.beside("年级")).isEqualTo("七年级");
    assertThat(form.beside("班级")).isEqualTo("七（2）班");
    assertThat(form.beside("户籍地")).isEqualTo("青石镇石头村三组");
    assertThat(form.beside("家庭类别")).isEqualTo("脱贫户、脱贫不稳定户");
    assertThat(form.beside("残疾类别等级")).isEqualTo("听力 二级");
    assertThat(form.beside("监护人")).isEqualTo("龙大山");
  }

  @Test
  void theDossierSaysHowItWasFoundAndWhoAnswers() throws IOException {
    Printed form = print(FormKind.DOSSIER, Pupils.known());

    assertThat(form.beside("疑似起始日")).isEqualTo("2026年4月20日");
    assertThat(form.beside("发现方式")).isEqualTo("夜间比对：学籍消失、疑似失学");
    assertThat(form.beside("原因")).startsWith("■厌学　□外出务工").endsWith("□其他");
    assertThat(form.rows())
        .contains(List.of("责任落实", "县长", "教育局长", "乡镇长", "村长", "校长", "师长", "家长"))
        .contains(
            List.of("", "县小一", "局小二", "镇小三0000-1234567", "村小四00000000000", "校小五", "师小六", "龙大山"));
    assertThat(form.beside("帮扶教师")).isEqualTo("教小七");
    assertThat(form.beside("村（居）干部")).isEqualTo("干小八");
    assertThat(form.beside("家长或监护人")).isEqualTo("龙大山");
    assertThat(form.beside("责任人")).isEqualTo("师小六");
    assertThat(form.beside("反馈期限")).isEqualTo("2026年5月20日");
  }

  @Test
  void theDossierSaysWhatWasDone() throws IOException {
    Printed form = print(FormKind.DOSSIER, Pupils.known());

    assertThat(form.rows())
        .contains(List.of("", "1", "2026年4月23日", "", "电话联系家长，称孩子随亲戚外出，答应五一后回来", "师小六"))
        .contains(List.of("", "2", "2026年5月6日", "", "上门，孩子在家，不愿到校，家长同意再做工作", "校小五"))
        .contains(List.of("", "", "", "", "", ""));
    assertThat(form.beside("书面报告日期")).isEqualTo("2026年5月8日");
    assertThat(form.beside("限期返校通知书")).isEqualTo("青石政教〔2026〕3号　2026年5月11日");
    assertThat(form.beside("当前环节")).isEqualTo("□登记　□交办　■处置　□反馈　□回访核查　□归档");
    assertThat(form.beside("反馈类别")).isEmpty();
    assertThat(form.beside("销号日期")).isEmpty();
  }

  @Test
  void theDossierSaysWhatCameOfIt() throws IOException {
    Printed form = print(FormKind.DOSSIER, Pupils.longest());

    assertThat(form.beside("反馈类别")).isEqualTo("B4 康复机构或延缓入学（已批准）（有效至2027年8月31日）");
    assertThat(form.beside("佐证")).isEqualTo("就读学校名称和学籍号");
    assertThat(form.beside("复学日期")).isEqualTo("2026年12月31日");
    assertThat(form.beside("核查日期")).isEqualTo("2026年12月31日");
    assertThat(form.beside("销号日期")).isEqualTo("2026年12月31日");
  }

  @Test
  void ofManyVisitsTheDossierShowsTheLast() throws IOException {
    Printed form = print(FormKind.DOSSIER, Pupils.longest());

    assertThat(form.all()).contains("情况和结果（共9次，列出最近5次）");
    assertThat(form.rows().stream().map(row -> row.get(1)).filter(cell -> cell.matches("\\d")))
        .containsExactly("5", "6", "7", "8", "9");
  }

  @Test
  void aReasonThatIsNotAUsualOneStandsBesideOther() throws IOException {
    assertThat(print(FormKind.DOSSIER, Pupils.longest()).beside("原因"))
        .doesNotContain("■厌学")
        .endsWith("■其他：很长的一段话很长的…");
  }

  // --- letters ------------------------------------------------------------------------------

  @Test
  void theReportTellsTheBureauWhatTheSchoolDid() throws IOException {
    List<String> form = print(FormKind.REPORT, Pupils.known()).paragraphs();

    assertThat(form)
        .startsWith("关于学生劝返情况的书面报告", "青禾县教育局：")
        .contains(
            "龙㛃𠅤，女，2013年3月9日出生，身份证件号码990101********0023，学籍号G99010********0023，"
                + "原就读于青石镇初级中学七年级七（2）班。户籍地青石镇石头村三组，监护人龙大山。"
                + "家庭类别：脱贫户、脱贫不稳定户。残疾类别等级：听力 二级。",
            "1．2026年4月23日，电话联系家长，称孩子随亲戚外出，答应五一后回来（师小六）",
            "截至2026年5月8日，该生仍未返校就读。特此报告，请依法督促其父母或者其他法定监护人送其返校接受义务教育。",
            "青石镇初级中学（学校盖章）",
            "2026年5月8日");
    assertThat(form.get(2)).contains("《中华人民共和国未成年人保护法》第二十八条");
  }

  @Test
  void theNoticeGoesToTheGuardianAndHasAStub() throws IOException {
    List<String> form = print(FormKind.NOTICE, Pupils.known()).paragraphs();

    assertThat(form)
        .startsWith("限期返校通知书", "青石政教〔2026〕3号", "龙大山（龙㛃𠅤的父母或者其他法定监护人）：")
        .contains(
            "青石镇人民政府（盖章）",
            "2026年5月11日",
            "限期返校通知书回执",
            "今收到青石政教〔2026〕3号《限期返校通知书》，被监护人：龙㛃𠅤，档案编号：C1f0e2d3c4b5a。");
    assertThat(form.get(3)).endsWith("2026年4月23日起，学校等已上门或电话劝返2次，最近一次为2026年5月6日，仍未返校。");
    assertThat(form.get(4)).contains("《中华人民共和国义务教育法》", "第五十八条");
  }

  @Test
  void childrenInOneCountyShareALetter() throws IOException {
    Printed form =
        print(
            FormKind.LETTER,
            Pupils.away("C1", "白博", "西岭省白沙县", "白沙县第一小学"),
            Pupils.away("C2", "安安", "", ""),
            Pupils.away("C3", "甘甘", "西岭省白沙县", ""));

    assertThat(form.paragraphs())
        .filteredOn(line -> line.endsWith("教育行政部门：") || line.endsWith("教育局："))
        .containsExactly("________________教育局：", "西岭省白沙县教育行政部门：");
    assertThat(form.all()).contains("下列1名", "下列2名");
    assertThat(form.rows())
        .containsSubsequence(
            List.of("1", "安安", "男", "2014年2月1日", "990101********0018", ""),
            List.of("安安", "C2", "", "", "", ""),
            List.of("1", "白博", "男", "2014年2月1日", "990101********0018", "白沙县第一小学"),
            List.of("2", "甘甘", "男", "2014年2月1日", "990101********0018", ""),
            List.of("甘甘", "C3", "", "", "", ""));
  }

  // --- all ----------------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void whatNobodyKnowsIsLeftToWriteIn(FormKind kind) throws IOException {
    Path file = Files.createTempDirectory(folder, "form-").resolve("form.docx");
    Forms.write(kind, List.of(Pupils.unknown()), new Letterhead("", Pupils.TONIGHT), file);

    assertThat(Printed.read(file).all()).contains("乔乔", "______", "年　　月　　日").doesNotContain("null");
  }

  @ParameterizedTest
  @EnumSource
  void theSameChildrenGiveTheSameBytes(FormKind kind) throws IOException {
    byte[] first = Files.readAllBytes(write(kind, Pupils.known(), Pupils.unknown()));

    assertThat(Files.readAllBytes(write(kind, Pupils.known(), Pupils.unknown()))).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource
  void eachChildTakesOnePage(FormKind kind) throws IOException, InterruptedException {
    Path file = write(kind, Pupils.known(), Pupils.unknown(), Pupils.longest());

    Optional<Integer> pages = Printed.pages(file, folder);

    assumeTrue(pages.isPresent(), "LibreOffice Writer is not installed");
    assertThat(pages.get()).isEqualTo(3);
  }

  @Test
  void rareCharactersNameAFontThatHasThem() throws IOException {
    assertThat(part(write(FormKind.NOTICE, Pupils.known()), "word/document.xml"))
        .contains(
            "w:ascii=\"SimSun-ExtB\" w:hAnsi=\"SimSun-ExtB\" w:eastAsia=\"SimSun-ExtB\"",
            "w:eastAsia=\"FangSong\"",
            ">𠅤</w:t>");
  }

  @Test
  void fontsAreDeclaredWithWhatMayStandInForThem() throws IOException {
    assertThat(part(write(FormKind.NOTICE, Pupils.known()), "word/fontTable.xml"))
        .contains(
            "<w:font w:name=\"FangSong\"><w:altName w:val=\"仿宋\"/>",
            "<w:font w:name=\"SimSun-ExtB\"><w:altName w:val=\"Noto Serif CJK SC\"/>");
  }

  @Test
  void nothingInTheDocumentTellsWhenItWasMade() throws IOException {
    Path file = write(FormKind.DOSSIER, Pupils.known());

    assertThat(part(file, "docProps/core.xml"))
        .contains("2026-05-12T00:00:00Z", "<dc:creator>Bidui</dc:creator>");
    assertThat(part(file, "word/document.xml")).doesNotContain("rsid");
  }

  private static String part(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
