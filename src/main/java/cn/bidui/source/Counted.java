package cn.bidui.source;

import java.text.ChoiceFormat;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Arrays;

/**
 * Chooses a word by a number that is given as text (单复数), as all words of {@link Messages} are: of
 * what is no number there are many.
 */
final class Counted extends ChoiceFormat {

  private static final long serialVersionUID = 1L;

  private Counted(ChoiceFormat choice) {
    super(
        choice.getLimits(),
        Arrays.stream(choice.getFormats()).map(String::valueOf).toArray(String[]::new));
  }

  /** Lets every choice in {@code pattern} take text. */
  static void in(MessageFormat pattern) {
    Format[] formats = pattern.getFormats();
    for (int each = 0; each < formats.length; each++) {
      if (formats[each] instanceof ChoiceFormat choice) {
        pattern.setFormat(each, new Counted(choice));
      }
    }
  }

  @Override
  public StringBuffer format(Object number, StringBuffer to, FieldPosition at) {
    return super.format(value(number), to, at);
  }

  private static double value(Object number) {
    try {
      return Double.parseDouble(String.valueOf(number));
    } catch (NumberFormatException words) {
      return Double.MAX_VALUE;
    }
  }
}
