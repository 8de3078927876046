package cn.bidui.cli;

import cn.bidui.source.FolderName;
import cn.bidui.source.Legible;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The few questions of {@code bidui init}. What was given as an option is not asked; whoever types
 * nothing takes what stands in brackets.
 */
final class Interview {

  private static final int LONGEST = 60;

  private static final Pattern BETWEEN = Pattern.compile("[,，、;；]");

  private final Options options;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Terminal terminal;

  Interview(Options options, PrintWriter out, PrintWriter err, Terminal terminal) {
    this.options = options;
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  /**
   * Where the work folder is to be made.
   *
   * @param given as an option; null if it is to be asked
   */
  Optional<Path> folder(@Nullable Path given, Path otherwise) {
    return answer(
        given == null ? null : given.toString(), "folder", otherwise.toString(), Interview::path);
  }

  /** What else is to be known; empty if an option says something that cannot be, which is told. */
  Optional<Wishes> wishes(@Nullable String unit, @Nullable String submitters) {
    Optional<String> name = answer(unit, "unit", "", Interview::unit);
    Optional<List<String>> folders =
        name.isEmpty()
            ? Optional.empty()
            : answer(submitters, "submitters", "", Interview::submitters);
    return folders.map(units -> new Wishes(name.orElse(""), units));
  }

  /** Asks until the answer can be read; what an option says is not asked again. */
  private <T> Optional<T> answer(
      @Nullable String given,
      String what,
      String otherwise,
      Function<String, Optional<T>> reading) {
    if (given != null) {
      Optional<T> read = reading.apply(given.strip());
      read.ifPresentOrElse(known -> {}, () -> options.say(err, "cli.init.wrong." + what, given));
      return read;
    }
    while (true) {
      String typed =
          terminal.ask(options.messages().text("cli.init.ask." + what, Legible.line(otherwise)));
      String said = typed == null || typed.isBlank() ? otherwise : typed.strip();
      Optional<T> read = reading.apply(said);
      if (read.isPresent() || typed == null) {
        return read;
      }
      options.say(out, "cli.init.wrong." + what, said);
    }
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text)).filter(NewHome::mayBeMade);
    } catch (InvalidPathException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<String> unit(String text) {
    boolean fine = text.length() <= LONGEST && text.codePoints().noneMatch(Character::isISOControl);
    return fine ? Optional.of(text) : Optional.empty();
  }

  private static Optional<List<String>> submitters(String text) {
    List<String> names =
        Stream.of(BETWEEN.split(text, -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    return names.stream().allMatch(FolderName::fits) ? Optional.of(names) : Optional.empty();
  }
}
