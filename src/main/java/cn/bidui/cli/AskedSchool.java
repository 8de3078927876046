package cn.bidui.cli;

import cn.bidui.batch.KnownPlaces;
import java.io.PrintWriter;

/**
 * The school that somebody asked for. That nothing was found of it says something only where the
 * school is known: a slip of the pen finds nothing either.
 */
record AskedSchool(String name, KnownPlaces places) {

  /** Whether the last night knew other schools, and not this one. */
  boolean unknown() {
    return !name.isBlank()
        && !places.schools().isEmpty()
        && !places.schools().containsKey(name.strip());
  }

  /** Says so, with the names that are known. */
  int refuse(Options options, PrintWriter err) {
    String known = String.join(options.messages().text("cli.case.and"), places.schools().keySet());
    options.say(err, "cli.school.unknown", name.strip(), known);
    return ExitCode.USAGE;
  }
}
