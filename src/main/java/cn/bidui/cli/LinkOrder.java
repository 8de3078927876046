package cn.bidui.cli;

import cn.bidui.link.LinkLimits;
import cn.bidui.link.weigh.LinkModel;
import cn.bidui.link.weigh.ModelText;
import cn.bidui.plan.LinkPlan;
import cn.bidui.plan.LinkPlan.LinkList;
import cn.bidui.plan.LinkPlan.Outcome;
import cn.bidui.plan.Mistake;
import cn.bidui.plan.Mistakes;
import cn.bidui.plan.Yaml;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is to be linked: the plan, the file of each of its lists, the model if one is given. */
final class LinkOrder {

  private static final String COMMAND = "bidui link";

  private final Options options;
  private final PrintWriter err;
  private final Mistakes mistakes = new Mistakes();
  private final List<Path> files = new ArrayList<>();
  private @Nullable LinkPlan plan;
  private @Nullable LinkModel model;

  LinkOrder(Options options, PrintWriter err) {
    this.options = options;
    this.err = err;
  }

  /** Whether everything is there and right; if not, all that is wrong has been told. */
  boolean read(String planName, List<String> assignments, @Nullable Path modelFile)
      throws IOException {
    Path file = planFile(planName);
    if (!Files.isRegularFile(file)) {
      options.say(err, "cli.link.no-plan", planName);
      return false;
    }
    String text = Yaml.text(Files.readAllBytes(file));
    Optional<LinkPlan> read = LinkPlan.read(planName, text, mistakes);
    read.ifPresent(whole -> assign(whole, file, given(whole, assignments)));
    if (read.isPresent() && modelFile != null) {
      model = model(read.get(), modelFile);
    }
    return new Order(options, err).sound(mistakes);
  }

  /** A path, else the name of one of the plans that come with the program. */
  private Path planFile(String name) {
    Path file = Path.of(name);
    @Nullable Path jobs = options.jobs();
    return Files.isRegularFile(file) || jobs == null
        ? file
        : jobs.resolve("link").resolve(name + ".yml");
  }

  private Map<String, Path> given(LinkPlan whole, List<String> assignments) {
    Map<String, Path> given = new HashMap<>();
    List<String> names = whole.lists().stream().map(LinkList::name).toList();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      String name = equals < 0 ? "" : assignment.substring(0, equals);
      if (!names.contains(name)) {
        mistake("plan.link.not-a-list", assignment, String.join(", ", names));
      } else {
        given.put(name, Path.of(assignment.substring(equals + 1)));
      }
    }
    return given;
  }

  /**
   * Files that the plan names lie beside it. Persons are linked with as many lists as there are.
   */
  private void assign(LinkPlan whole, Path planFile, Map<String, Path> given) {
    List<LinkList> lists = new ArrayList<>();
    for (LinkList list : whole.lists()) {
      Path named = list.file().isBlank() ? null : planFile.resolveSibling(list.file());
      @Nullable Path file = given.getOrDefault(list.name(), named);
      if (file == null && whole.outcome() != Outcome.PERSON) {
        mistake("plan.link.no-file-given", list.name());
      } else if (file != null) {
        check(list.name(), file);
        lists.add(list);
        files.add(file);
      }
    }
    if (whole.outcome() == Outcome.PERSON) {
      String known = String.join(", ", LinkLimits.respects());
      for (String name : LinkLimits.notOfPersons(whole)) {
        String place = String.valueOf(planFile.getFileName());
        mistakes.add(new Mistake(place, 0, "plan.link.no-respect", List.of(name, known)));
      }
    }
    if (lists.isEmpty() && whole.outcome() == Outcome.PERSON) {
      String names = whole.lists().stream().map(LinkList::name).collect(Collectors.joining(", "));
      mistake("plan.link.no-file-at-all", names);
    }
    plan = whole.of(lists);
  }

  private void check(String list, Path file) {
    if (!Files.isRegularFile(file)) {
      mistake("plan.link.no-file", list, file.toString());
    }
  }

  private @Nullable LinkModel model(LinkPlan whole, Path file) throws IOException {
    Optional<LinkModel> read =
        Files.isRegularFile(file)
            ? ModelText.read(Files.readString(file, StandardCharsets.ISO_8859_1))
            : Optional.empty();
    if (whole.outcome() == Outcome.PERSON) {
      if (read.filter(LinkLimits::ofPersons).isEmpty()) {
        mistake("plan.link.not-of-persons", file.toString());
      }
    } else if (read.isEmpty()) {
      mistake("plan.link.no-model", file.toString());
    } else if (!fits(read.get(), whole)) {
      mistake(
          "plan.link.other-model",
          String.join(", ", read.get().comparisons()),
          whole.comparisons().stream()
              .map(LinkPlan.LinkComparison::name)
              .collect(Collectors.joining(", ")));
    }
    return read.orElse(null);
  }

  private static boolean fits(LinkModel model, LinkPlan whole) {
    return model
        .comparisons()
        .equals(whole.comparisons().stream().map(LinkPlan.LinkComparison::name).toList());
  }

  private void mistake(String key, String... words) {
    mistakes.add(new Mistake(COMMAND, 0, key, List.of(words)));
  }

  /** With the lists that there is a file for. */
  LinkPlan plan() {
    return java.util.Objects.requireNonNull(plan);
  }

  /** The file of each list of {@link #plan}. */
  List<Path> files() {
    return List.copyOf(files);
  }

  /** The numbers of a plan of persons, weighing by the model if one is given. */
  LinkLimits limits() {
    LinkLimits ofPlan = LinkLimits.of(plan());
    return model == null ? ofPlan : ofPlan.weighingBy(model);
  }

  /** The weights to use; null for those that the lists themselves teach. */
  @Nullable LinkModel model() {
    return model;
  }
}
