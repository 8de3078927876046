package cn.bidui.judge.night;

import cn.bidui.person.Grade;
import cn.bidui.person.Stage;

/** How many school years lie between two grades (年级差); 普高 and 中职 stand side by side. */
public final class GradeSteps {

  private GradeSteps() {}

  /** 0 if they may be the same; where only the stage is known, the nearest of its grades counts. */
  public static int between(Grade one, Grade other) {
    int gap = Math.max(first(one) - last(other), first(other) - last(one));
    return Math.max(0, gap);
  }

  private static int first(Grade grade) {
    return before(grade.stage()) + (grade.year() == 0 ? 1 : grade.year());
  }

  private static int last(Grade grade) {
    return before(grade.stage()) + (grade.year() == 0 ? grade.stage().years() : grade.year());
  }

  /** School years before the stage, counted from the first year of primary school. */
  private static int before(Stage stage) {
    return switch (stage) {
      case PRESCHOOL -> -3;
      case PRIMARY -> 0;
      case JUNIOR -> 6;
      case SENIOR, VOCATIONAL -> 9;
      case COLLEGE, UNDERGRADUATE -> 12;
      case GRADUATE -> 16;
    };
  }
}
