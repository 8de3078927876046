package cn.bidui.judge.zero;

import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Row;
import cn.bidui.normalize.EnrolledRecord;
import java.util.List;

/** What the aid system's list of enrolled pupils (在校生) has of a person. */
final class Enrolled {

  private Enrolled() {}

  static List<Row<EnrolledRecord>> rows(Person person) {
    return person.further(EnrolledRecord.class);
  }

  /** Those that do not say that the pupil left. */
  static List<Row<EnrolledRecord>> inSchool(List<Row<EnrolledRecord>> rows) {
    return rows.stream().filter(row -> row.record().status().onRoll()).toList();
  }
}
