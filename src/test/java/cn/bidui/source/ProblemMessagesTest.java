package cn.bidui.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemMessagesTest {

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void everyProblemSaysInBothLanguagesWhatItIsWhatWasExpectedAndWhatToDo(ProblemCode code) {
    for (String part : new String[] {"title", "expected", "action"}) {
      String key = "problem." + code.code() + "." + part;
      assertThat(Messages.ZH.text(key, "甲", "乙", "丙", "丁", "戊")).isNotBlank().doesNotContain("{");
      assertThat(Messages.EN.text(key, "a", "b", "c", "d", "e")).isNotBlank().doesNotContain("{");
      assertThat(Messages.ZH.text(key)).isNotEqualTo(Messages.EN.text(key));
    }
  }
}
