package cn.bidui.cli.jobs;

import cn.bidui.batch.JobTree;
import cn.bidui.batch.NightOrder;
import cn.bidui.plan.JobPlan;
import cn.bidui.plan.Mistake;
import cn.bidui.plan.Mistakes;
import cn.bidui.plan.Schedule;
import cn.bidui.plan.Settings;
import cn.bidui.plan.WorkCalendar;
import cn.bidui.plan.WorkFolder;
import cn.bidui.plan.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All jobs of a work folder (任务册), and every mistake in any of them.
 *
 * @param jobs by name
 * @param settings with defaults where something is wrong in them
 * @param days which days are working days, and when school begins
 * @param mistakes in settings, jobs and what belongs to them
 * @param broken names of jobs that cannot run because of them
 */
public record JobBook(
    List<JobPlan> jobs,
    Settings settings,
    Schedule.Days days,
    List<Mistake> mistakes,
    Set<String> broken) {

  private static final String CALENDAR = "calendar.yml";

  public JobBook {
    jobs = List.copyOf(jobs);
    mistakes = List.copyOf(mistakes);
    broken = Set.copyOf(broken);
  }

  /** The names of the jobs in the folder {@code jobs}, in order. */
  public static List<String> names(Path jobs) throws IOException {
    try (Stream<Path> folders = Files.list(jobs)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve("job.yml")))
          .map(folder -> String.valueOf(folder.getFileName()))
          .sorted()
          .toList();
    }
  }

  /**
   * Reads all of them.
   *
   * @param jobs the folder of jobs
   * @param shipped the program's own; of its calendar are the years that the other does not have.
   *     null if there is none
   */
  public static JobBook read(
      WorkFolder folder, Path jobs, @Nullable Path shipped, String software, Clock clock)
      throws IOException {
    Set<Mistake> all = new LinkedHashSet<>();
    Set<String> broken = new TreeSet<>();
    List<JobPlan> plans = new ArrayList<>();
    Settings settings = Settings.DEFAULT;
    for (String name : names(jobs)) {
      Mistakes mistakes = new Mistakes();
      NightOrder order = order(folder, jobs, name, software, clock, mistakes);
      if (!mistakes.none()) {
        broken.add(name);
      }
      all.addAll(mistakes.all());
      plans.add(order.job());
      settings = order.settings();
    }
    plans.forEach(plan -> plan.timing().unclear().ifPresent(all::add));
    all.addAll(between(plans));
    for (List<String> circle : circles(plans)) {
      broken.add(circle.get(0));
      all.add(inPlaceOfEachOther(circle));
    }
    Mistakes ofCalendar = new Mistakes();
    WorkCalendar calendar = calendar(jobs, ofCalendar);
    all.addAll(ofCalendar.all());
    if (shipped != null) {
      calendar = calendar.or(calendar(shipped, new Mistakes()));
    }
    return new JobBook(
        plans,
        settings,
        new Schedule.Days(calendar, settings.termStarts()),
        List.copyOf(all),
        broken);
  }

  private static NightOrder order(
      WorkFolder folder, Path jobs, String name, String software, Clock clock, Mistakes mistakes)
      throws IOException {
    JobTree tree = JobTree.read(folder.settings(), jobs, name);
    return NightOrder.read(folder, tree, name, LocalDate.now(clock), software, clock, mistakes);
  }

  private static WorkCalendar calendar(Path jobs, Mistakes mistakes) throws IOException {
    Path file = jobs.resolve(CALENDAR);
    return Files.isRegularFile(file)
        ? WorkCalendar.read("jobs/" + CALENDAR, Yaml.text(Files.readAllBytes(file)), mistakes)
        : WorkCalendar.NONE;
  }

  /** Jobs that name other jobs. */
  private static List<Mistake> between(List<JobPlan> plans) {
    String nights =
        plans.stream()
            .filter(JobPlan::nightly)
            .map(JobPlan::name)
            .collect(Collectors.joining(", "));
    List<Mistake> mistakes = new ArrayList<>();
    for (JobPlan plan : plans) {
      List<String> named = new ArrayList<>(plan.timing().replaces());
      if (!plan.timing().after().isEmpty()) {
        named.add(plan.timing().after());
      }
      for (String other : named) {
        boolean there =
            plans.stream().anyMatch(each -> each.nightly() && each.name().equals(other));
        if (!there || other.equals(plan.name())) {
          mistakes.add(
              new Mistake(JobTree.job(plan.name()), 0, "plan.job.other", List.of(other, nights)));
        }
      }
    }
    return mistakes;
  }

  /** For each job that stands in for itself by way of others: the way, from it and back to it. */
  private static List<List<String>> circles(List<JobPlan> plans) {
    Map<String, List<String>> replaces = new TreeMap<>();
    plans.forEach(plan -> replaces.put(plan.name(), plan.timing().replaces()));
    return replaces.keySet().stream()
        .map(name -> way(name, replaces))
        .filter(way -> !way.isEmpty())
        .toList();
  }

  /** The shortest way back to a job by way of others; empty if there is none. */
  private static List<String> way(String home, Map<String, List<String>> replaces) {
    Set<String> seen = new TreeSet<>(Set.of(home));
    Deque<List<String>> ways = new ArrayDeque<>(List.of(List.of(home)));
    while (!ways.isEmpty()) {
      List<String> way = ways.remove();
      for (String next : replaces.getOrDefault(way.get(way.size() - 1), List.of())) {
        List<String> longer = Stream.concat(way.stream(), Stream.of(next)).toList();
        if (next.equals(home) && way.size() > 1) {
          return longer;
        }
        if (seen.add(next)) {
          ways.add(longer);
        }
      }
    }
    return List.of();
  }

  private static Mistake inPlaceOfEachOther(List<String> circle) {
    return new Mistake(
        JobTree.job(circle.get(0)),
        0,
        "plan.job.circle",
        List.of(String.join(" → ", circle), circle.get(1)));
  }

  /** Whether a mistake in its settings keeps it from running by itself. */
  public boolean heldBack(JobPlan job) {
    return broken.contains(job.name()) || job.timing().unclear().isPresent();
  }

  /** The job of that name. */
  public Optional<JobPlan> job(String name) {
    return jobs.stream().filter(job -> job.name().equals(name)).findFirst();
  }

  /** Whether {@code job} runs by itself on {@code day}: no other job stands in for it then. */
  public boolean runs(JobPlan job, LocalDate day) {
    return on(job, day) && standIn(job.name(), day).isEmpty();
  }

  /** The job that runs in place of the one of that name on {@code day}. */
  public Optional<JobPlan> standIn(String name, LocalDate day) {
    return jobs.stream()
        .filter(other -> other.timing().replaces().contains(name))
        .filter(other -> !broken.contains(other.name()))
        .filter(other -> on(other, day))
        .findFirst();
  }

  private boolean on(JobPlan job, LocalDate day) {
    return job.timing().schedule().filter(schedule -> schedule.when().on(day, days)).isPresent();
  }
}
