package cn.bidui.judge.schooling;

import cn.bidui.judge.night.Person;
import cn.bidui.normalize.HouseholdRecord;
import cn.bidui.normalize.PopulationRecord;
import cn.bidui.normalize.PopulationRecord.Attending;
import cn.bidui.person.Grade;
import cn.bidui.person.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What households or villages told of a child's schooling (登记的就学状况).
 *
 * @param list the list's short name as sentences use it before 名单
 * @param text what it says; blank where it says nothing
 * @param reason why the child is not in school; blank if none is given
 */
record Told(String list, Schooling schooling, String text, String reason, @Nullable Grade grade) {

  private static final String HOUSEHOLDS = "监测";
  private static final String POPULATION = "户籍";
  private static final Pattern FINISHED = Pattern.compile("初中|高中|中专|中职|大专|本科");

  /** What it comes to. */
  enum Schooling {
    /** Goes to a school; a kindergarten is none. */
    AT_SCHOOL,
    /** Goes to school outside the county. */
    ELSEWHERE,
    /** Does not go to school. */
    OUT,
    /** Went to school and left. */
    DROPPED_OUT,
    /** Has finished compulsory school. */
    FINISHED,
    /** Deferred, taught at home, moved away, died. */
    EXPLAINED,
    /** Nothing is said. */
    UNSAID
  }

  /** The household list first. */
  static List<Told> of(Person person) {
    List<Told> all = new ArrayList<>();
    person.households().forEach(row -> all.add(of(row.record())));
    person.further(PopulationRecord.class).forEach(row -> all.add(of(row.record())));
    return all;
  }

  static Told of(HouseholdRecord member) {
    return new Told(
        HOUSEHOLDS,
        schooling(member),
        member.schoolingText(),
        member.notInSchoolReason(),
        member.schooling());
  }

  static Told of(PopulationRecord child) {
    @Nullable Attending attending = child.attending();
    String text = attending == null ? "" : attending.label();
    return new Told(
        POPULATION,
        schooling(attending, child.notInSchoolReason()),
        child.school().isEmpty() || text.isEmpty() ? text : text + "（" + child.school() + "）",
        child.notInSchoolReason(),
        child.grade());
  }

  private static Schooling schooling(HouseholdRecord member) {
    @Nullable Grade grade = member.schooling();
    if (!member.notInSchoolReason().isEmpty()) {
      return FINISHED.matcher(member.education()).find() ? Schooling.FINISHED : Schooling.OUT;
    }
    if (grade != null && grade.stage() != Stage.PRESCHOOL) {
      return Schooling.AT_SCHOOL;
    }
    return FINISHED.matcher(member.education()).find() ? Schooling.FINISHED : Schooling.UNSAID;
  }

  private static Schooling schooling(@Nullable Attending attending, String reason) {
    if (attending == null) {
      return reason.isEmpty() ? Schooling.UNSAID : Schooling.OUT;
    }
    return switch (attending) {
      case IN_SCHOOL -> Schooling.AT_SCHOOL;
      case ELSEWHERE -> Schooling.ELSEWHERE;
      case NOT_ENROLLED, ON_LEAVE -> Schooling.OUT;
      case DROPPED_OUT -> Schooling.DROPPED_OUT;
      case GRADUATED -> Schooling.FINISHED;
      case TOO_YOUNG -> Schooling.UNSAID;
      case DEFERRED, TAUGHT_AT_HOME, GONE -> Schooling.EXPLAINED;
    };
  }

  /** Whether a village says so, not a household. */
  boolean village() {
    return list.equals(POPULATION);
  }

  /** Whether it says that the child does not go to school. */
  boolean out() {
    return schooling == Schooling.OUT || schooling == Schooling.DROPPED_OUT;
  }

  /** Whether it says that compulsory school is over, be it by a grade beyond. */
  boolean finished() {
    return schooling == Schooling.FINISHED
        || (schooling == Schooling.AT_SCHOOL
            && grade != null
            && grade.stage().compareTo(Stage.JUNIOR) > 0);
  }

  /** Whether it names a school, here or elsewhere, of {@code stage} or a later one. */
  boolean atSchoolSince(Stage stage) {
    return schooling == Schooling.ELSEWHERE
        || (schooling == Schooling.AT_SCHOOL
            && (grade == null || grade.stage().compareTo(stage) >= 0));
  }

  /** Whether a village says that the person moved away, left the country or died. */
  static boolean gone(Person person) {
    return person.further(PopulationRecord.class).stream()
        .anyMatch(row -> row.record().attending() == Attending.GONE);
  }

  /** Short names of the lists, each once. */
  static String lists(List<Told> all) {
    return String.join("、", all.stream().map(Told::list).distinct().toList());
  }

  /** No person. */
  @Override
  public String toString() {
    return "Told[" + list + " " + schooling + "]";
  }
}
