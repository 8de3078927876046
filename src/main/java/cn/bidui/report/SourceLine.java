package cn.bidui.report;

import cn.bidui.ledger.Entry.SourceFetched;
import cn.bidui.ledger.Entry.SourceFetched.State;
import cn.bidui.source.ListKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a source in a night, and what is used for its list.
 *
 * @param fetched what the journal says
 * @param at when that was
 * @param dataDate as of when the list in use that it speaks for is right; null if there is none
 * @param other which list came instead of the declared one; null if it is that one
 */
public record SourceLine(
    SourceFetched fetched, Instant at, @Nullable LocalDate dataDate, @Nullable ListKind other) {

  /** The code of a list that came from where another was declared. */
  static final String OTHER_LIST = "other-list";

  /** Whether somebody has to see to it. */
  public boolean down() {
    return fetched.state() == State.FAILED || other != null;
  }

  /** Why the list did not come, as a code; blank if it did. */
  String reason() {
    return other == null ? fetched.reason() : OTHER_LIST;
  }

  private String why(Words words) {
    return other == null
        ? words.text("collect.fault." + fetched.reason(), fetched.words().toArray())
        : words.text("collect.fault." + OTHER_LIST, words.list(other));
  }

  /** What stands in red; nothing where nothing is wrong. */
  static List<String> alarms(List<SourceLine> lines, Words words) {
    return lines.stream().filter(SourceLine::down).map(line -> line.alarm(words)).toList();
  }

  private String alarm(Words words) {
    String list = words.list(fetched.list());
    return dataDate == null
        ? words.text("report.alarm.source-none", fetched.source(), list, why(words))
        : words.text("report.alarm.source", fetched.source(), list, why(words), dataDate);
  }
}
