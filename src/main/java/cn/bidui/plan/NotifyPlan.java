package cn.bidui.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the digest of a night goes ({@code notify} in {@code bidui.yml}). Secrets stand in files of
 * their own, never in the settings.
 *
 * @param folder a folder for one text file a run, against the work folder; blank for none
 * @param link what the digest says of where the report is to be seen; blank for nothing
 */
public record NotifyPlan(String folder, String link, Optional<Mail> mail, List<Robot> robots) {

  /** The names of all channels, as jobs name those that get their message. */
  static final List<String> CHANNELS = List.of("folder", "mail", "wecom", "dingtalk");

  private static final String URL_FILE = "url-file";
  private static final String PASSWORD_FILE = "password-file";
  private static final int MOST_PORT = 65_535;

  public NotifyPlan {
    robots = List.copyOf(robots);
  }

  /** How a connection to a mail server is guarded. */
  public enum Security {
    TLS("tls", 465),
    STARTTLS("starttls", 587),
    /** For servers of the house only. */
    NONE("none", 25);

    private final String code;
    private final int port;

    Security(String code, int port) {
      this.code = code;
      this.port = port;
    }
  }

  /**
   * A mail server.
   *
   * @param user blank if the server asks for none
   * @param passwordFile holds the password alone; blank for none
   */
  public record Mail(
      String host,
      int port,
      Security security,
      String from,
      List<String> to,
      String user,
      String passwordFile) {
    public Mail {
      to = List.copyOf(to);
    }
  }

  /** Whose chat robot. */
  public enum House {
    WECOM,
    DINGTALK;

    /** The key under which its robot stands. */
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A chat robot (群机器人).
   *
   * @param urlFile holds its address alone, which is a secret
   * @param secretFile holds the secret to sign with alone; blank for none
   */
  public record Robot(House house, String urlFile, String secretFile) {}

  /** Reads {@code at}; without it there is the folder alone. */
  static NotifyPlan read(Yaml at) {
    at.only("folder", "link", "mail", "wecom", "dingtalk");
    List<Robot> robots = new ArrayList<>();
    if (!at.at("wecom").absent()) {
      Yaml robot = at.at("wecom").only(URL_FILE);
      robots.add(new Robot(House.WECOM, robot.at(URL_FILE).requiredText(URL_FILE), ""));
    }
    if (!at.at("dingtalk").absent()) {
      Yaml robot = at.at("dingtalk").only(URL_FILE, "secret-file");
      robots.add(
          new Robot(
              House.DINGTALK,
              robot.at(URL_FILE).requiredText(URL_FILE),
              robot.at("secret-file").text("")));
    }
    return new NotifyPlan(
        at.at("folder").none() ? "" : at.at("folder").text("notices"),
        at.at("link").text(""),
        mail(at.at("mail")),
        robots);
  }

  /** The names of the channels that are set up, in the order in which they are told. */
  public List<String> channels() {
    return CHANNELS.stream().filter(this::has).toList();
  }

  private boolean has(String channel) {
    return switch (channel) {
      case "folder" -> !folder.isEmpty();
      case "mail" -> mail.isPresent();
      default -> robots.stream().anyMatch(robot -> robot.house().code().equals(channel));
    };
  }

  private static Optional<Mail> mail(Yaml at) {
    if (at.absent()) {
      return Optional.empty();
    }
    at.only("host", "port", "security", "from", "to", "user", PASSWORD_FILE);
    Security security = security(at.at("security"));
    int port = (int) at.at("port").number(security.port);
    if (port < 1 || port > MOST_PORT) {
      at.at("port").mistake("plan.out-of-range", "port", "1", String.valueOf(MOST_PORT));
    }
    if (at.at("to").texts().isEmpty()) {
      at.mistake("plan.missing-key", "to");
    }
    return Optional.of(
        new Mail(
            at.at("host").requiredText("host"),
            port,
            security,
            at.at("from").requiredText("from"),
            at.at("to").texts(),
            at.at("user").text(""),
            at.at(PASSWORD_FILE).text("")));
  }

  private static Security security(Yaml at) {
    String code = at.text(Security.TLS.code);
    for (Security security : Security.values()) {
      if (security.code.equals(code)) {
        return security;
      }
    }
    at.mistake("plan.not-a-choice", code, "tls, starttls, none");
    return Security.TLS;
  }
}
