package cn.bidui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.Settings.Assume;
import cn.bidui.source.ListKind;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private final Mistakes mistakes = new Mistakes();

  private Settings read(String... lines) {
    return Settings.read("bidui.yml", String.join("\n", lines), mistakes);
  }

  private List<String> told() {
    return mistakes.all().stream()
        .map(mistake -> mistake.line() + " " + mistake.key() + " " + mistake.words())
        .toList();
  }

  @Test
  void anEmptyFileMeansTheEmbeddedDatabaseAndTwoThreads() {
    Settings settings = read("");

    assertThat(settings.database().embedded()).isTrue();
    assertThat(settings.threads()).isEqualTo(2);
    assertThat(settings).isEqualTo(Settings.DEFAULT);
    assertThat(mistakes.none()).isTrue();
  }

  @Test
  void aNightIsGuardedAgainstHangingAndSharesThatAreNotThere() {
    assertThat(read("").precautions()).isEqualTo(new Precautions(120, ""));
    assertThat(read("step-limit-minutes: 30", "inbox-marker: .bidui-inbox").precautions())
        .isEqualTo(new Precautions(30, ".bidui-inbox"));
    assertThat(mistakes.none()).isTrue();
    assertThat(read("step-limit-minutes: 0", "inbox-marker: ../here").precautions())
        .isEqualTo(new Precautions(120, ""));
    assertThat(told())
        .containsExactlyInAnyOrder(
            "1 plan.out-of-range [step-limit-minutes, 1, 1440]", "2 plan.inbox-marker [../here]");
  }

  @Test
  void metersAreWrittenNowhereByItselfAndIntoAFileOfTheRightName() {
    assertThat(read("").observe()).isEqualTo(new ObservePlan(""));
    assertThat(read("observe: {metrics-file: seen/bidui.prom}").observe())
        .isEqualTo(new ObservePlan("seen/bidui.prom"));
    assertThat(mistakes.none()).isTrue();
    assertThat(read("observe:", "  metrics-file: bidui.txt", "  port: 9100").observe())
        .isEqualTo(new ObservePlan(""));
    assertThat(told())
        .containsExactlyInAnyOrder(
            "2 plan.metrics-file [bidui.txt]", "3 plan.unknown-key [port, metrics-file]");
  }

  @Test
  void everythingThatItSaysIsTaken() {
    Settings settings =
        read(
            "unit: 云溪岭县教育局",
            "database:",
            "  url: jdbc:postgresql://localhost:5432/bidui",
            "  user: bidui",
            "  password-file: db.password",
            "threads: 4",
            "lists:",
            "  roll: {data-date: ask, term: ask}",
            "  aid: {term: received}");

    assertThat(settings.unit()).isEqualTo("云溪岭县教育局");
    assertThat(settings.database())
        .isEqualTo(
            new Settings.Database(
                "jdbc:postgresql://localhost:5432/bidui", "bidui", "db.password"));
    assertThat(settings.threads()).isEqualTo(4);
    assertThat(settings.list(ListKind.ROLL))
        .isEqualTo(new Settings.ListSetting(Assume.ASK, Assume.ASK, OptionalInt.empty()));
    assertThat(settings.list(ListKind.AID))
        .isEqualTo(new Settings.ListSetting(Assume.RECEIVED, Assume.RECEIVED, OptionalInt.empty()));
    assertThat(mistakes.none()).isTrue();
  }

  @Test
  void theTermOfAnAidListIsAskedForUnlessTheOfficeSaysOtherwise() {
    assertThat(read("").list(ListKind.AID).term()).isEqualTo(Assume.ASK);
    assertThat(read("").list(ListKind.ROLL).term()).isEqualTo(Assume.RECEIVED);
  }

  @Test
  void allMistakesAreToldAtOnceWithTheirLines() {
    Settings settings =
        read(
            "threads: 0",
            "theads: 3",
            "database: {url: 'jdbc:mysql://x'}",
            "lists:",
            "  rol: {}",
            "  aid: {term: guess}");

    assertThat(told())
        .containsExactlyInAnyOrder(
            "2 plan.unknown-key [theads, unit, database, threads, lists, notify, submitters,"
                + " retention, backup, step-limit-minutes, inbox-marker, observe, term-starts]",
            "1 plan.out-of-range [threads, 1, 64]",
            "3 plan.unknown-database [jdbc:postgresql://, jdbc:h2:]",
            "5 plan.unknown-list [rol, "
                + "roll, aid, households, enrolled, hardship, payments, civil, disability, population, "
                + "roll-changes, placements, attendance, schools]",
            "6 plan.not-a-choice [guess, received, ask]");
    assertThat(settings.threads()).isEqualTo(2);
  }

  @Test
  void noticesGoToAFolderUnlessSomebodyWantsNone() {
    assertThat(read("notify:", "  folder:").notifying().folder()).isEqualTo("notices");
    assertThat(read("notify:", "  folder: \"\"").notifying().folder()).isEmpty();
  }

  @Test
  void aListMayBeAsOldAsTheOfficeSaysAndOfAnyAgeWhereItSaysNothing() {
    Settings settings = read("lists:", "  roll: {maxAgeDays: 45}", "  aid: {maxAgeDays: 0}");

    assertThat(settings.list(ListKind.ROLL).maxAgeDays()).hasValue(45);
    assertThat(settings.list(ListKind.AID).maxAgeDays()).isEmpty();
    assertThat(settings.list(ListKind.HOUSEHOLDS).maxAgeDays()).isEmpty();
    assertThat(told()).containsExactly("3 plan.out-of-range [maxAgeDays, 1, 3650]");
  }

  @Test
  void submittersAreUnitsWithTheListsThatTheyOwe() {
    Settings settings =
        read("submitters:", "  青石镇中心小学: [roll, attendance]", "  白水镇: [households, rol]");

    assertThat(settings.submitters())
        .containsExactly(
            java.util.Map.entry("白水镇", List.of(ListKind.HOUSEHOLDS)),
            java.util.Map.entry("青石镇中心小学", List.of(ListKind.ROLL, ListKind.ATTENDANCE)));
    assertThat(mistakes.all()).extracting(Mistake::key).containsExactly("plan.unknown-list");
    assertThat(read("").submitters()).isEmpty();
  }
}
