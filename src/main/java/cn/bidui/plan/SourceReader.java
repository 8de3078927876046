package cn.bidui.plan;

import cn.bidui.plan.ListSource.Auth;
import cn.bidui.plan.ListSource.Http;
import cn.bidui.plan.ListSource.Jdbc;
import cn.bidui.plan.ListSource.Place;
import cn.bidui.plan.ListSource.SecretPlace;
import cn.bidui.plan.ListSource.Sftp;
import cn.bidui.source.FolderName;
import cn.bidui.source.ListKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads from where lists come, and notes whatever is wrong with it. */
final class SourceReader {

  private static final String NAME = "name";
  private static final String USER = "user";
  private static final String URL = "url";
  private static final String HEADER = "header";
  private static final String PROXY = "proxy";
  private static final String PASSWORD = "password";
  private static final String TIMEOUT = "timeout-seconds";
  private static final String ATTEMPTS = "attempts";
  private static final int USUAL_SECONDS = 300;
  private static final int MOST_SECONDS = 7_200;
  private static final int USUAL_ATTEMPTS = 3;
  private static final int MOST_ATTEMPTS = 10;
  private static final int MOST_PORT = 65_535;
  private static final int SSH_PORT = 22;
  private static final String KINDS = "jdbc, http, sftp";

