package cn.bidui.link;

/** The keys of the persons of one night, tonight's or one that is judged again. */
public interface NightKeys {

  /** The key of {@code person}. */
  PersonKey key(int person);

  /** The person that goes by {@code key} or had it as an alias; -1 if nobody does. */
  int person(PersonKey key);

  /**
   * The keyed hash of a number that is nobody's name, such as an account: the same every night, and
   * nothing to anyone without the key.
   */
  String handle(String kind, String text);
}
