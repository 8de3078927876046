package cn.bidui.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.bidui.plan.NotifyPlan.House;
import cn.bidui.plan.NotifyPlan.Robot;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RobotChannelTest {

  private static final Message MESSAGE =
      new Message("R-1", LocalDate.of(2026, 5, 3), "【核对】\n缺少名单：\"学籍\"\n", false);

  /** Milliseconds 1700000000000. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochMilli(1_700_000_000_000L), ZoneOffset.UTC);

  @TempDir private Path home;
  private HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile String answer = "{\"errcode\":0,\"errmsg\":\"ok\"}";

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/robot",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          asked.add(exchange.getRequestURI() + " " + body);
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    Files.writeString(
        home.resolve("robot.url"),
        "http://localhost:" + server.getAddress().getPort() + "/robot?key=k1\n");
    Files.writeString(home.resolve("robot.secret"), "SEC-not-a-real-one\n");
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void aWecomRobotGetsThePlainText() throws Exception {
    channel(House.WECOM, "").send(MESSAGE);
    assertThat(asked)
        .containsExactly(
            "/robot?key=k1 {\"msgtype\":\"text\",\"text\":"
                + "{\"content\":\"【核对】\\n缺少名单：\\\"学籍\\\"\\n\"}}");
  }

  @Test
  void aDingtalkRobotGetsTheTimeSigned() throws Exception {
    channel(House.DINGTALK, "robot.secret").send(MESSAGE);
    assertThat(asked.get(0))
        .startsWith("/robot?key=k1&timestamp=1700000000000&sign=" + SIGNED + " ");
  }

  /** Reckoned by hand: openssl dgst -sha256 -hmac of time, line break and secret, in base 64. */
  private static final String SIGNED = "090FH59CYFZp0i1lBuz835x4C8uNCklH1PCgUHcScRY%3D";

  @Test
  void aRobotThatSaysNoIsNotAskedAgain() {
    answer = "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}";
    NotSentException failure = failure(channel(House.WECOM, ""));
    assertThat(failure.key()).isEqualTo("notify.failed.robot");
    assertThat(failure.passing()).isFalse();
  }

  @Test
  void anAnswerThatIsNoneCountsAsNo() {
    answer = "<html>login</html>";
    assertThat(failure(channel(House.WECOM, "")).key()).isEqualTo("notify.failed.robot");
  }

  @Test
  void aServerInTroubleMayBeThereLater() {
    status = 503;
    assertThat(failure(channel(House.WECOM, "")).passing()).isTrue();
  }

  @Test
  void nobodyAtTheAddressMayBeThereLater() {
    server.stop(0);
    assertThat(failure(channel(House.WECOM, "")).passing()).isTrue();
  }

  @Test
  void aServerIsReachedWithoutARequest() throws Exception {
    channel(House.DINGTALK, "robot.secret").reach();
    assertThat(asked).isEmpty();
    server.stop(0);
    NotSentException failure =
        catchThrowableOfType(
            NotSentException.class, () -> channel(House.DINGTALK, "robot.secret").reach());
    assertThat(failure.key()).isEqualTo("notify.failed.server");
  }

  @Test
  void anAddressWithoutAHostIsNotReached() throws IOException {
    Files.writeString(home.resolve("robot.url"), "https:///robot\n");
    NotSentException failure =
        catchThrowableOfType(NotSentException.class, () -> channel(House.WECOM, "").reach());
    assertThat(failure.key()).isEqualTo("notify.failed.server");
  }

  @Test
  void anEmptyAddressIsSaid() throws IOException {
    Files.writeString(home.resolve("robot.url"), "\n");
    assertThat(failure(channel(House.WECOM, "")).key()).isEqualTo("notify.failed.secret");
  }

  @Test
  void anAddressThatIsNoneIsSaid() throws IOException {
    Files.writeString(home.resolve("robot.url"), "not an address\n");
    assertThat(failure(channel(House.WECOM, "")).key()).isEqualTo("notify.failed.secret");
  }

  @Test
  void aTextThatIsTooLongEndsAfterAWholeLine() {
    String line = "九".repeat(100) + "\n";
    String clipped = RobotChannel.clipped(line.repeat(10));
    assertThat(clipped).isEqualTo(line.repeat(6));
    assertThat(clipped.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(2_048);
  }

  private RobotChannel channel(House house, String secretFile) {
    return new RobotChannel(new Robot(house, "robot.url", secretFile), home, CLOCK);
  }

  private static NotSentException failure(Channel channel) {
    return catchThrowableOfType(NotSentException.class, () -> channel.send(MESSAGE));
  }
}
