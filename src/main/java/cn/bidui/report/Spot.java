package cn.bidui.report;

import cn.bidui.normalize.ListRecord;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;

/** A row of tonight's lists that a finding rests on. */
record Spot(RecordTable table, int row) {

  ListKind list() {
    return table.kind();
  }

  /** The canonical text of a field; blank for none. */
  String text(Field field) {
    return table.text(field, row);
  }

  ListRecord record() {
    return table.record(row);
  }
}
