package cn.bidui.normalize;

import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.Grade;
import cn.bidui.person.PersonName;
import cn.bidui.person.Sex;
import cn.bidui.person.StudentNumber;
import cn.bidui.source.Field;
import cn.bidui.source.SchoolYear;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pupil who is recognized as poor (困难学生).
 *
 * @param level null if the list does not say
 * @param groups why, from 困难类型 and from the columns with 是 and 否; may be empty
 * @param recognizedYear 认定学年; null if neither the row nor the file says
 * @param recognizedOn 认定时间
 */
public record HardshipRecord(
    PersonName name,
    CitizenIdReading id,
    @Nullable StudentNumber studentNumber,
    @Nullable Sex sex,
    @Nullable LocalDate birth,
    String school,
    String schoolCode,
    @Nullable Grade grade,
    String className,
    @Nullable Level level,
    Set<HardshipGroup> groups,
    @Nullable SchoolYear recognizedYear,
    @Nullable LocalDate recognizedOn,
    String remark)
    implements ListRecord {

  private static final Map<Field, HardshipGroup> FLAGS =
      new EnumMap<>(
          Map.of(
              Field.IS_LIFTED_OUT, HardshipGroup.LIFTED_OUT,
              Field.IS_UNSTABLE, HardshipGroup.UNSTABLE,
              Field.IS_MARGINAL, HardshipGroup.MARGINAL,
              Field.IS_SUDDEN_HARDSHIP, HardshipGroup.SUDDEN_HARDSHIP,
              Field.IS_LOW_INCOME_EDGE, HardshipGroup.LOW_INCOME_EDGE,
              Field.IS_RIGID_EXPENSE, HardshipGroup.RIGID_EXPENSE,
              Field.IS_UNATTENDED, HardshipGroup.UNATTENDED,
              Field.IS_DISABLED, HardshipGroup.DISABLED,
              Field.IS_DISABLED_GUARDIAN, HardshipGroup.DISABLED_GUARDIAN,
              Field.IS_MARTYR_CHILD, HardshipGroup.MARTYR_CHILD));

  public HardshipRecord {
    Set<HardshipGroup> ordered = EnumSet.noneOf(HardshipGroup.class);
    ordered.addAll(groups);
    groups = Collections.unmodifiableSet(ordered);
  }

  static HardshipRecord of(Canonical row) {
    return new HardshipRecord(
        row.name(Field.NAME),
        row.id(Field.CITIZEN_ID),
        row.studentNumber(),
        row.sex(),
        row.day(Field.BIRTH_DATE),
        row.text(Field.SCHOOL_NAME),
        row.text(Field.SCHOOL_CODE),
        row.grade(),
        row.text(Field.CLASS_NAME),
        row.choice(Field.HARDSHIP_LEVEL, Level.class),
        groups(row),
        year(row.text(Field.RECOGNIZED_YEAR)),
        row.day(Field.RECOGNIZED_ON),
        row.text(Field.REMARK));
  }

  private static @Nullable SchoolYear year(String label) {
    return label.isEmpty() ? null : new SchoolYear(Integer.parseInt(label, 0, 4, 10));
  }

  private static Set<HardshipGroup> groups(Canonical row) {
    Set<HardshipGroup> groups = EnumSet.noneOf(HardshipGroup.class);
    add(groups, row.text(Field.HARDSHIP_TYPE));
    add(groups, row.text(Field.MINIMUM_LIVING));
    add(groups, row.text(Field.EXTREME_POVERTY));
    if (row.yes(Field.ORPHAN)) {
      groups.add(HardshipGroup.ORPHAN);
    }
    FLAGS.forEach(
        (field, group) -> {
          if (row.yes(field)) {
            groups.add(group);
          }
        });
    return groups;
  }

  private static void add(Set<HardshipGroup> groups, String names) {
    for (String name : names.split(GroupReaders.BETWEEN, -1)) {
      if (!name.isEmpty()) {
        groups.add(HardshipGroup.valueOf(name));
      }
    }
  }

  /** 困难等级, the gravest first. */
  public enum Level {
    SEVERE("特别困难"),
    MODERATE("比较困难"),
    ORDINARY("一般困难");

    private final String label;

    Level(String label) {
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
    return "HardshipRecord[" + name + "]";
  }
}
