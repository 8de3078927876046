package cn.bidui.endure;

import cn.bidui.fixture.people.IdNumbers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;

/**
 * Lists of one invented pupil for each of the words given, who is due aid and got too little, and
 * whose name, school, township and village is that word, or the one a few places on.
 *
 * @param words what somebody wrote into the cells
 */
record HostileCounty(List<String> words) {

  private static final int ORDINARY = 14;
  private static final int EVERY = ORDINARY + 1;

  static final String FIRST = "2025-11-03";
  static final String SECOND = "2025-11-04";

  /** Among ordinary people: a column of nothing but odd words is taken for another one. */
  static HostileCounty of(List<String> odd) {
    List<String> words = new ArrayList<>();
    for (String word : odd) {
      for (int i = 0; i < ORDINARY; i++) {
        int at = words.size();
        words.add("钟" + (char) ('一' + at % 90) + (char) ('丙' + at));
      }
      words.add(word);
    }
    return new HostileCounty(List.copyOf(words));
  }

  String name(int i) {
    return words.get(i);
  }

  String school(int i) {
    return place(i + EVERY) + "学校";
  }

  String township(int i) {
    return place(i + 2 * EVERY) + "镇";
  }

  private String village(int i) {
    return place(i + 3 * EVERY);
  }

  /** Ordinary places are two in all: each has a workbook of its own. */
  private String place(int i) {
    return i % EVERY == ORDINARY ? words.get(i % words.size()) : "石桥" + i % 2;
  }

  private static String id(int i) {
    return IdNumbers.ofOrder(LocalDate.of(2017, 10, 1).plusDays(i % 300), i % 900);
  }

  byte[] roll(String before) {
    StringBuilder text = line("学校名称", "姓名", "性别", "身份证件号", "年级", "班级", "就读方式", "学籍状态");
    for (int i = 0; i < words.size(); i++) {
      String sex = i % 2 == 1 ? "男" : "女";
      text.append(line(before + school(i), before + name(i), sex, id(i), "二年级", "1班", "走读", "正常"));
    }
    return bytes(text);
  }

  byte[] households(String before) {
    StringBuilder text = line("乡", "村", "户编号", "户类型", "监测对象类别", "姓名", "证件号码", "与户主关系", "在校生状况");
    for (int i = 0; i < words.size(); i++) {
      String number = String.format(Locale.ROOT, "9901010110%04d", i);
      text.append(
          line(
              before + township(i),
              before + village(i),
              number,
              "脱贫户",
              "",
              before + name(i),
              id(i),
              "之子",
              "小学"));
    }
    return bytes(text);
  }

  byte[] aid(String before) {
    StringBuilder text = line("学年", "学期", "学校名称", "学段", "年级", "姓名", "身份证件号", "资助项目", "备注", "实发金额");
    for (int i = 0; i < words.size(); i++) {
      text.append(
          line(
              "2025-2026学年",
              "第一学期",
              before + school(i),
              "小学",
              "二年级",
              before + name(i),
              id(i),
              "家庭经济困难非寄宿生生活补助",
              before + village(i),
              i % 5 == 4 ? before + name(i) : "300.00"));
    }
    return bytes(text);
  }

  private static StringBuilder line(String... cells) {
    return new StringBuilder(CSVFormat.RFC4180.format((Object[]) cells)).append("\r\n");
  }

  private static byte[] bytes(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
