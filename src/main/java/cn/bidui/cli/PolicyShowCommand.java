package cn.bidui.cli;

import cn.bidui.person.Boarding;
import cn.bidui.person.Grade;
import cn.bidui.person.Stage;
import cn.bidui.plan.AidPolicies;
import cn.bidui.plan.Category;
import cn.bidui.plan.Mistake;
import cn.bidui.plan.Mistakes;
import cn.bidui.plan.NamedText;
import cn.bidui.plan.PolicyLine;
import cn.bidui.report.PolicyTable;
import cn.bidui.source.Term;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bidui policy show}: what a pupil is due by the policies in a term. Changes nothing. */
@Command(name = "show")
final class PolicyShowCommand implements Callable<Integer> {

  private static final String BETWEEN = "[,，、;；\\s]+";

  @Mixin private Options options = new Options();

  @Option(names = "--term", paramLabel = "TERM", descriptionKey = "policy.term")
  private String term = "";

  @Option(names = "--stage", paramLabel = "STAGE", descriptionKey = "policy.stage")
  private String stage = "";

  @Option(names = "--boarding", paramLabel = "BOARDING", descriptionKey = "policy.boarding")
  private String boarding = "";

  @Option(names = "--category", paramLabel = "CATEGORY", descriptionKey = "policy.category")
  private String category = "";

  @Option(names = "--policies", paramLabel = "NAMES", descriptionKey = "policy.policies")
  private String policies = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  private boolean understood = true;

  @Override
  public Integer call() throws IOException {
    Term wanted = term();
    List<Stage> stages = stages();
    @Nullable Boarding attends = boarding();
    Set<Category> held = categories();
    Optional<AidPolicies> read = policies();
    if (!understood || read.isEmpty()) {
      return ExitCode.USAGE;
    }
    PrintWriter out = spec.commandLine().getOut();
    options.say(out, "cli.policy.by", String.join(" → ", read.get().titles()));
    for (Stage one : stages) {
      show(out, wanted, one, read.get().lines(wanted, one, attends, held));
    }
    return ExitCode.DONE;
  }

  private void show(PrintWriter out, Term wanted, Stage one, List<PolicyLine> lines) {
    out.println();
    String name = options.messages().text("cli.policy.stage." + code(one));
    if (lines.isEmpty()) {
      options.say(out, "cli.policy.nothing", wanted.label(), name);
      return;
    }
    options.say(out, "cli.policy.head", wanted.label(), name);
    new PolicyTable(options.messages()).lines(one, lines).forEach(out::println);
    out.flush();
  }

  private Term term() {
    Optional<Term> found = term.isEmpty() ? Optional.of(Term.of(options.asOf())) : Term.find(term);
    return found.orElseGet(
        () -> {
          unknown("cli.policy.unknown-term", term, "");
          return Term.of(options.asOf());
        });
  }

  private List<Stage> stages() {
    if (stage.isEmpty()) {
      return List.of(Stage.values());
    }
    Optional<Stage> found =
        Arrays.stream(Stage.values())
            .filter(one -> one.label().equals(stage) || code(one).equals(stage))
            .findFirst()
            .or(() -> Grade.read(stage).map(Grade::stage));
    if (found.isEmpty()) {
      unknown(
          "cli.policy.unknown-stage", stage, names(Arrays.stream(Stage.values()), Stage::label));
    }
    return found.stream().toList();
  }

  private @Nullable Boarding boarding() {
    return switch (boarding) {
      case "" -> null;
      case "寄宿", "寄宿生", "住校", "boarder" -> Boarding.BOARDER;
      case "走读", "走读生", "非寄宿", "day" -> Boarding.DAY;
      default -> {
        unknown("cli.policy.unknown-boarding", boarding, "寄宿、走读、boarder、day");
        yield null;
      }
    };
  }

  private Set<Category> categories() {
    Set<Category> held = EnumSet.noneOf(Category.class);
    for (String word : words(category)) {
      Optional<Category> found =
          Arrays.stream(Category.values())
              .filter(one -> one.label().equals(word) || one.code().equals(word))
              .findFirst();
      if (found.isEmpty()) {
        unknown(
            "cli.policy.unknown-category",
            word,
            names(Arrays.stream(Category.values()), Category::label));
      }
      found.ifPresent(held::add);
    }
    return held;
  }

  private Optional<AidPolicies> policies() throws IOException {
    PolicyShelf shelf = PolicyShelf.read(options);
    List<String> names = policies.isEmpty() ? shelf.ofNights() : words(policies);
    Mistakes mistakes = new Mistakes();
    List<NamedText> files = new ArrayList<>();
    for (String name : names) {
      Optional<NamedText> file = shelf.named(name);
      if (file.isEmpty()) {
        mistakes.add(new Mistake("--policies", 0, "plan.no-policy", List.of(name)));
      }
      file.ifPresent(files::add);
    }
    PrintWriter err = spec.commandLine().getErr();
    if (names.isEmpty()) {
      options.say(err, "cli.policy.none");
      return Optional.empty();
    }
    AidPolicies read = AidPolicies.read(files, mistakes);
    return new Order(options, err).sound(mistakes) ? Optional.of(read) : Optional.empty();
  }

  private void unknown(String key, String word, String known) {
    understood = false;
    options.say(spec.commandLine().getErr(), key, word, known);
  }

  private static List<String> words(String list) {
    return Arrays.stream(list.split(BETWEEN, -1)).filter(word -> !word.isEmpty()).toList();
  }

  private static <T> String names(Stream<T> things, java.util.function.Function<T, String> name) {
    return things.map(name).collect(Collectors.joining("、"));
  }

  private static String code(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }
}
