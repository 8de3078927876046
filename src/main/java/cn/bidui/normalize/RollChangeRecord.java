package cn.bidui.normalize;

import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.Grade;
import cn.bidui.person.PersonName;
import cn.bidui.person.Sex;
import cn.bidui.person.StudentNumber;
import cn.bidui.source.Field;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A change on the school roll (学籍异动).
 *
 * @param school where the pupil was when it happened
 * @param change what happened
 * @param changedOn 异动日期
 * @param approvedOn 批准日期
 * @param leaveFrom 休学起始日期
 * @param leaveTo 休学结束日期; null also where no end is set
 * @param toPlace 转入地 as text; blank if none
 * @param progress whether it is done; null if the list does not say
 * @param reason as text; blank if none
 */
public record RollChangeRecord(
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
    Change change,
    @Nullable LocalDate changedOn,
    @Nullable LocalDate approvedOn,
    @Nullable LocalDate leaveFrom,
    @Nullable LocalDate leaveTo,
    String fromSchool,
    String toSchool,
    String toPlace,
    @Nullable Progress progress,
    String reason,
    String remark)
    implements ListRecord {

  /** The day of the change, else that of its approval; null if the list states neither. */
  public @Nullable LocalDate day() {
    return changedOn == null ? approvedOn : changedOn;
  }

  static RollChangeRecord of(Canonical row) {
    return new RollChangeRecord(
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
        Change.valueOf(row.text(Field.CHANGE_TYPE)),
        row.day(Field.CHANGED_ON),
        row.day(Field.APPROVED_ON),
        row.day(Field.LEAVE_FROM),
        row.day(Field.LEAVE_TO),
        row.text(Field.FROM_SCHOOL),
        row.text(Field.TO_SCHOOL),
        row.text(Field.TO_PLACE),
        row.choice(Field.CHANGE_STATUS, Progress.class),
        row.text(Field.REASON),
        row.text(Field.REMARK));
  }

  /** 异动类型. */
  public enum Change {
    /** In or out: the list does not say. */
    TRANSFER("转学"),
    TRANSFER_IN("转入"),
    TRANSFER_OUT("转出"),
    SUSPENSION("休学"),
    RETURN("复学"),
    WITHDRAWAL("退学"),
    GRADUATION("毕业或升学"),
    REPETITION("留级"),
    SKIPPING("跳级"),
    OTHER_CLASS("转班"),
    ABROAD("出国（境）"),
    DEATH("死亡"),
    CANCELLATION("注销学籍"),
    KEPT("保留学籍");

    private final String label;

    Change(String label) {
      this.label = label;
    }

    /** The Chinese word. */
    public String label() {
      return label;
    }
  }

  /** 办理状态. */
  public enum Progress {
    PENDING("在途"),
    DONE("办结"),
    REFUSED("退回或撤销");

    private final String label;

    Progress(String label) {
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
    return "RollChangeRecord[" + name + "]";
  }
}
