package cn.bidui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TellingWordsTest {

  @ParameterizedTest
  @EnumSource
  void everyCategoryIsToldByItsOwnName(Category category) {
    assertThat(TellingWords.in(category.label())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"义务教育家庭经济困难学生生活补助", "雨露计划", "残　疾学生补助", "孤\u200B儿补助", "建档立卡学生补助"})
  void titlesThatTellAreKnown(String title) {
    assertThat(TellingWords.in(title)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"普通高中国家助学金", "营养膳食补助", "孤山镇助学金", "环境监测技术", "水上救助", "七年级（2）班", ""})
  void othersAreNot(String title) {
    assertThat(TellingWords.in(title)).isFalse();
  }

  private static Program program(String keys) {
    return PolicyFixture.over(
            "title: 测试县\nlevel: county\nprograms:\n  - {code: own, " + keys + "}\n")
        .ofCode("own")
        .orElseThrow();
  }

  @Test
  void aNameThatTellsNothingIsItsOwnPublicTitle() {
    assertThat(program("name: 县级助学补助").titleInPublic()).contains("县级助学补助");
  }

  @Test
  void thePublicTitleStandsForANameThatTells() {
    assertThat(program("name: 孤儿助学补助, public-title: 县级助学补助").titleInPublic()).contains("县级助学补助");
  }

  @Test
  void aPublicTitleThatTellsIsNotUsed() {
    assertThat(program("name: 县级助学补助, public-title: 低保学生补助").titleInPublic()).contains("县级助学补助");
    assertThat(program("name: 孤儿补助, public-title: 低保学生补助").titleInPublic()).isEmpty();
  }

  @Test
  void aNearerFileKeepsThePublicTitleOfTheWiderOne() {
    AidPolicies policies =
        PolicyFixture.over("title: 测试县\nlevel: county\nprograms:\n  - {code: dew, due: true}\n");

    assertThat(policies.ofCode("dew").orElseThrow().publicTitle()).isEqualTo("职业教育助学补助");
  }
}
