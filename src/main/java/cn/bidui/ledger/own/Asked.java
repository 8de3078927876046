package cn.bidui.ledger.own;

import cn.bidui.ledger.LedgerFinding;
import cn.bidui.person.CitizenId;
import java.util.Set;

/**
 * A published finding about a person, with what the rows that it rests on say of that person.
 *
 * @param ids valid ids
 * @param invalid what else stands where an id should, without blanks and in upper case
 * @param studentNumbers as they are compared
 * @param names folded
 * @param schools in the form in which schools are compared
 */
public record Asked(
    LedgerFinding listed,
    Set<CitizenId> ids,
    Set<String> invalid,
    Set<String> studentNumbers,
    Set<String> names,
    Set<String> schools) {

  public Asked {
    ids = Set.copyOf(ids);
    invalid = Set.copyOf(invalid);
    studentNumbers = Set.copyOf(studentNumbers);
    names = Set.copyOf(names);
    schools = Set.copyOf(schools);
  }

  String findingId() {
    return listed.finding().id();
  }

  /** No person. */
  @Override
  public String toString() {
    return "Asked[" + findingId() + "]";
  }
}
