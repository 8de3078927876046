package cn.bidui.judge.schooling;

import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Row;
import cn.bidui.normalize.AttendanceRecord;
import cn.bidui.normalize.AttendanceRecord.Presence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a pupil stood at the last check of attendance.
 *
 * @param days how long the pupil had been away by then: the days counted there, or those since the
 *     first of the checks in a row at which he was away, whichever is more; 0 if nothing says
 * @param reason as the list has it; blank if none
 */
record Absence(Presence presence, LocalDate checkedOn, long days, String reason) {

  /** Reasons by which a pupil is away with leave (正当理由). */
  private static final Pattern EXCUSE = Pattern.compile("请假|病假|事假|准假|住院");

  private static final Pattern UNEXCUSED =
      Pattern.compile("[未没无][有经]?(请|准|病|事)?假|假满|假期满|逾期|超假|未归|未返|出院");

  /** Empty if no check says whether the pupil was there. */
  static Optional<Absence> of(Night night, Person person) {
    List<AttendanceRecord> checks =
        person.further(AttendanceRecord.class).stream()
            .map(Row::record)
            .filter(check -> presence(check) != null)
            .sorted(newestFirst(night))
            .toList();
    return checks.isEmpty() ? Optional.empty() : Optional.of(of(night, checks));
  }

  /** Of two checks on one day the kinder one stands: present before absent. */
  private static Comparator<AttendanceRecord> newestFirst(Night night) {
    return Comparator.comparing((AttendanceRecord check) -> day(night, check))
        .reversed()
        .thenComparing(check -> presence(check) == Presence.ABSENT)
        .thenComparing(check -> String.valueOf(presence(check)))
        .thenComparing(check -> days(night, check), Comparator.reverseOrder());
  }

  private static Absence of(Night night, List<AttendanceRecord> newestFirst) {
    AttendanceRecord last = newestFirst.get(0);
    LocalDate checked = day(night, last);
    long days = 0;
    for (AttendanceRecord check : newestFirst) {
      if (presence(check) != Presence.ABSENT) {
        break;
      }
      LocalDate since = day(night, check).minusDays(days(night, check));
      days = Math.max(days, ChronoUnit.DAYS.between(since, checked));
    }
    @Nullable Presence presence = presence(last);
    return new Absence(presence == null ? Presence.ABSENT : presence, checked, days, last.reason());
  }

  /** A row that gives a length of absence and no status is one of an absence. */
  private static @Nullable Presence presence(AttendanceRecord check) {
    @Nullable Presence stated = check.presence();
    boolean away = check.absentSince() != null || check.absentDays() != null;
    @Nullable Presence presence = stated == null && away ? Presence.ABSENT : stated;
    return presence == Presence.ABSENT && excused(check.reason()) ? Presence.EXCUSED : presence;
  }

  /** Whether the reason is leave that was given or asked for (请假); 未请假 is none. */
  private static boolean excused(String reason) {
    return EXCUSE.matcher(reason).find() && !UNEXCUSED.matcher(reason).find();
  }

  /** A list that does not date its checks is as of tonight. */
  private static LocalDate day(Night night, AttendanceRecord check) {
    @Nullable LocalDate checked = check.checkedOn();
    return checked == null ? night.asOf() : checked;
  }

  private static long days(Night night, AttendanceRecord check) {
    @Nullable LocalDate since = check.absentSince();
    @Nullable BigDecimal counted = check.absentDays();
    long between = since == null ? 0 : ChronoUnit.DAYS.between(since, day(night, check));
    return Math.max(between, counted == null ? 0 : counted.longValue());
  }

  /** For a sentence: the reason, or that none is given. */
  String reasonGiven() {
    return reason.isEmpty() ? "未写明" : reason;
  }

  /** No reason: it may tell of an illness. */
  @Override
  public String toString() {
    return "Absence[" + presence + " " + days + "]";
  }
}
