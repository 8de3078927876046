package cn.bidui.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/problems.md} is what the catalog of problems says. */
class ProblemPageTest {

  private static final Path PAGE = Path.of("docs", "problems.md");

  /** Stands for what was read; words further on are the reader's own and vary. */
  private static final Object[] WORDS = {"…", "…", "…", "…", "…"};

  /** Run with {@code -Dbidui.write-docs=true} to write the page anew. */
  @Test
  void thePageOfProblemsIsWhatTheCatalogSays() throws IOException {
    String page = page();
    if (Boolean.getBoolean("bidui.write-docs")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() {
    return """
        # 文件和数据中的问题

        每个问题有固定的代码，写在答复（`feedback/` 下的 `…__未通过.xlsx`）、`rejects.csv` 和 `run.json` 里。
        “…”处是读到的内容。本页由程序生成，不手工修改。

        ## 整个文件退回

        未导入任何行；文件原样放在答复旁边。

        %s
        ## 一行退回

        其余各行照常接收；退回的行集中在答复的“需要修改”表里，照着在原表中改好后重新放入收件文件夹。

        %s"""
        .formatted(table(true), table(false));
  }

  private static String table(boolean wholeFile) {
    return Arrays.stream(ProblemCode.values())
        .filter(code -> code.wholeFile() == wholeFile)
        .map(ProblemPageTest::line)
        .collect(Collectors.joining("", "| 代码 | 问题 | 应有 | 怎么办 |\n|---|---|---|---|\n", ""));
  }

  private static String line(ProblemCode code) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(code.code(), text(code, "title"), text(code, "expected"), text(code, "action"));
  }

  private static String text(ProblemCode code, String what) {
    return Messages.ZH
        .text("problem." + code.code() + "." + what, WORDS)
        .replace("|", "\\|")
        .replace("\n", " ");
  }
}
