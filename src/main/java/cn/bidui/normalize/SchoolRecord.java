package cn.bidui.normalize;

import cn.bidui.person.CitizenId;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.PersonName;
import cn.bidui.person.Stage;
import cn.bidui.source.Field;
import cn.bidui.source.School;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A school in the register (学校机构名册). Names no person.
 *
 * @param school 学校名称
 * @param code 学校标识码
 * @param aliases other and former names
 * @param kind 办学类型 as text; blank if none
 * @param stages from 学段, 办学类型 and the code; empty if none of them says
 * @param sponsor 举办者 as text; blank if none
 * @param status 学校状态 as text; blank if none
 */
public record SchoolRecord(
    String school,
    String code,
    List<String> aliases,
    String kind,
    Set<Stage> stages,
    String township,
    String sponsor,
    String status,
    String remark)
    implements ListRecord {

  private static final PersonName NOBODY = PersonName.of("");
  private static final CitizenIdReading NO_ID = CitizenId.read("");
  private static final Pattern SEPARATOR = Pattern.compile("[、，,;；/|]+");

  public SchoolRecord {
    aliases = List.copyOf(aliases);
    Set<Stage> ordered = EnumSet.noneOf(Stage.class);
    ordered.addAll(stages);
    stages = Collections.unmodifiableSet(ordered);
  }

  static SchoolRecord of(Canonical row) {
    return new SchoolRecord(
        row.text(Field.SCHOOL_NAME),
        row.text(Field.SCHOOL_CODE),
        aliases(row.text(Field.SCHOOL_ALIAS)),
        row.text(Field.SCHOOL_KIND),
        stages(row.text(Field.STAGE)),
        row.text(Field.TOWNSHIP),
        row.text(Field.SPONSOR),
        row.text(Field.SCHOOL_STATUS),
        row.text(Field.REMARK));
  }

  private static List<String> aliases(String text) {
    return SEPARATOR
        .splitAsStream(text)
        .map(String::strip)
        .filter(alias -> !alias.isEmpty())
        .distinct()
        .toList();
  }

  private static Set<Stage> stages(String names) {
    Set<Stage> stages = EnumSet.noneOf(Stage.class);
    for (String name : names.split(SchoolStages.BETWEEN, -1)) {
      if (!name.isEmpty()) {
        stages.add(Stage.valueOf(name));
      }
    }
    return stages;
  }

  /** As the registry knows it. */
  public School asSchool() {
    return new School(code, school, Set.copyOf(aliases), township);
  }

  /** Blank: a register of schools names nobody. */
  @Override
  public PersonName name() {
    return NOBODY;
  }

  /** Missing: a register of schools names nobody. */
  @Override
  public CitizenIdReading id() {
    return NO_ID;
  }
}
