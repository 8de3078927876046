package cn.bidui.judge.night;

import cn.bidui.normalize.AidRecord;
import cn.bidui.normalize.HouseholdRecord;
import cn.bidui.normalize.ListRecord;
import cn.bidui.normalize.RollRecord;
import cn.bidui.normalize.RollStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One person of tonight with all rows about them, as rules look at them. */
public record Person(
    int number,
    List<Row<RollRecord>> roll,
    List<Row<HouseholdRecord>> households,
    List<Row<AidRecord>> aid,
    List<Row<ListRecord>> further) {

  public Person {
    roll = List.copyOf(roll);
    households = List.copyOf(households);
    aid = List.copyOf(aid);
    further = List.copyOf(further);
  }

  /**
   * The roll row that counts: one in school before one on leave before one that has ended. With two
   * rolls (双佐证) one payment satisfies both, so one is enough.
   */
  public Optional<Row<RollRecord>> enrollment() {
    return roll.stream()
        .min(Comparator.comparing((Row<RollRecord> row) -> standing(row.record().status())));
  }

  private static int standing(RollStatus status) {
    return status.inSchool() ? 0 : status.onRoll() ? 1 : 2;
  }

  /** The roll row by which the person is in school, if any. */
  public Optional<Row<RollRecord>> schooling() {
    return enrollment().filter(row -> row.record().status().inSchool());
  }

  public boolean onRoll() {
    return roll.stream().anyMatch(row -> row.record().status().onRoll());
  }

  public boolean has(RollStatus status) {
    return roll.stream().anyMatch(row -> row.record().status() == status);
  }

  /** The rows of one of the further lists, by what its rows say. */
  public <T extends ListRecord> List<Row<T>> further(Class<T> type) {
    return further.stream()
        .filter(row -> type.isInstance(row.record()))
        .map(row -> new Row<>(row.list(), row.index(), type.cast(row.record())))
        .toList();
  }

  /** All rows in the order in which evidence is listed: roll, households, aid, then the others. */
  public List<Row<? extends ListRecord>> rows() {
    List<Row<? extends ListRecord>> all = new ArrayList<>(roll);
    all.addAll(households);
    all.addAll(aid);
    all.addAll(further);
    return all;
  }

  /** No person. */
  @Override
  public String toString() {
    return "Person[" + number + "]";
  }
}
