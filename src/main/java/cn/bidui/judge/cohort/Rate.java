package cn.bidui.judge.cohort;

import cn.bidui.judge.night.Night;
import cn.bidui.person.Stage;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.List;

/**
 * The rates in the order in which reports print them. A child's cohort is the autumn of its entry,
 * counted from the present school year: 0 enters this year, -8 is in its ninth.
 */
enum Rate {
  /** 学前三年毛入园率: target of 洛教发规〔2022〕53号 一（二）. */
  PRESCHOOL("preschool-enrolment", 9400, 1, 3, Stage.PRESCHOOL) {
    @Override
    boolean right(Child child, int cohort) {
      return child.onRoll(Stage.PRESCHOOL);
    }
  },
  /** 小学净入学率. */
  PRIMARY("primary-enrolment", Indicator.NO_TARGET, -5, 0, Stage.PRIMARY) {
    @Override
    boolean right(Child child, int cohort) {
      return of(child, cohort) && child.schooled();
    }
  },
  /** 初中净入学率. */
  JUNIOR("junior-enrolment", Indicator.NO_TARGET, -8, -6, Stage.JUNIOR) {
    @Override
    boolean right(Child child, int cohort) {
      return of(child, cohort) && (child.schooled() || child.finished());
    }
  },
  /** 九年义务教育巩固率, of the cohort in its ninth year: target of 洛教发规〔2022〕53号 一（二）. */
  RETENTION("retention", 9700, -8, -8, Stage.JUNIOR) {
    @Override
    boolean right(Child child, int cohort) {
      return of(child, cohort) && (child.schooled() || child.finished());
    }
  },
  /** 高中阶段毛入学率: target of 洛教发规〔2022〕53号 一（二）. */
  SENIOR("senior-enrolment", 9400, -11, -9, Stage.SENIOR) {
    @Override
    boolean right(Child child, int cohort) {
      return child.onRoll(Stage.SENIOR) || child.onRoll(Stage.VOCATIONAL);
    }
  },
  /** 残疾儿童少年义务教育入学率: target of 洛教发规〔2022〕53号 二（三）7. */
  DISABLED("disabled-enrolment", 9500, -8, 0, Stage.PRIMARY) {
    @Override
    boolean of(Child child, int cohort) {
      return within(cohort) && child.disabled() && !child.gone();
    }

    @Override
    boolean right(Child child, int cohort) {
      return of(child, cohort) && (child.schooled() || child.finished() || child.placed());
    }

    @Override
    List<ListKind> anyOf() {
      return List.of(ListKind.DISABILITY, ListKind.HOUSEHOLDS);
    }
  };

  private final String code;
  private final int target;
  private final int first;
  private final int last;
  private final Stage stage;

  Rate(String code, int target, int first, int last, Stage stage) {
    this.code = code;
    this.target = target;
    this.first = first;
    this.last = last;
    this.stage = stage;
  }

  String code() {
    return code;
  }

  int target() {
    return target;
  }

  /** Whether the child belongs to the denominator. */
  boolean of(Child child, int cohort) {
    return within(cohort) && child.counted();
  }

  boolean within(int cohort) {
    return cohort >= first && cohort <= last;
  }

  /** Whether the child belongs to the numerator; of gross rates at any age. */
  abstract boolean right(Child child, int cohort);

  /** One of these has the children. */
  List<ListKind> anyOf() {
    return gross()
        ? List.of(ListKind.POPULATION)
        : List.of(ListKind.HOUSEHOLDS, ListKind.POPULATION);
  }

  /** Gross rates compare pupils of any age, and rates of a whole cohort need all its children. */
  private boolean gross() {
    return this == PRESCHOOL || this == SENIOR || this == RETENTION;
  }

  /** What is missing for it tonight: lists, and rolls of its stage. */
  List<ListKind> needs(Night night) {
    List<ListKind> needs = new ArrayList<>();
    if (!night.has(ListKind.ROLL) || !rollsOfStage(night)) {
      needs.add(ListKind.ROLL);
    }
    if (anyOf().stream().noneMatch(night::has)) {
      needs.add(anyOf().get(0));
    }
    return needs;
  }

  /** A rate that goes by the grade of pupils needs rolls that have grades. */
  private boolean rollsOfStage(Night night) {
    return switch (this) {
      case PRESCHOOL -> night.rollNames(Stage.PRESCHOOL);
      case SENIOR -> night.rollNames(Stage.SENIOR) || night.rollNames(Stage.VOCATIONAL);
      default -> night.rollHas(stage);
    };
  }
}
