package cn.bidui.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.normalize.RowOutcome.Accepted;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.School;
import cn.bidui.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchoolRegistryTest {

  private static final SourceFile FILE = new SourceFile("1", "a.xlsx", "");
  private static final String CODE = "2199000001";
  private static final String OTHER = "3199000002";

  private final RecordTable.Builder roll = new RecordTable.Builder(ListKind.ROLL, new Strings());
  private int rows;

  private SchoolRegistryTest pupil(String code, String name, String township) {
    Sample sample =
        Sample.roll()
            .with(Field.SCHOOL_CODE, code)
            .with(Field.SCHOOL_NAME, name)
            .with(Field.TOWNSHIP, township);
    roll.add(new RowRef(FILE, "1", ++rows), ((Accepted) sample.outcome()).values());
    return this;
  }

  private SchoolRegistry registry() {
    return SchoolRegistry.of(roll.build());
  }

  private static RecordTable aid(String... codesAndNames) {
    RecordTable.Builder aid = new RecordTable.Builder(ListKind.AID, new Strings());
    for (int i = 0; i < codesAndNames.length; i += 2) {
      Sample sample =
          Sample.aid()
              .with(Field.SCHOOL_CODE, codesAndNames[i])
              .with(Field.SCHOOL_NAME, codesAndNames[i + 1]);
      aid.add(new RowRef(FILE, "1", i), ((Accepted) sample.outcome()).values());
    }
    return aid.build();
  }

  @Test
  void aCodeIsOneSchoolNamedAsMostRowsNameIt() {
    SchoolRegistry registry =
        pupil(CODE, "城关小学", "城关镇")
            .pupil(CODE, "城关镇中心小学", "城关镇")
            .pupil(CODE, "城关镇中心小学", "")
            .registry();

    assertThat(registry.schools())
        .containsExactly(new School(CODE, "城关镇中心小学", Set.of("城关小学"), "城关镇"));
  }

  @Test
  void ofEquallyFrequentNamesTheFirstIsTaken() {
    assertThat(pupil(CODE, "乙校", "").pupil(CODE, "丙校", "").registry().schools())
        .extracting(School::name)
        .containsExactly("丙校");
  }

  @Test
  void aSchoolWithoutANameIsCalledByItsCode() {
    assertThat(pupil(CODE, "", "").registry().schools())
        .containsExactly(new School(CODE, CODE, Set.of(), ""));
  }

  @Test
  void withoutCodesAFoldedNameIsOneSchool() {
    SchoolRegistry registry =
        pupil("", "城关小学（本部）", "").pupil("", "城关 小学(本部)", "").pupil("", "河东小学", "").registry();

    assertThat(registry.schools()).extracting(School::name).containsExactly("城关 小学(本部)", "河东小学");
  }

  @Test
  void rowsWithTheNameOnlyBelongToTheSchoolWithTheCode() {
    SchoolRegistry registry = pupil(CODE, "城关小学", "").pupil("", "城关小学", "城关镇").registry();

    assertThat(registry.schools()).containsExactly(new School(CODE, "城关小学", Set.of(), "城关镇"));
  }

  @Test
  void aNameThatTwoCodesShareLeadsToNeither() {
    SchoolRegistry registry =
        pupil(CODE, "实验学校", "甲镇").pupil(OTHER, "实验学校", "乙镇").pupil("", "实验学校", "").registry();

    assertThat(registry.schools()).extracting(School::code).containsExactly(CODE, OTHER);
    assertThat(registry.find("", "实验学校")).isEmpty();
    assertThat(registry.find(OTHER, "实验学校")).map(School::township).contains("乙镇");
  }

  @Test
  void aTownshipIsTheSchoolsOnlyIfAllRowsAgree() {
    SchoolRegistry registry =
        pupil(CODE, "甲校", "东镇").pupil(CODE, "甲校", "西镇").pupil(OTHER, "乙校", "东镇").registry();

    assertThat(registry.find(CODE, "")).map(School::township).contains("");
    assertThat(registry.townships()).containsExactly("东镇");
  }

  @Test
  void theCodeGoesBeforeTheName() {
    SchoolRegistry registry = pupil(CODE, "甲小学", "").pupil(OTHER, "乙中学", "").registry();

    assertThat(registry.find(CODE, "乙中学")).map(School::name).contains("甲小学");
    assertThat(registry.find("9999999999", "乙中学")).map(School::name).contains("乙中学");
    assertThat(registry.find("9999999999", "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "某县城关镇中心小学(本部)",
        "某县城关镇中心小学（本部）",
        " 某县 城关镇　中心小学 本部 ",
        "某县城关镇中心小学【本部】",
        "城关镇中心小学(本部)",
        "某省某县城关镇中心小学(本部)"
      })
  void aSpellingThatDiffersByNothingOfWeightIsFound(String name) {
    assertThat(pupil(CODE, "某县城关镇中心小学（本部）", "").registry().find("", name)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "某县城关镇中心小学分校", "另县城关镇中心小学", "中心小学", "小学"})
  void anotherSpellingIsUnknown(String name) {
    assertThat(pupil(CODE, "某县城关镇中心小学", "").registry().find("", name)).isEmpty();
  }

  @Test
  void theCountyMayBeLeftOutOnlyIfOneSchoolRemains() {
    SchoolRegistry registry = pupil(CODE, "东县第一实验小学", "").pupil(OTHER, "西县第一实验小学", "").registry();

    assertThat(registry.find("", "第一实验小学")).isEmpty();
    assertThat(registry.find("", "西县第一实验小学")).map(School::code).contains(OTHER);
  }

  @Test
  void aCountyInExcessIsCut() {
    assertThat(pupil(CODE, "城关镇中心小学", "").registry().find("", "某县城关镇中心小学")).isPresent();
  }

  @Test
  void knownSchoolsKeepTheirNamesAndTakeNewSpellings() {
    School known = new School(CODE, "城关镇中心小学", Set.of("城关 一小"), "城关镇");

    SchoolRegistry registry =
        SchoolRegistry.of(pupil(CODE, "城关小学", "河东镇").roll.build(), List.of(known));

    assertThat(registry.schools())
        .containsExactly(new School(CODE, "城关镇中心小学", Set.of("城关一小", "城关小学"), "城关镇"));
    assertThat(registry.find("", "城关一小")).isPresent();
  }

  @Test
  void aKnownSchoolWithoutACodeTakesItFromTheRoll() {
    School known = new School("", "城关镇中心小学", Set.of(), "");

    SchoolRegistry registry =
        SchoolRegistry.of(
            pupil(CODE, "城关镇中心小学", "").pupil(OTHER, "城关镇中心小学", "").roll.build(), List.of(known));

    assertThat(registry.schools()).extracting(School::code).containsExactly(CODE, OTHER);
  }

  @Test
  void aKnownSchoolWithoutPupilsIsThere() {
    School known = new School("", "河西教学点", Set.of(), "河西镇");

    assertThat(SchoolRegistry.of(roll.build(), List.of(known)).schools()).containsExactly(known);
  }

  @Test
  void unknownSpellingsAreCounted() {
    SchoolRegistry registry = pupil(CODE, "城关小学", "").registry();

    assertThat(
            registry.unknown(
                List.of(
                    aid(CODE, "城关小学", "", "城关小", "", "城关小", "9999999999", "", "", ""),
                    aid("", "城关小"))))
        .isEqualTo(Map.of("城关小", 3, "9999999999", 1));
  }
}
