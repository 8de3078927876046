package cn.bidui.report.notice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.source.Term;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticesTest {

  private static final NoticePeriod PERIOD = NoticePeriod.of(LocalDate.of(2025, 11, 10), 5);

  private static final NoticeFacts FACTS =
      new NoticeFacts("", Term.parse("2025秋"), "义务教育学生生活补助", PERIOD, "学校资助办公室 0000-1234567");

  private final PublicList list = new PublicList();

  @TempDir private Path folder;

  private SortedMap<String, Path> write(NoticeFacts facts) throws IOException {
    return Notices.write(list, facts, List.copyOf(list.schools()), folder);
  }

  private static List<List<String>> cells(Path book) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (InputStream in = Files.newInputStream(book);
        Workbook workbook = WorkbookFactory.create(in)) {
      for (Row row : workbook.getSheetAt(0)) {
        List<String> cells = new ArrayList<>();
        for (Cell cell : row) {
          assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
          assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
          cells.add(cell.getStringCellValue());
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  private static SortedMap<String, String> parts(Path book) throws IOException {
    SortedMap<String, String> parts = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(book))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theWorkbookSaysWhatTheLawAsksFor() throws IOException {
    list.add("李四", "某县一小", "", "三年级", "", "2班");
    list.add("张三", "某县一小", "", "一年级", "", "1班");

    Path book = write(FACTS).get("某县一小");

    assertThat(cells(book))
        .containsExactly(
            List.of("某县一小"),
            List.of("2025年秋季学期义务教育学生生活补助受助学生名单公示"),
            List.of("　　根据学生资助工作规定，现将某县一小2025年秋季学期义务教育学生生活补助受助学生名单予以公示，共 2 人。"),
            List.of("公示单位：某县一小"),
            List.of("公示期：2025年11月10日至2025年11月14日（5 个工作日）"),
            List.of("意见反映：公示期内可反映不同意见，联系方式：学校资助办公室 0000-1234567"),
            List.of("撤下日期：2025年11月15日，公告栏、网页和群里都不再保留"),
            List.of(),
            List.of("序号", "姓名", "年级", "班级"),
            List.of("1", "张三", "一年级", "1班"),
            List.of("2", "李四", "三年级", "2班"),
            List.of("按照教财厅函〔2017〕28号，名单只列姓名、学校、院系、年级、专业、班级。"),
            List.of(),
            List.of("某县一小（盖章）"),
            List.of("2025年11月10日"));
  }

  @Test
  void whatASchoolDoesNotHaveHasNoColumn() throws IOException {
    list.add("张三", "职校", "信息系", "中职一年级", "计算机应用", "1班");
    list.add("李四", "职校", "", "", "", "");
    list.add("王五", "乡小", "", "", "", "");

    SortedMap<String, Path> books = write(FACTS);

    assertThat(cells(books.get("职校")))
        .contains(
            List.of("序号", "姓名", "院系", "年级", "专业", "班级"),
            List.of("1", "张三", "信息系", "中职一年级", "计算机应用", "1班"),
            List.of("2", "李四", "", "", "", ""));
    assertThat(cells(books.get("乡小"))).contains(List.of("序号", "姓名"), List.of("1", "王五"));
  }

  @Test
  void thePageStandsAloneAndCarriesTheDayOfTakingDown() throws IOException {
    list.add("张三<b>", "某县一小", "", "三年级", "", "1班");

    String page = Files.readString(Notices.page(write(FACTS).get("某县一小")));

    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains(
            "<meta name=\"take-down\" content=\"2025-11-15\">",
            "<meta name=\"robots\" content=\"noindex, nofollow, noarchive\">",
            "<dd>2025年11月15日，公告栏",
            "<td>张三&lt;b&gt;</td>",
            "@page{size:A4 portrait")
        .doesNotContain("src=", "href=", "url(", "@import", "<script", "张三<b>");
  }

  @Test
  void theUnitIsNamedAndAMissingContactIsWrittenByHand() throws IOException {
    list.add("张三", "某县一小", "", "三年级", "", "1班");
    NoticeFacts facts = new NoticeFacts(" 某县学生资助管理中心 ", Term.parse("2026春"), "学生资助", PERIOD, " ");

    Path book = write(facts).get("某县一小");

    assertThat(cells(book))
        .contains(
            List.of("2026年春季学期学生资助受助学生名单公示"),
            List.of("公示单位：某县学生资助管理中心"),
            List.of("意见反映：公示期内可反映不同意见，联系方式：＿＿＿＿＿＿＿＿＿＿＿＿"),
            List.of("某县学生资助管理中心（盖章）"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "=HYPERLINK(\"http://x\")"})
  void noCellComputes(String text) throws IOException {
    list.add(text, text, text, text, text, text);

    Path book = write(FACTS).get(text);

    // What stands in brackets is taken for a remark behind a name.
    String name = text.replaceFirst("\\(.*", "");
    assertThat(cells(book)).contains(List.of("1", name, text, text, text, text));
    assertThat(String.join("\n", parts(book).values()))
        .doesNotContain("<f>", "<f ", "hyperlink", "externalLink");
  }

  @Test
  void rareCharactersComeThrough() throws IOException {
    list.add("㛃𠅤", "㵲阳镇𬒈中", "", "七年级", "", "𠮷班");

    Path book = write(FACTS).get("㵲阳镇𬒈中");

    assertThat(cells(book)).contains(List.of("㵲阳镇𬒈中"), List.of("1", "㛃𠅤", "七年级", "𠮷班"));
    assertThat(Files.readString(Notices.page(book))).contains("㛃𠅤", "㵲阳镇𬒈中", "𠮷班");
  }

  @Test
  void itIsReadyForA4() throws IOException {
    for (int i = 0; i < 100; i++) {
      list.add("张" + (char) ('一' + i), "某县一小", "", "三年级", "", "1班");
    }

    try (InputStream in = Files.newInputStream(write(FACTS).get("某县一小"));
        Workbook workbook = WorkbookFactory.create(in)) {
      Sheet sheet = workbook.getSheetAt(0);
      PrintSetup setup = sheet.getPrintSetup();
      assertThat(setup.getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
      assertThat(setup.getLandscape()).isFalse();
      assertThat(setup.getFitWidth()).isEqualTo((short) 1);
      assertThat(setup.getFitHeight()).isZero();
      assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("9:9");
      assertThat(sheet.getFooter().getCenter()).isEqualTo("第 &P 页 / 共 &N 页");
      assertThat(workbook.getNumberOfSheets()).isEqualTo(1);
    }
  }

  @Test
  void aLongNameGetsARowThatHoldsIt() throws IOException {
    list.add("阿布都热合曼·买买提吐尔逊·阿卜杜拉·艾合买提", "某县一小", "", "三年级", "", "1班");

    try (InputStream in = Files.newInputStream(write(FACTS).get("某县一小"));
        Workbook workbook = WorkbookFactory.create(in)) {
      Sheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getRow(9).getHeightInPoints())
          .isGreaterThan(1.5f * sheet.getRow(8).getHeightInPoints());
    }
  }

  @Test
  void eachSchoolHasItsTwoFilesAndNothingIsLeftBetweenThem() throws IOException {
    list.add("张三", "一小/分校", "", "", "", "");
    list.add("李四", "一小:分校", "", "", "", "");

    write(FACTS);

    assertThat(files())
        .containsExactly(
            "一小_分校公示名单 (2).html", "一小_分校公示名单 (2).xlsx", "一小_分校公示名单.html", "一小_分校公示名单.xlsx");
  }

  @Test
  void aSchoolsNoticeNamesItsOwnPupilsOnly() throws IOException {
    list.add("张三", "某县一小", "", "三年级", "", "1班");
    list.add("李四", "某县二小", "", "三年级", "", "1班");

    SortedMap<String, Path> books = write(FACTS);

    assertThat(books.keySet()).containsExactly("某县一小", "某县二小");
    for (Path book : books.values()) {
      boolean first = book.equals(books.get("某县一小"));
      String all = String.join("", parts(book).values()) + Files.readString(Notices.page(book));
      assertThat(all)
          .contains(first ? "张三" : "李四")
          .doesNotContain(first ? "李四" : "张三", first ? "某县二小" : "某县一小");
    }
  }

  /** Whatever the order of the rows: the same bytes, and nothing of today in them. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theSamePupilsGiveTheSameBytes(long seed) throws IOException {
    List<String[]> pupils = new ArrayList<>();
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      String name = "王" + (char) ('一' + random.nextInt(500));
      String grade = "一二三四五六".charAt(random.nextInt(6)) + "年级";
      pupils.add(new String[] {name, grade, random.nextInt(12) + "班"});
    }
    Path first = Files.createDirectory(folder.resolve("first"));
    Path second = Files.createDirectory(folder.resolve("second"));
    Notices.write(of(pupils), FACTS, List.of("某县一小"), first);
    Collections.shuffle(pupils, random);
    Notices.write(of(pupils), FACTS, List.of("某县一小"), second);

    for (String file : List.of("某县一小公示名单.xlsx", "某县一小公示名单.html")) {
      assertThat(second.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
    }
  }

  private static PublicList of(List<String[]> pupils) {
    PublicList list = new PublicList();
    pupils.forEach(pupil -> list.add(pupil[0], "某县一小", "", pupil[1], "", pupil[2]));
    return list;
  }
}
