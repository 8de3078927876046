package cn.bidui.batch;

import cn.bidui.source.SourceFile;

/**
 * The name under which a correction came back, without what our answers add to it: {@code 名单__未通过
 * (1).xlsx} is the answer to {@code 名单.xlsx} or {@code 名单.csv}.
 *
 * @param stem blank if it is no name of ours
 */
record AnswerName(String stem, String unit) {

  private static final String MARK = "__未通过";

  static AnswerName of(SourceFile returned) {
    int mark = returned.name().indexOf(MARK);
    return new AnswerName(mark < 0 ? "" : returned.name().substring(0, mark), returned.unit());
  }

  /** Whether {@code list} got an answer of that name. */
  boolean belongsTo(SourceFile list) {
    int dot = list.name().lastIndexOf('.');
    String listStem = dot <= 0 ? list.name() : list.name().substring(0, dot);
    return unit.equals(list.unit()) && (stem.equals(listStem) || stem.equals(list.name()));
  }
}
