package cn.bidui;

import cn.bidui.cli.Bidui;

/** Starts the command line. Spring starts later, and only for commands that need the database. */
public final class BiduiApplication {

  private BiduiApplication() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String[] arguments) {
    // Else picocli looks through every jar for a class of Groovy that none has.
    System.setProperty("picocli.disable.closures", "true");
    System.exit(Bidui.execute(arguments));
  }
}
