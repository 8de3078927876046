package cn.bidui.normalize;

import cn.bidui.person.Boarding;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.Grade;
import cn.bidui.person.PersonName;
import cn.bidui.person.Sex;
import cn.bidui.person.StudentNumber;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pupil on a school roll (学籍).
 *
 * @param school the school's name as the row has it
 * @param schoolCode 学校标识码 as the row has it; blank if none
 * @param township the school's or home township if the export has one; blank otherwise
 * @param boarding null if the export does not say
 * @param fullTime false only where 学习形式 says something other than 全日制
 * @param guardians ids and names of 成员1 and 成员2, those that are given
 */
public record RollRecord(
    PersonName name,
    @Nullable PersonName formerName,
    CitizenIdReading id,
    @Nullable StudentNumber studentNumber,
    @Nullable Sex sex,
    @Nullable LocalDate birth,
    String school,
    String schoolCode,
    String township,
    @Nullable Grade grade,
    String className,
    @Nullable Boarding boarding,
    RollStatus status,
    boolean fullTime,
    List<Guardian> guardians)
    implements ListRecord {

  public RollRecord {
    guardians = List.copyOf(guardians);
  }

  /** The masked name only: the rest may tell who it is. */
  @Override
  public String toString() {
    return "RollRecord[" + name + "]";
  }

  /** A guardian (监护人) named on the roll. */
  public record Guardian(PersonName name, CitizenIdReading id) {}
}
