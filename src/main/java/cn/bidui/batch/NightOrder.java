package cn.bidui.batch;

import cn.bidui.judge.Rules;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.link.LinkLimits;
import cn.bidui.plan.AidPolicies;
import cn.bidui.plan.ColumnProfiles;
import cn.bidui.plan.JobPlan;
import cn.bidui.plan.LinkPlan;
import cn.bidui.plan.Mistake;
import cn.bidui.plan.Mistakes;
import cn.bidui.plan.NamedText;
import cn.bidui.plan.Settings;
import cn.bidui.plan.WorkFolder;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be done in one night (任务单): everything but the lists and the journal.
 *
 * @param tree the files that it was read from, as they are archived with it
 * @param software the program's version
 * @param clock for receipts and durations only; no finding depends on it
 */
public record NightOrder(
    WorkFolder folder,
    Settings settings,
    JobPlan job,
    ColumnProfiles profiles,
    AidPolicies policies,
    JobTree tree,
    LocalDate asOf,
    String software,
    Clock clock) {

  /** How long the inbox is watched before a file counts as whole, unless the JVM is told else. */
  static final Duration DOUBLE_LOOK = Duration.ofMillis(Long.getLong("bidui.doubleLook", 700));

  /** Reads {@code tree}; whatever is wrong in any of its files goes to {@code mistakes}. */
  public static NightOrder read(
      WorkFolder folder,
      JobTree tree,
      String job,
      LocalDate asOf,
      String software,
      Clock clock,
      Mistakes mistakes) {
    Settings settings =
        Settings.read(JobTree.SETTINGS, tree.texts().getOrDefault(JobTree.SETTINGS, ""), mistakes);
    linkPlan(tree, mistakes);
    String jobFile = JobTree.job(job);
    JobPlan plan =
        JobPlan.read(job, jobFile, tree.texts().getOrDefault(jobFile, ""), ruleCodes(), mistakes);
    closedChannels(settings, plan, mistakes);
    return new NightOrder(
        folder,
        settings,
        plan,
        ColumnProfiles.read(tree.below(JobTree.COLUMNS), mistakes),
        AidPolicies.read(policies(tree, plan, mistakes), mistakes),
        tree,
        asOf,
        software,
        clock);
  }

  /** A message to a channel that is not set up would reach nobody. */
  private static void closedChannels(Settings settings, JobPlan plan, Mistakes mistakes) {
    List<String> open = settings.notifying().channels();
    for (String receiver : plan.receivers()) {
      if (!open.contains(receiver)) {
        List<String> words = List.of(receiver, String.join(", ", open));
        mistakes.add(new Mistake(JobTree.job(plan.name()), 0, "plan.job.receiver", words));
      }
    }
  }

  /** The same for a copy of the work folder, whose index is its own. */
  public NightOrder embedded() {
    return with(Settings.Database.EMBEDDED);
  }

  /** The same with another database. */
  public NightOrder with(Settings.Database database) {
    return new NightOrder(
        folder, settings.with(database), job, profiles, policies, tree, asOf, software, clock);
  }

  /** By what plan persons are linked. */
  public LinkPlan linkPlan() {
    return linkPlan(tree, new Mistakes()).orElseGet(LinkLimits::shippedPlan);
  }

  /** The numbers of that plan; a model that somebody accepted goes before its weights. */
  public LinkLimits linking() {
    return LinkLimits.of(linkPlan());
  }

  /** Nothing if there is none, or mistakes in it. */
  private static Optional<LinkPlan> linkPlan(JobTree tree, Mistakes mistakes) {
    String text = tree.texts().get(JobTree.PERSON);
    Optional<LinkPlan> plan =
        text == null ? Optional.empty() : LinkPlan.read(JobTree.PERSON, text, mistakes);
    plan.filter(read -> read.outcome() != LinkPlan.Outcome.PERSON)
        .ifPresent(
            read -> mistakes.add(new Mistake(JobTree.PERSON, 0, "plan.link.person", List.of())));
    return plan.filter(read -> read.outcome() == LinkPlan.Outcome.PERSON);
  }

  private static Set<String> ruleCodes() {
    return Rules.all().stream().map(RuleCard::code).collect(Collectors.toSet());
  }

  private static List<NamedText> policies(JobTree tree, JobPlan plan, Mistakes mistakes) {
    List<NamedText> texts = new ArrayList<>();
    for (String name : plan.policies()) {
      String file = JobTree.POLICIES + name + ".yml";
      String text = tree.texts().get(file);
      if (text == null) {
        mistakes.add(new Mistake(JobTree.job(plan.name()), 0, "plan.no-policy", List.of(name)));
      } else {
        texts.add(new NamedText(file, text));
      }
    }
    return texts;
  }
}
