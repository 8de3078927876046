package cn.bidui.ledger.audit;

import cn.bidui.ledger.JournalLine.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A head of the journal that was kept elsewhere (外部留存的摘要).
 *
 * @param where in which file it stands, or that it was given by hand
 */
public record Anchor(Head head, String where) {

  /** {@code 128:9f86…}, wherever it stands in a text. */
  private static final Pattern HEAD =
      Pattern.compile("(?<![0-9A-Za-z])([1-9]\\d{0,17}):([0-9a-f]{64})(?![0-9A-Za-z])");

  /** The anchor that {@code text} is, and nothing else. */
  public static Optional<Anchor> parse(String text, String where) {
    Matcher matcher = HEAD.matcher(text.strip());
    return matcher.matches() ? Optional.of(of(matcher, where)) : Optional.empty();
  }

  /** All that stand in a text: a message, a printed page, a list of heads. */
  public static List<Anchor> in(String text, String where) {
    List<Anchor> anchors = new ArrayList<>();
    Matcher matcher = HEAD.matcher(text);
    while (matcher.find()) {
      anchors.add(of(matcher, where));
    }
    return anchors;
  }

  private static Anchor of(Matcher matcher, String where) {
    return new Anchor(new Head(Long.parseLong(matcher.group(1)), matcher.group(2)), where);
  }
}
