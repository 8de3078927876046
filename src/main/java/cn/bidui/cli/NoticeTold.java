package cn.bidui.cli;

import cn.bidui.plan.Program;
import cn.bidui.report.notice.NoticeFacts;
import cn.bidui.report.notice.NoticePeriod;
import cn.bidui.report.notice.PublicList.Taken;
import cn.bidui.source.RowRef;
import cn.bidui.source.Term;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** What {@code bidui notice} says on the screen: counts and places, never a name. */
final class NoticeTold {

  /** As many places are told of each kind; the rest is counted. */
  private static final int PLACES = 50;

  private static final List<Taken> LEFT_OUT =
      List.of(Taken.NO_NAME, Taken.NO_SCHOOL, Taken.MORE_THAN_A_NAME);

  private final Options options;
  private final PrintWriter out;
  private final PrintWriter err;

  NoticeTold(Options options, PrintWriter out, PrintWriter err) {
    this.options = options;
    this.out = out;
    this.err = err;
  }

  /** Nobody to be named: told apart is what was looked at. */
  void nobody(Term term, Program program, int rows, NoticeLines lines, String school) {
    if (rows == 0) {
      options.say(err, "cli.notice.no-term", term.label());
    } else if (lines.granted() == 0) {
      options.say(err, "cli.notice.no-program", term.label(), rows, program.name());
    } else if (school.isBlank()) {
      options.say(err, "cli.notice.nobody", lines.granted());
      leftOut(lines);
    } else {
      String schools = String.join("、", lines.list().schools());
      options.say(err, "cli.notice.no-school", school, schools);
    }
  }

  /** What was written; the exit code says whether somebody had to be left out. */
  int done(
      LocalDate asOf,
      NoticeFacts facts,
      List<String> schools,
      NoticeLines lines,
      Program program,
      Path folder) {
    int pupils = schools.stream().mapToInt(lines.list()::pupils).sum();
    options.say(out, "cli.notice.done", schools.size(), pupils, asOf, folder);
    NoticePeriod period = facts.period();
    options.say(out, "cli.notice.period", period.from(), period.to(), period.days());
    options.say(out, "cli.notice.take-down", period.takeDown());
    if (!facts.title().equals(program.name())) {
      options.say(out, "cli.notice.title", program.name(), facts.title());
    }
    if (facts.contact().isBlank()) {
      options.say(out, "cli.notice.by-hand");
    }
    count("cli.notice.twice", lines.twice());
    count("cli.notice.not-on-roll", lines.notOnRoll());
    places("cli.notice.shortened", lines.places(Taken.SHORTENED));
    return leftOut(lines) ? ExitCode.REFUSED : ExitCode.DONE;
  }

  private void count(String key, int count) {
    if (count > 0) {
      options.say(out, key, count);
    }
  }

  private boolean leftOut(NoticeLines lines) {
    boolean any = places("cli.notice.deceased", lines.deceased());
    for (Taken taken : LEFT_OUT) {
      any |= places("cli.notice.left-out." + code(taken), lines.places(taken));
    }
    return any;
  }

  private static String code(Taken taken) {
    return switch (taken) {
      case NO_NAME -> "no-name";
      case NO_SCHOOL -> "no-school";
      default -> "more";
    };
  }

  private boolean places(String key, List<RowRef> rows) {
    if (rows.isEmpty()) {
      return false;
    }
    options.say(out, key, rows.size());
    for (RowRef row : rows.subList(0, Math.min(PLACES, rows.size()))) {
      String cell = row.sheet().isEmpty() ? "cli.explain.text-cell" : "cli.explain.cell";
      options.say(out, cell, row.file().name(), row.row(), row.sheet());
    }
    if (rows.size() > PLACES) {
      options.say(out, "cli.notice.more", rows.size() - PLACES);
    }
    return true;
  }
}
