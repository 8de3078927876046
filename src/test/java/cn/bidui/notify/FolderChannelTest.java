package cn.bidui.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.bidui.plan.Mistakes;
import cn.bidui.plan.NotifyPlan;
import cn.bidui.plan.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderChannelTest {

  private static final Message MESSAGE =
      new Message("R-1", LocalDate.of(2026, 5, 3), "【核对】\n", false);

  @TempDir private Path home;

  @Test
  void aRunIsAFileAndTwiceIsTheSame() throws Exception {
    Channel channel = new FolderChannel(home.resolve("notices"));
    channel.send(MESSAGE);
    channel.send(MESSAGE);
    assertThat(home.resolve("notices")).isDirectoryContaining("glob:**2026-05-03.txt");
    try (var files = Files.list(home.resolve("notices"))) {
      assertThat(files).hasSize(1);
    }
    assertThat(home.resolve("notices/2026-05-03.txt")).hasContent("【核对】\n");
  }

  @Test
  void aFolderThatCannotBeIsSaid() throws Exception {
    Files.writeString(home.resolve("notices"), "a file");
    NotSentException failure =
        catchThrowableOfType(
            NotSentException.class, () -> new FolderChannel(home.resolve("notices")).send(MESSAGE));
    assertThat(failure.key()).isEqualTo("notify.failed.folder");
  }

  @Test
  void settingsNameTheChannelsInAFixedOrder() {
    Mistakes mistakes = new Mistakes();
    NotifyPlan plan =
        Settings.read(
                "bidui.yml",
                """
                notify:
                  dingtalk: {url-file: d.url, secret-file: d.secret}
                  wecom: {url-file: w.url}
                  mail: {host: mail.example.cn, security: starttls, from: a@b.cn, to: [c@d.cn]}
                """,
                mistakes)
            .notifying();
    assertThat(mistakes.all()).isEmpty();
    assertThat(Channels.of(plan, home, Clock.systemUTC()))
        .extracting(Channel::name)
        .containsExactly("folder", "mail", "wecom", "dingtalk");
    assertThat(plan.mail().orElseThrow().port()).isEqualTo(587);
  }

  @Test
  void everyMistakeInTheSettingsIsToldAtOnce() {
    Mistakes mistakes = new Mistakes();
    Settings.read(
        "bidui.yml",
        """
        notify:
          pigeon: {}
          mail: {host: mail.example.cn, port: 99999, security: maybe, from: a@b.cn}
          wecom: {}
        """,
        mistakes);
    assertThat(mistakes.all()).hasSize(5);
  }
}
