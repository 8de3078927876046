package cn.bidui.cli;

import cn.bidui.source.Messages;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in the user's language: picocli speaks English only. */
final class UsageMistakes {

  private UsageMistakes() {}

  /** Says what is wrong and how the command is used. */
  static int tell(ParameterException mistake, Messages messages) {
    PrintWriter err = mistake.getCommandLine().getErr();
    err.println(messages.text("cli.error.usage", sentence(mistake, messages)));
    if (mistake instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      err.println(
          messages.text("cli.usage.suggest", String.join(" | ", unmatched.getSuggestions())));
    }
    mistake.getCommandLine().usage(err);
    return ExitCode.USAGE;
  }

  private static String sentence(ParameterException mistake, Messages messages) {
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      String kind = unmatched.isUnknownOption() ? "unknown-option" : "unknown-argument";
      return messages.text("cli.usage." + kind, String.join(" ", unmatched.getUnmatched()));
    }
    if (mistake instanceof MissingParameterException missing) {
      return messages.text("cli.usage.missing", names(missing.getMissing()));
    }
    if (mistake instanceof OverwrittenOptionException twice) {
      return messages.text("cli.usage.twice", name(twice.getOverwritten()));
    }
    ArgSpec argument = mistake.getArgSpec();
    if (argument != null && mistake.getValue() != null) {
      return messages.text(
          "cli.usage.value", name(argument), mistake.getValue(), argument.paramLabel());
    }
    return String.valueOf(mistake.getMessage());
  }

  private static String names(List<ArgSpec> arguments) {
    return arguments.stream().map(UsageMistakes::name).collect(Collectors.joining(" "));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
