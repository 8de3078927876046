package cn.bidui.endure;

import cn.bidui.fixture.people.IdNumbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Six invented children and what the three lists say of them at the moment. Four live in households
 * in the list and are due aid; two are on the roll or not.
 */
final class TinyCounty {

  /** The lists of the county. */
  enum Kind {
    ROLL("学籍在籍学生"),
    AID("受助学生名单"),
    HOUSEHOLDS("监测对象信息");

    final String title;

    Kind(String title) {
      this.title = title;
    }
  }

  /** A row: of whom, and what it says; a broken one cannot be read. */
  record Row(int child, String says, boolean broken) {}

  /** A list as a file, and the same rows in the model's words. */
  record Written(String text, List<Row> rows) {}

  /** What a child can be granted: one grant for each word; the last cannot be read. */
  static final List<List<String>> GRANTS =
      List.of(
          List.of("312.50"),
          List.of("300.00"),
          List.of("312.50", "312.50"),
          List.of(),
          List.of("三百"));

  static final String STANDARD = "312.50";
  static final int PAID = 4;
  static final int CHILDREN = 6;
  static final String SCHOOL = "城关镇第一小学";

  private static final List<String> NAMES = List.of("钟立春", "阮雨水", "苗惊蛰", "邵清明", "邱谷雨", "龙小满");

  private final List<List<String>> grants = new ArrayList<>();
  private final boolean[] roll = new boolean[CHILDREN];

  TinyCounty() {
    for (int child = 0; child < CHILDREN; child++) {
      grants.add(child < PAID ? GRANTS.get(0) : List.of());
      roll[child] = true;
    }
  }

  /** Something about a child becomes another; the first child always has a grant to read. */
  void change(int child, int how) {
    if (child >= PAID) {
      roll[child] = !roll[child];
    } else {
      grants.set(child, GRANTS.get(how % (child == 0 ? 3 : GRANTS.size())));
    }
  }

  static String name(int child) {
    return NAMES.get(child);
  }

  static int child(String name) {
    return NAMES.indexOf(name);
  }

  /** A list as it stands; {@code mark} makes it unlike all others. */
  Written write(Kind kind, int mark) {
    return switch (kind) {
      case ROLL -> writeRoll(mark);
      case AID -> writeAid(mark);
      case HOUSEHOLDS -> writeHouseholds(mark);
    };
  }

  private Written writeRoll(int mark) {
    StringBuilder text = new StringBuilder("学校名称,姓名,性别,身份证件号,年级,班级,就读方式,学籍状态\n");
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < CHILDREN; i++) {
      if (roll[i]) {
        text.append(line(SCHOOL, name(i), i % 2 == 1 ? "男" : "女", id(i), "二年级"));
        text.append(line("," + mark + "班", "走读", "正常")).append('\n');
        rows.add(new Row(i, "", false));
      }
    }
    return new Written(text.toString(), rows);
  }

  private Written writeAid(int mark) {
    StringBuilder text = new StringBuilder("学年,学期,学校名称,学段,年级,姓名,身份证件号,资助项目,备注,实发金额\n");
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < PAID; i++) {
      for (String amount : grants.get(i)) {
        text.append(line("2025-2026学年", "第一学期", SCHOOL, "小学", "二年级", name(i), id(i)));
        text.append(line(",家庭经济困难非寄宿生生活补助", mark + "批", amount)).append('\n');
        rows.add(new Row(i, amount, amount.startsWith("三")));
      }
    }
    return new Written(text.toString(), rows);
  }

  private Written writeHouseholds(int mark) {
    StringBuilder text = new StringBuilder("乡,村,户编号,户类型,监测对象类别,姓名,证件号码,与户主关系,在校生状况\n");
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < PAID; i++) {
      String number = String.format(Locale.ROOT, "9901010110%03d", i);
      text.append(line("城关镇", "石桥" + mark + "村", number, "脱贫户", "", name(i), id(i)));
      text.append(",之子,小学\n");
      rows.add(new Row(i, "", false));
    }
    return new Written(text.toString(), rows);
  }

  private static String line(String... cells) {
    return String.join(",", cells);
  }

  private static String id(int child) {
    return IdNumbers.ofOrder(LocalDate.of(2017, 10, 1).plusDays(7L * child), child);
  }
}
