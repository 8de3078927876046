package cn.bidui.spec;

import java.util.List;
import java.util.Map;

/**
 * What cases need not repeat: the people whom many of them speak of, the usual columns, and the
 * rows of one pupil of whom nothing is ever to be found.
 */
record UsualRows(
    Map<String, CaseNode> people, Map<String, CaseNode> lists, Map<String, CaseNode> control) {

  static UsualRows read(CaseNode file) {
    Map<String, CaseNode> parts = file.map(List.of("人物", "名单", "对照"));
    Map<String, CaseNode> lists = file.need(parts, "名单").map();
    lists.forEach((title, row) -> CaseList.of(title, row));
    return new UsualRows(file.need(parts, "人物").map(), lists, file.need(parts, "对照").map());
  }

  Map<String, CaseNode> of(CaseList list) {
    CaseNode row = lists.get(list.title());
    return row == null ? Map.of() : row.map();
  }

  /** The rows of the pupil of whom nothing is to be found. */
  List<CaseNode> control(CaseList list) {
    CaseNode rows = control.get(list.title());
    return rows == null ? List.of() : rows.list();
  }
}
