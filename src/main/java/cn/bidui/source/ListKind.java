package cn.bidui.source;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of lists that are compared (名单). The code is public interface. */
public enum ListKind {
  ROLL("roll", true, false),
  AID("aid", true, false),
  HOUSEHOLDS("households", true, true),
  ENROLLED("enrolled", false, false),
  HARDSHIP("hardship", false, false),
  PAYMENTS("payments", false, false),
  CIVIL("civil", false, true),
  DISABILITY("disability", false, true),
  POPULATION("population", false, true),
  ROLL_CHANGES("roll-changes", false, false),
  PLACEMENTS("placements", false, false),
  ATTENDANCE("attendance", false, false),
  SCHOOLS("schools", false, false);

  private final String code;
  private final boolean needed;
  private final boolean listOfPersons;

  ListKind(String code, boolean needed, boolean listOfPersons) {
    this.code = code;
    this.needed = needed;
    this.listOfPersons = listOfPersons;
  }

  /** The code in settings, profiles and published data. */
  public String code() {
    return code;
  }

  /** Whether a nightly run names this list as missing when it has not arrived. */
  public boolean needed() {
    return needed;
  }

  /** Whether an identical second row of one file is a duplicate (a person stands once only). */
  public boolean listOfPersons() {
    return listOfPersons;
  }

  /** Whether its rows speak of persons, who are linked; the rows of schools are kept for rules. */
  public boolean compared() {
    return this != SCHOOLS;
  }

  /** The kind with that code. */
  public static Optional<ListKind> ofCode(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }
}
