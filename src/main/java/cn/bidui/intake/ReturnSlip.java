package cn.bidui.intake;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the hidden sheet {@code _meta} of one of our own workbooks says (回执页): which list it is the
 * answer to. Nothing of it is to be believed before its seal has been checked.
 *
 * @param said values by name, the seal itself left out
 * @param check the seal over {@code said}
 */
public record ReturnSlip(SortedMap<String, String> said, String check) {

  /** The sheet that carries it. */
  public static final String SHEET = "_meta";

  /** Of what kind a workbook is. */
  public static final String KIND = "kind";

  /** The kind of an answer whose rows are to be corrected and sent back. */
  public static final String CORRECTIONS = "corrections";

  /** The kind of an answer of which nothing is to come back. */
  public static final String ANSWER = "answer";

  /** The kind of a workbook of findings that is answered in place and sent back. */
  public static final String FINDINGS = "findings";

  /** The night on which it was printed, as its seal names it. */
  public static final String NIGHT = "night";

  /** The as-of date of that night. */
  public static final String AS_OF = "asOf";

  /** For whom it was printed. */
  public static final String AUDIENCE = "audience";

  /** The version of this format; there is one. */
  public static final String SCHEMA = "schema";

  /** The digest of the list. */
  public static final String BASE = "base";

  /** The number of the list's receipt. */
  public static final String RECEIPT = "receipt";

  /** The term of rows that name none; blank if there is none. */
  public static final String TERM = "term";

  /** The seal. */
  public static final String CHECK = "check";

  public ReturnSlip {
    said = Collections.unmodifiableSortedMap(new TreeMap<>(said));
  }

  /** The value of {@code name}; blank if it is not there. */
  public String value(String name) {
    return said.getOrDefault(name, "");
  }

  /** The digest of the list. */
  public String base() {
    return value(BASE);
  }

  /** The number of the list's receipt, -1 if it is none. */
  public long receipt() {
    try {
      return Long.parseLong(value(RECEIPT));
    } catch (NumberFormatException changed) {
      return -1;
    }
  }
}
