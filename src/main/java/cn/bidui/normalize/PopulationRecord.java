package cn.bidui.normalize;

import cn.bidui.normalize.RollRecord.Guardian;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.Grade;
import cn.bidui.person.HouseholdNumber;
import cn.bidui.person.PersonName;
import cn.bidui.person.Sex;
import cn.bidui.source.Field;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A child of school age who lives in the county (户籍学龄人口), or as a village found it.
 *
 * @param attending 就读状况; null if the list does not say
 * @param notInSchoolReason 未入学原因 as text; blank if none
 * @param guardians the one that the list names
 */
public record PopulationRecord(
    PersonName name,
    CitizenIdReading id,
    @Nullable PersonName headName,
    @Nullable CitizenIdReading headId,
    String relation,
    @Nullable Sex sex,
    @Nullable LocalDate birth,
    String township,
    String village,
    @Nullable HouseholdNumber household,
    String school,
    @Nullable Grade grade,
    @Nullable Attending attending,
    String notInSchoolReason,
    String remark,
    List<Guardian> guardians)
    implements ListRecord {

  public PopulationRecord {
    guardians = List.copyOf(guardians);
  }

  static PopulationRecord of(Canonical row) {
    return new PopulationRecord(
        row.name(Field.NAME),
        row.id(Field.CITIZEN_ID),
        row.nameOrNull(Field.HEAD_NAME),
        row.idOrNull(Field.HEAD_ID),
        row.text(Field.RELATION),
        row.sex(),
        row.day(Field.BIRTH_DATE),
        row.text(Field.TOWNSHIP),
        row.text(Field.VILLAGE),
        HouseholdNumber.read(row.text(Field.HOUSEHOLD_NUMBER)).orElse(null),
        row.text(Field.SCHOOL_NAME),
        row.grade(),
        row.choice(Field.ATTENDING, Attending.class),
        row.text(Field.NOT_IN_SCHOOL_REASON),
        row.text(Field.REMARK),
        row.guardians());
  }

  /** 就读状况. */
  public enum Attending {
    IN_SCHOOL("在读"),
    ELSEWHERE("县外就读"),
    NOT_ENROLLED("未入学"),
    DROPPED_OUT("辍学"),
    ON_LEAVE("休学"),
    GRADUATED("已毕业"),
    TOO_YOUNG("学龄前"),
    DEFERRED("延缓入学或免学"),
    TAUGHT_AT_HOME("送教上门"),
    GONE("迁出、出国或死亡");

    private final String label;

    Attending(String label) {
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
    return "PopulationRecord[" + name + "]";
  }
}
