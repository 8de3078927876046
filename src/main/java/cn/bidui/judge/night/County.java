package cn.bidui.judge.night;

import cn.bidui.link.Departed;
import cn.bidui.link.LinkResult;
import cn.bidui.link.PersonKeys;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.SchoolRegistry;
import cn.bidui.source.ListKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Everything that rules may look at in one night. Nothing here is taken from the clock or the
 * machine.
 *
 * @param tables the effective rows of each list that is there; a missing list has no entry
 * @param earlierPupils how many rows the rolls of the night before had; {@link #NO_EARLIER_ROLL}
 *     where none is known, so that nobody can be missed
 * @param departed pupils of earlier rolls who stand on no roll tonight
 * @param standings what earlier lists said of the categories of persons, for terms of the past
 */
public record County(
    LocalDate asOf,
    Map<ListKind, RecordTable> tables,
    LinkResult links,
    PersonKeys keys,
    SchoolRegistry schools,
    int earlierPupils,
    List<Departed> departed,
    Standings standings) {

  /** It is the first night with a roll. */
  public static final int NO_EARLIER_ROLL = -1;

  /** Of a night that knows no earlier lists of households, civil affairs and disabled people. */
  public County(
      LocalDate asOf,
      Map<ListKind, RecordTable> tables,
      LinkResult links,
      PersonKeys keys,
      SchoolRegistry schools,
      int earlierPupils,
      List<Departed> departed) {
    this(asOf, tables, links, keys, schools, earlierPupils, departed, Standings.NONE);
  }

  public County {
    tables = Map.copyOf(tables);
    departed = List.copyOf(departed);
  }
}
