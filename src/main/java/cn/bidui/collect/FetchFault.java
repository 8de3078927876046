package cn.bidui.collect;

import java.util.Locale;

/** Why a list could not be fetched (取数失败). */
public enum FetchFault {
  /** Nobody answers there. */
  UNREACHABLE(true),
  /** It took longer than its source may take. */
  TIMEOUT(false),
  /** User, password, token or key are not taken. */
  LOGIN(false),
  /** There is no such file, folder or database. */
  NOT_FOUND(false),
  /** The server says that it has trouble; its code. */
  SERVER(true),
  /** The server answers with something that is no file; its code. */
  ANSWER(false),
  /** The server sends us elsewhere, where nobody has said that we may go. */
  ELSEWHERE(false),
  /** The server sends us from one of its own addresses to the next; how many times we went. */
  ROUND(false),
  /** The server sends us on and does not say where. */
  NOWHERE(false),
  /** The server's certificate is not trusted. */
  CERTIFICATE(false),
  /** What came has no end. */
  CUT_SHORT(true),
  /** Only the end of the connection says that it is all. */
  UNCERTAIN_END(true),
  /** The file changed while it was fetched. */
  CHANGING(true),
  /** There is nothing in it. */
  EMPTY(false),
  /** It is larger than a list may be; how many MB that is. */
  TOO_LARGE(false),
  /** A page came, perhaps one to log in at. */
  WEB_PAGE(false),
  /** An answer for programs came; its format. */
  NO_LIST(false),
  /** It is packed in a way that nobody asked for; which one. */
  PACKED(false),
  /** The file with the query cannot be read; its name. */
  QUERY_FILE(false),
  /** The query is not one SELECT. */
  NOT_A_SELECT(false),
  /** There is more than one statement in it; the file's name. */
  SEVERAL_STATEMENTS(false),
  /** The database does not take the query; its code. */
  QUERY(false),
  /** There is no driver for that address. */
  DRIVER(false),
  /** The file with the secret cannot be read or is empty; its name. */
  SECRET_FILE(false),
  /** Others on this machine can read the file with the secret; its name. */
  SECRET_OPEN(false),
  /** The variable with the secret is not set; its name. */
  SECRET_VARIABLE(false),
  /** The key file is none, or its passphrase is another; its name. */
  KEY_FILE(false),
  /** The file with the trusted certificates cannot be read; its name. */
  TRUST_FILE(false),
  /** The file with the keys of known servers cannot be read; its name. */
  KNOWN_HOSTS(false),
  /** Nobody has said that this is the right server; its key's fingerprint and the line to add. */
  HOST_UNKNOWN(false),
  /** Another key than the one that is known; its fingerprint and the line of it. */
  HOST_CHANGED(false),
  /** What came has the content of a file that somebody took back. */
  WITHDRAWN(false),
  /** A library gave up; by which exception. */
  BROKEN(false);

  private final boolean passing;

  FetchFault(boolean passing) {
    this.passing = passing;
  }

  /** Whether it may be gone a moment later. */
  public boolean passing() {
    return passing;
  }

  /** The code in the journal and in {@code run.json}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The sentence in the message catalog. */
  public String key() {
    return "collect.fault." + code();
  }
}
