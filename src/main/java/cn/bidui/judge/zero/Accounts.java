package cn.bidui.judge.zero;

import cn.bidui.judge.night.County;
import cn.bidui.source.ListKind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What lists of payments must have to be compared, and how account numbers are read. */
final class Accounts {

  private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\p{Z}\\p{Cf}'’\\-—–]+");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{8,}");

  /** A word for nothing, typed as a number. */
  private static final Pattern ONE_DIGIT_ONLY = Pattern.compile("(\\d)\\1*");

  /**
   * Spreadsheets keep 15 digits of a number: of two accounts that differ after them, one is left.
   */
  private static final Pattern PRECISION_LOST = Pattern.compile("[0-9]{15}0+");

  private static final int SHOWN = 4;

  private Accounts() {}

  /** Both lists, and rows of a judged term on each. */
  static List<ListKind> missing(County county, List<ListKind> without) {
    List<ListKind> missing = new ArrayList<>(Needs.judgedTerms(county, without));
    if (missing.isEmpty() && !PaymentBook.speaks(county)) {
      missing.add(ListKind.PAYMENTS);
    }
    return missing;
  }

  /**
   * The digits of an account; empty for text that is no whole account: masked ({@code
   * 6217****1234}), shorter than 8 digits, or of which a spreadsheet has lost the end.
   */
  static Optional<String> read(String written) {
    String digits =
        BETWEEN_DIGITS.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC)).replaceAll("");
    return DIGITS.matcher(digits).matches()
            && !ONE_DIGIT_ONLY.matcher(digits).matches()
            && !PRECISION_LOST.matcher(digits).matches()
        ? Optional.of(digits)
        : Optional.empty();
  }

  /** All that is ever shown of an account. */
  static String ending(String account) {
    return account.substring(account.length() - SHOWN);
  }
}
