package cn.bidui.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/doctor.md} is what the catalog says, and the catalog has what the checks say. */
class DoctorPageTest {

  private static final Path PAGE = Path.of("docs", "doctor.md");
  private static final Path SOURCES = Path.of("src/main/java/cn/bidui/cli/doctor");
  private static final Pattern SIGHT =
      Pattern.compile("(?:off|ok|warn|fail|with)\\((?:State\\.OFF, )?\\s*\"([a-z-]+)\"");
  private static final Pattern CODE = Pattern.compile("return \"([a-z-]+)\";");
  private static final Object[] WORDS = {"…", "…", "…", "…", "…"};

  /** Run with {@code -Dbidui.write-docs=true} to write the page anew. */
  @Test
  void thePageOfChecksIsWhatTheCatalogSays() throws IOException {
    String page = page();
    if (Boolean.getBoolean("bidui.write-docs")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  @Test
  void everythingThatACheckMaySeeIsInTheCatalogAndNothingElse() throws IOException {
    Set<String> seen = new TreeSet<>();
    for (Path source : sources()) {
      String text = Files.readString(source);
      String code = first(CODE, text);
      for (String sight : all(SIGHT, text)) {
        String own = "doctor." + code + "." + sight;
        seen.add(Messages.ZH.has(own) ? own : "doctor.any." + sight);
      }
    }
    seen.addAll(List.of("doctor.folders.missing", "doctor.folders.unreadable"));
    seen.addAll(List.of("doctor.folders.read-only", "doctor.folders.open"));
    seen.addAll(List.of("doctor.notices.fine", "doctor.notices.reached"));
    seen.addAll(List.of("doctor.any.slow", "doctor.any.blind"));
    seen.addAll(List.of("doctor.any.no-home", "doctor.any.no-night", "doctor.lists.one-old"));

    assertThat(sights()).isEqualTo(seen);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      return files.filter(file -> file.toString().endsWith("Check.java")).sorted().toList();
    }
  }

  private static String first(Pattern pattern, String text) {
    List<String> found = all(pattern, text);
    return found.isEmpty() ? "" : found.get(0);
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }

  /** The keys of what is seen: three words, and neither name nor meaning nor advice. */
  private static Set<String> sights() {
    Set<String> sights = new TreeSet<>();
    for (String key : Messages.ZH.keys("doctor.")) {
      String[] words = key.split("\\.", -1);
      boolean sight = words.length == 3 && !words[1].equals("state");
      if (sight && !List.of("title", "meaning").contains(words[2])) {
        sights.add(key);
      }
    }
    return sights;
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # 体检的 20 项

            `bidui doctor` 看一个工作目录和它所在的机器，不改动任何东西，核对正在运行时也可以看。
            每项的代码固定，`bidui doctor --json` 给程序读。退出码：0 全好，2 有要留意的，3 有要处理的。
            `--online` 真的连一次邮件服务器和群机器人；`--deep` 把存档和报告全部读一遍。
            “…”处是当时看到的数。本页由程序生成，不手工修改。

            | 代码 | 项目 | 意味着什么 |
            |---|---|---|
            """);
    for (Check check : Checks.ALL) {
      Line line = new Line(check.code(), new Looked());
      page.append(
          "| `%s` | %s | %s |\n"
              .formatted(check.code(), line.title(Messages.ZH), line.meaning(Messages.ZH)));
    }
    page.append("\n## 看到什么，怎么办\n\n| 代码 | 看到 | 怎么办 |\n|---|---|---|\n");
    List<String> codes = new ArrayList<>(Checks.ALL.stream().map(Check::code).toList());
    codes.add("any");
    codes.forEach(code -> remedies(code, page));
    return page.toString();
  }

  private static void remedies(String code, StringBuilder page) {
    for (String key : Messages.ZH.keys("doctor." + code + ".")) {
      if (key.endsWith(".do")) {
        String sight = key.substring(0, key.length() - ".do".length());
        page.append(
            "| %s | %s | %s |\n"
                .formatted(
                    code.equals("any") ? "各项" : "`" + code + "`",
                    Messages.ZH.text(sight, WORDS),
                    Messages.ZH.text(key, WORDS)));
      }
    }
  }
}
