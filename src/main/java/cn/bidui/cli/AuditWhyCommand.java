package cn.bidui.cli;

import cn.bidui.batch.NightOrder;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.JournalOutline;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.LedgerFinding;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
 * {@code bidui audit why FINDING}: what a finding said on a night, from what rules, rows, links and
 * answers of then, and whether it comes out the same today. Changes nothing, unless whole ids are
 * asked for: that is on record first.
 */
@Command(name = "why")
final class AuditWhyCommand implements Callable<Integer> {

  private static final Duration WAIT = Duration.ofSeconds(60);

  @Mixin private Options options = new Options();

  @Parameters(paramLabel = "FINDING", arity = "1", descriptionKey = "explain.finding")
  private String id = "";

  @Option(names = "--date", paramLabel = "YYYY-MM-DD", descriptionKey = "audit.date")
  private @Nullable LocalDate date;

  @Option(names = "--full-ids", descriptionKey = "forms.full-ids")
  private boolean fullIds;

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  private String by = "";

  @Option(names = "--purpose", paramLabel = "TEXT", descriptionKey = "forms.purpose")
  private String purpose = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (fullIds && (by.isBlank() || purpose.isBlank())) {
      return refuse("cli.forms.who-and-why");
    }
    // Which nights there are stands in few of its lines; what was so before one is read afterwards.
    JournalState state = JournalOutline.of(options.folder().home(), List.of()).state();
    Archive archive = options.archive(state);
    if (state.latest().isEmpty()) {
      options.sayNothingPublished(err, "cli.explain.none");
      return ExitCode.USAGE;
    }
    for (Published night : nights(state)) {
      Optional<LedgerFinding> found = PublishedFindings.on(night, id, archive);
      if (found.isPresent()) {
        Optional<NightOrder> order = new Order(options, err).of(night, archive);
        return order.isEmpty() ? ExitCode.USAGE : tell(found.get(), night, order.get(), archive);
      }
    }
    return date == null
        ? refuse("cli.explain.unknown", id)
        : refuse("cli.why.not-that-night", id, date);
  }

  private int refuse(String key, Object... words) {
    options.say(spec.commandLine().getErr(), key, words);
    return ExitCode.USAGE;
  }

  /** The night that is asked for, else all, the last first. */
  private List<Published> nights(JournalState state) {
    if (date != null) {
      return state.publicationOf(date).map(List::of).orElse(List.of());
    }
    List<Published> nights = new ArrayList<>(state.publications());
    Collections.reverse(nights);
    return nights;
  }

  private int tell(LedgerFinding found, Published night, NightOrder order, Archive archive)
      throws IOException {
    int recorded = fullIds ? reveal(archive) : ExitCode.DONE;
    return recorded == ExitCode.DONE
        ? new WhyScreen(options, spec.commandLine().getOut(), night, order, archive)
            .tell(found, fullIds)
        : recorded;
  }

  /** What is told whole is on record before it is told. */
  private int reveal(Archive archive) throws IOException {
    return new UnderLease(options, spec.commandLine().getErr(), WAIT)
        .journal(
            journal -> {
              String why = archive.put(purpose.strip().getBytes(StandardCharsets.UTF_8));
              journal.append(new Entry.Revealed("why", 1, by.strip(), why, options.asOf()));
              return ExitCode.DONE;
            });
  }
}
