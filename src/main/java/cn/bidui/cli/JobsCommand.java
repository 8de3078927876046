package cn.bidui.cli;

import cn.bidui.cli.jobs.Beginning;
import cn.bidui.cli.jobs.JobBook;
import cn.bidui.cli.jobs.JobSheet;
import cn.bidui.cli.jobs.Timetable;
import cn.bidui.ledger.JournalOutline;
import cn.bidui.ledger.JournalState;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bidui jobs}: what will run when, what ran, and what should have. */
@Command(name = "jobs")
final class JobsCommand implements Callable<Integer> {

  @Mixin private Options options = new Options();

  @Option(names = "--json", descriptionKey = "jobs.json")
  private boolean json;

  @Option(names = "--alarm", descriptionKey = "jobs.alarm")
  private boolean alarm;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Order order = new Order(options, err);
    Optional<JobBook> read = order.book();
    if (read.isEmpty()) {
      return ExitCode.USAGE;
    }
    JobBook book = read.get();
    boolean sound = order.sound(book);
    JournalState state = JournalOutline.of(options.folder().home(), List.of()).state();
    Timetable table = table(book, state);
    if (alarm) {
      boolean late = new LateJobs(options, err, clock()).tell(book, table, state);
      return late ? ExitCode.HELD : sound ? ExitCode.DONE : ExitCode.USAGE;
    }
    JobSheet sheet = new JobSheet(book, table, LocalDateTime.now(clock()));
    if (json) {
      out.println(sheet.json());
    } else {
      sheet.text(options.messages()).forEach(out::println);
    }
    return sound ? ExitCode.DONE : ExitCode.USAGE;
  }

  private Clock clock() {
    return options.clock();
  }

  private Timetable table(JobBook book, JournalState state) throws IOException {
    return new Timetable(
        book, state, Beginning.of(options.folder()), clock().instant(), Shanghai.ZONE);
  }
}
