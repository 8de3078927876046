package cn.bidui.judge.night;

import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One question that is asked about every subject of a night. */
public interface Rule {

  RuleCard card();

  Matter matter();

  /** Looks at one person of the night and asks what there is to ask. */
  default void judge(Night night, Inquiry inquiry, Person person) {}

  /** Looks at what is no single person of the night: pairs, notes of linking, the departed. */
  default void judge(Night night, Inquiry inquiry) {}

  /** The lists that it needs and that are not there. */
  default List<ListKind> missing(County county) {
    List<ListKind> missing = new ArrayList<>(card().needs());
    missing.removeAll(county.tables().keySet());
    card().oneOf().stream()
        .filter(any -> Collections.disjoint(any, county.tables().keySet()))
        .map(any -> any.get(0))
        .forEach(missing::add);
    if (missing.isEmpty() && persons(county) < card().lists()) {
      missing.addAll(List.of(ListKind.ROLL, ListKind.AID, ListKind.HOUSEHOLDS));
      missing.removeAll(county.tables().keySet());
    }
    return missing;
  }

  private static long persons(County county) {
    return county.tables().keySet().stream().filter(ListKind::compared).count();
  }
}
