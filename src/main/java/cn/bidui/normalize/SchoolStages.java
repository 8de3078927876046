package cn.bidui.normalize;

import cn.bidui.person.Stage;
import cn.bidui.person.Text;
import cn.bidui.source.Field;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The stages that a school teaches: from 学段, else from 办学类型 or the first two digits of its code. A
 * nine-year school has two of them, under one code.
 */
final class SchoolStages {

  /** Between the stages in one canonical value. */
  static final String BETWEEN = ",";

  private static final Map<String, Set<Stage>> WORDS = words();

  private SchoolStages() {}

  private static Map<String, Set<Stage>> words() {
    Map<String, Set<Stage>> words = new LinkedHashMap<>();
    words.put("十二年一贯制", EnumSet.of(Stage.PRIMARY, Stage.JUNIOR, Stage.SENIOR));
    words.put("九年一贯制", EnumSet.of(Stage.PRIMARY, Stage.JUNIOR));
    words.put("义务教育", EnumSet.of(Stage.PRIMARY, Stage.JUNIOR));
    words.put("完全中学", EnumSet.of(Stage.JUNIOR, Stage.SENIOR));
    words.put("中等职业", EnumSet.of(Stage.VOCATIONAL));
    words.put("职业高中", EnumSet.of(Stage.VOCATIONAL));
    words.put("中职", EnumSet.of(Stage.VOCATIONAL));
    words.put("中专", EnumSet.of(Stage.VOCATIONAL));
    words.put("技工", EnumSet.of(Stage.VOCATIONAL));
    words.put("幼儿园", EnumSet.of(Stage.PRESCHOOL));
    words.put("学前", EnumSet.of(Stage.PRESCHOOL));
    words.put("小学", EnumSet.of(Stage.PRIMARY));
    words.put("教学点", EnumSet.of(Stage.PRIMARY));
    words.put("初级中学", EnumSet.of(Stage.JUNIOR));
    words.put("初中", EnumSet.of(Stage.JUNIOR));
    words.put("高级中学", EnumSet.of(Stage.SENIOR));
    words.put("普高", EnumSet.of(Stage.SENIOR));
    words.put("高中", EnumSet.of(Stage.SENIOR));
    return words;
  }

  static String read(RowReading row, Field field) {
    Set<Stage> stages = spokenOf(row.text(field));
    if (stages.isEmpty()) {
      stages = spokenOf(row.text(Field.SCHOOL_KIND));
    }
    if (stages.isEmpty()) {
      stages = ofCode(row.text(Field.SCHOOL_CODE));
    }
    return stages.stream().map(Stage::name).collect(Collectors.joining(BETWEEN));
  }

  /** The longer words first, each cut out when it is found: 职业高中 is no 高中. */
  private static Set<Stage> spokenOf(String text) {
    String left = Text.fold(text);
    Set<Stage> stages = EnumSet.noneOf(Stage.class);
    for (Map.Entry<String, Set<Stage>> word : WORDS.entrySet()) {
      if (left.contains(word.getKey())) {
        stages.addAll(word.getValue());
        left = left.replace(word.getKey(), "");
      }
    }
    return stages;
  }

  private static Set<Stage> ofCode(String code) {
    if (code.length() != 10) {
      return EnumSet.noneOf(Stage.class);
    }
    return switch (code.substring(0, 2)) {
      case "11" -> EnumSet.of(Stage.PRESCHOOL);
      case "21" -> EnumSet.of(Stage.PRIMARY);
      case "31" -> EnumSet.of(Stage.JUNIOR);
      case "34" -> EnumSet.of(Stage.SENIOR);
      case "36", "93" -> EnumSet.of(Stage.VOCATIONAL);
      default -> EnumSet.noneOf(Stage.class);
    };
  }
}
