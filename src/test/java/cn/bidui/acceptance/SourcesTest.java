package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.BiduiApplication;
import cn.bidui.collect.SftpServer;
import cn.bidui.collect.WebServer;
import cn.bidui.fixture.people.IdNumbers;
import cn.bidui.ledger.Entry;
import cn.bidui.store.TestPostgres;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Lists that come by themselves: from a database, a web server and an SFTP server of their own. */
class SourcesTest {

  private static final int PUPILS = 40;
  private static final String FIRST = "2025-11-03";
  private static final String SECOND = "2025-11-04";
  private static final String THIRD = "2025-11-05";
  private static final KeyPair HOST = SftpServer.newKey();
  private static final String WEB_PASSWORD = "Web-Qx7vR2mK9pLw";
  private static final String SFTP_PASSWORD = "Sftp-Zt4nB8cY6hDs";
  private static final String DATABASE_PASSWORD = "Db-Wm3kJ5gF1xVq";

  @TempDir private Path folder;

  @Test
  void aNightWithOneServerDownAndOneSlowIsPublishedAndSaysSoAndTheNextOneIsClean()
      throws Exception {
    Path remote = Files.createDirectories(folder.resolve("remote/out"));
    Files.write(remote.resolve("困难学生_20251102.csv"), hardship());
    try (WebServer web = WebServer.start()) {
      int port = freePort();
      Office office = county(web, port);

      web.at("/export/aid", WebServer.trickle());
      Office.Said first = office.run(FIRST);

      assertThat(first.exit()).as(first.all()).isEqualTo(3);
      assertThat(states(office, FIRST))
          .containsExactly(
              "全省学籍 roll jdbc arrived  2025-11-03",
              "资助系统 aid http failed timeout null",
              "困难认定 hardship sftp failed unreachable null");
      String page = Files.readString(office.report(FIRST).resolve("index.html"));
      assertThat(page)
          .contains("class=\"alarm\">“资助系统”没有取到资助名单：超过了设定的时间")
          .contains("class=\"alarm\">“困难认定”没有取到困难学生名单：连不上服务器")
          .contains("class=\"alarm\">“困难认定”的名单没有取到，也没有以前的可用");
      assertThat(first.out()).contains("“资助系统”没有取到资助名单");
      assertThat(notice(office)).contains("没有取到名单的来源：资助系统、困难认定").doesNotContain("待专人确认");
      assertThat(notice(office)).contains("要有人去办");
      assertThat(first.out()).doesNotContain("需要有人确认").contains("项缺着或太旧，补上就好，不用确认");
      assertThat(Files.readAllLines(office.home().resolve("seen.prom")))
          .contains(
              "bidui_source_up{list=\"aid\",source=\"资助系统\"} 0.0",
              "bidui_source_up{list=\"roll\",source=\"全省学籍\"} 1.0",
              "bidui_source_age_days{list=\"roll\",source=\"全省学籍\"} 0.0",
              "bidui_guards_held 0.0");
      assertThat(office.waiting()).isEmpty();
      assertThat(office.file(FIRST, "学籍名单_全省学籍_20251103.csv").get("accepted").asInt())
          .isEqualTo(PUPILS);

      web.at("/export/aid", SourcesTest::aidForItsClerk);
      try (SftpServer sftp = sftp(port)) {
        assertThat(sftp.port()).isEqualTo(port);
        Office.Said second = office.run(SECOND);

        assertThat(second.exit()).as(second.all()).isZero();
        assertThat(states(office, SECOND))
            .containsExactly(
                "全省学籍 roll jdbc unchanged  2025-11-04",
                "资助系统 aid http arrived  2025-11-04",
                "困难认定 hardship sftp arrived  2025-11-02");
        assertThat(office.table(SECOND, "findings.csv").rows()).isEmpty();
      }
      assertThat(Files.readString(office.report(SECOND).resolve("index.html")))
          .doesNotContain("没有取到");
      var answers = Office.digests(office.feedback()).keySet();
      assertThat(answers)
          .containsExactlyInAnyOrder(
              "学籍名单_全省学籍_20251103__已收妥.xlsx",
              "资助名单_资助系统_20251104__已收妥.xlsx",
              "困难认定_困难学生_20251102__已收妥.xlsx",
              "监测对象_20251102__已收妥.xlsx");

      Office.Said third = office.run(THIRD);

      assertThat(third.exit()).as(third.all()).isZero();
      assertThat(states(office, THIRD))
          .containsExactly(
              "全省学籍 roll jdbc unchanged  2025-11-05",
              "资助系统 aid http unchanged  2025-11-05",
              "困难认定 hardship sftp failed unreachable 2025-11-02");
      assertThat(Files.readAllLines(office.home().resolve("seen.prom")))
          .contains("bidui_source_age_days{list=\"hardship\",source=\"困难认定\"} 1.0");
      assertThat(Files.readString(office.report(THIRD).resolve("index.html")))
          .contains("“困难认定”没有取到困难学生名单")
          .contains("继续用已有的，数据截止 2025-11-02");
      assertThat(Office.digests(office.feedback()).keySet()).isEqualTo(answers);
      assertThat(office.file(THIRD, "学籍名单_全省学籍_20251103.csv").get("dataDate").asString())
          .isEqualTo(THIRD);
      assertThat(office.does("rebuild").out()).contains("逐字节相同");
      assertThat(told(office)).isEmpty();
    }
  }

