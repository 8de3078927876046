package cn.bidui.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A made aid list of 25 columns, written as Excel (texts shared) or as most export programs do it
 * (texts in the cells): ids, names, addresses and bank cards of invented people, one cell of 25
 * empty, amounts and running numbers as numbers. The same seed gives the same bytes.
 */
final class AidWorkbook {

  private static final long SEED = 1;
  private static final long TIME = 1_767_225_600_000L;
  private static final int ROWS_AHEAD = 1_000;

  static final String SHEET_START =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";

  static final String SHEET_END = "</sheetData></worksheet>";

  static final List<String> HEADER =
      List.of(
          ("序号,学年,学期,姓名,身份证件号,性别,出生日期,民族,学校名称,学校标识码,年级,班级,学籍号,就读方式,户籍所在地,"
                  + "家庭住址,监护人姓名,监护人身份证号,联系电话,资助项目,资助档次,应发金额,实发金额,银行账号,发放状态")
              .split(","));

  private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜";
  private static final String GIVEN = "一二三四五六七八九十春夏秋冬东西南北山川河海云雨风雪梅兰竹菊松柏桃李";

  private final Random random = new Random(SEED);
  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final boolean sharing;

  /** For its records alone. */
  AidWorkbook() {
    this(false);
  }

  private AidWorkbook(boolean sharing) {
    this.sharing = sharing;
  }

