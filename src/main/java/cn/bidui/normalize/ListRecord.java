package cn.bidui.normalize;

import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.PersonName;

/** One accepted row of a list of persons, typed. */
public sealed interface ListRecord permits RollRecord, AidRecord, HouseholdRecord {

  /** The person's name; never blank. */
  PersonName name();

  /** What the id cell turned out to be. */
  CitizenIdReading id();
}
