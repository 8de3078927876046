package cn.bidui.normalize;

import cn.bidui.person.Grade;
import cn.bidui.person.Stage;
import cn.bidui.person.Text;
import cn.bidui.source.Field;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.Term;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The grade of a pupil, from 年级 and 学段 together, and where a bare 一年级 leaves the stage open from
 * the school's code, at last from the kind of roll.
 */
final class GradeReader {

  private static final String ALLOWED = "一年级至九年级、初一至初三、高一至高三、中职一年级、小班、中班、大班";

  private GradeReader() {}

  /** For rolls: it may be missing only where the sheet has no column for it. */
  static String required(RowReading row, Field field) {
    boolean missing = row.has(field) && row.text(field).isEmpty();
    return missing ? row.refuse(ProblemCode.VALUE_MISSING, field) : optional(row, field);
  }

  static String optional(RowReading row, Field field) {
    if (!row.sound(Field.STAGE)) {
      return "";
    }
    String grade = row.text(field);
    String stage = row.text(Field.STAGE);
    if (grade.isEmpty()) {
      return stage.isEmpty() ? "" : code(Grade.read(stage), row, Field.STAGE);
    }
    @Nullable Stage beside = stage(row, stage);
    Optional<Grade> named = Grade.read(beside, grade);
    return code(named.or(() -> byYearOfEntry(beside, grade, row.term())), row, field);
  }

  private static String code(Optional<Grade> grade, RowReading row, Field field) {
    return grade.isPresent()
        ? grade.get().code()
        : row.refuse(ProblemCode.VALUE_UNKNOWN, field, ALLOWED);
  }

  private static @Nullable Stage stage(RowReading row, String text) {
    Optional<Grade> named = text.isEmpty() ? Optional.empty() : Grade.read(text);
    if (named.isPresent()) {
      return named.get().stage();
    }
    @Nullable Stage ofSchool = ofSchoolCode(row.text(Field.SCHOOL_CODE));
    return ofSchool == null ? ofProfile(row.profile()) : ofSchool;
  }

  /**
   * The stage that the first two digits of 学校标识码 decide. Codes of junior schools decide nothing:
   * nine-year schools, whose 一年级 is the first of primary school, carry them too.
   */
  private static @Nullable Stage ofSchoolCode(String code) {
    if (code.length() != 10) {
      return null;
    }
    return switch (code.substring(0, 2)) {
      case "11" -> Stage.PRESCHOOL;
      case "21" -> Stage.PRIMARY;
      case "34", "35" -> Stage.SENIOR;
      case "36", "93" -> Stage.VOCATIONAL;
      default -> null;
    };
  }

  /** The stage of rolls that have one only; rolls of compulsory education have two. */
  private static @Nullable Stage ofProfile(String profile) {
    return switch (profile) {
      case "roll-preschool" -> Stage.PRESCHOOL;
      case "roll-senior" -> Stage.SENIOR;
      case "roll-vocational" -> Stage.VOCATIONAL;
      default -> null;
    };
  }

  /** {@code 2023级}: the year of entry, which needs a stage and the term of the file. */
  private static Optional<Grade> byYearOfEntry(
      @Nullable Stage stage, String text, @Nullable Term term) {
    String year = Text.fold(text).replace("级", "");
    if (stage == null || term == null || year.length() != 4 || !NumberText.isDigits(year)) {
      return Optional.empty();
    }
    int grade = term.schoolYear().start() - Integer.parseInt(year) + 1;
    return grade >= 1 && grade <= stage.years()
        ? Optional.of(new Grade(stage, grade))
        : Optional.empty();
  }
}
