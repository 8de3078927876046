package cn.bidui.normalize;

import cn.bidui.person.CitizenId;
import cn.bidui.source.Cell;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.ListKind;
import cn.bidui.source.SheetRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Made rows of a roll, the same for the same seed: sound ones, and ones with faults in them. */
final class RollRows {

  private static final Map<Field, List<Cell>> GOOD = new EnumMap<>(Field.class);
  private static final Map<Field, List<Cell>> BAD = new EnumMap<>(Field.class);
  private static final Header HEADER = header();

  static {
    good(Field.NAME, "测试甲", "测 试乙", "阿依•测试", "𠮷测试", "测试丙（大）");
    good(Field.FORMER_NAME, "", "无", "测试丁");
    good(Field.STUDENT_NUMBER, "", "G990101201309051239", "J990101000000000001");
    good(Field.SEX, "男", "女", "1", "2", "1-男", "2-女", "女性", "m", "");
    good(Field.BIRTH_DATE, "2013-09-05", "20130905", "2013/9/5", "2013.9.5", "2013年9月5日");
    good(Field.BIRTH_DATE, "2013-09-05 00:00:00", "20130905.0", "", "'2013-09-05");
    GOOD.get(Field.BIRTH_DATE).add(number("41522"));
    GOOD.get(Field.BIRTH_DATE).add(new Cell("2013-09-05", Cell.Kind.DATE));
    good(Field.SCHOOL_NAME, "某县城关小学", "某县河东中学", "河西教学点");
    good(Field.SCHOOL_CODE, "", "2199000001", "3199000002", "'2199000001");
    GOOD.get(Field.SCHOOL_CODE).add(number("2199000001.0"));
    good(Field.TOWNSHIP, "城关镇", "河东镇", "");
    good(Field.GRADE, "一年级", "六年级", "七年级", "初二", "高三", "小学三年级", "初中九年级", "普通高中一年级");
    good(Field.GRADE, "中职二年级", "大班", "3", "初一(2)班", "三年级2班", "小学", "十二年级");
    good(Field.CLASS_NAME, "1班", "2班", "七(3)班", "");
    good(Field.BOARDING, "走读", "住校", "1", "2", "1-走读", "2-住校", "寄宿生", "");
    good(Field.ROLL_STATUS, "", "在读", "在籍", "休学", "毕业", "转出", "01-在读");
    good(Field.STUDY_FORM, "", "全日制", "非全日制", "1-全日制");
    good(Field.GUARDIAN1_NAME, "", "测试父", "无");
    good(Field.GUARDIAN2_NAME, "", "测试母");
    for (Field id : List.of(Field.CITIZEN_ID, Field.GUARDIAN1_ID, Field.GUARDIAN2_ID)) {
      good(id, "", "无", "990101201309051239", "99010120130905123", "990101201309051230", "1101");
      bad(id, "9.90101E+17", "990101201309051000", "990101201309051000.0");
      BAD.get(id).add(number("9.9010120130905123E17"));
      GOOD.get(id).add(number("990101130905123"));
    }
    bad(Field.NAME, "", "无", "NULL", "测".repeat(201));
    bad(Field.FORMER_NAME, "测".repeat(201), "#N/A");
    bad(Field.STUDENT_NUMBER, "9.9E+18");
    bad(Field.SEX, "3", "不详", "1-", "男女");
    bad(
        Field.BIRTH_DATE,
        "2013",
        "2013-13-01",
        "2013-02-30",
        "不详",
        "20133",
        "2013-9/5",
        "1899-01-01");
    BAD.get(Field.BIRTH_DATE).add(number("123"));
    bad(Field.SCHOOL_NAME, "", "无", "校".repeat(1001));
    bad(Field.SCHOOL_CODE, "#REF!");
    bad(Field.TOWNSHIP, "镇".repeat(1001));
    bad(Field.GRADE, "", "2023级", "不详", "初四", "小学七年级", "13", "3班");
    bad(Field.CLASS_NAME, "#VALUE!");
    bad(Field.BOARDING, "是", "3", "午休");
    bad(Field.ROLL_STATUS, "3Z", "其他", "待定");
    bad(Field.STUDY_FORM, "1", "2");
    bad(Field.GUARDIAN1_NAME, "测".repeat(201));
    bad(Field.GUARDIAN2_NAME, "#DIV/0!");
    BAD.values().forEach(cells -> cells.add(new Cell("#N/A", Cell.Kind.ERROR)));
    BAD.values().forEach(cells -> cells.add(new Cell("", Cell.Kind.FORMULA_WITHOUT_VALUE)));
  }

