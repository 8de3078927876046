package cn.bidui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.FetchDays.Every;
import cn.bidui.plan.ListSource.Auth;
import cn.bidui.plan.ListSource.Http;
import cn.bidui.plan.ListSource.Jdbc;
import cn.bidui.plan.ListSource.SecretPlace.InEnvironment;
import cn.bidui.plan.ListSource.SecretPlace.InFile;
import cn.bidui.plan.ListSource.SecretPlace.None;
import cn.bidui.plan.ListSource.Sftp;
import cn.bidui.source.ListKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From where lists come, as {@code bidui.yml} says it. */
class ListSourcesTest {

  private final Mistakes mistakes = new Mistakes();

  private List<ListSource> read(String... lines) {
    return Settings.read("bidui.yml", "lists:\n" + String.join("\n", lines), mistakes).sources();
  }

  private List<String> told() {
    return mistakes.all().stream()
        .map(mistake -> mistake.line() + " " + mistake.key() + " " + mistake.words())
        .toList();
  }

  @Test
  void oneSourceNeedsNoNameAndSeveralHaveEachTheirOwn() {
    List<ListSource> sources =
        read(
            "  payments:",
            "    from:",
            "      - name: 一卡通",
            "        sftp: {host: 10.0.0.7, path: /out/打卡_*.csv, user: u, password-file: bank.password}",
            "        schedule: 每周一",
            "      - name: 银行",
            "        http: {url: https://bank.example/a.csv, auth: bearer, token-env: BANK}",
            "        unit: 青石镇",
            "        timeout-seconds: 60",
            "        attempts: 1",
            "  roll:",
            "    maxAgeDays: 45",
            "    from:",
            "      jdbc: {url: jdbc:postgresql://db/x, user: u, password-env: PW, query-file: roll.sql}");

    assertThat(told()).isEmpty();
    assertThat(sources)
        .containsExactly(
            new ListSource(
                "roll",
                ListKind.ROLL,
                "",
                new Jdbc("jdbc:postgresql://db/x", "u", new InEnvironment("PW"), "roll.sql", ""),
                FetchDays.EACH_RUN,
                300,
                3),
            new ListSource(
                "一卡通",
                ListKind.PAYMENTS,
                "",
                new Sftp(
                    "10.0.0.7",
                    22,
                    "/out/打卡_*.csv",
                    "u",
                    "",
                    new InFile("bank.password"),
                    "known_hosts"),
                new FetchDays(Every.WEEK, 1),
                300,
                3),
            new ListSource(
                "银行",
                ListKind.PAYMENTS,
                "青石镇",
                new Http(
                    "https://bank.example/a.csv",
                    Auth.BEARER,
                    "",
                    "",
                    new InEnvironment("BANK"),
                    "",
                    "",
                    ""),
                FetchDays.EACH_RUN,
                60,
                1));
    assertThat(sources.get(0).fingerprint()).hasSize(64).isNotEqualTo(sources.get(1).fingerprint());
    assertThat(sources)
        .extracting(source -> source.place().kind())
        .contains("http", "jdbc", "sftp");
  }

  @Test
  void everyKindSaysAllThatItCan() {
    List<ListSource> sources =
        read(
            "  roll:",
            "    from: {jdbc: {url: jdbc:x:y, query-file: q.sql, driver-jar: d.jar}}",
            "  aid:",
            "    from: {http: {url: http://h/a, auth: header, header: X-Key, token-file: t, as: xlsx,"
                + " trust-file: ca.pem, proxy: p.example:3128}}",
            "  households:",
            "    from: {http: {url: http://h/a, auth: basic, user: u, password-file: p}}",
            "  civil:",
            "    from: {sftp: {host: h, port: 2222, path: a.csv, user: u, key-file: id,"
                + " passphrase-file: w, known-hosts-file: k}}",
            "  schools:",
            "    from: {sftp: {host: h, path: a.csv, user: u, key-file: id}}");

    assertThat(told()).isEmpty();
    assertThat(sources)
        .extracting(ListSource::place)
        .containsExactly(
            new Jdbc("jdbc:x:y", "", new None(), "q.sql", "d.jar"),
            new Http(
                "http://h/a",
                Auth.HEADER,
                "",
                "X-Key",
                new InFile("t"),
                "xlsx",
                "ca.pem",
                "p.example:3128"),
            new Http("http://h/a", Auth.BASIC, "u", "", new InFile("p"), "", "", ""),
            new Sftp("h", 2222, "a.csv", "u", "id", new InFile("w"), "k"),
            new Sftp("h", 22, "a.csv", "u", "id", new None(), "known_hosts"));
  }

