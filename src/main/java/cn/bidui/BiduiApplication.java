package cn.bidui;

/** Starts the command line. */
public final class BiduiApplication {

  private BiduiApplication() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(arguments.length > 0 ? 0 : 64);
  }
}
