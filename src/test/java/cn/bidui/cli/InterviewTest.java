package cn.bidui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The questions of {@code bidui init}, with somebody at the terminal. */
class InterviewTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> asked = new ArrayList<>();

  /** Somebody who types these lines and then is gone. */
  private Interview with(String... lines) {
    Deque<String> typed = new ArrayDeque<>(List.of(lines));
    return new Interview(
        new Options(),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        question -> {
          asked.add(question);
          return typed.poll();
        });
  }

  @Test
  void whoPressesEnterTakesWhatStandsInBrackets() {
    assertThat(with("").folder(null, Path.of("/srv/比对"))).contains(Path.of("/srv/比对"));
    assertThat(with("", " ").wishes(null, null)).contains(Wishes.NONE);
    assertThat(asked)
        .containsExactly(
            "工作目录（名单、报告和记录都在里面）[/srv/比对]：",
            "单位名称，印在答复、表单和公示上（现在不填，以后写在 bidui.yml 里）[]：",
            "报送单位，各建一个收件子文件夹，用顿号隔开，如 青石镇中心小学、白水镇（可以不填）[]：");
  }

  @Test
  void whatIsTypedCounts() {
    assertThat(with(" /srv/a b ").folder(null, Path.of("x"))).contains(Path.of("/srv/a b"));
    assertThat(with("青石县教育局", "一小，二小 、一小").wishes(null, null))
        .contains(new Wishes("青石县教育局", List.of("一小", "二小")));
  }

  @Test
  void whatAnOptionSaysIsNotAsked() {
    assertThat(with().folder(Path.of("y"), Path.of("x"))).contains(Path.of("y"));
    assertThat(with("二小").wishes("县", null)).contains(new Wishes("县", List.of("二小")));
    assertThat(asked).hasSize(1);
  }

  @Test
  void whatCannotBeReadIsAskedAgainWithTheReason() {
    Optional<Wishes> wishes = with("县", "a/b", "一小").wishes(null, null);

    assertThat(wishes).contains(new Wishes("县", List.of("一小")));
    assertThat(asked).hasSize(3);
    assertThat(out.toString()).contains("“a/b”里有不能作文件夹名的字");
  }

  @Test
  void aPathThatCannotBeIsAskedAgain() {
    assertThat(with("a\0b", "").folder(null, Path.of("x"))).contains(Path.of("x"));
    assertThat(out.toString()).contains("不能作目录名").doesNotContain("\0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CON", "一小、nul", "Com1.学校", "LPT9", "aux .txt", "二小. ", "三小.", "~$x"})
  void whatAnySystemWouldNotTakeIsNoSubmitter(String submitters) {
    assertThat(with().wishes("县", submitters)).isEmpty();
    assertThat(err.toString()).contains("“" + submitters + "”里有不能作文件夹名的字", "CON、NUL、COM1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CON", "/srv/nul/比对", "x/prn.d", "比对. ", "比对 /a"})
  void aWorkFolderHasANameThatEverySystemTakes(String folder) {
    assertThat(with().folder(Path.of(folder), Path.of("x"))).isEmpty();
    assertThat(err.toString()).contains("不能作目录名");
  }

  @Test
  void whoLeavesInTheMiddleTakesTheDefaults() {
    assertThat(with("县").wishes(null, null)).contains(new Wishes("县", List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "a\\b", "a:b", "..", ".a", "a.", "~$a", "a?", "a\tb", "a|b"})
  void aUnitMustBeAFolderEverywhere(String name) {
    assertThat(with().wishes("", name)).isEmpty();
    assertThat(err.toString()).contains("里有不能作文件夹名的字");
  }

  @Test
  void anOptionThatCannotBeEndsTheInterview() {
    assertThat(with().wishes("字".repeat(61), null)).isEmpty();
    assertThat(with().wishes("a\u0007b", null)).isEmpty();
    assertThat(err.toString()).contains("太长或有看不见的字符");
  }

  @Test
  void withNobodyThereNothingIsAsked() {
    Interview alone =
        new Interview(new Options(), new PrintWriter(out), new PrintWriter(err), Terminal.NOBODY);

    assertThat(alone.wishes(null, null)).contains(Wishes.NONE);
    assertThat(Terminal.of(true, new PrintWriter(out))).isSameAs(Terminal.NOBODY);
    assertThat(out.toString()).isEmpty();
  }
}
