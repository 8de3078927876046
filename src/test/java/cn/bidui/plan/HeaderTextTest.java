package cn.bidui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "身份证件号 | 身份证件号",
        "＊姓　名 | 姓名",
        "★身份证件号（18位） | 身份证件号",
        "县(市、区、旗) | 县",
        "应发金额【元】： | 应发金额",
        "姓名（必填 | 姓名",
        "（姓名） | 姓名",
        "3、姓名 | 姓名",
        "12.年级 | 年级",
        "2025 | 2025",
        "3、 | 3、",
        "xm | XM",
        "国籍/地区 | 国籍/地区",
        "姓名（（监护人）1） | 姓名"
      })
  void widthBlanksMarksAndHintsDoNotCount(String header, String folded) {
    assertThat(HeaderText.fold(header)).isEqualTo(folded);
  }

  @Test
  void lineBreaksAndInvisibleCharactersDoNotCount() {
    assertThat(HeaderText.fold("\uFEFF身份证\r\n件\u00A0号\u200B")).isEqualTo("身份证件号");
  }

  @Test
  void theHintIsWhatStandsInBrackets() {
    assertThat(HeaderText.hint("姓名（家 长）")).isEqualTo("家长");
    assertThat(HeaderText.hint("姓名")).isEmpty();
    assertThat(HeaderText.hint("（姓名）")).isEmpty();
  }

  @Test
  void aHeaderOfPlainCharactersFoldsAsOneWithMarks() {
    for (char c = 1; c < '\ua000'; c++) {
      String header = "3、" + c + "号a" + c;
      String alone = "3" + c + "号a" + c;
      assertThat(HeaderText.fold(alone)).isEqualTo(HeaderText.fold("*" + alone));
      assertThat(HeaderText.fold(header)).isEqualTo(HeaderText.fold("*" + header));
    }
  }
}
