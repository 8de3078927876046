package cn.bidui.link.name;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.fixture.character.MakeCharacters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterTableTest {

  private final CharacterTable table = CharacterTable.get();

  @Test
  void theTableIsWhatTheLibrariesAndTheHandListsMake() throws IOException {
    assertThat(MakeCharacters.bytes()).isEqualTo(resource("characters.bin"));
  }

  @Test
  void theTableIsSmallAndTellsWhereItComesFrom() throws IOException {
    assertThat(resource("characters.bin")).hasSizeLessThan(400_000);
    assertThat(new String(resource("characters-NOTICE.txt"), StandardCharsets.UTF_8))
        .contains("icu4j", "pinyin4j", "opencc4j", "nlp-hanzi-similar", "nlp-chaizi");
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = CharacterTable.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  @ParameterizedTest
  @CsvSource({"劉,刘", "刘,刘", "鍾,钟", "喆,哲", "傅,付", "乾,乾", "A,A"})
  void eachCharacterHasAPlainestVariant(String character, String plain) {
    assertThat(table.plainPoint(character.codePointAt(0))).isEqualTo(plain.codePointAt(0));
  }

  @ParameterizedTest
  @CsvSource({"明,true", "玮,true", "暐,false", "㛃,false", "𬞟,false"})
  void whatEverySystemCanWriteIsKnown(String character, boolean common) {
    assertThat(table.common(table.place(character.codePointAt(0)))).isEqualTo(common);
  }

  @Test
  void everyCharacterIsFoundAtItsPlace() {
    for (int place = 0; place < table.size(); place++) {
      assertThat(table.place(table.point(place))).isEqualTo(place);
    }
  }

  @Test
  void plainVariantsAreTheirOwn() {
    for (int place = 0; place < table.size(); place++) {
      assertThat(table.plain(table.plain(place))).isEqualTo(table.plain(place));
      assertThat(table.set(place)).isEqualTo(table.set(table.plain(place)));
    }
  }

  @Test
  void everyCommonCharacterCanBeReadAndHasAShapeButOneThatIsOnlyAPart() {
    long common = 0;
    int part = table.place('亠');
    for (int place = 0; place < table.size(); place++) {
      if (table.common(place)) {
        common++;
        assertThat(table.set(place)).isNotEqualTo(CharacterTable.SILENT);
        assertThat((table.shape(place) & 0xFFFFF) == 0).isEqualTo(place == part);
      }
    }
    // GB 2312 has one more: 嗯, which no syllable with a vowel writes.
    assertThat(common).isEqualTo(6762);
  }

  @Test
  void whatIsNoCharacterIsNotThere() {
    assertThat(table.place('A')).isEqualTo(CharacterTable.NONE);
    assertThat(table.place(0x10FFFF)).isEqualTo(CharacterTable.NONE);
    assertThat(table.syllable("xyz")).isZero();
  }
}
