package cn.bidui.ledger.cases;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who has a case in hand, and with which papers (责任人、三帮一、书面报告、通知书). */
final class CaseHands {

  private static final int HELPERS = 3;

  private String assigned = "";
  private List<String> helpers = List.of();
  private boolean reported;
  private @Nullable LocalDate reportOn;
  private @Nullable LocalDate noticeOn;
  private String noticeNumber = "";
  private @Nullable LocalDate extendedTo;

  /** The case comes back: papers are due again, and a postponement of then is over. */
  void begin() {
    reported = false;
    extendedTo = null;
  }

  void absorb(CaseHands older) {
    assigned = assigned.isEmpty() ? older.assigned : assigned;
    helpers = helpers.isEmpty() ? older.helpers : helpers;
    reported |= older.reported;
    reportOn = reportOn == null ? older.reportOn : reportOn;
    noticeOn = noticeOn == null ? older.noticeOn : noticeOn;
    noticeNumber = noticeNumber.isEmpty() ? older.noticeNumber : noticeNumber;
    extendedTo = extendedTo == null ? older.extendedTo : extendedTo;
  }

  void assign(String name) {
    assigned = name;
  }

  /** Takes as many names as there are helpers; blank where nobody is. */
  List<String> help(List<String> names) {
    helpers = List.copyOf(names.subList(0, Math.min(HELPERS, names.size())));
    return helpers.stream().filter(name -> !name.isEmpty()).toList();
  }

  void report(LocalDate day) {
    reported = true;
    reportOn = day;
  }

  void notice(LocalDate day, String number) {
    noticeOn = day;
    noticeNumber = number;
  }

  void extend(LocalDate day) {
    extendedTo = day;
  }

  String assigned() {
    return assigned;
  }

  List<String> helpers() {
    return helpers;
  }

  /** Whether teacher, village cadre and guardian are all named. */
  boolean complete() {
    return helpers.stream().filter(name -> !name.isBlank()).count() >= HELPERS;
  }

  /** Whether a written report was made since the case came to life the last time. */
  boolean reported() {
    return reported;
  }

  @Nullable LocalDate reportOn() {
    return reportOn;
  }

  @Nullable LocalDate noticeOn() {
    return noticeOn;
  }

  String noticeNumber() {
    return noticeNumber;
  }

  /** The last day that somebody granted; null if nobody did. */
  @Nullable LocalDate extendedTo() {
    return extendedTo;
  }

  /** No person. */
  @Override
  public String toString() {
    return "CaseHands";
  }
}
