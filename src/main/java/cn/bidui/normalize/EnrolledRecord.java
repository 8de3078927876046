package cn.bidui.normalize;

import cn.bidui.person.Boarding;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.Grade;
import cn.bidui.person.PersonName;
import cn.bidui.person.Sex;
import cn.bidui.person.StudentNumber;
import cn.bidui.source.Field;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A pupil among the enrolled of the aid system (资助系统在校生).
 *
 * @param boarding null if the export does not say
 * @param fullTime false only where 学习形式 says something other than 全日制
 */
public record EnrolledRecord(
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
    @Nullable Boarding boarding,
    RollStatus status,
    boolean fullTime,
    String remark)
    implements ListRecord {

  static EnrolledRecord of(Canonical row) {
    return new EnrolledRecord(
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
        row.choice(Field.BOARDING, Boarding.class),
        RollStatus.valueOf(row.text(Field.ROLL_STATUS)),
        !row.text(Field.STUDY_FORM).equals("false"),
        row.text(Field.REMARK));
  }

  /** The masked name only: the rest may tell who it is. */
  @Override
  public String toString() {
    return "EnrolledRecord[" + name + "]";
  }
}
