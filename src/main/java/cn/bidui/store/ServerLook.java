package cn.bidui.store;

import java.util.List;

/** Whether the index may live in a server's database. */
public sealed interface ServerLook {

  /**
   * It may.
   *
   * @param version of the server, {@code 17.7}
   * @param ours whether tables of this work folder are there already
   */
  record Fit(String version, boolean ours) implements ServerLook {}

  /**
   * It may not; nothing was changed there.
   *
   * @param words for the message: names and numbers, no password
   */
  record Unfit(Why why, List<String> words) implements ServerLook {
    public Unfit {
      words = List.copyOf(words);
    }

    Unfit(Why why, Object... words) {
      this(why, java.util.Arrays.stream(words).map(String::valueOf).toList());
    }
  }

  /** What is in the way. */
  enum Why {
    /** The address is none of a PostgreSQL server. */
    ADDRESS("address"),
    /** The address carries a password, which belongs into a file. */
    SECRET("secret"),
    /** The file with the password cannot be read. */
    PASSWORD_FILE("password-file"),
    /** Nobody answers there, or in another language. */
    AWAY("away"),
    /** User or password are not the server's. */
    PASSWORD("password"),
    /** The server has no such database. */
    DATABASE("database"),
    /** The server is too old. */
    OLD("old"),
    /** Its texts are not kept as UTF-8. */
    ENCODING("encoding"),
    /** The user may not make tables there. */
    RIGHTS("rights"),
    /** Tables that are none of ours are there. */
    FOREIGN("foreign"),
    /** A newer program made the tables. */
    NEWER("newer"),
    /** It is the database of another work folder. */
    OTHERS("others");

    private final String code;

    Why(String code) {
      this.code = code;
    }

    /** The end of the message's key. */
    public String code() {
      return code;
    }
  }
}
