package cn.bidui.batch;

import cn.bidui.source.SourceFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name under which a correction came back, without what our answers add to it: {@code 名单__未通过
 * (1).xlsx} is the answer to {@code 名单.xlsx} or {@code 名单.csv}.
 *
 * @param stem blank if it is no name of ours
 */
record AnswerName(String stem, String unit) {

  private static final Pattern MARK = Pattern.compile("__(未通过|已收妥)");

  static AnswerName of(SourceFile returned) {
    Matcher mark = MARK.matcher(returned.name());
    String stem = mark.find() ? returned.name().substring(0, mark.start()) : "";
    return new AnswerName(stem, returned.unit());
  }

  /** Whether {@code list} got an answer of that name. */
  boolean belongsTo(SourceFile list) {
    int dot = list.name().lastIndexOf('.');
    String listStem = dot <= 0 ? list.name() : list.name().substring(0, dot);
    return unit.equals(list.unit()) && (stem.equals(listStem) || stem.equals(list.name()));
  }
}
