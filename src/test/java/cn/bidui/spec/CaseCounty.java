package cn.bidui.spec;

import cn.bidui.judge.night.County;
import cn.bidui.link.Departed;
import cn.bidui.link.Departures;
import cn.bidui.link.HandleHash;
import cn.bidui.link.KeysInMemory;
import cn.bidui.link.LinkLimits;
import cn.bidui.link.LinkResult;
import cn.bidui.link.Linker;
import cn.bidui.link.PersonKeys;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.SchoolRegistry;
import cn.bidui.normalize.Strings;
import cn.bidui.source.ListKind;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lists of a case, linked as the lists of a night are. */
final class CaseCounty {

  private static final HandleHash HASH = text -> text;

  private final Cast cast;
  private final LocalDate asOf;
  private final Strings strings = new Strings();
  private final Map<ListKind, RecordTable.Builder> lists = new EnumMap<>(ListKind.class);
  private RecordTable.@Nullable Builder earlierRoll;
  private @Nullable LocalDate earlier;

  CaseCounty(Cast cast, LocalDate asOf) {
    this.cast = cast;
    this.asOf = asOf;
  }

  void add(CaseList list, CaseSheet sheet) {
    if (list == CaseList.EARLIER_ROLL) {
      earlierRoll = new RecordTable.Builder(ListKind.ROLL, strings);
      sheet.into(earlierRoll, cast);
    } else {
      sheet.into(
          lists.computeIfAbsent(list.kind(), kind -> new RecordTable.Builder(kind, strings)), cast);
    }
  }

  /** The data date of the earlier roll. */
  void earlier(LocalDate dataDate) {
    earlier = dataDate;
  }

  County build() {
    Map<ListKind, RecordTable> tables = new EnumMap<>(ListKind.class);
    lists.forEach((kind, table) -> tables.put(kind, table.build()));
    LinkResult links = new Linker(LinkLimits.defaults()).link(tables, List.of(), HASH);
    List<RecordTable> before = earlierRoll == null ? List.of() : List.of(earlierRoll.build());
    PersonKeys keys = PersonKeys.assign(links, tables, before, new KeysInMemory(), HASH);
    List<Departed> departed =
        before.stream()
            .flatMap(roll -> new Departures(links, keys).find(roll, row -> earlierDate()).stream())
            .toList();
    int earlierPupils =
        before.stream().mapToInt(RecordTable::size).findFirst().orElse(County.NO_EARLIER_ROLL);
    return new County(asOf, tables, links, keys, schools(tables), earlierPupils, departed);
  }

  private LocalDate earlierDate() {
    return earlier == null ? asOf.minusDays(1) : earlier;
  }

  private SchoolRegistry schools(Map<ListKind, RecordTable> tables) {
    RecordTable roll = tables.get(ListKind.ROLL);
    return SchoolRegistry.of(
        roll == null ? new RecordTable.Builder(ListKind.ROLL, strings).build() : roll);
  }
}
