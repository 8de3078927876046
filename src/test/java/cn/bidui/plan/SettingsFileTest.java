package cn.bidui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsFileTest {

  private static final Limit USUAL = new Limit(30, "days", "usual", "own judgment");

  private final Mistakes mistakes = new Mistakes();

  private Yaml read(String text) {
    return Yaml.read("job.yml", text, mistakes);
  }

  private List<String> found() {
    return mistakes.all().stream().map(one -> one.line() + " " + one.key()).toList();
  }

  @Test
  void aLimitSaysItsUnitWhyAndSource() {
    Yaml file = read("grace: {value: 1_000, unit: days, why: one month, source: '8'}");

    assertThat(file.at("grace").limit("grace", USUAL))
        .isEqualTo(new Limit(1000, "days", "one month", "8"));
    assertThat(file.at("other").limit("other", USUAL)).isEqualTo(USUAL);
    assertThat(mistakes.none()).isTrue();
  }

  @Test
  void allMistakesOfALimitAreFound() {
    Yaml file = read("grace:\n  value: many\n  unit: rows\n  why: [a]\n  extra: 1\n");

    file.at("grace").limit("grace", USUAL);

    assertThat(found())
        .containsExactly(
            "5 plan.unknown-key",
            "3 plan.wrong-unit",
            "2 plan.not-a-number",
            "4 plan.not-a-text",
            "4 plan.missing-key",
            "0 plan.missing-key");
  }

  @Test
  void valuesOfTheWrongShapeAreMistakesAndReadAsNothing() {
    Yaml file = read("a: text\nb: [x, y]\nc: {d: 1}\ne: maybe\nf: true\n");

    assertThat(file.at("a").items()).isEmpty();
    assertThat(file.at("a").keys()).isEmpty();
    assertThat(file.at("c").text("none")).isEqualTo("none");
    assertThat(file.at("e").flag(true)).isTrue();
    assertThat(file.at("f").flag(false)).isTrue();
    assertThat(file.at("b").texts()).containsExactly("x", "y");
    assertThat(found())
        .containsExactly(
            "1 plan.not-a-list", "1 plan.not-a-mapping", "3 plan.not-a-text", "4 plan.not-a-flag");
  }

  @Test
  void textThatIsNoYamlIsAMistakeOfItsLine() {
    assertThat(read("a: 1\nb: [\n").keys()).isEmpty();
    assertThat(found()).containsExactly("3 plan.not-yaml");
  }

  @Test
  void aKeyThatStandsTwiceIsAMistake() {
    read("- a: 1\n  b:\n    c: 1\n    c: 2\n  a: 2\n");

    assertThat(found()).containsExactly("4 plan.key-twice", "5 plan.key-twice");
  }

  @Test
  void aJobsNumberWinsOverTheUsualOne() {
    RulePlan rule = new RulePlan("underpaid", true, Map.of("days", USUAL));

    assertThat(rule.value("days", 7)).isEqualTo(30);
    assertThat(rule.value("rows", 7)).isEqualTo(7);
  }
}
