package cn.bidui.collect;

import static cn.bidui.collect.Asking.failed;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.ListSource.Auth;
import cn.bidui.plan.ListSource.Http;
import cn.bidui.plan.ListSource.SecretPlace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file on a real web server. */
class HttpSourceTest {

  private static final byte[] LIST = "姓名,年级\n甲,一年级\n".getBytes(StandardCharsets.UTF_8);

  private static WebServer server;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException {
    server = WebServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private Fetched fetched(String path) throws IOException {
    return new Asking(folder).of(Asking.web(server.url(path)));
  }

  private static WebServer.Asked last() {
    return server.asked().get(server.asked().size() - 1);
  }

  @Test
  void aFileArrivesWithItsDigestAndTheVersionThatTheServerKnowsItBy() throws IOException {
    server.gives(
        "/roll.csv", LIST, "ETag", "\"v1\"", "Last-Modified", "Mon, 03 Nov 2025 01:00:00 GMT");

    Fetched.Arrived arrived = (Fetched.Arrived) fetched("/roll.csv");

    assertThat(arrived.name()).isEqualTo("省库_roll.csv");
    assertThat(arrived.bytes()).isEqualTo(LIST.length);
    assertThat(arrived.sha256())
        .isEqualTo("0bd7d0c8920b349eea560aa880a27a0ccd7d6327f3080d40f41533ba3fe72c4d");
    assertThat(arrived.version())
        .isEqualTo(new Fetched.Version("\"v1\"", "Mon, 03 Nov 2025 01:00:00 GMT"));
    assertThat(Asking.text(arrived)).isEqualTo(new String(LIST, StandardCharsets.UTF_8));
    assertThat(last().header("Authorization")).isEmpty();
  }

  @Test
  void whatHasNotChangedIsAskedForByItsVersionAndNotSentAgain() throws IOException {
    server.at("/same.csv", exchange -> WebServer.send(exchange, 304, new byte[0]));
    Fetched.Version version = new Fetched.Version("\"v1\"", "Mon, 03 Nov 2025 01:00:00 GMT");

    Fetched fetched =
        new Asking(folder).knowing("ab", version).of(Asking.web(server.url("/same.csv")));

    assertThat(fetched).isEqualTo(new Fetched.Unchanged(version));
    assertThat(last().header("If-none-match")).isEqualTo("\"v1\"");
    assertThat(last().header("If-modified-since")).isEqualTo("Mon, 03 Nov 2025 01:00:00 GMT");
  }

  @Test
  void theSameBytesUnderAnotherVersionAreUnchanged() throws IOException {
    server.gives("/again.csv", LIST, "ETag", "\"v2\"");
    Asking asking = new Asking(folder);
    String digest = ((Fetched.Arrived) asking.of(Asking.web(server.url("/again.csv")))).sha256();

    Fetched again =
        new Asking(folder)
            .knowing(digest, Fetched.Version.NONE)
            .of(Asking.web(server.url("/again.csv")));

    assertThat(again).isEqualTo(new Fetched.Unchanged(new Fetched.Version("\"v2\"", "")));
    assertThat(asking.staged()).isEqualTo(1);
  }

  @Test
  void anUnaskedForNotModifiedIsNoAnswer() throws IOException {
    server.at("/odd.csv", exchange -> WebServer.send(exchange, 304, new byte[0]));
    assertThat(fetched("/odd.csv")).isEqualTo(failed(FetchFault.ANSWER, "304"));
  }

  @ParameterizedTest
  @CsvSource({
    "401,LOGIN,",
    "403,LOGIN,",
    "404,NOT_FOUND,",
    "410,NOT_FOUND,",
    "500,SERVER,500",
    "503,SERVER,503",
    "429,SERVER,429",
    "204,ANSWER,204",
    "400,ANSWER,400"
  })
  void everyAnswerThatIsNoFileHasItsReason(int status, FetchFault fault, String word)
      throws IOException {
    server.at("/status", exchange -> WebServer.send(exchange, status, new byte[0]));
    Fetched expected = word == null ? failed(fault) : failed(fault, word);
    assertThat(fetched("/status")).isEqualTo(expected);
  }

  @Test
  void whoAsksIsToldAsTheServerWantsIt() throws IOException {
    server.gives("/closed.csv", LIST);
    Asking asking = new Asking(folder).setting("TOKEN", "t-2");
    SecretPlace password = asking.secret("web.password", "p-1\n");
    SecretPlace token = new SecretPlace.InEnvironment("TOKEN");
    Map<String, String> sent = new TreeMap<>();
    String url = server.url("/closed.csv");
    asking.of(new Http(url, Auth.BASIC, "clerk", "", password, "", "", ""));
    sent.put("basic", last().header("Authorization"));
    asking.of(new Http(url, Auth.BEARER, "", "", token, "", "", ""));
    sent.put("bearer", last().header("Authorization"));
    asking.of(new Http(url, Auth.HEADER, "", "X-Api-Key", token, "", "", ""));
    sent.put("header", last().header("X-api-key"));
    assertThat(sent)
        .containsExactly(
            Map.entry("basic", "Basic Y2xlcms6cC0x"),
            Map.entry("bearer", "Bearer t-2"),
            Map.entry("header", "t-2"));
  }

  @Test
  void aSecretThatNoHeaderCanHoldLogsNobodyIn() throws IOException {
    Asking asking = new Asking(folder).setting("TOKEN", "two\nlines");
    Http web =
        new Http(
            server.url("/closed.csv"),
            Auth.BEARER,
            "",
            "",
            new SecretPlace.InEnvironment("TOKEN"),
            "",
            "",
            "");
    assertThat(asking.of(web)).isEqualTo(failed(FetchFault.LOGIN));
  }

  @Test
  void aServerThatSendsUsOnIsFollowedOnTheSameServerOnly() throws IOException {
    server.gives("/there.csv", LIST);
    server.at(
        "/here", exchange -> WebServer.send(exchange, 302, new byte[0], "Location", "/there.csv"));
    server.at(
        "/away",
        exchange ->
            WebServer.send(exchange, 302, new byte[0], "Location", "http://127.0.0.1:1/there.csv"));

    assertThat(fetched("/here")).isInstanceOf(Fetched.Arrived.class);
    assertThat(fetched("/away")).isEqualTo(failed(FetchFault.ELSEWHERE));
  }

  @Test
  void aServerThatSendsUsRoundOrNowhereIsToldAsThat() throws IOException {
    server.at(
        "/round", exchange -> WebServer.send(exchange, 307, new byte[0], "Location", "/round"));
    server.at(
        "/odd", exchange -> WebServer.send(exchange, 301, new byte[0], "Location", "http://[x"));
    server.at("/nowhere", exchange -> WebServer.send(exchange, 302, new byte[0]));

    assertThat(fetched("/round")).isEqualTo(failed(FetchFault.ROUND, "5"));
    assertThat(fetched("/odd")).isEqualTo(failed(FetchFault.NOWHERE));
    assertThat(fetched("/nowhere")).isEqualTo(failed(FetchFault.NOWHERE));
  }

  @Test
  void halfADownloadIsNeverStaged() throws IOException {
    server.at(
        "/half.csv",
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write(LIST);
          exchange.getResponseBody().flush();
          throw new IOException("the server dies");
        });
    Asking asking = new Asking(folder).times(3);

    assertThat(asking.of(Asking.web(server.url("/half.csv"))))
        .isEqualTo(failed(FetchFault.CUT_SHORT));
    assertThat(asking.staged()).isZero();
    assertThat(asking.waits).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4));
  }

  @Test
  void aWorkbookWithoutItsEndIsCutShortEvenIfTheServerIsContent() throws IOException {
    server.gives("/roll.xlsx", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0});
    assertThat(fetched("/roll.xlsx")).isEqualTo(failed(FetchFault.CUT_SHORT));
  }

  @Test
  void nothingAtAllIsNoList() throws IOException {
    server.at("/nothing.csv", exchange -> WebServer.send(exchange, 200, new byte[0]));
    assertThat(fetched("/nothing.csv")).isEqualTo(failed(FetchFault.EMPTY));
  }

  @Test
  void moreThanAListMayHaveIsNotTaken() throws IOException {
    server.gives("/large.csv", new byte[3 << 20]);
    Asking asking = new Asking(folder).upTo(2 << 20);
    assertThat(asking.of(Asking.web(server.url("/large.csv"))))
        .isEqualTo(failed(FetchFault.TOO_LARGE, "2"));
    assertThat(asking.staged()).isZero();
  }

  @Test
  void aPageToLogInAtIsNoList() throws IOException {
    byte[] page = "\n<!DOCTYPE html><html>登录</html>".getBytes(StandardCharsets.UTF_8);
    server.gives("/login.csv", page).gives("/export.xls", page);
    assertThat(fetched("/login.csv")).isEqualTo(failed(FetchFault.WEB_PAGE));
    assertThat(fetched("/export.xls")).isInstanceOf(Fetched.Arrived.class);
  }

  @Test
  void whatIsSentPackedIsUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(LIST);
    }
    server.gives("/packed.csv", packed.toByteArray(), "Content-Encoding", "gzip");
    assertThat(Asking.text(fetched("/packed.csv")))
        .isEqualTo(new String(LIST, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "attachment; filename*=UTF-8''%E5%AD%A6%E7%B1%8D_20251101.xlsx|省库_学籍_20251101.xlsx",
        "attachment; filename=\"roll 1.csv\"|省库_roll 1.csv",
        "attachment; filename=%E5%AD%A6.csv|省库_学.csv",
        "attachment; filename=..\\..\\evil.csv|省库_evil.csv",
        "attachment; filename=%zz.csv|省库_download.csv",
        "attachment; filename=page.php|学籍名单_省库_20251103.csv",
        "inline|省库_download.csv"
      })
  void theServersOwnNameIsKeptAsItMaySayTermAndDay(String header, String name) throws IOException {
    server.gives("/download.csv", LIST, "Content-Disposition", header);
    assertThat(((Fetched.Arrived) fetched("/download.csv")).name()).isEqualTo(name);
  }

  @Test
  void aListWithoutANameIsNamedAfterItsKindAndDay() throws IOException {
    server.gives("/export", LIST);
    Http web = new Http(server.url("/export"), Auth.NONE, "", "", Asking.NO_SECRET, "txt", "", "");
    assertThat(((Fetched.Arrived) new Asking(folder).of(web)).name())
        .isEqualTo("学籍名单_省库_20251103.txt");
  }

  @Test
  void aServerThatTricklesIsCutAtItsTime() throws IOException {
    server.at("/slow.csv", WebServer.trickle());
    Asking asking = new Asking(folder).within(1).times(3);
    assertThat(asking.of(Asking.web(server.url("/slow.csv"))))
        .isEqualTo(failed(FetchFault.TIMEOUT));
    assertThat(asking.staged()).isZero();
  }

  @Test
  void aServerThatSaysNothingIsCutAtItsTime() throws IOException {
    server.at("/mute.csv", exchange -> Pause.SLEEP.pass(Duration.ofSeconds(3)));
    Asking asking = new Asking(folder).within(1);
    assertThat(asking.of(Asking.web(server.url("/mute.csv"))))
        .isEqualTo(failed(FetchFault.TIMEOUT));
  }

  @Test
  void aServerThatIsNotThereIsTriedAgain() throws IOException {
    Asking asking = new Asking(folder).times(3);
    assertThat(asking.of(Asking.web("http://127.0.0.1:1/roll.csv")))
        .isEqualTo(failed(FetchFault.UNREACHABLE));
    assertThat(asking.waits).hasSize(2);
  }

  @Test
  void onlyTheProxyThatIsDeclaredIsUsed() throws IOException {
    server.gives("/behind.csv", LIST);
    Http through =
        new Http(
            "http://exchange.invalid/behind.csv",
            Auth.NONE,
            "",
            "",
            Asking.NO_SECRET,
            "",
            "",
            server.host());
    assertThat(new Asking(folder).of(through)).isInstanceOf(Fetched.Arrived.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no certificate"})
  void aFileWithoutCertificatesIsNamed(String content) throws IOException {
    Asking asking = new Asking(folder);
    asking.file("ca.pem", content);
    Http web =
        new Http(server.url("/roll.csv"), Auth.NONE, "", "", Asking.NO_SECRET, "", "ca.pem", "");
    assertThat(asking.of(web)).isEqualTo(failed(FetchFault.TRUST_FILE, "ca.pem"));
  }
}
