package cn.bidui.cli.status;

import cn.bidui.cli.status.Situation.LastNight;
import cn.bidui.cli.status.Situation.ListAge;
import cn.bidui.ledger.JournalOutline.Noted;
import cn.bidui.ledger.LeaseOutcome.Holder;
import cn.bidui.ledger.RunLog;
import cn.bidui.report.PublishedAccounts;
import cn.bidui.report.Width;
import cn.bidui.source.Legible;
import cn.bidui.source.Messages;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The situation for a terminal: one matter a line, the columns as wide as they look. */
final class StatusText {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final int TOLD = 5;
  private static final String RED = "\u001B[31m";
  private static final String PLAIN = "\u001B[0m";
  private static final String GAP = "  ";

  private final Situation seen;
  private final Messages messages;
  private final boolean colors;
  private final List<String> lines = new ArrayList<>();

  /**
   * For a reader.
   *
   * @param colors whether what is wrong is red as well
   */
  StatusText(Situation seen, Messages messages, boolean colors) {
    this.seen = seen;
    this.messages = messages;
    this.colors = colors;
  }

  List<String> lines(Coming coming) {
    now();
    coming.next().ifPresent(time -> line("next", "at", MINUTE.format(time)));
    wrong(coming);
    seen.last().ifPresentOrElse(this::last, () -> line("last", "none"));
    seen.cutShort().ifPresent(this::cutShort);
    lists();
    held();
    inbox();
    safety();
    line("disk", "free", StatusWords.bytes(seen.freeBytes()));
    line("database", "name", StatusWords.database(seen.database(), messages));
    return lines;
  }

  private void wrong(Coming coming) {
    coming.silence().ifPresent(time -> add("alarm", marked(text("alarm.silent", time.toHours()))));
    if (coming.mistakes() > 0) {
      add("alarm", marked(text("alarm.mistakes", coming.mistakes())));
    }
    if (!coming.failed().isEmpty()) {
      String named = String.join(messages.text("status.comma"), coming.failed());
      add("alarm", marked(text("alarm.sources", named)));
    }
  }

  private void now() {
    if (!seen.lease().held()) {
      line("now", "nothing");
      return;
    }
    Holder holder = seen.lease().holder().orElse(new Holder("", "", ""));
    line("now", "held", holder.pid(), holder.host(), since(holder));
    seen.now()
        .filter(now -> now.process().equals(holder.pid()))
        .ifPresent(
            now ->
                more(
                    "now.step",
                    now.runId(),
                    StatusWords.step(now.step(), messages),
                    StatusWords.time(Duration.between(now.since(), seen.at()), messages),
                    now.rows()));
  }

  private String since(Holder holder) {
    try {
      return moment(Instant.parse(holder.since()));
    } catch (DateTimeException unknown) {
      return "?";
    }
  }

  private void last(LastNight last) {
    line("last", "published", last.night().asOf(), moment(last.at()), last.night().runId());
    last.accounts().ifPresentOrElse(this::accounts, () -> red("last.unreadable"));
  }

  private void accounts(PublishedAccounts night) {
    more(
        "last.took",
        StatusWords.time(Duration.ofMillis(night.millis()), messages),
        StatusWords.exit(night.exit(), messages),
        night.files(),
        night.rows());
    line("open", "findings", night.open(), night.added());
  }

  private void cutShort(RunLog.Run run) {
    red("last.cut", run.runId(), moment(run.started()));
  }

  private void lists() {
    int widest = seen.lists().stream().mapToInt(list -> Width.of(title(list))).max().orElse(0);
    String matter = "lists";
    for (ListAge list : seen.lists()) {
      String age = text("lists.age", list.oldest(), list.days(), list.files());
      String row = Width.pad(title(list), widest) + GAP + age;
      add(
          matter,
          list.stale() ? marked(row + GAP + text("lists.stale", list.most().getAsInt())) : row);
      matter = "";
    }
    if (!seen.missing().isEmpty()) {
      String named =
          seen.missing().stream()
              .map(kind -> messages.text("report.list." + kind.code()))
              .collect(Collectors.joining(messages.text("status.comma")));
      add(matter, marked(text("lists.missing", named)));
    }
  }

  private String title(ListAge list) {
    return messages.text("report.list." + list.list().code());
  }

  private void held() {
    if (seen.held().isEmpty()) {
      line("held", "none");
      return;
    }
    String named =
        seen.held().stream()
            .limit(TOLD)
            .map(held -> Legible.line(held.file().inboxName()))
            .collect(Collectors.joining(messages.text("status.comma")));
    add("held", marked(text("held.files", seen.held().size(), named)));
  }

  private void inbox() {
    if (seen.inbox().isEmpty()) {
      add("inbox", marked(text("inbox.away", seen.folder().inbox())));
    } else {
      line("inbox", "files", seen.inbox().getAsInt(), seen.unready());
    }
  }

  private void safety() {
    if (seen.backup().isEmpty()) {
      add("backup", marked(text("backup.none")));
      return;
    }
    Noted backup = seen.backup().get();
    line("backup", "made", moment(backup.at()), StatusWords.bytes(backup.number("bytes")));
    seen.drill()
        .ifPresentOrElse(
            drill -> {
              if (drill.text("trouble").isEmpty()) {
                more("backup.drilled", moment(drill.at()));
              } else {
                red("backup.drill-failed", moment(drill.at()));
              }
            },
            () -> red("backup.no-drill"));
  }

  private String moment(Instant at) {
    return MINUTE.format(at.atZone(seen.zone()));
  }

  private void line(String matter, String what, Object... words) {
    add(matter, text(matter + "." + what, words));
  }

  private void more(String key, Object... words) {
    add("", text(key, words));
  }

  private void red(String key, Object... words) {
    add("", marked(text(key, words)));
  }

  private String marked(String text) {
    return colors ? RED + text + PLAIN : text;
  }

  private String text(String key, Object... words) {
    return messages.text("status." + key, words);
  }

  private void add(String matter, String text) {
    String title = matter.isEmpty() ? "" : text(matter + ".title");
    lines.add(Width.pad(title, widest()) + GAP + text);
  }

  private int widest() {
    return messages.keys("status.").stream()
        .filter(key -> key.endsWith(".title"))
        .mapToInt(key -> Width.of(messages.text(key)))
        .max()
        .orElse(0);
  }
}
