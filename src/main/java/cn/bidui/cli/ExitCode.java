package cn.bidui.cli;

/** The exit codes of every command: public interface. */
final class ExitCode {

  /** Done; findings are not an error. */
  static final int DONE = 0;

  /** Done, but some input was refused. */
  static final int REFUSED = 2;

  /** A guard held something back, or a needed list is missing. */
  static final int HELD = 3;

  static final int USAGE = 64;
  static final int BUG = 70;
  static final int IO = 74;

  /** Another run holds the lease. */
  static final int BUSY = 75;

  /** It was asked to stop, and the next run goes on from there: 128 and the number of SIGTERM. */
  static final int STOPPED = 143;

  private ExitCode() {}
}
