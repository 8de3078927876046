package cn.bidui.cli;

import cn.bidui.report.city.RollUp;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bidui roll-up COUNTY=FOLDER…}: the counties' published nights on one page for the city. It
 * needs no work folder and changes none.
 */
@Command(name = "roll-up")
final class RollUpCommand implements Callable<Integer> {

  @Mixin private Options options = new Options();

  @Parameters(paramLabel = "COUNTY=FOLDER", arity = "1..*", descriptionKey = "roll-up.county")
  private List<String> counties = new ArrayList<>();

  @Option(names = "--out", paramLabel = "FOLDER", required = true, descriptionKey = "roll-up.out")
  private @Nullable Path out;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Path target = Objects.requireNonNull(out, "picocli asks for it").toAbsolutePath();
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return refuse("cli.roll-up.there", target);
    }
    try {
      return call(CountyArguments.of(counties), target);
    } catch (InvalidPathException none) {
      return refuse("cli.roll-up.no-path", none.getInput());
    }
  }

  private int call(CountyArguments named, Path target) throws IOException {
    Optional<Path> twice = named.twice();
    if (twice.isPresent()) {
      return refuse("cli.roll-up.same-folder", twice.get());
    }
    RollUp city = RollUp.read(named.folders(), options.givenAsOf().orElse(null));
    Optional<String> doubled = city.doubledName();
    return doubled.isPresent()
        ? refuse("cli.roll-up.same-name", doubled.get())
        : publish(city, target);
  }

  private int refuse(String key, Object word) {
    options.say(spec.commandLine().getErr(), key, word);
    return ExitCode.USAGE;
  }

  private int publish(RollUp city, Path target) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    city.remarks(options.messages())
        .forEach(remark -> options.say(err, "cli.roll-up.remark", remark));
    Optional<LocalDate> asOf = city.asOf();
    if (asOf.isEmpty()) {
      options.say(err, "cli.roll-up.nothing");
      return ExitCode.REFUSED;
    }
    city.publish(target);
    PrintWriter told = spec.commandLine().getOut();
    int missing = city.counties() - city.counted() - city.apart();
    if (!options.quiet()) {
      options.say(
          told, "cli.roll-up.counties", city.counties(), city.counted(), city.apart(), missing);
    }
    String done = city.counted() == 0 ? "cli.roll-up.done-without" : "cli.roll-up.done";
    options.say(told, done, asOf.get(), city.open(), target);
    return city.counted() == city.counties() ? ExitCode.DONE : ExitCode.REFUSED;
  }
}
