package cn.bidui.cli;

import cn.bidui.link.LinkLimits;
import cn.bidui.link.Linker;
import cn.bidui.link.PersonLinks;
import cn.bidui.link.PlanLinker;
import cn.bidui.link.PlanLinks;
import cn.bidui.link.frame.Frame;
import cn.bidui.link.name.PlainName;
import cn.bidui.plan.LinkPlan.Outcome;
import cn.bidui.report.links.LinkFiles;
import cn.bidui.report.links.LinkRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bidui link PLAN.yml}: links the rows of any lists by a plan, files to files. Starts
 * without an application context and touches no work folder.
 */
@Command(name = "link")
final class LinkCommand implements Callable<Integer> {

  private static final long MILLION = 1_000_000;

  @Mixin private Options options = new Options();

  @Parameters(index = "0", paramLabel = "PLAN.yml", descriptionKey = "link.plan")
  private String plan = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "LIST=FILE",
      descriptionKey = "link.file")
  private List<String> files = new ArrayList<>();

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "link.out")
  private @Nullable Path target;

  @Option(names = "--model", paramLabel = "FILE", descriptionKey = "link.model")
  private @Nullable Path model;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    // One processor reads the plan; the other the characters of names, which come later.
    ForkJoinPool.commonPool().execute(PlainName::prepare);
    PrintWriter err = spec.commandLine().getErr();
    LinkOrder order = new LinkOrder(options, err);
    if (!order.read(plan, files, model)) {
      return ExitCode.USAGE;
    }
    Path folder = target == null ? Path.of("links-" + order.plan().name()) : target;
    LinkFiles out = new LinkFiles(folder);
    if (out.foreign()) {
      options.say(err, "cli.link.foreign", folder);
      return ExitCode.USAGE;
    }
    int exit = within(order, out);
    if (exit == ExitCode.DONE) {
      String shown = folder.toAbsolutePath().normalize().toString();
      options.say(spec.commandLine().getOut(), "cli.link.files", shown);
    }
    return exit;
  }

  /** Whatever was in memory is free again, and nothing was written yet. */
  private int within(LinkOrder order, LinkFiles out) throws IOException {
    try {
      return link(order, out);
    } catch (OutOfMemoryError tooMuch) {
      long megabytes = Runtime.getRuntime().maxMemory() >> 20;
      options.say(spec.commandLine().getErr(), "cli.link.too-large", megabytes);
      return ExitCode.REFUSED;
    }
  }

  private int link(LinkOrder order, LinkFiles out) throws IOException {
    long begun = System.nanoTime();
    PrintWriter err = spec.commandLine().getErr();
    LinkSources sources = new LinkSources(options, err, order.plan(), order.files());
    if (!sources.open()) {
      return sources.exit();
    }
    Optional<Frame> frame = sources.frame();
    if (frame.isEmpty()) {
      return ExitCode.REFUSED;
    }
    Map<String, Long> times = new LinkedHashMap<>();
    times.put("read", since(begun));
    link(order, frame.get(), out, times);
    return ExitCode.DONE;
  }

  private void link(LinkOrder order, Frame frame, LinkFiles out, Map<String, Long> times)
      throws IOException {
    List<String> names =
        order.files().stream().map(file -> String.valueOf(file.getFileName())).toList();
    LinkRun run = new LinkRun("bidui " + Version.number(), names, times);
    LinkSummary summary = new LinkSummary(options, spec.commandLine().getOut(), order.plan());
    summary.head(names, frame);
    if (order.plan().outcome() == Outcome.PERSON) {
      persons(order, frame, out, run, summary);
    } else {
      pairs(order, frame, out, run, summary);
    }
  }

  private static void pairs(
      LinkOrder order, Frame frame, LinkFiles out, LinkRun run, LinkSummary summary)
      throws IOException {
    long begun = System.nanoTime();
    PlanLinks found = PlanLinker.link(frame, order.plan(), order.model());
    run.milliseconds().put("link", since(begun));
    summary.pairs(found, out.write(order.plan(), frame, found, run));
  }

  private static void persons(
      LinkOrder order, Frame frame, LinkFiles out, LinkRun run, LinkSummary summary)
      throws IOException {
    long begun = System.nanoTime();
    LinkLimits limits = order.limits();
    PersonLinks found = new Linker(limits).link(frame, order.plan());
    run.milliseconds().put("link", since(begun));
    summary.persons(found, out.write(order.plan(), frame, found, run), limits);
  }

  private static long since(long begun) {
    return (System.nanoTime() - begun) / MILLION;
  }
}
