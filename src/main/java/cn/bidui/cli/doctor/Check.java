package cn.bidui.cli.doctor;

/** One of the twenty checks. It looks and changes nothing. */
interface Check {

  /** Its name, part of the public interface. */
  String code();

  /** Without what there is nothing to look at. */
  default Needs needs() {
    return Needs.HOME;
  }

  /** What has to be there. */
  enum Needs {
    NOTHING,
    /** The work folder. */
    HOME,
    /** A night that was published. */
    NIGHT
  }

  /**
   * Looks.
   *
   * @throws Exception if it cannot: that is a line of its own
   */
  Looked look(Premises premises) throws Exception;
}
