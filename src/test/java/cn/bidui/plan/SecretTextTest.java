package cn.bidui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"口令 1", "口令 1\r\n", "\uFEFF口令 1\n", " \t口令 1"})
  void whatEditorsPutAroundASecretIsNoPartOfIt(String content) {
    assertThat(SecretText.of(content.getBytes(StandardCharsets.UTF_8))).isEqualTo("口令 1");
  }
}
