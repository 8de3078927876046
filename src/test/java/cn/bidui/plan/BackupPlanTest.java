package cn.bidui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BackupPlanTest {

  private static BackupPlan read(String text, Mistakes mistakes) {
    return Settings.read("bidui.yml", text, mistakes).backup();
  }

  private static List<String> keys(String text) {
    Mistakes mistakes = new Mistakes();
    read(text, mistakes);
    return mistakes.all().stream().map(Mistake::key).toList();
  }

  @Test
  void withoutAWordTheFolderIsBackupAndEveryNightIsBackedUp() {
    assertThat(read("", new Mistakes())).isEqualTo(new BackupPlan("backup", "", 14, true, "", ""));
  }

  @Test
  void everythingCanBeSaid() {
    Mistakes mistakes = new Mistakes();
    assertThat(
            read(
                """
                backup:
                  folder: a
                  second: b
                  keepDays: 30
                  nightly: false
                  escrow: c
                  passphrase-file: d
                """,
                mistakes))
        .isEqualTo(new BackupPlan("a", "b", 30, false, "c", "d"));
    assertThat(mistakes.none()).isTrue();
  }

  @Test
  void whatCannotBeMeantIsTold() {
    assertThat(keys("backup:\n  keepDays: 0\n")).containsExactly("plan.out-of-range");
    assertThat(keys("backup:\n  keepDays: 9999\n")).containsExactly("plan.out-of-range");
    assertThat(keys("backup:\n  folder: ' '\n")).containsExactly("plan.missing-key");
    assertThat(keys("backup:\n  escrow: c\n")).containsExactly("plan.missing-key");
  }

  @Test
  void aCopyOfTheFolderHasAnIndexOfItsOwn() {
    Settings settings =
        Settings.read("bidui.yml", "database:\n  url: jdbc:postgresql://db/x\n", new Mistakes());
    assertThat(settings.database().embedded()).isFalse();
    assertThat(settings.embedded().database().embedded()).isTrue();
    assertThat(settings.embedded().backup()).isEqualTo(settings.backup());
  }
}
