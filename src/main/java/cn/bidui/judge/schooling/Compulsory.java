package cn.bidui.judge.schooling;

import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Portrait;
import cn.bidui.person.Grade;
import org.jspecify.annotations.Nullable;

/** Whether school is compulsory for somebody (义务教育阶段): by grade, else by age. */
final class Compulsory {

  private Compulsory() {}

  static boolean is(Night night, Person person) {
    @Nullable Grade grade = Portrait.of(night, person).grade();
    return grade == null
        ? night.birth(person).filter(night.year()::compulsory).isPresent()
        : grade.stage().compulsory();
  }
}
