package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was removed is gone with its answer, and may be handed in again. */
class RemovedFilesTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aDroppedFileThatSaysItIsACheckpointIsRefused(@TempDir Path folder) throws IOException {
    Office office = Office.open(folder.resolve("home"));
    office.drop("名单.csv", bytes("BIDUI-ROWS-1\nxyz"));

    office.run("2025-11-02");

    assertThat(office.file("2025-11-02", "名单.csv").get("state").asString()).isEqualTo("refused");
    assertThat(office.feedback().resolve("名单__未通过.xlsx")).exists();
  }

  @Test
  void aFileThatWasRemovedAndComesAgainIsTakenLikeAnyOther(@TempDir Path folder)
      throws IOException {
    Office office = Office.open(folder.resolve("home"));
    office.drop("说明.csv", bytes("这不是名单\n")).run("2025-11-02");
    Path answer = office.feedback().resolve("说明__未通过.xlsx");
    assertThat(answer).exists();

    office.run("2026-06-01");
    office.run("2026-06-02");
    assertThat(answer).as("removed with its file at the end of a night").doesNotExist();

    office.drop("说明.csv", bytes("这不是名单\n")).run("2026-06-03");
    assertThat(answer).exists();
    assertThat(office.file("2026-06-03", "说明.csv").get("state").asString()).isEqualTo("refused");
  }
}
