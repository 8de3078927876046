package cn.bidui.cli;

import cn.bidui.batch.JobTree;
import cn.bidui.batch.NightOrder;
import cn.bidui.cli.jobs.JobBook;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.plan.ColumnProfiles;
import cn.bidui.plan.JobPlan;
import cn.bidui.plan.Mistake;
import cn.bidui.plan.Mistakes;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads settings, job, profiles and policies, and tells all of their mistakes at once. */
final class Order {

  private final Options options;
  private final PrintWriter err;

  Order(Options options, PrintWriter err) {
    this.options = options;
    this.err = err;
  }

  /** The order for {@code job}; empty if something is missing or wrong, which has been told. */
  Optional<NightOrder> of(String job) throws IOException {
    Path settings = options.folder().settings();
    if (!Files.isRegularFile(settings)) {
      options.say(err, "cli.home.missing", options.folder().home());
      return Optional.empty();
    }
    @Nullable Path jobs = options.jobs();
    if (jobs == null || !Files.isRegularFile(jobs.resolve(job).resolve("job.yml"))) {
      options.say(err, "cli.jobs.missing", job, jobs == null ? "" : jobs);
      return Optional.empty();
    }
    Mistakes mistakes = new Mistakes();
    NightOrder order =
        NightOrder.read(
            options.folder(),
            JobTree.read(settings, jobs, job),
            job,
            options.asOf(),
            Version.number(),
            options.clock(),
            mistakes);
    return sound(mistakes) ? Optional.of(order) : Optional.empty();
  }

  /**
   * All jobs, and when they run; their mistakes are told, and leave the others as they are. Empty
   * if there is no work folder or no job, which has been told.
   */
  Optional<JobBook> book() throws IOException {
    if (!Files.isRegularFile(options.folder().settings())) {
      options.say(err, "cli.home.missing", options.folder().home());
      return Optional.empty();
    }
    @Nullable Path jobs = options.jobs();
    if (jobs == null || JobBook.names(jobs).isEmpty()) {
      options.say(err, "cli.jobs.missing", "nightly", jobs == null ? "" : jobs);
      return Optional.empty();
    }
    return Optional.of(
        JobBook.read(
            options.folder(), jobs, options.shippedJobs(), Version.number(), options.clock()));
  }

  /** The order for {@code job}, or for the one that runs in its place on {@code day}. */
  Optional<NightOrder> standingInFor(String job, LocalDate day) throws IOException {
    Optional<JobBook> book = book();
    return book.isEmpty()
        ? Optional.empty()
        : of(book.get().standIn(job, day).map(JobPlan::name).orElse(job));
  }

  /** The order of a night that was published, from what was archived with it. */
  Optional<NightOrder> of(Published night, Archive archive) throws IOException {
    try (InputStream blob = archive.open(night.jobs())) {
      Mistakes mistakes = new Mistakes();
      JobTree tree = JobTree.parse(blob.readAllBytes());
      NightOrder order =
          NightOrder.read(
              options.folder(),
              tree,
              tree.job(),
              night.asOf(),
              night.software(),
              options.clock(),
              mistakes);
      return sound(mistakes) ? Optional.of(order) : Optional.empty();
    }
  }

  /** The column profiles alone, for commands that only read. */
  Optional<ColumnProfiles> profiles() throws IOException {
    @Nullable Path jobs = options.jobs();
    if (jobs == null) {
      options.say(err, "cli.jobs.missing", "nightly", "");
      return Optional.empty();
    }
    Mistakes mistakes = new Mistakes();
    ColumnProfiles profiles = ColumnProfiles.read(JobTree.folder(jobs, JobTree.COLUMNS), mistakes);
    return sound(mistakes) ? Optional.of(profiles) : Optional.empty();
  }

  /** Whether there are no mistakes; if there are, all of them are told. */
  boolean sound(Mistakes mistakes) {
    return sound(mistakes.all(), "cli.mistakes");
  }

  /** The same of all jobs together: a run tells those of its own job. */
  boolean sound(JobBook book) {
    return sound(book.mistakes(), "cli.mistakes-of-jobs");
  }

  private boolean sound(List<Mistake> mistakes, String key) {
    if (mistakes.isEmpty()) {
      return true;
    }
    options.say(err, key, mistakes.size());
    for (Mistake mistake : mistakes) {
      String what = options.messages().text(mistake.key(), mistake.words().toArray());
      if (mistake.line() > 0) {
        options.say(err, "cli.mistake.line", mistake.file(), mistake.line(), what);
      } else {
        options.say(err, "cli.mistake.file", mistake.file(), what);
      }
    }
    return false;
  }
}
