package cn.bidui.ledger.own;

/** Tells how many pupils of a school have a name. */
@FunctionalInterface
public interface Namesakes {

  /**
   * Those on the rolls that count, whether or not anything is asked about them.
   *
   * @param name folded
   * @param school in the form in which schools are compared
   */
  int persons(String name, String school);
}
