package cn.bidui.judge.zero;

import cn.bidui.judge.night.GradeSteps;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Row;
import cn.bidui.normalize.EnrolledRecord;
import cn.bidui.normalize.RollRecord;
import cn.bidui.person.Grade;
import cn.bidui.source.School;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In what the aid system's list of enrolled pupils and the roll differ (信息不符): name, sex, birth
 * date, school and grade, each only where both have it.
 */
final class Differences {

  private Differences() {}

  /**
   * {@code 姓名“章三”（学籍“张三”）；性别“女”（学籍“男”）}, in that order; blank where a row of the one list agrees
   * with a row of the other, since a pupil may stand on two rolls.
   */
  static String of(Night night, Person person, List<Row<EnrolledRecord>> enrolled) {
    List<RollRecord> rolls =
        person.roll().stream().map(Row::record).filter(roll -> roll.status().inSchool()).toList();
    List<List<String>> each =
        enrolled.stream()
            .flatMap(row -> rolls.stream().map(roll -> between(night, row.record(), roll)))
            .toList();
    return each.stream().anyMatch(List::isEmpty) ? "" : String.join("；", each.get(0));
  }

  private static List<String> between(Night night, EnrolledRecord aid, RollRecord roll) {
    return Stream.of(
            name(aid, roll),
            sex(aid, roll),
            birth(aid, roll),
            school(night, aid, roll),
            grade(aid, roll))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> name(EnrolledRecord aid, RollRecord roll) {
    String written = aid.name().folded();
    boolean former = roll.formerName() != null && roll.formerName().folded().equals(written);
    return written.equals(roll.name().folded()) || former
        ? Optional.empty()
        : differ("姓名", aid.name().raw(), roll.name().raw());
  }

  private static Optional<String> sex(EnrolledRecord aid, RollRecord roll) {
    return aid.sex() == null || roll.sex() == null || aid.sex() == roll.sex()
        ? Optional.empty()
        : differ("性别", aid.sex().label(), roll.sex().label());
  }

  private static Optional<String> birth(EnrolledRecord aid, RollRecord roll) {
    return aid.birth() == null || roll.birth() == null || aid.birth().equals(roll.birth())
        ? Optional.empty()
        : differ("出生日期", aid.birth().toString(), roll.birth().toString());
  }

  /** A spelling of which the registry knows no school is no difference. */
  private static Optional<String> school(Night night, EnrolledRecord aid, RollRecord roll) {
    Optional<School> there = night.school(aid.schoolCode(), aid.school());
    Optional<School> here = night.school(roll.schoolCode(), roll.school());
    return there.isEmpty() || here.isEmpty() || there.equals(here)
        ? Optional.empty()
        : differ("学校", there.get().name(), here.get().name());
  }

  private static Optional<String> grade(EnrolledRecord aid, RollRecord roll) {
    Optional<Grade> there = Optional.ofNullable(aid.grade());
    Optional<Grade> here = Optional.ofNullable(roll.grade());
    return there.isEmpty() || here.isEmpty() || GradeSteps.between(there.get(), here.get()) == 0
        ? Optional.empty()
        : differ("年级", there.get().label(), here.get().label());
  }

  private static Optional<String> differ(String field, String there, String here) {
    return Optional.of(field + "“" + there + "”（学籍“" + here + "”）");
  }
}
