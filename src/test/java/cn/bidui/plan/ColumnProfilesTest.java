package cn.bidui.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ColumnProfilesTest {

  private static final String GOOD =
      """
      profile: small
      list: aid
      title: 小名单
      decides: [program]
      one-of:
        - [amount-due, amount-paid]
      columns:
        name: {required: true, label: 姓名, synonyms: [学生姓名], groups: [学生], evidence: name}
        guardian1-name: {label: 监护人姓名, groups: [监护人], leaves: [姓名]}
        program: {label: 资助项目, weak: [项目]}
        amount-due: {label: 应发金额}
        amount-paid: {label: 实发金额}
      known: [序号]
      """;

  private final Mistakes mistakes = new Mistakes();

  private List<String> mistakes(String text) {
    ColumnProfiles profiles = ColumnProfiles.read(Map.of("a.yml", text), mistakes);
    assertThat(profiles.all()).isEmpty();
    return mistakes.all().stream()
        .map(mistake -> mistake.line() + " " + mistake.key() + " " + mistake.words())
        .toList();
  }

  @Test
  void aProfileSaysWhichHeaderMeansWhat() {
    ColumnProfiles profiles = ColumnProfiles.read(Map.of("a.yml", GOOD), mistakes);
    ColumnProfile profile = profiles.named("small").orElseThrow();

    assertThat(mistakes.all()).isEmpty();
    assertThat(profiles.of(ListKind.AID)).containsExactly(profile);
    assertThat(profiles.of(ListKind.ROLL)).isEmpty();
    assertThat(profile.list()).isEqualTo(ListKind.AID);
    assertThat(profile.title()).isEqualTo("小名单");
    assertThat(profile).hasToString("small");
    assertThat(profile.decides()).containsExactly(Field.PROGRAM);
    assertThat(profile.oneOf()).containsExactly(List.of(Field.AMOUNT_DUE, Field.AMOUNT_PAID));
    assertThat(profile.strong("学生姓名")).contains(Field.NAME);
    assertThat(profile.strong("项目")).isEmpty();
    assertThat(profile.weak("项目")).contains(Field.PROGRAM);
    assertThat(profile.grouped("监护人", "姓名")).contains(Field.GUARDIAN1_NAME);
    assertThat(profile.grouped("学生", "姓名")).contains(Field.NAME);
    assertThat(profile.grouped("其他", "姓名")).isEmpty();
    assertThat(profile.knows("序号")).isTrue();
    assertThat(profile.column(Field.NAME).spellings()).containsExactly("姓名", "学生姓名");
    assertThatThrownBy(() -> profile.column(Field.SEX))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("small has no column sex");
  }

  @Test
  void allMistakesOfAFileAreFoundAtOnce() {
    String text =
        """
        profile: bad
        list: pupils
        colour: red
        decides: [sex, height]
        columns:
          name: {label: 姓名, evidence: nice, required: perhaps}
          height: {label: 身高}
          former-name: {synonyms: [姓名]}
        known: [姓名]
        """;

    assertThat(mistakes(text))
        .containsExactly(
            "3 plan.unknown-key [colour, profile, list, title, titles, needs-title, instead, decides, one-of, columns, known]",
            "2 plan.unknown-list [pupils, roll, aid, households, enrolled, hardship, payments, civil, disability, population, roll-changes, placements, attendance, schools]",
            "1 plan.missing-key [title]",
            "6 plan.not-a-flag [perhaps]",
            "6 plan.unknown-evidence [nice, citizen-id, name, sex, none]",
            "7 plan.unknown-field [height]",
            "0 plan.missing-key [former-name.label]",
            "8 plan.header-means-two [姓名, former-name, name]",
            "4 plan.column-not-declared [sex]",
            "4 plan.unknown-field [height]",
            "9 plan.header-means-two [姓名, known, name]");
  }

  @Test
  void anEmptyFileAndABrokenFileAreMistakes() {
    assertThat(mistakes(""))
        .containsExactly(
            "0 plan.missing-key [profile]",
            "0 plan.missing-key [list]",
            "0 plan.missing-key [title]",
            "0 plan.no-columns []");
    assertThat(mistakes("a: [")).last().isEqualTo("1 plan.not-yaml []");
  }

  @Test
  void aNameIsGivenOnce() {
    ColumnProfiles profiles = ColumnProfiles.read(Map.of("a.yml", GOOD, "b.yml", GOOD), mistakes);

    assertThat(profiles.all()).hasSize(1);
    assertThat(mistakes.all())
        .extracting(Mistake::file, Mistake::key)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("b.yml", "plan.profile-twice"));
  }

  @Test
  void whatHasNotChangedIsNotReadAgainAndWhatHasMistakesIsToldAgain() {
    Map<String, String> good = Map.of("a.yml", GOOD);
    Map<String, String> bad = Map.of("a.yml", GOOD, "b.yml", GOOD);

    ColumnProfiles first = ColumnProfiles.read(good, mistakes);
    assertThat(ColumnProfiles.read(new TreeMap<>(good), mistakes)).isSameAs(first);
    ColumnProfiles.read(bad, mistakes);
    Mistakes again = new Mistakes();
    ColumnProfiles.read(bad, again);

    assertThat(again.all()).hasSize(1).isEqualTo(mistakes.all());
    ColumnProfiles changed =
        ColumnProfiles.read(Map.of("a.yml", GOOD.replace("小名单", "大名单")), mistakes);
    assertThat(changed.named("small").orElseThrow().title()).isEqualTo("大名单");
  }

  @Test
  void theShippedProfilesHaveNoMistakes() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("jobs/columns"))) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }

    ColumnProfiles profiles = ColumnProfiles.read(texts, mistakes);

    assertThat(mistakes.all()).isEmpty();
    assertThat(profiles.all())
        .extracting(ColumnProfile::id)
        .containsExactly(
            "aid",
            "attendance",
            "attendance-named",
            "civil",
            "civil-heads",
            "disability",
            "enrolled",
            "hardship",
            "hardship-groups",
            "households",
            "households-heads",
            "households-work",
            "payments",
            "placements",
            "placements-named",
            "population",
            "roll-changes",
            "roll-compulsory",
            "roll-preschool",
            "roll-senior",
            "roll-vocational",
            "schools");
  }

  @Test
  void everyMistakeHasAMessageInBothLanguages() {
    for (String key :
        List.of(
            "not-yaml",
            "key-twice",
            "unknown-key",
            "missing-key",
            "not-a-list",
            "not-a-text",
            "not-a-mapping",
            "not-a-number",
            "not-a-flag",
            "wrong-unit",
            "profile-twice",
            "unknown-list",
            "no-columns",
            "unknown-field",
            "unknown-evidence",
            "header-means-two",
            "column-not-declared")) {
      assertThat(Messages.ZH.text("plan." + key, "甲", "乙", "丙")).doesNotContain("{");
      assertThat(Messages.EN.text("plan." + key, "a", "b", "c")).doesNotContain("{");
    }
  }
}
