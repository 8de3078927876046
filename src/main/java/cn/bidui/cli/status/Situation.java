package cn.bidui.cli.status;

import cn.bidui.batch.NowFile;
import cn.bidui.collect.Inbox;
import cn.bidui.collect.InboxLook;
import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.HeldFiles;
import cn.bidui.ledger.JournalOutline;
import cn.bidui.ledger.LeaseLook;
import cn.bidui.ledger.RunLog;
import cn.bidui.plan.Mistakes;
import cn.bidui.plan.Settings;
import cn.bidui.plan.WorkFolder;
import cn.bidui.plan.Yaml;
import cn.bidui.report.PublishedAccounts;
import cn.bidui.source.Batch;
import cn.bidui.source.ListKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How a work folder stands at this moment.
 *
 * @param now what the run at work says of itself; empty if none is at work
 * @param last the last publication; empty if there is none
 * @param cutShort the run that began after the last publication, is over and has not published
 * @param lists the lists in use, in the order of their kinds
 * @param missing needed lists of which none is in use
 * @param held files that wait for a person
 * @param inbox how many files wait in the inbox to be taken; empty if it cannot be looked into
 * @param unready how many there cannot be taken as they are
 * @param backup when the last backup was made, and its bytes
 * @param drill the last drill
 * @param freeBytes how much may still be written
 */
record Situation(
    WorkFolder folder,
    Settings.Database database,
    Instant at,
    ZoneId zone,
    LocalDate today,
    LeaseLook lease,
    Optional<NowFile.Now> now,
    Optional<LastNight> last,
    Optional<RunLog.Run> cutShort,
    List<ListAge> lists,
    List<ListKind> missing,
    List<FileAnswered> held,
    OptionalInt inbox,
    int unready,
    Optional<JournalOutline.Noted> backup,
    Optional<JournalOutline.Noted> drill,
    long freeBytes) {

  /**
   * The last publication.
   *
   * @param at when it was published
   * @param accounts what its {@code run.json} says; empty if that cannot be read
   */
  record LastNight(Published night, Instant at, String job, Optional<PublishedAccounts> accounts) {}

  /**
   * A list in use.
   *
   * @param oldest the oldest data date among its files, as they count each for its own units
   * @param days its age on the day of the look
   * @param most how old it may be by the settings; empty if any age will do
   */
  record ListAge(ListKind list, int files, LocalDate oldest, long days, OptionalInt most) {

    /** Whether it is older than it may be. */
    boolean stale() {
      return most.isPresent() && days > most.getAsInt();
    }
  }

  /**
   * Looks.
   *
   * @param clock in the zone of business dates
   * @param asOf the business date that ages are counted to; empty: today
   * @param lease as it was before the journal was read
   * @throws IOException if the settings or the disk cannot be read
   */
  static Situation of(
      WorkFolder folder,
      Clock clock,
      Optional<LocalDate> asOf,
      LeaseLook lease,
      JournalOutline journal)
      throws IOException {
    Settings settings =
        Settings.read("", Yaml.text(Files.readAllBytes(folder.settings())), new Mistakes());
    LocalDate today = asOf.orElseGet(() -> LocalDate.now(clock));
    Optional<Published> night = journal.state().latest();
    List<Batch> used = night.map(Published::effective).orElse(List.of());
    Optional<InboxLook> inbox = inbox(folder);
    return new Situation(
        folder,
        settings.database(),
        clock.instant(),
        clock.getZone(),
        today,
        lease,
        lease.held() ? NowFile.of(folder).read() : Optional.empty(),
        night.map(published -> last(published, journal, folder)),
        lease.held() ? Optional.empty() : cutShort(journal),
        ages(used, settings, today),
        missing(used, night.isPresent()),
        HeldFiles.of(journal.state()),
        inbox.map(look -> OptionalInt.of(look.arrivals().size())).orElse(OptionalInt.empty()),
        inbox.map(look -> look.waiting().size()).orElse(0),
        newest(journal.noted("backed-up")),
        newest(journal.noted("drilled")),
        Files.getFileStore(folder.home()).getUsableSpace());
  }

  private static LastNight last(Published night, JournalOutline journal, WorkFolder folder) {
    Optional<RunLog.Run> run =
        journal.runs().last(Integer.MAX_VALUE).stream()
            .filter(each -> each.runId().equals(night.runId()))
            .findFirst();
    return new LastNight(
        night,
        run.flatMap(RunLog.Run::published)
            .or(() -> journal.newest("published"))
            .orElse(Instant.EPOCH),
        run.map(RunLog.Run::job).orElse(""),
        accounts(folder.report(night.asOf())));
  }

  /** What a published night says of itself; empty if it cannot be read. */
  static Optional<PublishedAccounts> accounts(Path report) {
    try {
      return Optional.of(PublishedAccounts.read(report.resolve("data").resolve("run.json")));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static Optional<RunLog.Run> cutShort(JournalOutline journal) {
    return journal.runs().last(1).stream().filter(run -> run.published().isEmpty()).findFirst();
  }

  private static List<ListAge> ages(List<Batch> used, Settings settings, LocalDate today) {
    List<ListAge> ages = new ArrayList<>();
    for (ListKind kind : ListKind.values()) {
      List<LocalDate> dates =
          used.stream().filter(batch -> batch.list() == kind).map(Batch::dataDate).toList();
      dates.stream()
          .min(Comparator.naturalOrder())
          .ifPresent(
              oldest ->
                  ages.add(
                      new ListAge(
                          kind,
                          dates.size(),
                          oldest,
                          ChronoUnit.DAYS.between(oldest, today),
                          settings.list(kind).maxAgeDays())));
    }
    return ages;
  }

  /** Before the first night nothing is missing yet. */
  private static List<ListKind> missing(List<Batch> used, boolean night) {
    return Arrays.stream(ListKind.values())
        .filter(kind -> night && kind.needed())
        .filter(kind -> used.stream().noneMatch(batch -> batch.list() == kind))
        .toList();
  }

  private static Optional<InboxLook> inbox(WorkFolder folder) {
    try {
      return Optional.of(Inbox.of(folder.inbox()).look(Duration.ZERO, Set.of()));
    } catch (IOException away) {
      return Optional.empty();
    }
  }

  private static Optional<JournalOutline.Noted> newest(List<JournalOutline.Noted> noted) {
    return noted.isEmpty() ? Optional.empty() : Optional.of(noted.get(noted.size() - 1));
  }
}
