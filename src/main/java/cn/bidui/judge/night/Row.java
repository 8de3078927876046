package cn.bidui.judge.night;

import cn.bidui.normalize.ListRecord;
import cn.bidui.source.ListKind;

/** A row of a list and what it says. */
public record Row<T extends ListRecord>(ListKind list, int index, T record) {

  /** Neither name nor id. */
  @Override
  public String toString() {
    return "Row[" + list.code() + " " + index + "]";
  }
}
