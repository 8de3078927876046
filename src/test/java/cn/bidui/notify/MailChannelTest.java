package cn.bidui.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.bidui.notify.FakeMailServer.HangUp;
import cn.bidui.plan.NotifyPlan.Mail;
import cn.bidui.plan.NotifyPlan.Security;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailChannelTest {

  private static final Message MESSAGE =
      new Message("R-2026-05-03-7", LocalDate.of(2026, 5, 3), "【核对】\n收件 3\n", false);

  @TempDir private Path home;
  private FakeMailServer server;

  @BeforeEach
  void open() throws IOException {
    server = new FakeMailServer();
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void aLetterHasItsSubjectItsReceiversAndANameMadeFromTheRun() throws Exception {
    channel("", "").send(MESSAGE);
    assertThat(server.letters()).hasSize(1);
    assertThat(server.letters().get(0))
        .contains("Message-ID: <R-2026-05-03-7@bidui>")
        .contains("From: bidui@example.cn")
        .contains("To: zizhu@example.cn, jijiao@example.cn")
        .contains("Subject: =?UTF-8?")
        .contains("Date: Sun, 3 May 2026 00:00:00 +0800")
        .contains("charset=UTF-8");
  }

  @Test
  void theSameMessageTwiceIsTheSameLetter() throws Exception {
    channel("", "").send(MESSAGE);
    channel("", "").send(MESSAGE);
    assertThat(server.letters().get(1)).isEqualTo(server.letters().get(0));
  }

  @Test
  void aServerIsReachedWithoutALetter() throws Exception {
    channel("", "").reach();
    assertThat(server.letters()).isEmpty();
    server.hangsUp(HangUp.AT_GREETING);
    NotSentException failure =
        catchThrowableOfType(NotSentException.class, () -> channel("", "").reach());
    assertThat(failure.key()).isEqualTo("notify.failed.server");
  }

  @Test
  void aPasswordThatIsMissingIsSeenWithoutAConnection() throws Exception {
    channel("", "").ready();
    NotSentException failure =
        catchThrowableOfType(
            NotSentException.class, () -> channel("bidui", "mail.password").ready());
    assertThat(failure.key()).isEqualTo("notify.failed.secret");
  }

  @Test
  void aServerThatHangsUpMayBeThereLater() {
    server.hangsUp(HangUp.AT_GREETING);
    NotSentException failure = failure(channel("", ""));
    assertThat(failure.key()).isEqualTo("notify.failed.server");
    assertThat(failure.passing()).isTrue();
  }

  @Test
  void anAddressThatTheServerDoesNotTakeIsSaidAndNotTriedAgain() {
    server.refuses("RCPT");
    NotSentException failure = failure(channel("", ""));
    assertThat(failure.key()).isEqualTo("notify.failed.address");
    assertThat(failure.passing()).isFalse();
  }

  @Test
  void aMissingPasswordFileIsSaidBeforeAnythingIsSent() {
    NotSentException failure = failure(channel("bidui", "mail.password"));
    assertThat(failure.key()).isEqualTo("notify.failed.secret");
    assertThat(server.letters()).isEmpty();
  }

  private MailChannel channel(String user, String passwordFile) {
    return new MailChannel(
        new Mail(
            "localhost",
            server.port(),
            Security.NONE,
            "bidui@example.cn",
            List.of("zizhu@example.cn", "jijiao@example.cn"),
            user,
            passwordFile),
        home);
  }

  private static NotSentException failure(Channel channel) {
    return catchThrowableOfType(NotSentException.class, () -> channel.send(MESSAGE));
  }
}
