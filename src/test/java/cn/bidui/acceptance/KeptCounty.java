package cn.bidui.acceptance;

import cn.bidui.fixture.people.IdNumbers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Lists of invented pupils of whom every name stands nowhere else, and some are not funded. */
final class KeptCounty {

  private final int pupils;

  KeptCounty(int pupils) {
    this.pupils = pupils;
  }

  static String name(int i) {
    return "测㛃" + (char) ('一' + i) + (char) ('丙' + i);
  }

  static String id(int i) {
    return IdNumbers.ofOrder(LocalDate.of(2017, 10, 1).plusDays(i), i % 900);
  }

  /** Whether the grants leave the pupil out. */
  static boolean unfunded(int i) {
    return i % 4 == 0;
  }

  byte[] roll(String date) {
    StringBuilder text = new StringBuilder("数据截止日期：" + date + "\n");
    text.append("学校名称,姓名,性别,身份证件号,年级,班级,就读方式,学籍状态,家庭住址\n");
    for (int i = 0; i < pupils; i++) {
      text.append("城关镇第一小学,").append(name(i)).append(',').append(i % 2 == 1 ? "男" : "女");
      text.append(',').append(id(i)).append(",二年级,1班,走读,正常,石桥村").append(name(i)).append("家\n");
    }
    return bytes(text.append("城关镇第一小学,,女,,二年级,1班,走读,正常,没有名字\n"));
  }

  byte[] households(String date) {
    StringBuilder text = new StringBuilder("乡,村,户编号,户类型,监测对象类别,姓名,证件号码,与户主关系,在校生状况,数据日期\n");
    for (int i = 0; i < pupils; i++) {
      text.append("城关镇,石桥村,99010101").append(10_000 + i).append(",脱贫户,,").append(name(i));
      text.append(',').append(id(i)).append(",之子,小学,").append(date).append('\n');
    }
    return bytes(text);
  }

  byte[] aid(String year) {
    StringBuilder text = new StringBuilder("学年,学期,学校名称,学段,年级,姓名,身份证件号,资助项目,实发金额\n");
    for (int i = 0; i < pupils; i++) {
      if (!unfunded(i)) {
        text.append(year).append("学年,第一学期,城关镇第一小学,小学,二年级,").append(name(i)).append(',');
        text.append(id(i)).append(",家庭经济困难非寄宿生生活补助,312.50\n");
      }
    }
    return bytes(text);
  }

  private static byte[] bytes(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
