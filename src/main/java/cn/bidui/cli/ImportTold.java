package cn.bidui.cli;

import cn.bidui.intake.FileReading;
import cn.bidui.intake.SheetReading;
import cn.bidui.ledger.own.Fate.Left;
import cn.bidui.ledger.own.Reason;
import cn.bidui.source.Problem.FileProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what came of a ledger; figures and places only, no person. */
final class ImportTold {

  private final Options options;
  private final PrintWriter out;
  private final String name;

  ImportTold(Options options, PrintWriter out, String name) {
    this.options = options;
    this.out = out;
    this.name = name;
  }

  int refused(FileReading.Refused refused) {
    for (FileProblem problem : refused.problems()) {
      options.say(
          out, "cli.inspect.refused", name, text(problem, "title"), text(problem, "action"));
    }
    return ExitCode.REFUSED;
  }

  private String text(FileProblem problem, String what) {
    List<String> words = new ArrayList<>(List.of(problem.found()));
    words.addAll(problem.arguments());
    return options.messages().text(problem.text(what), words.toArray());
  }

  void taken(OwnLedgerImport result, String by) {
    options.say(out, "cli.import.done", name, result.taken().size(), by);
    counts(result);
  }

  void tried(OwnLedgerImport result) {
    options.say(out, "cli.import.tried", name, result.taken().size());
    counts(result);
  }

  /** Where the rows are that were left; null if nowhere. */
  void listedIn(@Nullable Path workbook) {
    if (workbook != null) {
      options.say(out, "cli.import.listed", workbook);
    }
  }

  private void counts(OwnLedgerImport result) {
    int taken = result.taken().size();
    int left = result.left().size();
    int blank = result.file().blank();
    int notes = result.file().notes();
    options.say(out, "cli.import.counts", taken + left + blank + notes, taken, left, blank, notes);
    Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
    result.left().stream().map(Left::reason).forEach(why -> reasons.merge(why, 1, Integer::sum));
    reasons.forEach(
        (why, rows) ->
            options.say(out, "cli.import.reason", options.messages().text(why.why()), rows));
    result.file().reading().sheets().stream()
        .filter(sheet -> sheet.state() != SheetReading.State.READ)
        .forEach(this::unread);
  }

  private void unread(SheetReading sheet) {
    String state = sheet.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    options.say(out, "cli.inspect.sheet." + state, name + "!" + sheet.name());
  }
}
