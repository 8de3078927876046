package cn.bidui.cli;

import java.io.Console;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Somebody who can be asked. */
@FunctionalInterface
interface Terminal {

  /** Nobody sits there: each question is answered by its default. */
  Terminal NOBODY = question -> null;

  /**
   * Shows the question and waits.
   *
   * @return the line that was typed; null if there is nobody, or will be no more lines
   */
  @Nullable String ask(String question);

  /**
   * The terminal of this process.
   *
   * @param silent whether it must not be asked although it is there
   */
  // Null where input or output is piped, on 17 and on 25 alike, as the start script leaves
  // jdk.console alone.
  @SuppressWarnings("SystemConsoleNull")
  static Terminal of(boolean silent, PrintWriter out) {
    Console console = silent ? null : System.console();
    if (console == null) {
      return NOBODY;
    }
    return question -> {
      out.print(question);
      out.flush();
      return console.readLine();
    };
  }
}
