package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.collect.WebServer;
import cn.bidui.fixture.people.IdNumbers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Sources that say again what they have said: after a withdrawal, for two units, by a database. */
class FetchedAgainTest {

  private static final String FIRST = "2025-11-03";
  private static final String SECOND = "2025-11-04";
  private static final String THIRD = "2025-11-05";

  private static final String FOURTH = "2025-11-06";

  private static WebServer web;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException {
    web = WebServer.start();
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @Test
  void whatWasTakenBackIsNamedEachNightUntilTheSourceHasSomethingElse() throws IOException {
    Office office = Office.open(folder.resolve("home"));
    office.setting(
        "\n  roll:\n",
        "\n  roll:\n    from:\n      name: 省库\n      http: {url: \""
            + web.url("/roll.csv")
            + "\"}\n");
    web.gives("/roll.csv", roll("一班"));
    office.run(FIRST);

    Office.Said back = office.does("withdraw", "省库_roll.csv", "--by", "王老师");

    assertThat(back.exit()).as(back.all()).isZero();
    assertThat(back.out())
        .contains("已撤回“省库_roll.csv”（王老师）", "它是来源“省库”取来的：同样的内容再取到也不收", "把它放进收件文件夹");
    assertThat(office.does("sources").out())
        .contains("上次 2025-11-03：没有收。取来的和已撤回的文件内容相同")
        .doesNotContain("取到“省库_roll.csv”");

    Office.Said second = office.run(SECOND);

    assertThat(second.exit()).isEqualTo(3);
    assertThat(states(office, SECOND)).containsExactly("省库 failed withdrawn null");
    assertThat(Files.readString(office.report(SECOND).resolve("index.html")))
        .contains("“省库”没有取到学籍名单：取来的和已撤回的文件内容相同，没有收。请对方改正");
    assertThat(office.does("sources").out()).contains("上次 2025-11-04：没有收。取来的和已撤回的文件内容相同");
    assertThat(office.does("--lang", "en", "sources").out())
        .contains("last on 2025-11-04: not taken. what came has the same content as a withdrawn");
    assertThat(office.does("status").out()).contains("省库");

    web.gives("/roll.csv", roll("二班"));
    office.run(THIRD);

    assertThat(states(office, THIRD)).containsExactly("省库 arrived  2025-11-05");
    assertThat(office.does("rebuild").out()).contains("逐字节相同");
  }

  @Test
  void theSameBytesAreTheListOfEachUnitWhoseSourceGivesThem() throws IOException {
    Office office = Office.open(folder.resolve("home"));
    office.setting(
        "\n  roll:\n",
        "\n  roll:\n    maxAgeDays: 1\n    from:\n"
            + source("镇报", "青石镇", "/town.csv")
            + source("校报", "青石镇中心小学", "/school.csv"));
    web.gives("/town.csv", roll("一班"));
    web.gives("/school.csv", roll("一班"));

    office.run(FIRST);

    assertThat(states(office, FIRST))
        .containsExactly("镇报 arrived  2025-11-03", "校报 arrived  2025-11-03");
    for (String file : List.of("镇报_town.csv", "校报_school.csv")) {
      assertThat(office.file(FIRST, file).get("state").asString()).isEqualTo("accepted");
      assertThat(office.file(FIRST, file).get("effective").asBoolean()).isTrue();
    }

    web.at("/town.csv", exchange -> WebServer.send(exchange, 404, new byte[0]));
    office.run(SECOND);

    assertThat(states(office, SECOND))
        .containsExactly("镇报 failed not-found 2025-11-03", "校报 unchanged  2025-11-04");
    assertThat(office.file(SECOND, "镇报_town.csv").get("dataDate").asString()).isEqualTo(FIRST);
    office.run(THIRD);
    assertThat(Files.readString(office.report(THIRD).resolve("index.html")))
        .contains("镇报_town.csv")
        .contains("“镇报”没有取到学籍名单");
    assertThat(held(office)).anyMatch(held -> held.contains("镇报_town.csv"));
    assertThat(held(office)).noneMatch(held -> held.contains("校报_school.csv"));
  }

  /** What was entered by mistake and taken out again leaves the rows of two days before. */
  @Test
  void aDatabaseThatIsBackAtWhatItSaidBeforeIsBelieved() throws Exception {
    Office office = Office.open(folder.resolve("home"));
    String url = "jdbc:h2:mem:again;DB_CLOSE_DELAY=-1";
    Files.writeString(office.home().resolve("roll.sql"), "select * from xj order by 5");
    office.setting(
        "\n  roll:\n",
        "\n  roll:\n    from:\n      name: 省库\n      jdbc: {url: \""
            + url
            + "\", user: sa, query-file: roll.sql}\n");
    try (Connection database = DriverManager.getConnection(url, "sa", "");
        Statement rows = database.createStatement()) {
      rows.execute(
          "create table xj as select * from csvread('"
              + csv(roll("一班"))
              + "', null, 'charset=UTF-8')");
      office.run(FIRST);
      rows.execute("update xj set \"班级\" = '二班'");
      office.run(SECOND);
      rows.execute("update xj set \"班级\" = '一班'");

      office.run(THIRD);
    }
    assertThat(states(office, THIRD)).containsExactly("省库 arrived  2025-11-05");
    assertThat(office.file(THIRD, "学籍名单_省库_20251105.csv").get("effective").asBoolean()).isTrue();
    office.run(FOURTH);
    assertThat(states(office, FOURTH)).containsExactly("省库 unchanged  2025-11-06");
  }

  private Path csv(byte[] rows) throws IOException {
    return Files.write(folder.resolve("rows.csv"), rows);
  }

  private static String source(String name, String unit, String path) {
    return "      - name: %s\n        unit: %s\n        http: {url: \"%s\"}\n"
        .formatted(name, unit, web.url(path));
  }

  private static List<String> held(Office office) throws IOException {
    List<String> held = new ArrayList<>();
    office.runJson(THIRD).get("held").forEach(each -> held.add(each.toString()));
    return held;
  }

  private static List<String> states(Office office, String asOf) throws IOException {
    List<String> states = new ArrayList<>();
    for (JsonNode source : office.runJson(asOf).get("sources")) {
      states.add(
          String.join(
              " ",
              source.get("name").asString(),
              source.get("state").asString(),
              source.get("reason").asString(),
              source.get("dataDate").isNull() ? "null" : source.get("dataDate").asString()));
    }
    return states;
  }

  private static byte[] roll(String form) {
    StringBuilder text = new StringBuilder("学校名称,所属乡镇,姓名,性别,身份证件号,年级,班级,就读方式,学籍状态\n");
    for (int i = 0; i < 8; i++) {
      text.append("青石镇中心小学,青石镇,").append(name(i)).append(i % 2 == 1 ? ",男," : ",女,");
      text.append(id(i)).append(",二年级,").append(form).append(",走读,正常\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String name(int i) {
    return List.of("钟", "阮", "苗", "邵", "邱", "龙", "万", "段").get(i) + "立春";
  }

  private static String id(int i) {
    return IdNumbers.ofOrder(LocalDate.of(2017, 10, 1).plusDays(7L * i), i);
  }
}