  /** It becomes part of file names on every system. */
  private static final Pattern NAMES = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,39}");

  /** Whoever speaks HTTP sets these by itself, and lets nobody else do so. */
  private static final Set<String> OF_THE_PROTOCOL =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  private static final Set<String> ENDINGS = Set.of("", "csv", "txt", "xlsx", "xls");

  /** Whoever writes one of these into an address wants to keep it secret. */
  private static final Pattern SECRET_IN_URL =
      Pattern.compile(
          "(?i)(?:^|[?&;:/])(?:user|(?:ssl)?passwords?|passwd|pwd|(?:access_?|auth_?)?token|secret"
              + "|(?:api_?|app_?|access_?)?key|sign?|signature|ticket|credentials?)="
              // Before the host, as in jdbc:postgresql://user:password@host and
              // oracle:thin:user/password@…
              + "|//[^/?#]*@|:thin:[^@/]+/[^@]*@");

  private final Set<String> names = new HashSet<>();
  private final List<ListSource> sources = new ArrayList<>();

  /** Takes what {@code lists.<kind>.from} says. */
  void read(ListKind list, Yaml at) {
    if (at.isList()) {
      at.items().forEach(item -> one(list, item, ""));
    } else if (!at.absent()) {
      one(list, at, list.code());
    }
  }

  /** All of them, in the order of their lists, then as they stand in the file. */
  List<ListSource> sources() {
    return sources.stream().sorted(java.util.Comparator.comparing(ListSource::list)).toList();
  }

  private void one(ListKind list, Yaml at, String otherwise) {
    at.only(NAME, "jdbc", "http", "sftp", "unit", "schedule", TIMEOUT, ATTEMPTS);
    String name = name(at, otherwise);
    List<String> kinds = at.keys().stream().filter(List.of(KINDS.split(", "))::contains).toList();
    if (kinds.size() != 1) {
      at.mistake("plan.source.one-kind", KINDS);
      return;
    }
    String kind = kinds.get(0);
    Place place =
        switch (kind) {
          case "jdbc" -> jdbc(at.at(kind));
          case "http" -> http(at.at(kind));
          default -> sftp(at.at(kind));
        };
    sources.add(
        new ListSource(
            name,
            list,
            unit(at.at("unit")),
            place,
            FetchDays.read(at.at("schedule")),
            number(at, TIMEOUT, USUAL_SECONDS, MOST_SECONDS),
            number(at, ATTEMPTS, USUAL_ATTEMPTS, MOST_ATTEMPTS)));
  }

  private String name(Yaml at, String otherwise) {
    String name = at.at(NAME).text(otherwise).strip();
    if (name.isEmpty()) {
      at.mistake("plan.missing-key", NAME);
    } else if (!NAMES.matcher(name).matches()) {
      at.at(NAME).mistake("plan.source.name", name);
    } else if (!names.add(name.toLowerCase(Locale.ROOT))) {
      (at.at(NAME).absent() ? at : at.at(NAME)).mistake("plan.source.name-twice", name);
    }
    return name;
  }

  /** It becomes a folder under {@code feedback/}. */
  private static String unit(Yaml at) {
    String unit = at.text("").strip();
    boolean folder = Arrays.stream(unit.split("/", -1)).allMatch(FolderName::fits);
    if (!unit.isEmpty() && !folder) {
      at.mistake("plan.source.unit", unit);
      return "";
    }
    return unit;
  }

  private static int number(Yaml at, String key, int otherwise, int most) {
    long number = at.at(key).number(otherwise);
    if (number < 1 || number > most) {
      at.at(key).mistake("plan.out-of-range", key, "1", String.valueOf(most));
      return otherwise;
    }
    return (int) number;
  }

  private static Jdbc jdbc(Yaml at) {
    at.only(URL, USER, "password-file", "password-env", "query-file", "driver-jar");
    String url = required(at, URL);
    if (!url.isEmpty() && !url.startsWith("jdbc:")) {
      at.at(URL).mistake("plan.source.jdbc");
    }
    secretIn(url, at.at(URL));
    return new Jdbc(
        url,
        at.at(USER).text(""),
        secret(at, PASSWORD),
        required(at, "query-file"),
        at.at("driver-jar").text(""));
  }

  private static Http http(Yaml at) {
    at.only(
        URL,
        "auth",
        USER,
        "password-file",
        "password-env",
        "token-file",
        "token-env",
        HEADER,
        "as",
        "trust-file",
        PROXY);
    Auth auth = auth(at.at("auth"));
    String as = at.at("as").text("").toLowerCase(Locale.ROOT);
    if (!ENDINGS.contains(as)) {
      at.at("as").mistake("plan.not-a-choice", as, "csv, txt, xlsx, xls");
    }
    return new Http(
        address(at),
        auth,
        auth == Auth.BASIC ? required(at, USER) : at.at(USER).text(""),
        header(auth, at),
        credentials(auth, at),
        as,
        at.at("trust-file").text(""),
        proxy(at.at(PROXY)));
  }

  private static Auth auth(Yaml at) {
    String code = at.text(Auth.NONE.code());
    for (Auth auth : Auth.values()) {
      if (auth.code().equals(code)) {
        return auth;
      }
    }
    at.mistake(
        "plan.not-a-choice",
        code,
        Arrays.stream(Auth.values()).map(Auth::code).collect(Collectors.joining(", ")));
    return Auth.NONE;
  }

  private static String header(Auth auth, Yaml at) {
    if (auth != Auth.HEADER) {
      return "";
    }
    String header = required(at, HEADER);
    if (!header.matches("[A-Za-z0-9-]*")
        || OF_THE_PROTOCOL.contains(header.toLowerCase(Locale.ROOT))) {
      at.at(HEADER).mistake("plan.source.header", header);
    }
    return header;
  }

  private static SecretPlace credentials(Auth auth, Yaml at) {
    String what = auth == Auth.BASIC ? PASSWORD : "token";
    SecretPlace secret = secret(at, what);
    if (auth != Auth.NONE && secret instanceof SecretPlace.None) {
      at.mistake("plan.missing-key", what + "-file");
    }
    return secret;
  }

  private static String address(Yaml from) {
    String url = required(from, URL);
    Yaml at = from.at(URL);
    try {
      URI uri = new URI(url);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (!url.isEmpty() && (!web || uri.getHost() == null)) {
        at.mistake("plan.source.http");
      }
      if (uri.getUserInfo() != null && !SECRET_IN_URL.matcher(url).find()) {
        at.mistake("plan.source.secret-in-url");
      }
    } catch (URISyntaxException wrong) {
      at.mistake("plan.source.http");
    }
    secretIn(url, at);
    return url;
  }

  /** What has to be there, and if it is not, on which line it is missed. */
  private static String required(Yaml at, String key) {
    if (at.at(key).absent()) {
      at.mistake("plan.missing-key", key);
    }
    return at.at(key).text("");
  }

  private static void secretIn(String url, Yaml at) {
    if (SECRET_IN_URL.matcher(url).find()) {
      at.mistake("plan.source.secret-in-url");
    }
  }

  private static String proxy(Yaml at) {
    String proxy = at.text("");
    if (proxy.isEmpty() || isHostAndPort(proxy)) {
      return proxy;
    }
    at.mistake("plan.source.proxy", proxy);
    return "";
  }

  private static boolean isHostAndPort(String proxy) {
    if (!proxy.matches("[^:/@\\s]+:\\d{1,5}")) {
      return false;
    }
    int port = Integer.parseInt(proxy.substring(proxy.indexOf(':') + 1));
    return port >= 1 && port <= MOST_PORT;
  }

  private static Sftp sftp(Yaml at) {
    at.only(
        "host",
        "port",
        "path",
        USER,
        "password-file",
        "password-env",
        "key-file",
        "passphrase-file",
        "passphrase-env",
        "known-hosts-file");
    String key = at.at("key-file").text("");
    SecretPlace secret = secret(at, key.isEmpty() ? PASSWORD : "passphrase");
    if (key.isEmpty() && secret instanceof SecretPlace.None) {
      at.mistake("plan.source.sftp-login");
    }
    String path = required(at, "path");
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    if (folder.contains("*") || folder.contains("?") || path.endsWith("/")) {
      at.at("path").mistake("plan.source.sftp-path", path);
    }
    return new Sftp(
        required(at, "host"),
        number(at, "port", SSH_PORT, MOST_PORT),
        path,
        required(at, USER),
        key,
        secret,
        at.at("known-hosts-file").text("known_hosts"));
  }

  /** What stands under {@code <what>-file} or {@code <what>-env}. */
  private static SecretPlace secret(Yaml at, String what) {
    String file = at.at(what + "-file").text("");
    String variable = at.at(what + "-env").text("");
    if (!file.isEmpty() && !variable.isEmpty()) {
      at.at(what + "-env").mistake("plan.source.two-secrets", what + "-file", what + "-env");
    }
    if (!file.isEmpty()) {
      return new SecretPlace.InFile(file);
    }
    return variable.isEmpty() ? new SecretPlace.None() : new SecretPlace.InEnvironment(variable);
  }
}