  @Test
  void aRunThatIsKilledBetweenFetchingAndTakingIsDoneAgainWithTheSameEnd() throws Exception {
    Path remote = Files.createDirectories(folder.resolve("remote/out"));
    Files.write(remote.resolve("困难学生_20251102.csv"), hardship());
    int port = freePort();
    try (WebServer web = WebServer.start();
        SftpServer sftp = sftp(port)) {
      web.at("/export/aid", SourcesTest::aidForItsClerk);
      Office office = county(web, port);
      office.setting("timeout-seconds: 2", "timeout-seconds: 60");
      Office usual = office.copiedTo(folder.resolve("usual"));
      assertThat(usual.run(FIRST).exit()).isZero();
      web.at("/export/aid", WebServer.trickle());
      Process process =
          Outside.start(
              BiduiApplication.class,
              folder.resolve("said.txt"),
              List.of("run", "--quiet", "--as-of", FIRST, "--home", office.home().toString()));
      Path scratch = office.home().resolve("data/scratch");
      for (int looks = 0; looks < 600 && staged(scratch) < 3; looks++) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
      process.destroyForcibly().waitFor();
      assertThat(staged(scratch)).isEqualTo(3);
      assertThat(office.journal(Entry.FileReceived.class)).isEmpty();
      web.at("/export/aid", SourcesTest::aidForItsClerk);

      assertThat(office.run(FIRST).exit()).isZero();

      assertThat(sftp.port()).isEqualTo(port);
      assertThat(office.published(FIRST)).isEqualTo(usual.published(FIRST));
      assertThat(office.journal(Entry.FileReceived.class)).hasSize(4);
      assertThat(Office.files(scratch)).isEmpty();
    }
  }

  @Test
  void sourcesAreToldAndTriedWithoutChangingAnything() throws Exception {
    Files.createDirectories(folder.resolve("remote/out"));
    int port = freePort();
    try (WebServer web = WebServer.start();
        SftpServer sftp = sftp(port)) {
      web.at("/export/aid", SourcesTest::aidForItsClerk);
      Office office = county(web, port);
      Files.delete(office.home().resolve("known_hosts"));
      var before = Office.digests(office.home());

      Office.Said told = office.does("sources");
      Office.Said tried = office.does("sources", "--try");

      assertThat(told.exit()).isZero();
      assertThat(told.out()).contains("全省学籍：学籍名单（jdbc）", "还没有取过", "从 " + web.url("/export/aid"));
      assertThat(tried.exit()).isEqualTo(74);
      assertThat(tried.out())
          .contains("40 行数据可收", "取到“资助名单_资助系统_", "不认识这台服务器，没有登录", sftp.knownHost().strip());
      assertThat(Office.digests(office.home())).isEqualTo(before);
      assertThat(office.home().resolve("data/scratch")).isEmptyDirectory();
      assertThat(office.does("sources", "--try", "全省学籍").exit()).isZero();
      assertThat(office.does("sources", "没有的").err()).contains("没有来源“没有的”");
      assertThat(told(office)).isEmpty();
    }
  }

