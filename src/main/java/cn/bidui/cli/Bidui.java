package cn.bidui.cli;

import cn.bidui.batch.NightFailure;
import cn.bidui.ledger.JournalDamagedException;
import cn.bidui.ledger.LeaseLostException;
import cn.bidui.source.Messages;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The program as a user sees it. */
@Command(name = "bidui", versionProvider = Version.class)
public final class Bidui implements Runnable {

  /** In the order in which the help tells them. */
  private static final List<Map.Entry<String, Class<?>>> COMMANDS =
      List.of(
          Map.entry("init", InitCommand.class),
          Map.entry("demo", DemoCommand.class),
          Map.entry("run", RunCommand.class),
          Map.entry("watch", WatchCommand.class),
          Map.entry("jobs", JobsCommand.class),
          Map.entry("inspect", InspectCommand.class),
          Map.entry("sources", SourcesCommand.class),
          Map.entry("explain", ExplainCommand.class),
          Map.entry("answer", AnswerCommand.class),
          Map.entry("import-ledger", ImportLedgerCommand.class),
          Map.entry("remember", RememberCommand.class),
          Map.entry("withdraw", WithdrawCommand.class),
          Map.entry("case", CaseCommand.class),
          Map.entry("cases", CasesCommand.class),
          Map.entry("undo", UndoCommand.class),
          Map.entry("duties", DutiesCommand.class),
          Map.entry("report", ReportCommand.class),
          Map.entry("roll-up", RollUpCommand.class),
          Map.entry("notice", NoticeCommand.class),
          Map.entry("forms", FormsCommand.class),
          Map.entry("doctor", DoctorCommand.class),
          Map.entry("status", StatusCommand.class),
          Map.entry("rebuild", RebuildCommand.class),
          Map.entry("move-database", MoveDatabaseCommand.class),
          Map.entry("audit", AuditCommand.class),
          Map.entry("purge", PurgeCommand.class),
          Map.entry("backup", BackupCommand.class),
          Map.entry("restore", RestoreCommand.class),
          Map.entry("drill", DrillCommand.class),
          Map.entry("keys", KeysCommand.class),
          Map.entry("person", PersonCommand.class),
          Map.entry("link", LinkCommand.class),
          Map.entry("link-train", LinkTrainCommand.class),
          Map.entry("policy", PolicyCommand.class));

  @Mixin private Options options = new Options();

  @CommandLine.Option(names = "--version", versionHelp = true, descriptionKey = "version")
  @SuppressWarnings("UnusedVariable") // Picocli prints the version when the option is there.
  private boolean version;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs one command line and tells its exit code. */
  public static int execute(String... arguments) {
    PrintWriter out = writer(System.out);
    return commandLine(arguments).setOut(out).setErr(writer(System.err)).execute(arguments);
  }

  /**
   * A printed page is UTF-8 everywhere; consoles that want another charset are told by the script.
   */
  private static PrintWriter writer(java.io.PrintStream stream) {
    return new PrintWriter(
        new java.io.OutputStreamWriter(stream, java.nio.charset.StandardCharsets.UTF_8), true);
  }

