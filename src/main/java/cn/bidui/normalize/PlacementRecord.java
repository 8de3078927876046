package cn.bidui.normalize;

import cn.bidui.normalize.DisabilityRecord.Kind;
import cn.bidui.normalize.RollRecord.Guardian;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.Grade;
import cn.bidui.person.PersonName;
import cn.bidui.person.Sex;
import cn.bidui.person.StudentNumber;
import cn.bidui.source.Field;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a disabled child is taught (残疾儿童教育安置).
 *
 * @param number 残疾人证号; null where the list does not have it
 * @param disability from its column, else from the number; null if neither says
 * @param level 1 is the gravest, 4 the lightest; null if neither says
 * @param to null also where no end is set
 * @param reason as text; blank if none
 * @param guardians the one that the list names
 */
public record PlacementRecord(
    PersonName name,
    CitizenIdReading id,
    @Nullable StudentNumber studentNumber,
    @Nullable Sex sex,
    @Nullable LocalDate birth,
    String school,
    String schoolCode,
    @Nullable Grade grade,
    String className,
    @Nullable DisabilityNumber number,
    @Nullable Kind disability,
    @Nullable Integer level,
    String township,
    String village,
    Placement placement,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable LocalDate approvedOn,
    String reason,
    String remark,
    List<Guardian> guardians)
    implements ListRecord {

  public PlacementRecord {
    guardians = List.copyOf(guardians);
  }

  static PlacementRecord of(Canonical row) {
    return new PlacementRecord(
        row.name(Field.NAME),
        row.id(Field.CITIZEN_ID),
        row.studentNumber(),
        row.sex(),
        row.day(Field.BIRTH_DATE),
        row.text(Field.SCHOOL_NAME),
        row.text(Field.SCHOOL_CODE),
        row.grade(),
        row.text(Field.CLASS_NAME),
        DisabilityNumber.read(row.text(Field.DISABILITY_NUMBER)),
        row.choice(Field.DISABILITY_KIND, Kind.class),
        DisabilityRecord.level(row.text(Field.DISABILITY_LEVEL)),
        row.text(Field.TOWNSHIP),
        row.text(Field.VILLAGE),
        Placement.valueOf(row.text(Field.PLACEMENT)),
        row.day(Field.PLACED_FROM),
        row.day(Field.PLACED_TO),
        row.day(Field.APPROVED_ON),
        row.text(Field.REASON),
        row.text(Field.REMARK),
        row.guardians());
  }

  /** 安置方式. */
  public enum Placement {
    TAUGHT_AT_HOME("送教上门"),
    REGULAR_CLASS("随班就读"),
    SPECIAL_SCHOOL("特教学校"),
    SPECIAL_CLASS("特教班"),
    REHABILITATION("康复机构"),
    DEFERRED("延缓入学"),
    EXEMPT("免学"),
    REMOTE("远程教育"),
    NONE("未安置");

    private final String label;

    Placement(String label) {
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
    return "PlacementRecord[" + name + "]";
  }
}
