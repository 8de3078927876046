package cn.bidui.judge.schooling;

import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Row;
import cn.bidui.normalize.DisabilityRecord;
import cn.bidui.normalize.PlacementRecord;
import cn.bidui.normalize.PlacementRecord.Placement;
import cn.bidui.source.ListKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Disabled children and how they are placed (残疾儿童安置). */
final class Placements {

  private Placements() {}

  /** Whether a card, a household or the list of placements itself has the person as disabled. */
  static boolean disabled(Person person) {
    return carded(person)
        || person.households().stream().anyMatch(row -> row.record().disabled())
        || !person.further(PlacementRecord.class).isEmpty();
  }

  static boolean carded(Person person) {
    return person.further(DisabilityRecord.class).stream()
        .map(Row::record)
        .anyMatch(DisabilityRecord::stands);
  }

  /** Whether {@code disabled-unplaced} looks at the person, so that other rules need not. */
  static boolean compared(Night night, Person person) {
    return night.has(ListKind.PLACEMENTS)
        && (night.has(ListKind.DISABILITY) || night.has(ListKind.HOUSEHOLDS))
        && disabled(person);
  }

  /** Whether the person is placed tonight, in whatever way. */
  static boolean placed(Night night, Person person) {
    return person.further(PlacementRecord.class).stream()
        .anyMatch(row -> inForce(night, row.record()));
  }

  static boolean inForce(Night night, PlacementRecord record) {
    return record.placement() != Placement.NONE && !expired(night, record);
  }

  static boolean expired(Night night, PlacementRecord record) {
    @Nullable LocalDate to = record.to();
    return to != null && to.isBefore(night.asOf());
  }
}
