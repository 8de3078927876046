package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a night takes over from the night before saves time, and changes no byte. */
class LinkMemoryTest {

  @TempDir private Path folder;

  private static Path memory(Office office) {
    return office.inbox().resolveSibling("data").resolve("link.memory");
  }

  private static Office.Said second(Office office) throws IOException {
    Sample.answer(2, office);
    Sample.drop(2, office);
    return office.run(Sample.asOf(2));
  }

  @Test
  void aNightInWhichNothingChangedSaysThatItTakesOverWhatWasFound() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    assertThat(memory(office)).exists();
    assertThat(office.runJson(Sample.asOf(1)).get("link").get("again").asInt()).isPositive();
    assertThat(office.run(Sample.asOf(1)).out()).containsPattern("共 [0-9,]+ 行.*沿用上次的比对结果");
    assertThat(office.runJson(Sample.asOf(1)).get("link").get("again").asInt()).isZero();
  }

  @Test
  void aNightInWhichListsChangedLinksAllRows() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    assertThat(second(office).out()).doesNotContain("沿用上次的比对结果");
    JsonNode link = office.runJson(Sample.asOf(2)).get("link");
    assertThat(link.get("again").asInt()).isEqualTo(link.get("rows").asInt());
  }

  @Test
  void aNightWithoutAMemoryOrWithADamagedOnePublishesTheSame() throws IOException {
    Office usual = Sample.after(2, folder.resolve("usual"));
    Office damaged = Sample.after(1, folder.resolve("damaged"));
    byte[] bytes = Files.readAllBytes(memory(damaged));
    bytes[bytes.length / 2] ^= 1;
    Files.write(memory(damaged), bytes);
    assertThat(second(damaged).out()).doesNotContain("沿用上次的比对结果");
    assertThat(damaged.published(Sample.asOf(2))).isEqualTo(usual.published(Sample.asOf(2)));
    Office without = Sample.after(1, folder.resolve("without"));
    Files.delete(memory(without));
    Files.createDirectory(memory(without));
    assertThat(Sample.night(2, without).exit()).isEqualTo(Sample.exit(2));
    assertThat(without.published(Sample.asOf(2))).isEqualTo(usual.published(Sample.asOf(2)));
  }

  @Test
  void aLookAtAnEarlierDayRemembersNothing() throws IOException {
    Office office = Sample.after(2, folder.resolve("home"));
    byte[] before = Files.readAllBytes(memory(office));
    office.run(Sample.asOf(1));
    assertThat(Files.readAllBytes(memory(office))).isEqualTo(before);
  }
}
