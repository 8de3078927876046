package cn.bidui.normalize;

import cn.bidui.normalize.RollRecord.Guardian;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.Grade;
import cn.bidui.person.PersonName;
import cn.bidui.person.Sex;
import cn.bidui.person.StudentNumber;
import cn.bidui.source.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a pupil was there (在校核查、缺勤).
 *
 * @param checkedOn 核查日期; null if the rows do not say: the data date of the list counts then
 * @param presence 在校状态; null if the list does not say
 * @param absentDays 缺勤天数
 * @param absentSince 缺勤起始日期
 * @param reason as text; blank if none
 * @param guardians the one that the list names
 */
public record AttendanceRecord(
    PersonName name,
    CitizenIdReading id,
    @Nullable StudentNumber studentNumber,
    @Nullable Sex sex,
    @Nullable LocalDate birth,
    String school,
    String schoolCode,
    @Nullable Grade grade,
    String className,
    String township,
    @Nullable LocalDate checkedOn,
    @Nullable Presence presence,
    @Nullable BigDecimal absentDays,
    @Nullable LocalDate absentSince,
    String reason,
    String remark,
    List<Guardian> guardians)
    implements ListRecord {

  public AttendanceRecord {
    guardians = List.copyOf(guardians);
  }

  static AttendanceRecord of(Canonical row) {
    return new AttendanceRecord(
        row.name(Field.NAME),
        row.id(Field.CITIZEN_ID),
        row.studentNumber(),
        row.sex(),
        row.day(Field.BIRTH_DATE),
        row.text(Field.SCHOOL_NAME),
        row.text(Field.SCHOOL_CODE),
        row.grade(),
        row.text(Field.CLASS_NAME),
        row.text(Field.TOWNSHIP),
        row.day(Field.CHECKED_ON),
        row.choice(Field.PRESENCE, Presence.class),
        row.number(Field.ABSENT_DAYS),
        row.day(Field.ABSENT_SINCE),
        row.text(Field.REASON),
        row.text(Field.REMARK),
        row.guardians());
  }

  /** 在校状态. */
  public enum Presence {
    PRESENT("在校"),
    ABSENT("缺勤"),
    EXCUSED("请假"),
    SUSPENDED("休学"),
    DROPPED_OUT("辍学"),
    INTERNSHIP("实习"),
    ELSEWHERE("外地借读"),
    TRANSFERRING("转学在途"),
    TAUGHT_AT_HOME("送教上门");

    private final String label;

    Presence(String label) {
      this.label = label;
    }

    /** The Chinese word. */
    public String label() {
      return label;
    }
  }

  /** The masked name only: the rest may tell who it is. */
  @Override
  public String toString() {
    return "AttendanceRecord[" + name + "]";
  }
}
