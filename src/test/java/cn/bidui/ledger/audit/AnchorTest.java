package cn.bidui.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.JournalLine.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorTest {

  private static final String HASH = "0123456789abcdef".repeat(4);

  @Test
  void aHeadAloneIsParsed() {
    assertThat(Anchor.parse(" 12:" + HASH + "\n", "mail"))
        .contains(new Anchor(new Head(12, HASH), "mail"));
    assertThat(Anchor.parse("12:" + HASH + " and more", "mail")).isEmpty();
    assertThat(Anchor.parse("0:" + HASH, "mail")).isEmpty();
    assertThat(Anchor.parse("12:" + HASH + "a", "mail")).isEmpty();
  }

  @Test
  void everyHeadOfATextIsFound() {
    assertThat(Anchor.in("摘要 3:" + HASH + "（留存）\n\"4:" + HASH + "\"", "x"))
        .extracting(anchor -> anchor.head().seq())
        .containsExactly(3L, 4L);
  }

  @Test
  void whatIsStagedOrHiddenIsNoAnchor(@TempDir Path folder) throws IOException {
    Path staged = Files.createDirectories(folder.resolve(".staging-2026-10-05-R-1/data"));
    Files.writeString(staged.resolve("run.json"), "5:" + HASH);
    Files.writeString(folder.resolve(".2026-10-05.tmp"), "5:" + HASH);
    assertThat(Anchors.published(folder)).isEmpty();
    assertThat(Anchors.folder(folder)).isEmpty();
    assertThat(Anchors.folder(folder.resolve("none"))).isEmpty();
  }
}
