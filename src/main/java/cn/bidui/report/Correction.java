package cn.bidui.report;

import cn.bidui.ledger.LedgerFinding;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One cell that a source's owner should look at.
 *
 * @param others what the other lists say in the same place, or what the standard is
 */
record Correction(
    LedgerFinding entry, ListKind list, RowRef place, Field field, String found, String others) {

  private record Target(Field field, Predicate<Spot> concerns) {}

  private static final Map<String, Target> TARGETS =
      Map.ofEntries(
          Map.entry("id-invalid", new Target(Field.CITIZEN_ID, Correction::unusableId)),
          Map.entry("id-suspected-typo", new Target(Field.CITIZEN_ID, Correction::unusableId)),
          Map.entry("id-shared", new Target(Field.CITIZEN_ID, spot -> true)),
          Map.entry("name-differs", new Target(Field.NAME, spot -> true)),
          Map.entry("birth-or-sex-differs", new Target(Field.BIRTH_DATE, spot -> true)),
          Map.entry("duplicate-roll", new Target(Field.STUDENT_NUMBER, in(ListKind.ROLL))),
          Map.entry("school-or-grade-differs", new Target(Field.SCHOOL_NAME, in(ListKind.AID))),
          Map.entry("status-conflict", new Target(Field.SCHOOLING, in(ListKind.HOUSEHOLDS))),
          Map.entry("underpaid", new Target(Field.AMOUNT_DUE, in(ListKind.AID))),
          Map.entry("overpaid", new Target(Field.AMOUNT_DUE, in(ListKind.AID))),
          Map.entry("wrong-standard", new Target(Field.AMOUNT_DUE, in(ListKind.AID))),
          Map.entry("duplicate-aid", new Target(Field.PROGRAM, in(ListKind.AID))),
          Map.entry("funded-not-enrolled", new Target(Field.SCHOOL_NAME, in(ListKind.AID))));

  private static Predicate<Spot> in(ListKind list) {
    return spot -> spot.list() == list;
  }

  private static boolean unusableId(Spot spot) {
    return spot.record().id().idOrNull() == null;
  }

  /** What {@code entry} asks of which source; empty if it asks for something else than data. */
  static List<Correction> of(LedgerFinding entry, Places places) {
    @Nullable Target target = TARGETS.get(entry.finding().rule());
    if (target == null || !entry.state().open()) {
      return List.of();
    }
    List<RowRef> rows = entry.finding().evidence();
    List<RowRef> concerned =
        rows.stream()
            .filter(place -> places.spot(place).filter(target.concerns()).isPresent())
            .toList();
    // Two ids that are both valid on their face: either may be the wrong one.
    return (concerned.isEmpty() ? rows : concerned)
        .stream()
            .map(place -> places.spot(place).map(spot -> of(entry, place, spot, target, places)))
            .flatMap(Optional::stream)
            .toList();
  }

  private static Correction of(
      LedgerFinding entry, RowRef place, Spot spot, Target target, Places places) {
    Field field = target.field();
    String others =
        entry.finding().evidence().stream()
            .filter(other -> !other.equals(place))
            .map(places::spot)
            .flatMap(Optional::stream)
            .filter(there -> !there.text(field).isEmpty())
            .map(there -> said(there, field))
            .distinct()
            .collect(Collectors.joining("\n"));
    String expected = field == Field.AMOUNT_DUE ? standard(entry.finding().due()) : others;
    return new Correction(entry, spot.list(), place, field, shown(spot, field), expected);
  }

  private static String standard(String due) {
    return due.isEmpty() ? "" : Words.ZH.text("report.standard", due);
  }

  private static String said(Spot spot, Field field) {
    return Words.ZH.text("report.said", Words.ZH.list(spot.list()), shown(spot, field));
  }

  private static String shown(Spot spot, Field field) {
    String text = spot.text(field);
    return field.holdsId() ? Masks.id(text) : Objects.requireNonNull(text);
  }

  Owner owner() {
    return Owner.of(list);
  }
}
