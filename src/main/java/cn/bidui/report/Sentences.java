package cn.bidui.report;

import cn.bidui.judge.night.RuleTally;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What page, workbooks and console say alike. */
final class Sentences {

  private Sentences() {}

  /** As of when, and since when. */
  static String dates(NightReport night, Words words) {
    if (night.previous() == null) {
      return words.text("report.dates.first", night.asOf());
    }
    return night.missed() == 0
        ? words.text("report.dates.since", night.asOf(), night.previous())
        : words.text("report.dates.missed", night.asOf(), night.previous(), night.missed());
  }

  /** The night in one sentence. */
  static String verdict(NightReport night, Accounts balance, Words words) {
    Standing standing = Standing.of(night.findings());
    String counts =
        words.text(
            "report.verdict.counts",
            night.files().size(),
            rows(night),
            standing.added() + standing.reopened(),
            standing.open());
    return counts + words.text(key(night, balance));
  }

  private static String key(NightReport night, Accounts balance) {
    if (!balance.balanced()) {
      return "report.verdict.unbalanced";
    }
    return complete(night) ? "report.verdict.complete" : "report.verdict.incomplete";
  }

  /** Rows of all files, whatever became of them. */
  static int rows(NightReport night) {
    return night.files().stream().mapToInt(entry -> entry.counts().rows()).sum();
  }

  /** What has to stand in red: missing lists, lists held back, refused files. */
  static List<String> alarms(NightReport night, Words words) {
    List<String> alarms = new ArrayList<>(missing(night, words));
    alarms.addAll(SourceLine.alarms(night.sources(), words));
    night.held().forEach(note -> alarms.add(held(note, words)));
    long refused = count(night, FileState.REFUSED);
    if (refused > 0) {
      alarms.add(words.text("report.alarm.refused", refused));
    }
    return alarms;
  }

  private static String held(FileEntry.Note note, Words words) {
    return note.waitsForAPerson()
        ? words.text("report.alarm.held", words.note(note))
        : words.note(note);
  }

  /** That needed lists are missing; empty if all are there. */
  static List<String> missing(NightReport night, Words words) {
    return night.missing().isEmpty()
        ? List.of()
        : List.of(words.text("report.alarm.missing", words.lists(night.missing())));
  }

  /** The first eight characters of a file's digest; blank for one that has not been taken yet. */
  static String digest(FileEntry entry) {
    String sha256 = entry.file().sha256();
    return sha256.substring(0, Math.min(8, sha256.length()));
  }

  private static long count(NightReport night, FileState state) {
    return night.files().stream().filter(entry -> entry.state() == state).count();
  }

  /** Whether every needed list was there and nothing was held back. */
  static boolean complete(NightReport night) {
    return night.missing().isEmpty() && night.held().isEmpty();
  }

  /** 未核对：缺 …; a list that is there tonight was needed of an earlier night. */
  static String notEvaluated(RuleTally tally, NightReport night, Words words) {
    String needs =
        tally.needs().stream()
            .map(list -> need(list, night, words))
            .collect(Collectors.joining(words.text("report.and")));
    return words.text("report.not-evaluated", needs);
  }

  private static String need(ListKind list, NightReport night, Words words) {
    String name = words.list(list);
    return night.tables().containsKey(list) ? words.text("report.earlier", name) : name;
  }

  /** A count; a dash where nobody looked: that is not nothing found. */
  static Object count(boolean evaluated, int count) {
    return evaluated || count > 0 ? (Object) count : "–";
  }

  /** Open ones, in the order for clerks. */
  static List<LedgerFinding> open(NightReport night) {
    return night.findings().stream()
        .filter(entry -> entry.state().open())
        .sorted(FindingOrder.FOR_CLERKS)
        .toList();
  }

  /** A file's name with the unit that sent it. */
  static String file(FileEntry entry) {
    String unit = entry.file().unit();
    return unit.isEmpty() ? entry.file().name() : unit + "/" + entry.file().name();
  }
}
