package cn.bidui.notify;

/** One way out of the house. */
public interface Channel {

  /** Its name in the journal, for instance {@code folder}; the same as long as it is set up. */
  String name();

  /**
   * Hands a message over. The same message twice must do no harm where the channel can tell.
   *
   * @throws NotSentException if it was certainly not taken
   */
  void send(Message message) throws NotSentException;
}
