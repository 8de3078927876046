package cn.bidui.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A passphrase from a file that holds it alone, or from the keyboard without showing it. */
final class Passphrase {

  private Passphrase() {}

  static char[] read(Path file) throws IOException {
    return Files.readString(file).strip().toCharArray();
  }

  /** Empty if there is neither a file nor a keyboard. */
  // From Java 22 on there is a console without a keyboard too: it gives null or a line of its
  // input.
  @SuppressWarnings("SystemConsoleNull")
  static Optional<char[]> ask(@Nullable Path file, String prompt) throws IOException {
    if (file != null) {
      return Optional.of(read(file));
    }
    Console console = System.console();
    return console == null ? Optional.empty() : Optional.ofNullable(console.readPassword(prompt));
  }
}
