package cn.bidui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextSealTest {

  private final TextSeal seal = new TextSeal(new byte[32]);

  @ParameterizedTest
  @ValueSource(strings = {"", "测小满", "\uD840\uDC0B", "990101201001010011"})
  void aTextComesBackAtItsPlace(String text) throws Exception {
    String sealed = seal.desk().seal("row 1", text);
    assertThat(new TextSeal(new byte[32]).desk().open("row 1", sealed)).isEqualTo(text);
  }

  @Test
  void elsewhereItDoesNotOpen() {
    String sealed = seal.desk().seal("row 1", "测小满");
    assertThatThrownBy(() -> seal.desk().open("row 2", sealed)).isInstanceOf(TextSeal.Broken.class);
  }

  @Test
  void withAnotherKeyItDoesNotOpen() {
    byte[] other = new byte[32];
    other[31] = 1;
    String sealed = seal.desk().seal("row", "测小满");
    assertThatThrownBy(() -> new TextSeal(other).desk().open("row", sealed))
        .isInstanceOf(TextSeal.Broken.class);
    assertThat(new TextSeal(other).fingerprint()).isNotEqualTo(seal.fingerprint());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "测小满", "not base64!"})
  void whatIsNoSealedTextDoesNotOpen(String text) {
    assertThatThrownBy(() -> seal.desk().open("row", text)).isInstanceOf(TextSeal.Broken.class);
  }

  @Test
  void noTwoTextsAreSealedAlike() {
    Set<String> sealed = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      sealed.add(seal.desk().seal("row", "测小满").substring(0, 16));
    }
    assertThat(sealed).hasSize(1_000);
  }

  @Test
  void theFingerprintNamesTheKey() {
    assertThat(seal.fingerprint()).hasSize(32).isEqualTo(new TextSeal(new byte[32]).fingerprint());
  }
}
