package cn.bidui.acceptance;

import cn.bidui.fixture.people.IdNumbers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rolls and grants of an invented county at random, in which every column that must not be made
 * public holds what stands nowhere else, and what the public lists then have to say.
 */
final class NoticeCounty {

  private static final String[] SCHOOLS = {"测试镇第一小学", "测试镇第二小学", "测试镇初级中学"};
  private static final String VOCATIONAL = "测试县职业学校";
  private static final String[] MAJORS = {"计算机应用", "护理", "汽车运用与维修"};
  private static final String[] HARDSHIPS = {"低保", "孤儿", "残疾学生", "脱贫户", "突发严重困难户"};
  private static final String GIVEN = "㛃𠅤嘉禾若水知远晨曦子墨雨桐浩然";

  private final Random random;
  private final List<String> canaries = new ArrayList<>();
  private final List<String> roll = new ArrayList<>();
  private final List<String> vocational = new ArrayList<>();
  private final List<String> grants = new ArrayList<>();

  /** By school: the lines of its notice as texts, number aside, in no order. */
  private final SortedMap<String, List<String>> expected = new TreeMap<>();

  private int leftOut;

  NoticeCounty(long seed, int pupils) {
    random = new Random(seed);
    roll.add("姓名,身份证件号,学籍号,性别,出生日期,学校名称,年级,班级,家庭住址,联系电话," + "成员1姓名,成员1身份证件号,成员1联系电话,残疾人类型");
    vocational.add("姓名,身份证件号,学籍号,性别,出生日期,学校名称,年级,班级名称,专业简称,学制,学生类别," + "户口所在地区县以下详细地址,联系电话");
    grants.add("学年,学期,学校名称,年级,班级,姓名,身份证件号,学籍号,资助项目,应发金额,实发金额," + "发放日期,银行账号,困难类型,家庭住址,联系电话,备注");
    for (int i = 0; i < pupils; i++) {
      pupil(i);
    }
  }

  private void pupil(int i) {
    LocalDate birth = LocalDate.of(2008, 1, 1).plusDays(random.nextInt(3_600));
    String id = IdNumbers.ofOrder(birth, 100 + i);
    String name = name(i);
    String address = canary("测试镇槐树村" + (1000 + i) + "号");
    String phone = canary("139" + (10_000_000 + random.nextInt(89_999_999)));
    canary(id);
    canary(birth.toString());
    boolean trade = random.nextInt(5) == 0;
    String school = trade ? VOCATIONAL : SCHOOLS[random.nextInt(SCHOOLS.length)];
    String grade = trade ? "中职一年级" : school.endsWith("中学") ? "八年级" : "三年级";
    String className = (1 + random.nextInt(12)) + "班";
    String major = trade ? MAJORS[random.nextInt(MAJORS.length)] : "";
    boolean onRoll = random.nextInt(10) > 0;
    String who =
        String.join(",", name, id, "G" + id, i % 2 == 0 ? "男" : "女", birth.toString(), school);
    if (onRoll && trade) {
      vocational.add(String.join(",", who, "一年级", className, major, "3", "普通", address, phone));
    } else if (onRoll) {
      roll.add(
          String.join(
              ",",
              who,
              grade,
              className,
              address,
              phone,
              canary("某监护" + (char) ('一' + i)),
              canary(IdNumbers.ofOrder(birth.minusYears(30), 100 + i)),
              canary("138" + (10_000_000 + random.nextInt(89_999_999))),
              canary("残疾类别" + i)));
    }
    if (random.nextInt(4) > 0) {
      grant(name, id, school, grade, className, major, onRoll, address, phone);
    }
  }

  private String name(int i) {
    int[] letters = GIVEN.codePoints().toArray();
    return new StringBuilder("测")
        .appendCodePoint(letters[random.nextInt(letters.length)])
        .append((char) ('丁' + i))
        .toString();
  }

  private String canary(String text) {
    canaries.add(text);
    return text;
  }

  private void grant(
      String name,
      String id,
      String school,
      String grade,
      String className,
      String major,
      boolean onRoll,
      String address,
      String phone) {
    boolean trade = !major.isEmpty();
    boolean wanted = !trade && random.nextInt(6) > 0;
    boolean named = random.nextInt(8) > 0;
    String program = trade ? "中职国家助学金" : wanted ? "家庭经济困难非寄宿生生活补助" : "营养膳食补助";
    grants.add(
        String.join(
            ",",
            "2025-2026学年",
            "第一学期",
            named ? school : "",
            trade ? "中职一年级" : grade,
            className,
            name,
            id,
            "G" + id,
            program,
            "312.50",
            "312.50",
            "2025-10-20",
            canary("99" + (100_000_000_000_000_000L + random.nextInt(1_000_000_000))),
            HARDSHIPS[random.nextInt(HARDSHIPS.length)],
            address,
            phone,
            canary("经办说明" + id.substring(6))));
    if (wanted && (named || onRoll)) {
      expected
          .computeIfAbsent(school, none -> new ArrayList<>())
          .add(String.join(" ", name, grade, className));
    }
    leftOut += wanted && !named && !onRoll ? 1 : 0;
    if (trade && (named || onRoll)) {
      expected
          .computeIfAbsent(school, none -> new ArrayList<>())
          .add(
              onRoll
                  ? String.join(" ", name, "中职一年级", major, className)
                  : String.join(" ", name, "中职一年级", "", className));
    }
  }

  void drop(Office office) throws IOException {
    office.drop("学籍在籍学生_20251102.csv", text(roll));
    office.drop("中职学籍在籍学生_20251102.csv", text(vocational));
    office.drop("受助学生名单_20251102.csv", text(grants));
  }

  private static byte[] text(List<String> lines) {
    return ("\uFEFF" + String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  /** What must stand nowhere. */
  List<String> canaries() {
    return canaries;
  }

  List<String> expected(String school) {
    return expected.getOrDefault(school, List.of()).stream().sorted().toList();
  }

  /** The schools of the compulsory stage that have somebody on the list. */
  List<String> schools() {
    return expected.keySet().stream().filter(school -> !school.equals(VOCATIONAL)).toList();
  }

  static String vocationalSchool() {
    return VOCATIONAL;
  }

  /** How many grants name no school and nobody on the roll. */
  int leftOut() {
    return leftOut;
  }
}
