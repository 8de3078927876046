package cn.bidui.judge.night;

import cn.bidui.link.Departed;
import cn.bidui.link.LinkResult;
import cn.bidui.link.NightKeys;
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
 * @param leavers how many pupils the last primary grade had on the last roll of the school year
 *     before; {@link #NO_EARLIER_ROLL} where no such roll is known
 * @param standings what earlier lists said of the categories of persons, for terms of the past
 * @param sentBack of whom rows may speak that could not be read
 */
public record County(
    LocalDate asOf,
    Map<ListKind, RecordTable> tables,
    LinkResult links,
    NightKeys keys,
    SchoolRegistry schools,
    int earlierPupils,
    List<Departed> departed,
    int leavers,
    Standings standings,
    SentBack sentBack) {

  /** It is the first night with a roll. */
  public static final int NO_EARLIER_ROLL = -1;

  public County {
    tables = Map.copyOf(tables);
    departed = List.copyOf(departed);
  }

  /** A night that knows nothing of the school year before, nor of earlier lists. */
  public County(
      LocalDate asOf,
      Map<ListKind, RecordTable> tables,
      LinkResult links,
      NightKeys keys,
      SchoolRegistry schools,
      int earlierPupils,
      List<Departed> departed) {
    this(
        asOf,
        tables,
        links,
        keys,
        schools,
        earlierPupils,
        departed,
        NO_EARLIER_ROLL,
        Standings.NONE,
        SentBack.NONE);
  }
}
