package cn.bidui.judge.evidence;

import cn.bidui.link.Decision;
import cn.bidui.link.IdentityNote;
import cn.bidui.link.LinkResult;
import cn.bidui.link.Tier;
import cn.bidui.link.Undecided;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Who was who that night, as far as it is kept. */
final class KeptLinks implements LinkResult {

  private static final int[] NONE = {};

  private final KeptNight night;
  private final Map<ListKind, Map<Integer, int[]>> rowsOf = new EnumMap<>(ListKind.class);

  KeptLinks(KeptNight night) {
    this.night = night;
    night.rows().forEach((list, rows) -> rowsOf.put(list, byPerson(rows)));
  }

  private static Map<Integer, int[]> byPerson(List<KeptRow> rows) {
    Map<Integer, List<Integer>> lists = new java.util.HashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      lists.computeIfAbsent(rows.get(row).person(), person -> new ArrayList<>()).add(row);
    }
    Map<Integer, int[]> arrays = new java.util.HashMap<>();
    lists.forEach((person, own) -> arrays.put(person, own.stream().mapToInt(i -> i).toArray()));
    return arrays;
  }

  private KeptRow row(ListKind list, int row) {
    return night.rows().getOrDefault(list, List.of()).get(row);
  }

  @Override
  public int persons() {
    return night.keys().size();
  }

  @Override
  public int person(ListKind list, int row) {
    return row(list, row).person();
  }

  @Override
  public int[] rows(ListKind list, int person) {
    return rowsOf.getOrDefault(list, Map.of()).getOrDefault(person, NONE).clone();
  }

  @Override
  public Decision decision(ListKind list, int row) {
    return row(list, row).decision();
  }

  @Override
  public Tier tier(ListKind list, int row) {
    return row(list, row).tier();
  }

  @Override
  public int weight(ListKind list, int row) {
    return row(list, row).weight();
  }

  @Override
  public List<Undecided> undecided() {
    return night.undecided();
  }

  @Override
  public List<IdentityNote> notes() {
    return night.notes();
  }

  @Override
  public List<String> oversizedBlocks() {
    return List.of();
  }

  @Override
  public int again() {
    return 0;
  }
}
