package cn.bidui.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "王小明,王小明,EQUAL",
    "刘丽,劉麗,VARIANT",
    "张喆,張哲,VARIANT",
    "王?,王明,WILDCARD",
    "王*明,王小明,WILDCARD",
    "王\uFFFD,王明,WILDCARD",
    "王婷婷,王亭亭,HOMOPHONE",
    "王小明,王大明,ONE_CHARACTER",
    "王明,王小明,ONE_CHARACTER",
    "王小明,王明小,ONE_CHARACTER",
    "欧阳小明,欧阳小,ONE_CHARACTER",
    "阿依努尔,阿依努尔·买买提,CUT_AT_DOT",
    "阿依努尔·买买提,阿依努尔,CUT_AT_DOT",
    "王小明,李大伟,DIFFERENT",
    "王小明,王大伟,DIFFERENT",
    "王小明,欧阳小明明,DIFFERENT",
    "婷涵,亭含,DIFFERENT",
    "?,王,DIFFERENT",
    "王,李,DIFFERENT",
    "王,王明,DIFFERENT",
    "王小明,小明王,DIFFERENT",
  })
  void namesAreComparedCharacterByCharacter(String left, String right, NameAgreement expected) {
    assertThat(Names.compare(left, right)).isEqualTo(expected);
    assertThat(Names.compare(right, left)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "肖,萧", "付,傅", "闫,阎", "代,戴", "邱,丘", "俞,余", "婷,亭", "杰,洁", "佳,嘉", "嘉,家", "梓,子", "子,紫", "轩,萱",
    "涵,含", "宇,雨", "晨,辰", "喆,哲"
  })
  void thePairsThatClerksConfuseAreKnown(String left, String right) {
    int a = left.codePointAt(0);
    int b = right.codePointAt(0);
    assertThat(AlikeCharacters.variants(a, b) || AlikeCharacters.homophones(a, b)).isTrue();
  }
}
