package cn.bidui.report.notice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.report.notice.PublicList.Taken;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicListTest {

  private final PublicList list = new PublicList();

  private Taken name(String name) {
    return list.add(name, "一小", "", "三年级", "", "1班");
  }

  private Taken inClass(String className) {
    return list.add("张三", "一小", "", "三年级", "", className);
  }

  private PublicLine only() {
    assertThat(list.of("一小")).hasSize(1);
    return list.of("一小").get(0);
  }

  @Test
  void aPupilStandsWithTheSixFields() {
    assertThat(list.add(" 张三 ", "职校", "信息系", "中职一年级", "计算机应用", "1班")).isEqualTo(Taken.PRINTED);
    assertThat(list.of("职校"))
        .containsExactly(new PublicLine("张三", "职校", "信息系", "中职一年级", "计算机应用", "1班"));
    assertThat(list.pupils("职校")).isEqualTo(1);
    assertThat(list.pupils("一小")).isZero();
    assertThat(list.of("一小")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "　", "无", "-", "NULL", "\u200B"})
  void nobodyIsPrintedWithoutAName(String name) {
    assertThat(name(name)).isEqualTo(Taken.NO_NAME);
    assertThat(list.schools()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "无"})
  void nobodyIsPrintedWithoutASchool(String school) {
    assertThat(list.add("张三", school, "", "", "", "")).isEqualTo(Taken.NO_SCHOOL);
    assertThat(list.schools()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "张三（孤儿）, 张三",
    "张三(低保)（已转走）, 张三",
    "张三【990101201309051239】, 张三",
    "阿依·努尔 [脱贫户], 阿依·努尔",
    "李(石羡), 李(石羡)",
    "㛃𠅤𠮷, 㛃𠅤𠮷",
    "葛\u202E\u0007三, 葛三",
    "欧阳　三, 欧阳 三"
  })
  void whatStandsBesideANameIsCut(String written, String printed) {
    assertThat(name(written)).isEqualTo(Taken.PRINTED);
    assertThat(only().name()).isEqualTo(printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"张三990101201309051239", "张三 1380 000 0000", "张三２０１３０９０５", "张三低保", "李（孤儿）", "孤儿张三"})
  void aNumberOrAHardshipInPlaceOfANameIsNotPrinted(String name) {
    assertThat(name(name)).isEqualTo(Taken.MORE_THAN_A_NAME);
    assertThat(list.schools()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1班（孤儿）", "低保班", "13800000000", "1班 990101201309051239"})
  void aClassThatTellsMoreStaysBlank(String className) {
    assertThat(inClass(className)).isEqualTo(Taken.SHORTENED);
    assertThat(only()).isEqualTo(new PublicLine("张三", "一小", "", "三年级", "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025070102", "七年级（12）班", "2023级1班"})
  void numbersOfClassesStay(String className) {
    assertThat(inClass(className)).isEqualTo(Taken.PRINTED);
    assertThat(only().className()).isEqualTo(className);
  }

  @Test
  void departmentMajorAndGradeAreLookedAtToo() {
    assertThat(list.add("张三", "一小", "残疾部", "困难", "脱贫专业", "1班")).isEqualTo(Taken.SHORTENED);
    assertThat(only()).isEqualTo(new PublicLine("张三", "一小", "", "", "", "1班"));
  }

  @Test
  void linesStandByGradeClassAndName() {
    for (String[] line :
        List.of(
            new String[] {"甲", "九年级", "1班"},
            new String[] {"乙", "一年级", "十一班"},
            new String[] {"丙", "一年级", "二班"},
            new String[] {"丁", "一年级", "十班"},
            new String[] {"戊", "大班", "1班"},
            new String[] {"己", "中班", "1班"},
            new String[] {"庚", "二年级", "2班"},
            new String[] {"辛", "二年级", "10班"},
            new String[] {"壬", "二年级", "（2）班"},
            new String[] {"癸", "二年级", "2班"},
            new String[] {"子", "复式", "2班"},
            new String[] {"丑", "", "2班"},
            new String[] {"寅", "一年级", "二十一班"})) {
      list.add(line[0], "一小", "", line[1], "", line[2]);
    }

    assertThat(list.of("一小"))
        .extracting(PublicLine::name)
        .containsExactly("己", "戊", "丙", "丁", "乙", "寅", "壬", "庚", "癸", "辛", "甲", "丑", "子");
  }

  @Test
  void aLineNamesNobodyInALog() {
    name("张三");

    assertThat(only()).hasToString("PublicLine");
  }

  @Test
  void numbersInClassesAreCounted() {
    assertThat(LineOrder.counted("七(二)班")).isEqualTo("000000000007(000000000002)班");
    assertThat(LineOrder.counted("１２班")).isEqualTo("000000000012班");
    assertThat(LineOrder.counted("一二班")).isEqualTo("000000000012班");
    assertThat(LineOrder.counted("1234567890123班")).isEqualTo("1234567890123班");
    assertThat(LineOrder.counted("十十十十十十班")).isEqualTo("000000000040班");
  }
}
