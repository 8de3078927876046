package cn.bidui.cli.doctor;

import cn.bidui.cli.jobs.Beginning;
import cn.bidui.cli.jobs.JobBook;
import cn.bidui.cli.jobs.Timetable;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.JournalLine.Head;
import cn.bidui.ledger.JournalOutline;
import cn.bidui.ledger.LeaseLook;
import cn.bidui.plan.Mistakes;
import cn.bidui.plan.Settings;
import cn.bidui.plan.WorkFolder;
import cn.bidui.plan.Yaml;
import cn.bidui.report.PublishedAccounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the checks look at: a work folder, the machine, and what several of them want to know. */
final class Premises {

  /** So many nights' reports are held against the journal. */
  private static final int ANCHORS = 30;

  private final WorkFolder folder;
  private final @Nullable Path jobs;
  private final Clock clock;
  private final Optional<LocalDate> asOf;
  private final String software;
  private final Machine machine;
  private final Depth depth;
  private final Once<JournalOutline> journal = new Once<>(this::readJournal);
  private final Once<LeaseLook> lease = new Once<>(this::readLease);
  private final Once<Optional<JobBook>> book = new Once<>(this::readBook);

  /**
   * How far the look goes.
   *
   * @param everything whether all of the archive and of the reports is read
   * @param online whether connections may be opened
   */
  record Depth(boolean everything, boolean online) {}

  /**
   * The premises.
   *
   * @param jobs the folder of jobs; null if there is none
   * @param clock in the zone of business dates
   * @param asOf the business date that was asked for; empty: today
   */
  Premises(
      WorkFolder folder,
      @Nullable Path jobs,
      Clock clock,
      Optional<LocalDate> asOf,
      String software,
      Machine machine,
      Depth depth) {
    this.folder = folder;
    this.jobs = jobs;
    this.clock = clock;
    this.asOf = asOf;
    this.software = software;
    this.machine = machine;
    this.depth = depth;
  }

  WorkFolder folder() {
    return folder;
  }

  @Nullable Path jobs() {
    return jobs;
  }

  Clock clock() {
    return clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** The business date. */
  LocalDate today() {
    return asOf.orElseGet(() -> LocalDate.now(clock));
  }

  /** The business date that was asked for; empty if none was. */
  Optional<LocalDate> asOf() {
    return asOf;
  }

  String software() {
    return software;
  }

  Machine machine() {
    return machine;
  }

  Depth depth() {
    return depth;
  }

  boolean home() {
    return Files.isDirectory(folder.home());
  }

  /** The settings, with their defaults where something is wrong in them. */
  Settings settings() throws IOException {
    String text =
        Files.isRegularFile(folder.settings())
            ? Yaml.text(Files.readAllBytes(folder.settings()))
            : "";
    return Settings.read(folder.settings().toString(), text, new Mistakes());
  }

  /** Who has the work folder. */
  LeaseLook lease() throws Exception {
    return lease.get();
  }

  private LeaseLook readLease() throws IOException {
    return LeaseLook.at(folder.home());
  }

  /** What the journal tells. */
  JournalOutline journal() throws Exception {
    return journal.get();
  }

  /** The heads are read before the journal: what is published meanwhile is on both or on none. */
  private JournalOutline readJournal() throws IOException {
    return JournalOutline.of(folder.home(), anchors());
  }

  private List<Head> anchors() throws IOException {
    List<Head> heads = new ArrayList<>();
    for (Path night : nights()) {
      try {
        heads.add(Head.parse(PublishedAccounts.read(runJson(night)).journalHead()));
      } catch (IOException | RuntimeException unreadable) {
        // Another check tells of reports that cannot be read.
      }
    }
    return heads;
  }

  /** The folders of the last published nights. */
  private List<Path> nights() throws IOException {
    if (!Files.isDirectory(folder.reports())) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder.reports())) {
      List<Path> nights =
          entries.filter(night -> Files.isRegularFile(runJson(night))).sorted().toList();
      return nights.subList(Math.max(0, nights.size() - ANCHORS), nights.size());
    }
  }

  private static Path runJson(Path night) {
    return night.resolve("data").resolve("run.json");
  }

  /** All jobs, and when they run; empty if there is no folder of jobs, or no settings. */
  Optional<JobBook> book() throws Exception {
    return book.get();
  }

  private Optional<JobBook> readBook() throws IOException {
    if (jobs == null || !Files.isRegularFile(folder.settings()) || JobBook.names(jobs).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(JobBook.read(folder, jobs, shipped(), software, clock));
  }

  private static @Nullable Path shipped() {
    Path shipped = Path.of(System.getProperty("bidui.app", "")).resolve("jobs");
    return Files.isDirectory(shipped) ? shipped : null;
  }

  /** Which times have passed, as the journal tells. */
  Timetable table(JobBook book) throws Exception {
    return new Timetable(book, journal().state(), Beginning.of(folder), now(), clock.getZone());
  }

  /** The last night that was published. */
  Optional<Published> night() throws Exception {
    return journal().state().latest();
  }

  /** Where its {@code run.json} stands. */
  Path runJson(Published night) {
    return runJson(folder.report(night.asOf()));
  }
}
