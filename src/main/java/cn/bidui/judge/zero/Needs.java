package cn.bidui.judge.zero;

import cn.bidui.judge.night.County;
import cn.bidui.judge.night.Night;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.List;

/** What is missing beside the lists of a rule's card. */
final class Needs {

  private Needs() {}

  /** An aid list with no row of this school year so far says nothing of it. */
  static List<ListKind> judgedTerms(County county, List<ListKind> missing) {
    List<ListKind> all = new ArrayList<>(missing);
    if (!all.contains(ListKind.AID) && Night.judgedTerms(county).isEmpty()) {
      all.add(ListKind.AID);
    }
    return all;
  }
}
