package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every run tells those who want to know, once, in counts. */
class DigestTest {

  @TempDir private Path folder;
  private HttpServer robot;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private volatile int status = 200;

  @BeforeEach
  void open() throws IOException {
    robot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    robot.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          byte[] answer = "{\"errcode\":0}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
          if (status == 200) {
            heard.add(body);
          }
        });
    robot.start();
  }

  @AfterEach
  void close() {
    robot.stop(0);
  }

  @Test
  void threeNightsAreThreeMessagesWithoutAnyPersonAndARunThatIsDoneAgainIsAFourth()
      throws IOException {
    Office office = office();
    for (int night = 1; night <= 3; night++) {
      Sample.night(night, office);
    }
    assertThat(heard).hasSize(3);
    assertThat(heard.get(2)).contains("【学籍资助核对 " + Sample.asOf(3) + "】").contains("未结");
    for (String name : office.table(Sample.asOf(3), "findings.csv").of("name")) {
      assertThat(heard).as("a name").noneMatch(text -> !name.isEmpty() && text.contains(name));
    }
    office.run(Sample.asOf(3));
    assertThat(heard).hasSize(4);
  }

  @Test
  void aServerThatIsDownIsSaidAndTheNextRunSendsBoth() throws IOException {
    Office office = office();
    Sample.night(1, office);
    status = 400;
    Office.Said said = Sample.night(2, office);
    assertThat(said.out()).contains("通知没有发出（wecom）").contains("连不上对方服务器");
    status = 200;
    Sample.night(3, office);
    assertThat(heard).hasSize(3);
    assertThat(heard.get(1)).contains(Sample.asOf(2));
    assertThat(office.published(Sample.asOf(2))).isNotEmpty();
  }

  @Test
  void withoutAnyWordInTheSettingsThereIsAFileADay() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    assertThat(folder.resolve("home/notices/" + Sample.asOf(1) + ".txt"))
        .content()
        .startsWith("【学籍资助核对 " + Sample.asOf(1) + "】");
    assertThat(office.waiting()).isEmpty();
  }

  private Office office() throws IOException {
    Path home = folder.resolve("home");
    Office office = Office.open(home);
    Files.writeString(
        home.resolve("wecom.url"), "http://localhost:" + robot.getAddress().getPort() + "/?key=1");
    return office.setting("  folder: notices", "  folder: notices\n  wecom: {url-file: wecom.url}");
  }
}