  private RollRows() {}

  private static void good(Field field, String... texts) {
    add(GOOD, field, texts);
  }

  private static void bad(Field field, String... texts) {
    add(BAD, field, texts);
  }

  private static void add(Map<Field, List<Cell>> cells, Field field, String... texts) {
    List<Cell> some = cells.computeIfAbsent(field, none -> new ArrayList<>());
    for (String text : texts) {
      some.add(Cell.text(text));
    }
  }

  private static Cell number(String stored) {
    return new Cell(stored, Cell.Kind.NUMBER);
  }

  private static Header header() {
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    Map<Field, String> titles = new EnumMap<>(Field.class);
    for (Field field : Layout.of(ListKind.ROLL).fields()) {
      columns.put(field, columns.size());
      titles.put(field, field == Field.BOARDING ? "就读方式" : field.code());
    }
    return new Header("样.xlsx", "1", 1, ListKind.ROLL, "sample", columns, titles);
  }

  /**
   * {@code count} rows.
   *
   * @param faults the share of cells that are at fault
   */
  static List<SheetRow> made(int count, long seed, double faults) {
    Random random = new Random(seed);
    List<SheetRow> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      List<Cell> cells = new ArrayList<>();
      for (Field field : Layout.of(ListKind.ROLL).fields()) {
        List<Cell> choice =
            (random.nextDouble() < faults ? BAD : GOOD).getOrDefault(field, List.of());
        cells.add(choice.isEmpty() ? Cell.EMPTY : choice.get(random.nextInt(choice.size())));
      }
      rows.add(new SheetRow(HEADER, i + 2, cells));
    }
    return rows;
  }

  /** Rows as a school exports them: names, ids and dates that all differ, and no faults. */
  static List<SheetRow> ordinary(int count, long seed) {
    Random random = new Random(seed);
    List<SheetRow> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(new SheetRow(HEADER, i + 2, ordinaryCells(random)));
    }
    return rows;
  }

  private static List<Cell> ordinaryCells(Random random) {
    String id = id(random, 2008 + random.nextInt(10));
    List<String> texts =
        List.of(
            name(random),
            "",
            id,
            "G" + id,
            random.nextBoolean() ? "男" : "女",
            id.substring(6, 14),
            "某县第" + random.nextInt(40) + "中心学校",
            Integer.toString(2_110_000_001 + random.nextInt(40)),
            "镇" + random.nextInt(20),
            "一二三四五六七八九".charAt(random.nextInt(9)) + "年级",
            1 + random.nextInt(8) + "班",
            random.nextBoolean() ? "走读" : "住校",
            "在读",
            "",
            name(random),
            id(random, 1975 + random.nextInt(15)),
            name(random),
            id(random, 1975 + random.nextInt(15)));
    return texts.stream().map(Cell::text).toList();
  }

  private static String name(Random random) {
    return "测" + (char) ('一' + random.nextInt(5000)) + (char) ('一' + random.nextInt(5000));
  }

  private static String id(Random random, int year) {
    String digits =
        "9901%02d%d%02d%02d%03d"
            .formatted(
                random.nextInt(100),
                year,
                1 + random.nextInt(12),
                1 + random.nextInt(28),
                random.nextInt(1000));
    return digits + CitizenId.checkCharacter(Long.parseLong(digits));
  }
}
