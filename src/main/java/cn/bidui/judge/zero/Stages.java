package cn.bidui.judge.zero;

import cn.bidui.judge.night.Night;
import cn.bidui.normalize.RecordTable;
import cn.bidui.person.Grade;
import cn.bidui.person.Stage;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Of which stages (学段) a list has pupils: the aid system exports each of its six parts by itself,
 * and being absent from a list says something only where it has the stage at all.
 */
final class Stages {

  private final Map<ListKind, Set<Stage>> byList = new EnumMap<>(ListKind.class);

  private Stages(Night night) {
    night.county().tables().forEach((list, table) -> byList.put(list, stages(night, list, table)));
  }

  private static Set<Stage> stages(Night night, ListKind list, RecordTable table) {
    Set<Stage> stages = EnumSet.noneOf(Stage.class);
    Night.distinct(night.county(), list, Field.GRADE)
        .map(code -> Grade.parse(code).stage())
        .forEach(stages::add);
    boolean silent = stages.isEmpty() && table.size() > 0;
    return silent ? EnumSet.allOf(Stage.class) : stages;
  }

  static boolean has(Night night, ListKind list, @Nullable Grade grade) {
    return grade == null || has(night, list, grade.stage());
  }

  /** A list whose rows have no grades says nothing about stages and counts as having all. */
  static boolean has(Night night, ListKind list, Stage stage) {
    return night
        .once(Stages.class, Stages::new)
        .byList
        .getOrDefault(list, Set.of())
        .contains(stage);
  }
}
