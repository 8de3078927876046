package cn.bidui.collect;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Whether a query is one statement (单条语句): behind a second one, drivers that take several at once
 * would end the transaction that only reads.
 */
final class OneStatement {

  private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*(?s:.*?)\\*/");

  private static final Pattern NOT_SAID = Pattern.compile(COMMENT + "|'[^']*+'|\"[^\"]*+\"");

  /** Escapes, quotes and comments that not every database reads in the same way. */
  private static final Pattern UNCLEAR = Pattern.compile("[\\\\$`\\[#]|/\\*!|--(?![\\s-]|$)");

  private OneStatement() {}

  /** If in doubt, it is not: whoever wrote it can leave the semicolon out. */
  static boolean is(String query) {
    return !severalIn(query) || (!unclear(query) && !severalIn(bare(query)));
  }

  /** Without semicolons, comments and blanks at its end, which some drivers read as a statement. */
  static String alone(String query) {
    if (unclear(query)) {
      return trimmed(query);
    }
    String bare = NOT_SAID.matcher(query).replaceAll(OneStatement::covered);
    return query.substring(0, trimmed(bare).length());
  }

  /** As long as before, so that places stay what they are. */
  private static String covered(MatchResult found) {
    boolean quoted = "'\"".indexOf(found.group().charAt(0)) >= 0;
    return (quoted ? "x" : " ").repeat(found.group().length());
  }

  /** Without what is quoted or a comment. */
  private static String bare(String query) {
    return NOT_SAID.matcher(query).replaceAll(" ");
  }

  private static boolean severalIn(String query) {
    return trimmed(query).indexOf(';') >= 0;
  }

  /**
   * Without semicolons and blanks at its end; an expression would try each blank of a long file.
   */
  static String trimmed(String query) {
    int end = query.length();
    while (end > 0 && (query.charAt(end - 1) == ';' || query.charAt(end - 1) <= ' ')) {
      end--;
    }
    return query.substring(0, end);
  }

  private static boolean unclear(String query) {
    return UNCLEAR.matcher(query).find()
        || COMMENT.matcher(query).results().anyMatch(each -> each.group().lastIndexOf("/*") > 0);
  }
}