  static CommandLine commandLine(String... arguments) {
    Messages messages = language(arguments);
    CommandLine line = new CommandLine(new Bidui());
    for (Class<?> command : commands(arguments)) {
      line.addSubcommand(command);
    }
    ResourceBundle usage =
        ResourceBundle.getBundle(
            "messages.usage",
            messages == Messages.EN ? Locale.ENGLISH : Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    prepare(line, usage);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    Handling handling = new Handling(messages);
    line.setExecutionStrategy(handling);
    line.setParameterExceptionHandler(handling);
    line.setExecutionExceptionHandler(handling);
    return line;
  }

  /**
   * Where the command stands first, only that one: to make all of them ready takes longer than a
   * small linkage.
   */
  private static List<Class<?>> commands(String... arguments) {
    List<Class<?>> asked =
        COMMANDS.stream()
            .filter(command -> arguments.length > 0 && command.getKey().equals(arguments[0]))
            .<Class<?>>map(Map.Entry::getValue)
            .toList();
    return asked.isEmpty() ? COMMANDS.stream().<Class<?>>map(Map.Entry::getValue).toList() : asked;
  }

  private static void prepare(CommandLine line, ResourceBundle usage) {
    line.setResourceBundle(usage);
    line.getCommandSpec().exitCodeOnInvalidInput(ExitCode.USAGE);
    line.getCommandSpec().exitCodeOnExecutionException(ExitCode.BUG);
    for (CommandLine sub : line.getSubcommands().values()) {
      prepare(sub, usage);
    }
  }

  /** The language has to be known before the line is parsed: mistakes in it are told too. */
  private static Messages language(String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equalsIgnoreCase("--lang=en")
          || (arguments[i].equals("--lang")
              && i + 1 < arguments.length
              && arguments[i + 1].equalsIgnoreCase("en"))) {
        return Messages.EN;
      }
    }
    return Messages.ZH;
  }

  /**
   * Options that stand before the command ({@code bidui --home DIR run}) are the command's: picocli
   * would keep them to itself, and the run would take another work folder in silence.
   */
  private static int run(ParseResult parsed) {
    List<OptionSpec> given = new ArrayList<>();
    for (ParseResult command = parsed; command.hasSubcommand(); ) {
      given.addAll(command.matchedOptions());
      command = command.subcommand();
      handDown(given, command);
    }
    HomeCheck.before(last(parsed));
    return new CommandLine.RunLast().execute(parsed);
  }

  private static ParseResult last(ParseResult parsed) {
    return parsed.hasSubcommand() ? last(parsed.subcommand()) : parsed;
  }

  private static void handDown(List<OptionSpec> given, ParseResult command) {
    for (OptionSpec option : given) {
      OptionSpec same = command.commandSpec().findOption(option.longestName());
      if (same != null && !command.hasMatchedOption(same)) {
        same.setValue(option.<Object>getValue());
      }
    }
  }

  /** Without a command: how to use it. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), options.messages().text("cli.error.no-command"));
  }

  /**
   * How a command line is run, and what its mistakes and failures mean to a user. A class, for
   * picocli is compiled for such an old Java that what a lambda implements of it, or is called on,
   * is left out of the archive of classes ({@code scripts/bidui}) and takes long to load.
   */
  private static final class Handling
      implements IExecutionStrategy, IParameterExceptionHandler, IExecutionExceptionHandler {

    private final Messages messages;

    Handling(Messages messages) {
      this.messages = messages;
    }

    @Override
    public int execute(ParseResult parsed) {
      return run(parsed);
    }

    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
      return UsageMistakes.tell(mistake, messages);
    }

    @Override
    public int handleExecutionException(
        Exception failure, CommandLine command, ParseResult parsed) {
      PrintWriter err = command.getErr();
      Optional<String> told = HomeCheck.told(failure, messages);
      if (told.isPresent()) {
        err.println(told.get());
        return ExitCode.IO;
      }
      if (failure instanceof LeaseLostException) {
        err.println(messages.text("cli.lease.lost"));
        return ExitCode.BUSY;
      }
      if (failure instanceof JournalDamagedException damaged) {
        err.println(messages.text("cli.journal.damaged", damaged.verdict().sound().seq()));
        return ExitCode.IO;
      }
      if (NightFailure.machine(failure)) {
        String word = failure.getClass().getSimpleName();
        err.println(
            KeyTrouble.of(failure, messages).orElseGet(() -> messages.text("cli.io", word)));
        return ExitCode.IO;
      }
      org.slf4j.LoggerFactory.getLogger(Bidui.class)
          .error("{} failed: {}", parsed.commandSpec().name(), Traces.of(failure));
      err.println(messages.text("cli.bug", failure.getClass().getSimpleName()));
      return ExitCode.BUG;
    }
  }
}
