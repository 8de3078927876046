package cn.bidui.normalize;

import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.PersonName;

/** One accepted row of a list, typed. */
public sealed interface ListRecord
    permits RollRecord,
        AidRecord,
        HouseholdRecord,
        EnrolledRecord,
        HardshipRecord,
        PaymentRecord,
        CivilRecord,
        DisabilityRecord,
        PopulationRecord,
        RollChangeRecord,
        PlacementRecord,
        AttendanceRecord,
        SchoolRecord {

  /**
   * The person's name; blank where the row names nobody but a head of household or an account
   * holder, and in the register of schools.
   */
  PersonName name();

  /** What the id cell turned out to be. */
  CitizenIdReading id();
}