  @Test
  void aListThatComesFromWhereAnotherWasDeclaredIsNamed() throws Exception {
    try (WebServer web = WebServer.start()) {
      Office office = Office.open(folder.resolve("home"));
      web.gives("/roll.csv", aid());
      office.setting(
          "\n  roll:\n",
          "\n  roll:\n    from:\n      schedule: 每周日\n      http: {url: \""
              + web.url("/roll.csv")
              + "\"}\n");

      assertThat(office.does("sources").out()).contains("roll：学籍名单（http）", "    每周日取一次；没取到的");
      assertThat(office.does("--lang", "en", "sources").out()).contains("    every Sunday; what");
      assertThat(office.run(FIRST).exit()).isEqualTo(3);
      assertThat(states(office, FIRST)).containsExactly("roll roll http arrived other-list null");
      assertThat(Files.readString(office.report(FIRST).resolve("index.html")))
          .contains("“roll”没有取到学籍名单：取来的却是资助名单");
      assertThat(office.does("sources").out()).contains("上次 2025-11-03：来的不是这份名单。取来的却是资助名单。核对地址或查询");
      assertThat(office.does("--lang", "en", "sources").out())
          .contains("last on 2025-11-03: not this list. what came is another list");
    }
  }

  private static long staged(Path scratch) throws IOException {
    return Office.files(scratch).stream()
        .filter(file -> file.getFileName().toString().startsWith("fetch-"))
        .count();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private SftpServer sftp(int port) throws IOException {
    return SftpServer.start(folder.resolve("remote"), port, HOST, SFTP_PASSWORD);
  }

  /** By its version, and only for whoever has the password. */
  private static void aidForItsClerk(HttpExchange exchange) throws IOException {
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("clerk:" + WEB_PASSWORD).getBytes(StandardCharsets.UTF_8));
    if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      WebServer.send(exchange, 401, new byte[0]);
    } else if ("\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      WebServer.send(exchange, 304, new byte[0]);
    } else {
      WebServer.send(exchange, 200, aid(), "ETag", "\"1\"");
    }
  }

  private static String notice(Office office) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path file : Office.files(office.home().resolve("notices"))) {
      text.append(Files.readString(file));
    }
    return text.toString();
  }

  /** Files other than their own in which a secret stands; what is packed is unpacked. */
  private static List<String> told(Office office) throws IOException {
    List<String> told = new ArrayList<>();
    for (Path file : Office.files(office.home())) {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      String words =
          bytes
              + (file.toString().endsWith(".xlsx")
                  ? String.join("", Zip.parts(file).values())
                  : "");
      String encoded =
          Base64.getEncoder()
              .encodeToString(("clerk:" + WEB_PASSWORD).getBytes(StandardCharsets.UTF_8));
      boolean holds =
          Stream.of(WEB_PASSWORD, SFTP_PASSWORD, DATABASE_PASSWORD, encoded)
              .anyMatch(words::contains);
      if (holds && !file.toString().endsWith(".password")) {
        told.add(office.home().relativize(file).toString());
      }
    }
    return told;
  }

  private static List<String> states(Office office, String asOf) throws IOException {
    List<String> states = new ArrayList<>();
    for (JsonNode source : office.runJson(asOf).get("sources")) {
      states.add(
          String.join(
              " ",
              source.get("name").asString(),
              source.get("list").asString(),
              source.get("kind").asString(),
              source.get("state").asString(),
              source.get("reason").asString(),
              source.get("dataDate").isNull() ? "null" : source.get("dataDate").asString()));
    }
    return states;
  }

  private Office county(WebServer web, int port) throws Exception {
    Office office =
        Office.open(folder.resolve("home"))
            .setting("metrics-file: \"\"", "metrics-file: \"seen.prom\"");
    office.drop("监测对象_20251102.csv", households());
    secret(office, "web.password", WEB_PASSWORD);
    secret(office, "sftp.password", SFTP_PASSWORD);
    secret(office, "exchange.password", DATABASE_PASSWORD);
    Files.writeString(
        office.home().resolve("known_hosts"),
        "[127.0.0.1]:" + port + " " + PublicKeyEntry.toString(HOST.getPublic()) + "\n");
    String database = database();
    Files.writeString(
        office.home().resolve("roll.sql"),
        """
        -- 学籍
        select xxmc as "学校名称", xm as "姓名", xb as "性别", sfzh as "身份证件号", nj as "年级",
          bj as "班级", jdfs as "就读方式", zt as "学籍状态"
        from xj order by sfzh;
        """);
    office.setting(
        "lists:\n",
        """
        lists:
          hardship:
            from:
              name: 困难认定
              sftp: {host: 127.0.0.1, port: %d, path: "/out/困难*.csv", user: bidui, password-file: sftp.password}
              attempts: 1
        """
            .formatted(port));
    office.setting(
        "\n  roll:\n",
        "\n"
            + """
          roll:
            maxAgeDays: 1
            from:
              name: 全省学籍
              jdbc: {url: "%s", user: exchange, password-file: exchange.password, query-file: roll.sql}
        """
                .formatted(database));
    office.setting(
        "\n  aid:\n",
        "\n"
            + """
          aid:
            from:
              name: 资助系统
              http: {url: "%s", auth: basic, user: clerk, password-file: web.password, as: csv}
              timeout-seconds: 2
        """
                .formatted(web.url("/export/aid")));
    return office;
  }

  private static void secret(Office office, String name, String secret) throws IOException {
    Path file = office.home().resolve(name);
    Files.writeString(file, secret + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static String database() throws SQLException {
    String url = TestPostgres.freshDatabase().replaceAll("[?&](user|password)=[^&]*", "");
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table xj (xxmc text, xm text, xb char(1), sfzh char(18), nj text, bj text, jdfs text, zt text)");
      statement.execute(
          "do $$ begin create role exchange login password '"
              + DATABASE_PASSWORD
              + "'; exception when duplicate_object then null; end $$");
      statement.execute("grant select on xj to exchange");
      try (PreparedStatement row =
          connection.prepareStatement("insert into xj values (?,?,?,?,'二年级','1班','走读','正常')")) {
        for (int i = 0; i < PUPILS; i++) {
          row.setString(1, "城关镇第一小学");
          row.setString(2, name(i));
          row.setString(3, i % 2 == 1 ? "男" : "女");
          row.setString(4, id(i));
          row.executeUpdate();
        }
      }
    }
    return url;
  }

  private static byte[] households() {
    StringBuilder text = new StringBuilder("乡,村,户编号,户类型,监测对象类别,姓名,证件号码,与户主关系,在校生状况,数据日期\n");
    for (int i = 0; i < PUPILS; i++) {
      text.append("城关镇,石桥村,99010101").append(10_000 + i).append(",脱贫户,,").append(name(i));
      text.append(',').append(id(i)).append(",之子,小学,20251102\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] aid() {
    StringBuilder text = new StringBuilder("学年,学期,学校名称,学段,年级,姓名,身份证件号,资助项目,实发金额\n");
    for (int i = 0; i < PUPILS; i++) {
      text.append("2025-2026学年,第一学期,城关镇第一小学,小学,二年级,").append(name(i)).append(',');
      text.append(id(i)).append(",家庭经济困难非寄宿生生活补助,312.50\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] hardship() {
    StringBuilder text = new StringBuilder("学校名称,年级,姓名,身份证件号,认定学年,困难等级,困难类型,认定时间\n");
    for (int i = 0; i < PUPILS; i++) {
      text.append("城关镇第一小学,二年级,").append(name(i)).append(',').append(id(i));
      text.append(",2025-2026学年,特别困难,脱贫户,2025年10月\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String name(int i) {
    List<String> families = List.of("钟", "阮", "苗", "邵", "邱", "龙", "万", "段");
    List<String> given = List.of("立春", "雨水", "惊蛰", "清明", "谷雨");
    return families.get(i % 8) + given.get(i / 8);
  }

  private static String id(int i) {
    return IdNumbers.ofOrder(LocalDate.of(2017, 10, 1).plusDays(7L * i), i);
  }
}
