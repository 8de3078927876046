package cn.bidui.report.city;

import cn.bidui.report.Words;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** The tables of a roll-up, in the order in which they are read. */
final class CityTables {

  /** Where nothing was read or compared, never a 0. */
  static final String DASH = "–";

  private final City city;

  CityTables(City city) {
    this.city = city;
  }

  /** One for each sheet of the workbook. */
  List<CityTable> all() {
    return List.of(
        summary(), rules(), RuleTables.lines(city), goals(), unfunded(), dropouts(), gaps());
  }

  CityTable summary() {
    return SummaryTable.of(city);
  }

  CityTable rules() {
    return RuleTables.matrix(city);
  }

  CityTable goals() {
    return GoalTable.of(city);
  }

  /** The same for the page: a line for each county. */
  CityTable goalMatrix() {
    return GoalTable.matrix(city);
  }

  CityTable unfunded() {
    return UnfundedTable.of(city);
  }

  CityTable dropouts() {
    return DropoutTable.of(city);
  }

  CityTable gaps() {
    return GapTable.of(city);
  }

  /** {@code figure}, if anything stands behind it. */
  static Object known(boolean known, Object figure) {
    return known ? figure : DASH;
  }

  static List<Object> dashes(int count) {
    return Collections.nCopies(count, DASH);
  }

  static Figures sum(Collection<CountyNight> nights) {
    return Figures.sum(nights.stream().map(CountyNight::figures).toList());
  }

  /** Why a rule or a goal was not looked at. */
  static String needs(List<ListKind> lists) {
    return lists.isEmpty()
        ? Messages.ZH.text("report.goal.not-compared")
        : Messages.ZH.text("report.goal.needs-lists", Words.ZH.lists(lists));
  }
}
