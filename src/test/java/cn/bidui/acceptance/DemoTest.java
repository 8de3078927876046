package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bidui demo}: a night of an invented county that touches nothing else. */
class DemoTest {

  @TempDir private Path folder;

  /** The first attempt was killed while it copied. */
  @Test
  void theDemonstrationEndsWithItsPageAndIsMadeOnce() throws IOException {
    Path demo = folder.resolve("演示 一");
    Files.writeString(Files.createDirectories(demo).resolve("演示-DEMO.txt"), "");
    Files.writeString(
        Files.createDirectories(demo.resolve("inbox")).resolve("受助学生名单_20251102.csv"), "姓名");

    Office.Said first = Office.bidui("demo", demo.toString());
    Office.Said again = Office.bidui("demo", "--home", demo.toString());

    Path page = demo.resolve("reports/2025-11-03/index.html");
    assertThat(first.exit()).as(first.all()).isZero();
    assertThat(first.out())
        .contains("收件 5 份共 1809 行，新问题 47 个，未结 47 个", "报告：用浏览器打开 " + page, "看完删掉 " + demo);
    assertThat(page).isRegularFile();
    assertThat(demo.resolve("bidui.yml")).content().contains("unit: \"云溪岭县教育局（编造的县，演示用）\"");
    assertThat(demo.resolve("演示-DEMO.txt")).content().contains("都是编造的");
    assertThat(again.exit()).isZero();
    assertThat(again.out()).startsWith("演示已经做过了，报告：" + page).doesNotContain("收件");
  }

  @Test
  void aFolderWithSomethingInItIsLeftAlone() throws IOException {
    Path mine = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(mine.resolve("bidui.yml"), "unit: 甲县\n");

    Office.Said said = Office.bidui("demo", mine.toString());
    Office.Said file = Office.bidui("demo", mine.resolve("bidui.yml").toString(), "--lang", "en");

    assertThat(said.exit()).isEqualTo(64);
    assertThat(said.err()).startsWith(mine + " 里有别的东西，没有改动");
    assertThat(mine).isDirectoryContaining("glob:**/bidui.yml");
    assertThat(mine.toFile().list()).hasSize(1);
    assertThat(file.exit()).isEqualTo(64);
    assertThat(file.err()).contains("holds something else and was not changed");
  }

  @Test
  void withoutItsSamplesItSaysWhatToDo() {
    String before = System.getProperty("bidui.app", "");
    try {
      System.setProperty("bidui.app", folder.toString());
      Office.Said said = Office.bidui("demo", folder.resolve("demo").toString());

      assertThat(said.exit()).isEqualTo(74);
      assertThat(said.err()).startsWith(folder + " 里没有 samples 文件夹");
      assertThat(folder.resolve("demo")).doesNotExist();
    } finally {
      System.setProperty("bidui.app", before);
    }
  }
}
