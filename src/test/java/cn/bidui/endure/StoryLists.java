package cn.bidui.endure;

import cn.bidui.fixture.people.IdNumbers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * The lists of a county with eight children, all invented, small enough that a night takes about a
 * second, with something for every mechanism to do.
 */
final class StoryLists {

  static final String FIRST = "2025-11-03";
  static final String SECOND = "2025-11-04";
  static final String THIRD = "2025-11-05";

  /** The list that is held in the second night, as its own total is not so. */
  static final String HELD = "2025秋受助学生_20251104.csv";

  /** The list of the first night with a row that goes back. */
  static final String AID = "2025秋受助学生_20251102.csv";

  private static final int CHILDREN = 8;
  private static final List<String> NAMES =
      List.of("钟立春", "阮雨水", "苗惊蛰", "邵清明", "邱谷雨", "龙小满", "万白露", "段寒露");

  private StoryLists() {}

  /** Drops the files of the first night: three lists, one of them twice, and one to refuse. */
  static void first(Path home) throws IOException {
    drop(home, "学籍在籍学生_20251102.csv", roll(CHILDREN));
    drop(home, "监测对象_20251102.csv", households());
    drop(home, AID, aid("三百", ""));
    drop(home, "再发一次_20251102.csv", aid("三百", ""));
    drop(home, "城关镇第一小学/通讯录.csv", "姓名,电话\n无名,0\n");
  }

  /** Drops the lists of the second night: a child has left the roll, and a list to hold. */
  static void second(Path home) throws IOException {
    drop(home, "学籍在籍学生_20251104.csv", roll(CHILDREN - 1));
    drop(home, HELD, aid("625.00", "合计 45 人\n"));
  }

  /** Puts a file into the inbox. */
  static void drop(Path home, String name, byte[] content) throws IOException {
    Path target = home.resolve("inbox").resolve(name);
    Files.createDirectories(target.resolveSibling("."));
    Files.write(target, content);
  }

  private static void drop(Path home, String name, String content) throws IOException {
    drop(home, name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static String roll(int children) {
    StringBuilder text = new StringBuilder("学校名称,姓名,性别,身份证件号,年级,班级,就读方式,学籍状态\n");
    for (int i = 0; i < children; i++) {
      text.append("城关镇第一小学,").append(NAMES.get(i)).append(i % 2 == 1 ? ",男," : ",女,");
      text.append(id(i)).append(",二年级,1班,走读,正常\n");
    }
    return text.toString();
  }

  private static String households() {
    StringBuilder text = new StringBuilder("乡,村,户编号,户类型,监测对象类别,姓名,证件号码,与户主关系,在校生状况,数据日期\n");
    for (int i = 0; i < CHILDREN; i++) {
      text.append("城关镇,石桥村,99010101").append(10_000 + i).append(",脱贫户,,");
      text.append(NAMES.get(i)).append(',').append(id(i)).append(",之子,小学,20251102\n");
    }
    return text.toString();
  }

  /** The first two children get nothing, the third an amount that is told as {@code third}. */
  private static String aid(String third, String end) {
    StringBuilder text = new StringBuilder("学年,学期,学校名称,学段,年级,姓名,身份证件号,资助项目,实发金额\n");
    for (int i = 2; i < CHILDREN; i++) {
      text.append("2025-2026学年,第一学期,城关镇第一小学,小学,二年级,").append(NAMES.get(i)).append(',');
      text.append(id(i)).append(",家庭经济困难非寄宿生生活补助,");
      text.append(i == 2 ? third : i == 3 ? "100.00" : "312.50").append('\n');
    }
    return text + end;
  }

  private static String id(int i) {
    return IdNumbers.ofOrder(LocalDate.of(2017, 10, 1).plusDays(7L * i), i);
  }
}
