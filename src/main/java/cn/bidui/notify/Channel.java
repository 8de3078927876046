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

  /**
   * Makes sure, without opening a connection, that the files which the settings name are there.
   *
   * @throws NotSentException if one is missing
   */
  default void ready() throws NotSentException {}

  /**
   * Opens a connection and closes it again; nothing is sent.
   *
   * @throws NotSentException if nobody answers
   */
  default void reach() throws NotSentException {
    ready();
  }
}
