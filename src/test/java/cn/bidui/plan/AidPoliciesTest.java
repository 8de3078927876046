package cn.bidui.plan;

import static cn.bidui.person.Boarding.BOARDER;
import static cn.bidui.person.Boarding.DAY;
import static cn.bidui.person.Stage.JUNIOR;
import static cn.bidui.person.Stage.PRESCHOOL;
import static cn.bidui.person.Stage.PRIMARY;
import static cn.bidui.person.Stage.SENIOR;
import static cn.bidui.person.Stage.VOCATIONAL;
import static cn.bidui.plan.Category.LIFTED_OUT;
import static cn.bidui.plan.Category.MARGINAL;
import static cn.bidui.plan.Category.RURAL_MINIMUM_LIVING;
import static cn.bidui.plan.Category.URBAN_MINIMUM_LIVING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.person.Boarding;
import cn.bidui.person.Grade;
import cn.bidui.person.Stage;
import cn.bidui.source.Messages;
import cn.bidui.source.Term;
import cn.bidui.source.Yuan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AidPoliciesTest {

  private static final AidPolicies NATIONAL = read("national.yml");
  private static final AidPolicies SUIPING = read("suiping-2023.yml", "national.yml");

  private static AidPolicies read(String... names) {
    Mistakes mistakes = new Mistakes();
    List<NamedText> files =
        java.util.Arrays.stream(names).map(name -> new NamedText(name, text(name))).toList();
    AidPolicies read = AidPolicies.read(files, mistakes);
    assertThat(mistakes.all()).isEmpty();
    return read;
  }

  private static String text(String name) {
    try {
      return Files.readString(Path.of("jobs", "policies", name));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static Attendance attends(String term, Stage stage, int year, Boarding boarding) {
    return new Attendance(Term.parse(term), new Grade(stage, year), boarding);
  }

  @ParameterizedTest
  @CsvSource({
    "2023秋,PRIMARY,BOARDER,500.00",
    "2023秋,JUNIOR,BOARDER,625.00",
    "2023秋,PRIMARY,DAY,250.00",
    "2023秋,JUNIOR,DAY,312.50",
    "2024春,PRIMARY,BOARDER,625.00",
    "2024春,JUNIOR,BOARDER,750.00",
    "2024春,PRIMARY,DAY,312.50",
    "2024春,JUNIOR,DAY,375.00",
    "2030秋,JUNIOR,DAY,375.00"
  })
  void theLivingAllowanceGoesByTermStageAndBoarding(
      String term, Stage stage, Boarding boarding, String perTerm) {
    Program allowance = NATIONAL.program("生活补助").orElseThrow();
    AidStandard standard =
        NATIONAL
            .due(allowance, attends(term, stage, 2, boarding), Set.of(LIFTED_OUT))
            .orElseThrow();

    assertThat(standard.expected()).hasToString("Optional[" + perTerm + "]");
    assertThat(standard.fixed()).isTrue();
    assertThat(standard.source()).isNotBlank();
  }

  @Test
  void theSameMistakesAreToldToEachWhoReadsThem() {
    List<NamedText> wrong = List.of(new NamedText("jobs/policies/one.yml", "level: moon\n"));
    Mistakes first = new Mistakes();
    Mistakes second = new Mistakes();
    AidPolicies.read(wrong, first);
    AidPolicies.read(wrong, second);

    assertThat(second.all()).isNotEmpty().isEqualTo(first.all());
  }

  @Test
  void dayPupilsHadNoAllowanceBeforeAutumn2019() {
    Program allowance = NATIONAL.ofCode("living-allowance").orElseThrow();

    assertThat(NATIONAL.due(allowance, attends("2019春", PRIMARY, 2, DAY), Set.of(LIFTED_OUT)))
        .isEmpty();
  }

  @Test
  void theHalfAllowanceIsForFourCategoriesAndTheFullOneForMore() {
    Program allowance = NATIONAL.ofCode("living-allowance").orElseThrow();
    Attendance day = attends("2025秋", PRIMARY, 2, DAY);
    Attendance boarder = attends("2025秋", PRIMARY, 2, BOARDER);

    assertThat(NATIONAL.due(allowance, day, Set.of(RURAL_MINIMUM_LIVING))).isPresent();
    assertThat(NATIONAL.due(allowance, day, Set.of(URBAN_MINIMUM_LIVING))).isEmpty();
    assertThat(NATIONAL.due(allowance, day, Set.of(MARGINAL))).isEmpty();
    assertThat(NATIONAL.due(allowance, boarder, Set.of(URBAN_MINIMUM_LIVING))).isPresent();
    assertThat(NATIONAL.due(allowance, boarder, Set.of())).isEmpty();
  }

  @Test
  void aPupilOfNoCategoryGoesByTheWidestLayer() {
    Program grant = SUIPING.ofCode("senior-grant").orElseThrow();
    Attendance pupil = attends("2023秋", SENIOR, 1, DAY);

    assertThat(SUIPING.standard(grant, pupil, Set.of()).orElseThrow().least())
        .isEqualTo(Yuan.of(500));
    assertThat(SUIPING.standard(grant, pupil, Set.of(LIFTED_OUT)).orElseThrow().least())
        .isEqualTo(Yuan.of(1500));
    assertThat(SUIPING.due(grant, attends("2024春", SENIOR, 1, DAY), Set.of(LIFTED_OUT)))
        .map(AidStandard::least)
        .contains(Yuan.of(500));
  }

  @Test
  void aCountyMayFundMoreThanTheNationalFour() {
    Program allowance = SUIPING.ofCode("living-allowance").orElseThrow();

    assertThat(SUIPING.due(allowance, attends("2023秋", JUNIOR, 1, DAY), Set.of(MARGINAL)))
        .map(AidStandard::source)
        .contains("遂教办〔2023〕13号 四（一）2");
  }

  @ParameterizedTest
  @CsvSource({
    "preschool-fee,PRESCHOOL,300.00",
    "preschool-living,PRESCHOOL,200.00",
    "nutrition,JUNIOR,400.00",
    "senior-fee-waiver,SENIOR,800.00",
    "senior-grant,SENIOR,1500.00",
    "vocational-fee-waiver,VOCATIONAL,600.00",
    "vocational-grant,VOCATIONAL,1000.00"
  })
  void suipingPaysWhatItsDocumentSays(String program, Stage stage, String perTerm) {
    assertThat(
            SUIPING
                .due(
                    SUIPING.ofCode(program).orElseThrow(),
                    attends("2023春", stage, 1, DAY),
                    Set.of(LIFTED_OUT))
                .orElseThrow()
                .expected())
        .hasToString("Optional[" + perTerm + "]");
  }

  @Test
  void aNearerFileRestatesWhatItSaysAndKeepsTheRest() {
    Program nutrition = SUIPING.ofCode("nutrition").orElseThrow();

    assertThat(nutrition.due()).isTrue();
    assertThat(NATIONAL.ofCode("nutrition").orElseThrow().due()).isFalse();
    assertThat(nutrition.name()).isEqualTo("营养膳食补助");
    assertThat(nutrition.spellings()).contains("营养餐");
    assertThat(SUIPING.titles()).containsExactly("遂平县2023年学生资助政策（遂教办〔2023〕13号）", "国家学生资助政策");
  }

  @Test
  void theLastVocationalYearIsDueTheGrantSinceSpring2025() {
    Program grant = NATIONAL.ofCode("vocational-grant").orElseThrow();

    assertThat(NATIONAL.due(grant, attends("2024秋", VOCATIONAL, 3, DAY), Set.of(LIFTED_OUT)))
        .isEmpty();
    assertThat(NATIONAL.due(grant, attends("2024秋", VOCATIONAL, 0, DAY), Set.of(LIFTED_OUT)))
        .isEmpty();
    AidStandard since =
        NATIONAL.due(grant, attends("2025春", VOCATIONAL, 3, DAY), Set.of(LIFTED_OUT)).orElseThrow();
    assertThat(since.compared()).isFalse();
    assertThat(since.expected()).contains(Yuan.of(1150));
    assertThat(since.holds(Yuan.of(1))).isTrue();
    assertThat(since.exceeds(Yuan.of(1))).isFalse();
  }

  @Test
  void whereBoardingIsUnknownTheRangeOfBothHolds() {
    Program allowance = NATIONAL.ofCode("living-allowance").orElseThrow();
    AidStandard either =
        NATIONAL.standard(allowance, attends("2025秋", PRIMARY, 1, null), Set.of()).orElseThrow();

    assertThat(either.least()).isEqualTo(new Yuan(31_250));
    assertThat(either.most()).isEqualTo(Yuan.of(625));
    assertThat(either.expected()).contains(new Yuan(31_250));
  }

  @Test
  void localStandardsSpanToLocalStandards() {
    AidStandard local = new AidStandard(null, null, null, "当地");
    AidStandard fixed = new AidStandard(Yuan.of(1), Yuan.of(1), null, "国家");

    assertThat(local.spanning(fixed).compared()).isFalse();
    assertThat(fixed.spanning(local).compared()).isFalse();
    assertThat(local.expected()).isEmpty();
    assertThatThrownBy(() -> new AidStandard(Yuan.of(1), null, null, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "非寄宿生生活补助",
        "寄宿生生活补助",
        "家庭经济困难学生生活补助",
        "义务教育生活补助",
        "2025年秋季学期义务教育阶段家庭经济困难寄宿生生活补助",
        "2025-2026学年第一学期 寄宿生生活费补助",
        "义务教育 家庭经济困难学生（寄宿生）生活补助",
        "义务教育家庭经济困难学生生活补助"
      })
  void spellingsOfAidListsAreRecognized(String written) {
    assertThat(NATIONAL.program(written.replace("学生（寄宿生）", "学生")))
        .map(Program::code)
        .contains("living-allowance");
  }

  @Test
  void aSharedSpellingIsToldApartByStage() {
    assertThat(NATIONAL.program("国家助学金")).isEmpty();
    assertThat(NATIONAL.program("国家助学金", SENIOR)).map(Program::code).contains("senior-grant");
    assertThat(NATIONAL.program("国家助学金", VOCATIONAL))
        .map(Program::code)
        .contains("vocational-grant");
    assertThat(NATIONAL.program("国家助学金", PRESCHOOL)).isEmpty();
    assertThat(SUIPING.program("生活费补助", PRESCHOOL)).map(Program::code).contains("preschool-living");
    assertThat(SUIPING.program("生活费补助", PRIMARY)).map(Program::code).contains("living-allowance");
  }

  @Test
  void anUnknownSpellingIsNoProgram() {
    assertThat(NATIONAL.program("爱心午餐")).isEmpty();
    assertThat(NATIONAL.program("")).isEmpty();
  }

  @Test
  void exclusionHoldsBothWays() {
    Program senior = NATIONAL.ofCode("senior-grant").orElseThrow();
    Program vocational = NATIONAL.ofCode("vocational-grant").orElseThrow();
    Program nutrition = NATIONAL.ofCode("nutrition").orElseThrow();

    assertThat(senior.excludes(vocational)).isTrue();
    assertThat(vocational.excludes(senior)).isTrue();
    assertThat(senior.excludes(nutrition)).isFalse();
  }

  @Test
  void onlyAFewProgramsAreAskedFor() {
    assertThat(NATIONAL.programs())
        .filteredOn(Program::due)
        .extracting(Program::code)
        .containsExactly("living-allowance", "senior-grant", "vocational-grant");
  }

  @Test
  void theNearestFileStatesANumber() {
    Limit own = new Limit(1, "days", "own", "own judgment");

    assertThat(SUIPING.limit("paid-within", own).value()).isEqualTo(60);
    assertThat(SUIPING.limit("no-such-number", own)).isEqualTo(own);
  }

  @Test
  void categoriesHaveCodesAndLabels() {
    assertThat(Category.ofCode("rural-minimum-living")).contains(RURAL_MINIMUM_LIVING);
    assertThat(Category.labels(List.of(URBAN_MINIMUM_LIVING, LIFTED_OUT))).isEqualTo("脱贫户、城市低保");
  }

  @Test
  void allMistakesOfAFileAreSaidAtOnceWithTheirLines() {
    Mistakes mistakes = new Mistakes();
    AidPolicies.read(List.of(new NamedText("bad.yml", BAD)), mistakes);

    assertThat(mistakes.all())
        .extracting(mistake -> mistake.line() + " " + mistake.key())
        .containsExactlyInAnyOrder(
            "2 policy.unknown-level",
            "4 policy.unknown-category",
            "8 policy.unknown-payer",
            "9 policy.unknown-program",
            "11 policy.unknown-program",
            "12 policy.unknown-stage",
            "13 policy.unknown-boarding",
            "14 policy.unknown-term",
            "16 policy.unknown-category",
            "17 policy.no-yearly-amount",
            "19 policy.half-a-range",
            "29 policy.overlap",
            "35 policy.gap",
            "40 plan.missing-key",
            "40 plan.missing-key",
            "40 policy.no-amount",
            "40 plan.missing-key");
    assertThat(mistakes.all())
        .filteredOn(mistake -> mistake.key().startsWith("policy."))
        .allSatisfy(
            mistake -> {
              Object[] words = mistake.words().toArray();
              assertThat(Messages.ZH.text(mistake.key(), words)).doesNotContain("{");
              assertThat(Messages.EN.text(mistake.key(), words)).doesNotContain("{");
            });
  }

  private static final String BAD =
      """
      title: 有错的文件
      level: village
      groups:
        four: [lifted-out, nobody]
      programs:
        - code: lunch
          name: 午餐
          payer: parents
          excludes: [dinner]
      standards:
        - program: breakfast
          stages: [nursery]
          boarding: sometimes
          from: 去年
          to: 2025秋
          eligible: [four, five]
          yearly: 0.01
          source: 无
        - program: lunch
          stages: [primary]
          from: 2020秋
          least: 100
          source: 县发文
        - program: lunch
          stages: [primary]
          from: 2020秋
          yearly: 100
          source: 县发文
        - program: lunch
          stages: [primary]
          from: 2021秋
          to: 2022春
          yearly: 200
          source: 县发文
        - program: lunch
          stages: [primary]
          from: 2023春
          yearly: 300
          source: 县发文
        - program: lunch
      """;
}