  /** Writes {@code rows} rows below a header, unless {@code file} is there already. */
  static Path write(Path file, int rows, boolean sharing) throws IOException {
    if (!Files.exists(file)) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path part = file.resolveSibling(file.getFileName() + ".part");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        new AidWorkbook(sharing).write(zip, rows);
      }
      Files.move(part, file);
    }
    return file;
  }

  private void write(ZipOutputStream zip, int rows) throws IOException {
    Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
    frame(zip, sharing);
    entry(zip, "xl/worksheets/sheet1.xml");
    out.write(SHEET_START);
    row(out, 1, HEADER.stream().map(Object.class::cast).toList());
    for (int row = 2; row <= rows + 1; row++) {
      row(out, row, record(row));
      if (row % ROWS_AHEAD == 0) {
        out.flush();
      }
    }
    out.write(SHEET_END);
    out.flush();
    if (sharing) {
      entry(zip, "xl/sharedStrings.xml");
      out.write(
          "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
      for (String text : texts) {
        out.write("<si><t>" + text + "</t></si>");
      }
      out.write("</sst>");
      out.flush();
    }
  }

  private static void entry(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(TIME);
    zip.putNextEntry(entry);
  }

  /** All parts of a workbook with one sheet but that sheet and its shared texts. */
  static void frame(ZipOutputStream zip, boolean sharing) throws IOException {
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String packaged = "http://schemas.openxmlformats.org/package/2006/";
    String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    String shared = sharing ? override("sharedStrings", type + "sharedStrings+xml") : "";
    Map<String, String> parts =
        Map.of(
            "[Content_Types].xml",
            "<Types xmlns=\"%scontent-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    .formatted(packaged)
                + override("workbook", type + "sheet.main+xml")
                + override("worksheets/sheet1", type + "worksheet+xml")
                + override("styles", type + "styles+xml")
                + shared
                + "</Types>",
            "_rels/.rels",
            relations(packaged, relation(office, "officeDocument", "xl/workbook.xml", 1)),
            "xl/workbook.xml",
            "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"受助学生\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                .formatted(main, office),
            "xl/_rels/workbook.xml.rels",
            relations(
                packaged,
                relation(office, "worksheet", "worksheets/sheet1.xml", 1)
                    + relation(office, "styles", "styles.xml", 2)
                    + (sharing ? relation(office, "sharedStrings", "sharedStrings.xml", 3) : "")),
            "xl/styles.xml",
            ("<styleSheet xmlns=\"%s\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
                    + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\"/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\" xfId=\"0\"/><xf numFmtId=\"49\" xfId=\"0\"/></cellXfs></styleSheet>")
                .formatted(main));
    for (String name : parts.keySet().stream().sorted().toList()) {
      entry(zip, name);
      zip.write(parts.get(name).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"/xl/%s.xml\" ContentType=\"%s\"/>".formatted(part, type);
  }

  private static String relations(String namespace, String content) {
    return "<Relationships xmlns=\"%srelationships\">%s</Relationships>"
        .formatted(namespace, content);
  }

  private static String relation(String office, String type, String target, int id) {
    return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, office, type, target);
  }

  /** Texts as texts, numbers as numbers; what is empty is left out, as Excel does. */
  private void row(Writer out, int number, List<Object> values) throws IOException {
    StringBuilder row = new StringBuilder(2_000);
    row.append("<row r=\"").append(number).append("\" spans=\"1:25\">");
    for (int column = 0; column < values.size(); column++) {
      Object value = values.get(column);
      if (!value.equals("")) {
        row.append("<c r=\"").append((char) ('A' + column)).append(number).append('"');
        cell(row, value);
      }
    }
    out.append(row.append("</row>"));
  }

  private void cell(StringBuilder row, Object value) {
    if (!(value instanceof String text)) {
      row.append("><v>").append(value).append("</v></c>");
    } else if (sharing) {
      Integer place = places.putIfAbsent(text, texts.size());
      if (place == null) {
        texts.add(text);
      }
      row.append(" s=\"1\" t=\"s\"><v>").append(places.get(text)).append("</v></c>");
    } else {
      row.append(" s=\"1\" t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
    }
  }

  /** What stands in the 25 cells of row {@code row}; a blank text for nothing. */
  List<Object> record(int row) {
    int school = random.nextInt(60);
    int age = random.nextInt(9);
    String day = "%d%02d%02d".formatted(2010 + age, 1 + random.nextInt(12), 1 + random.nextInt(28));
    String id = id(day);
    String due = String.valueOf(250 * (1 + random.nextInt(4)));
    List<Object> values = new ArrayList<>();
    values.add(row - 1);
    values.addAll(List.of("2025-2026学年", "秋季学期", name(), id, pick("男", "女"), day));
    values.add(pick("汉族", "汉族", "汉族", "回族", "苗族"));
    values.addAll(List.of(school + "号小学", String.valueOf(9_990_100_000L + school)));
    values.addAll(List.of(pick("一年级", "三年级", "六年级"), (1 + random.nextInt(12)) + "班", "G" + id));
    values.addAll(List.of(pick("走读", "寄宿"), "某县第%d镇".formatted(random.nextInt(20))));
    values.add(
        "某县第%d镇第%d村%d组%d号"
            .formatted(
                random.nextInt(20), random.nextInt(300), random.nextInt(20), random.nextInt(99)));
    values.addAll(List.of(name(), id("198%d0%d1%d".formatted(age, 1 + age, school % 10))));
    values.add("1990%07d".formatted(random.nextInt(10_000_000)));
    values.addAll(List.of("家庭经济困难学生生活补助", pick("一档", "二档", "三档")));
    values.addAll(List.of(Integer.valueOf(due), new java.math.BigDecimal(due + ".5")));
    values.addAll(List.of("62170000%011d".formatted(random.nextInt() & 0x7fffffff), "已发放"));
    values.set(6 + random.nextInt(13), "");
    return values;
  }

  private String pick(String... of) {
    return of[random.nextInt(of.length)];
  }

  private String name() {
    return "" + any(SURNAMES) + any(GIVEN) + any(GIVEN);
  }

  private char any(String of) {
    return of.charAt(random.nextInt(of.length()));
  }

  /** Of a county that does not exist, with a right check digit. */
  private String id(String day) {
    String digits = "990101" + day + "%03d".formatted(random.nextInt(1_000));
    int sum = 0;
    int weight = 1;
    for (int i = digits.length() - 1; i >= 0; i--) {
      weight = weight * 2 % 11;
      sum += (digits.charAt(i) - '0') * weight;
    }
    return digits + "10X98765432".charAt(sum % 11);
  }
}
