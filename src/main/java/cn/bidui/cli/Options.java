package cn.bidui.cli;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.JournalState;
import cn.bidui.plan.WorkFolder;
import cn.bidui.source.Legible;
import cn.bidui.source.Messages;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class Options {

  /** A language to speak to the user in. */
  enum Language {
    ZH,
    EN
  }

  @Option(names = "--home", paramLabel = "DIR", descriptionKey = "home")
  private @Nullable Path home;

  @Option(names = "--as-of", paramLabel = "YYYY-MM-DD", descriptionKey = "as-of")
  private @Nullable LocalDate asOf;

  @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "lang")
  private Language language = Language.ZH;

  @Option(names = "--quiet", descriptionKey = "quiet")
  private boolean quiet;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "help")
  private boolean help;

  /** The work folder: the option, else $BIDUI_HOME, else ./bidui-home. */
  WorkFolder folder() {
    Path given = home();
    if (given != null) {
      return new WorkFolder(given.toAbsolutePath().normalize());
    }
    String named = System.getenv("BIDUI_HOME");
    Path chosen = Path.of(named == null || named.isBlank() ? "bidui-home" : named);
    return new WorkFolder(chosen.toAbsolutePath().normalize());
  }

  /**
   * The work folder that the option names; null if none does. Nothing between quotation marks, as
   * of a variable that is not set, is no name: it would be the folder in which the command was
   * given.
   */
  @Nullable Path home() {
    return home == null || home.toString().isBlank() ? null : home;
  }

  /** The archive as the journal says it stands: with what stands in for files that are gone. */
  Archive archive(JournalState state) {
    return Archive.of(folder().home()).standing(state.replacements()::standIn);
  }

  /** The same options for another work folder, without a word on the screen. */
  Options at(Path other) {
    Options same = new Options();
    same.home = other;
    same.asOf = asOf;
    same.language = language;
    same.quiet = true;
    return same;
  }

  /** The same options, with no more words than something that runs by itself needs. */
  Options hushed() {
    return at(folder().home());
  }

  /** The same, for a business date. */
  Options on(LocalDate day) {
    Options same = hushed();
    same.asOf = day;
    return same;
  }

  Clock clock() {
    return Clock.system(Shanghai.ZONE);
  }

  /** The as-of date: the option, else today in Shanghai. */
  LocalDate asOf() {
    return asOf == null ? LocalDate.now(clock()) : asOf;
  }

  /** The as-of date that was asked for; empty if none was. */
  Optional<LocalDate> givenAsOf() {
    return Optional.ofNullable(asOf);
  }

  Messages messages() {
    return language == Language.EN ? Messages.EN : Messages.ZH;
  }

  /** The language as the option takes it. */
  String language() {
    return language == Language.EN ? "en" : "zh";
  }

  boolean quiet() {
    return quiet;
  }

  boolean askedForHelp() {
    return help;
  }

  /**
   * The folder that holds {@code jobs/}: the work folder's own, else the installation's.
   *
   * @return null if neither has one
   */
  @Nullable Path jobs() {
    for (Path candidate : new Path[] {folder().home(), installation()}) {
      if (candidate != null && Files.isDirectory(candidate.resolve("jobs"))) {
        return candidate.resolve("jobs");
      }
    }
    return null;
  }

  /** The folder of jobs that came with the program; null if there is none. */
  @Nullable Path shippedJobs() {
    Path installation = installation();
    Path shipped = installation == null ? null : installation.resolve("jobs");
    return shipped != null && Files.isDirectory(shipped) ? shipped : null;
  }

  private static @Nullable Path installation() {
    String given = System.getProperty("bidui.app", "");
    return given.isBlank() ? Path.of("").toAbsolutePath() : Path.of(given);
  }

  /** Whether there is no work folder; if so, says it. */
  boolean lacksHome(PrintWriter err) {
    boolean lacking = !Files.isRegularFile(folder().settings());
    if (lacking) {
      say(err, "cli.home.missing", folder().home());
    }
    return lacking;
  }

  /** Says {@code key}, that nothing was published yet; or that there is no work folder at all. */
  void sayNothingPublished(PrintWriter err, String key) {
    if (!lacksHome(err)) {
      say(err, key, folder().home());
    }
  }

  /**
   * Prints one line of the catalog. Names of files and folders are others' words: whatever in them
   * would command the terminal is told instead.
   */
  void say(PrintWriter out, String key, Object... words) {
    Object[] legible =
        Arrays.stream(words).map(word -> Legible.line(String.valueOf(word))).toArray();
    out.println(messages().text(key, legible));
    out.flush();
  }
}