  @Test
  void allMistakesAreToldAtOnceWithTheirLines() {
    read(
        "  roll:",
        "    from:",
        "      name: 学/籍",
        "      jdbc: {url: \"postgresql://db/x?password=p\", query: q}",
        "      unit: ../x",
        "      schedule: 每天两次",
        "      attempts: 0",
        "  aid:",
        "    from:",
        "      - jdbc: {url: jdbc:x, query-file: q}",
        "      - name: a",
        "      - name: a",
        "        http: {url: ftp://h/a, auth: digest, as: docx, proxy: http://p}",
        "      - name: b",
        "        http: {url: \"https://u:p@h/a?token=x\", auth: basic, password-file: f, password-env: E}",
        "      - name: c",
        "        http: {url: \"https://h/学 籍\", auth: header, header: \"X Key\"}",
        "      - name: A",
        "        sftp: {host: h, path: /o*t/a, port: 70000}");

    assertThat(told())
        .containsExactly(
            "4 plan.source.name [学/籍]",
            "5 plan.unknown-key [query, url, user, password-file, password-env, query-file, driver-jar]",
            "5 plan.source.jdbc []",
            "5 plan.source.secret-in-url []",
            "5 plan.missing-key [query-file]",
            "6 plan.source.unit [../x]",
            "7 plan.fetch-days [每天两次]",
            "8 plan.out-of-range [attempts, 1, 10]",
            "11 plan.missing-key [name]",
            "12 plan.source.one-kind [jdbc, http, sftp]",
            "13 plan.source.name-twice [a]",
            "14 plan.not-a-choice [digest, none, basic, bearer, header]",
            "14 plan.not-a-choice [docx, csv, txt, xlsx, xls]",
            "14 plan.source.http []",
            "14 plan.source.proxy [http://p]",
            "16 plan.source.secret-in-url []",
            "16 plan.missing-key [user]",
            "16 plan.source.two-secrets [password-file, password-env]",
            "18 plan.source.http []",
            "18 plan.source.header [X Key]",
            "18 plan.missing-key [token-file]",
            "19 plan.source.name-twice [A]",
            "20 plan.source.sftp-login []",
            "20 plan.source.sftp-path [/o*t/a]",
            "20 plan.out-of-range [port, 1, 65535]",
            "20 plan.missing-key [user]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://u:open@h/db",
        "jdbc:postgresql://h/db?sslpassword=open",
        "jdbc:oracle:thin:scott/tiger@//h:1521/x",
        "jdbc:sqlserver://h;password=open",
        "jdbc:mysql://h/db?accessToken=open"
      })
  void anAddressWithASecretInItIsAMistake(String url) {
    read(
        "  roll:", "    from:", "      name: a", "      jdbc: {url: '" + url + "', query-file: q}");

    assertThat(told()).containsExactly("5 plan.source.secret-in-url []");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://h/a.csv?sig=open", "https://h/a.csv?x=1&signature=open"})
  void ticketsOfAWebAddressAreSecretsToo(String url) {
    read("  roll:", "    from:", "      name: a", "      http: {url: '" + url + "'}");

    assertThat(told()).containsExactly("5 plan.source.secret-in-url []");
  }

  @ParameterizedTest
  @CsvSource({
    "每次,RUN,0",
    "every run,RUN,0",
    "每周日,WEEK,7",
    "weekly mon,WEEK,1",
    "每月5日,MONTH,5",
    "每月28号,MONTH,28",
    "monthly 1,MONTH,1"
  })
  void daysAreWrittenAsPeopleSayThem(String text, Every every, int day) {
    FetchDays days = FetchDays.read(Yaml.read("x", "a: " + text, mistakes).at("a"));
    assertThat(days).isEqualTo(new FetchDays(every, day));
    assertThat(told()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"每周八", "每月29日", "每月0日", "monthly x", "weekly day", "5", "每周"})
  void otherDaysAreAMistake(String text) {
    FetchDays days = FetchDays.read(Yaml.read("x", "a: " + text, mistakes).at("a"));
    assertThat(days).isEqualTo(FetchDays.EACH_RUN);
    assertThat(told()).containsExactly("1 plan.fetch-days [" + text + "]");
  }

  @Test
  void aCopyOfTheWorkFolderAsksForNoList() {
    Settings settings =
        Settings.read(
            "bidui.yml",
            "lists: {roll: {from: {jdbc: {url: jdbc:x:y, query-file: q.sql}}}}",
            mistakes);
    assertThat(settings.sources()).hasSize(1);
    assertThat(settings.embedded().sources()).isEmpty();
  }

  @Test
  void theLastOfItsDaysIsTheOneThatIsDue() {
    LocalDate tuesday = LocalDate.of(2025, 11, 4);
    assertThat(FetchDays.EACH_RUN.due(tuesday)).isEqualTo(tuesday);
    assertThat(new FetchDays(Every.WEEK, 1).due(tuesday)).isEqualTo("2025-11-03");
    assertThat(new FetchDays(Every.WEEK, 2).due(tuesday)).isEqualTo("2025-11-04");
    assertThat(new FetchDays(Every.MONTH, 4).due(tuesday)).isEqualTo("2025-11-04");
    assertThat(new FetchDays(Every.MONTH, 5).due(tuesday)).isEqualTo("2025-10-05");
  }

  @ParameterizedTest
  @ValueSource(strings = {"p:0", "p:65536", "p:99999", "p", "u@p:80"})
  void aProxyHasAPortThatThereIs(String proxy) {
    read("  roll:", "    from: {http: {url: http://h/a, proxy: \"" + proxy + "\"}}");

    assertThat(told()).containsExactly("3 plan.source.proxy [" + proxy + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "connection", "Content-Length", "EXPECT", "upgrade"})
  void headersOfTheProtocolCarryNoToken(String header) {
    read(
        "  roll:",
        "    from: {http: {url: http://h/a, auth: header, header: " + header + ", token-file: t}}");

    assertThat(told()).containsExactly("3 plan.source.header [" + header + "]");
  }
}
