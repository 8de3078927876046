package cn.bidui.plan;

import cn.bidui.source.ListKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * From where a list comes by itself ({@code from} in {@code bidui.yml}).
 *
 * @param name unique among all sources; it stands in file names and reports
 * @param unit whose rows it speaks for, as the inbox's sub-folders are named; blank for the county
 * @param place how and where it is fetched
 * @param timeoutSeconds for all attempts together, the waiting between them included
 * @param attempts how often it is tried at most
 */
public record ListSource(
    String name,
    ListKind list,
    String unit,
    Place place,
    FetchDays days,
    int timeoutSeconds,
    int attempts) {

  /** How a list is fetched. */
  public sealed interface Place permits Jdbc, Http, Sftp {

    /** The word in the settings and in {@code run.json}. */
    String kind();
  }

  /** Where a secret stands; never in the settings themselves. */
  public sealed interface SecretPlace {

    /** None is asked for. */
    record None() implements SecretPlace {}

    /** In a file that holds it alone; against the work folder. */
    record InFile(String file) implements SecretPlace {}

    /** In a variable of the environment. */
    record InEnvironment(String variable) implements SecretPlace {}
  }

  /**
   * A query to a database.
   *
   * @param queryFile holds one SELECT; against the work folder
   * @param driverJar holds the driver; blank if it is on the class path
   */
  public record Jdbc(
      String url, String user, SecretPlace password, String queryFile, String driverJar)
      implements Place {
    @Override
    public String kind() {
      return "jdbc";
    }
  }

  /** How a web server is told who asks. */
  public enum Auth {
    NONE("none"),
    BASIC("basic"),
    BEARER("bearer"),
    HEADER("header");

    private final String code;

    Auth(String code) {
      this.code = code;
    }

    /** The word in the settings. */
    public String code() {
      return code;
    }
  }

  /**
   * A file on a web server.
   *
   * @param user for {@link Auth#BASIC}
   * @param header the header that holds the secret, for {@link Auth#HEADER}
   * @param as the ending of the file where the server does not tell its name; blank: by the address
   * @param trustFile certificates in PEM form that are trusted besides nothing else; blank: those
   *     that Java trusts
   * @param proxy {@code host:port}; blank for none
   */
  public record Http(
      String url,
      Auth auth,
      String user,
      String header,
      SecretPlace secret,
      String as,
      String trustFile,
      String proxy)
      implements Place {
    @Override
    public String kind() {
      return "http";
    }
  }

  /**
   * A file on an SFTP server.
   *
   * @param path a file; or a folder and a pattern with {@code *} and {@code ?} in the last part, of
   *     which the newest file is taken
   * @param keyFile the private key; blank for a password
   * @param secret the password, or the passphrase of the key
   * @param knownHostsFile which servers are the right ones; against the work folder
   */
  public record Sftp(
      String host,
      int port,
      String path,
      String user,
      String keyFile,
      SecretPlace secret,
      String knownHostsFile)
      implements Place {
    @Override
    public String kind() {
      return "sftp";
    }
  }

  /**
   * Tells one declaration from another: what was fetched from an address that is no longer the one
   * declared says nothing about what lies at the new one.
   */
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String declared = list.code() + "\n" + unit + "\n" + place;
      return HexFormat.of().formatHex(digest.digest(declared.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
