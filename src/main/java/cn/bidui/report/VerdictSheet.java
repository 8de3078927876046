package cn.bidui.report;

import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.HashTotals;
import cn.bidui.report.Comparison.Change;
import cn.bidui.source.CellRef;
import cn.bidui.source.FileState;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The first page of an answer (结论): what became of the file, and what to do now. */
final class VerdictSheet {

  private static final Words WORDS = Words.ZH;

  /** More than these nobody reads on a first page. */
  private static final int LISTED = 20;

  /** Remarks on the file as a whole, not on how its sheets were read. */
  private static final Pattern REASON =
      Pattern.compile(
          "report\\.held\\..*|ledger\\..*"
              + "|report\\.note\\.(?:same-as|released|amends|base-|still-open|none-open|row-|withdrawn).*");

  private final LocalDate asOf;
  private final String bureau;
  private final Answer answer;
  private final FileEntry entry;
  private final Causes causes;

  VerdictSheet(LocalDate asOf, String bureau, Answer answer, Causes causes) {
    this.asOf = asOf;
    this.bureau = bureau;
    this.answer = answer;
    this.entry = answer.entry();
    this.causes = causes;
  }

  void write(Page page) {
    page.letter().widths(16, 40, 40);
    page.line(look(), WORDS.text("report.feedback.verdict." + verdict(), open(), taken()));
    page.line(Look.HEADING, rows()).gap();
    identity(page);
    reasons(page);
    fileProblems(page);
    steps(page);
    causes(page);
    if (entry.counts().rows() > 0) {
      if (entry.state() != FileState.ANSWERS) {
        reading(page);
      }
      totals(page);
    }
    page.gap().line(Look.STEP, contact());
  }

  /** A list that is held, or came twice, may still have rows to correct. */
  private String verdict() {
    boolean open = !answer.rejects().isEmpty();
    return switch (entry.state()) {
      case ACCEPTED_WITH_REJECTS, REFUSED -> entry.state().code();
      case HELD -> open ? "held-open" : entry.state().code();
      case ANSWERS -> answer.taken() ? entry.state().code() : open ? "open" : "answers-listed";
      case ACCEPTED, DUPLICATE, SUPERSEDED, WAITING -> open ? "open" : entry.state().code();
    };
  }

  private Look look() {
    if (!answer.taken()) {
      return Look.BAD;
    }
    return switch (entry.state()) {
      case HELD, WAITING -> Look.PENDING;
      default -> Look.GOOD;
    };
  }

  /** Of a correction, those of its list that are still open. */
  private String open() {
    int open = answer.rejects().size();
    return Words.grouped(open == 0 ? entry.counts().rejected() : open);
  }

  private String rejected() {
    return Words.grouped(entry.counts().rejected());
  }

  /** With the rows that came back corrected. */
  private String taken() {
    return Words.grouped(entry.counts().accepted() + entry.takenUp());
  }

  private String accepted() {
    return Words.grouped(entry.counts().accepted());
  }

  /** What was sent in, kind by kind; kinds without rows are not worth a word. */
  private String rows() {
    RowCounts counts = entry.counts();
    if (entry.state() == FileState.REFUSED) {
      return WORDS.text("report.feedback.no-rows");
    } else if (entry.state() == FileState.ANSWERS) {
      return WORDS.text(
          "report.feedback.reply-rows",
          Words.grouped(counts.rows()),
          accepted(),
          rejected(),
          Words.grouped(counts.blank()));
    } else if (counts.rows() == 0) {
      return WORDS.text("report.feedback.none-counted");
    }
    return WORDS.text("report.feedback.rows", Words.grouped(counts.rows()), accepted(), rejected())
        + also("taken-up", entry.takenUp())
        + also("blank", counts.blank())
        + also("duplicate", counts.duplicate())
        + also("note", counts.note());
  }

  private static String also(String kind, int rows) {
    return rows == 0 ? "" : WORDS.text("report.feedback.rows." + kind, Words.grouped(rows));
  }

  private void identity(Page page) {
    pair(page, "file", Folder.shown(entry.file().name()));
    if (!entry.file().unit().isEmpty()) {
      pair(page, "unit", Folder.shown(entry.file().unit()));
    }
    pair(page, "receipt", receipt());
    pair(page, "answered-on", asOf.toString());
    @Nullable Comparison comparison = answer.comparison();
    if (comparison != null) {
      pair(page, "revision", compared(comparison));
    }
  }

  /** {@code R-20260512-0017}. */
  private String receipt() {
    String day = answer.received().format(DateTimeFormatter.BASIC_ISO_DATE);
    return "R-" + day + "-" + String.format(Locale.ROOT, "%04d", answer.receipt());
  }

  private static Column.Styled compared(Comparison comparison) {
    String text =
        WORDS.text(
            "report.feedback.revision",
            comparison.revision(),
            Words.grouped(comparison.count(Change.FIXED)),
            Words.grouped(comparison.count(Change.STILL_WRONG)),
            Words.grouped(comparison.count(Change.NEWLY_WRONG)),
            Words.grouped(comparison.count(Change.VANISHED)));
    return Column.Styled.link(text, "'" + WORDS.text("report.sheet.comparison") + "'!A1");
  }

  /** Why a file is not simply taken or sent back; how it was read stands with the remarks. */
  private void reasons(Page page) {
    List<FileEntry.Note> reasons =
        entry.notes().stream().filter(note -> REASON.matcher(note.key()).matches()).toList();
    if (!reasons.isEmpty()) {
      heading(page, "why");
      Look look = look() == Look.PENDING ? Look.ACTION : Look.STEP;
      reasons.forEach(reason -> page.line(look, WORDS.note(reason)));
    }
  }

  // --- what refused the whole file ------------------------------------------------------------

  private void fileProblems(Page page) {
    List<FileProblem> problems = entry.fileProblems();
    if (problems.size() == 1) {
      onlyOne(page, problems.get(0));
    } else if (!problems.isEmpty()) {
      several(page, problems);
    }
  }

  private static void onlyOne(Page page, FileProblem problem) {
    heading(page, "one-thing");
    page.line(Look.ACTION, WORDS.action(problem, problem.found()));
    heading(page, "why-refused");
    pair(page, "where", place(problem.place()));
    pair(page, "wrong", WORDS.title(problem, problem.found()));
    pair(page, "required", WORDS.expected(problem, problem.found()));
  }

  private static void several(Page page, List<FileProblem> problems) {
    page.gap()
        .line(Look.HEADING, WORDS.text("report.feedback.things", Words.grouped(problems.size())));
    page.cells(Look.HEADER, title("where"), title("wrong"), title("action"));
    problems.stream()
        .limit(LISTED)
        .forEach(
            problem ->
                page.cells(
                    Look.TEXT,
                    place(problem.place()),
                    WORDS.title(problem, problem.found())
                        + "\n"
                        + WORDS.text(
                            "report.feedback.required", WORDS.expected(problem, problem.found())),
                    new Column.Styled(Look.STRONG, WORDS.action(problem, problem.found()))));
    more(page, "more-things", problems.size());
  }

  private static void more(Page page, String key, int all) {
    if (all > LISTED) {
      page.line(Look.NOTE, WORDS.text("report.feedback." + key, Words.grouped(all - LISTED)));
    }
  }

  private static String place(CellRef place) {
    String sheet =
        place.sheet().isEmpty() ? "" : WORDS.text("report.feedback.sheet-of", place.sheet());
    String row = place.row() == 0 ? "" : WORDS.text("report.feedback.row-of", place.row());
    String column =
        place.column().isEmpty() ? "" : WORDS.text("report.feedback.column-of", place.column());
    String all = sheet + row + column;
    return all.isEmpty() ? WORDS.text("report.feedback.whole-file") : all;
  }

  // --- what to do -----------------------------------------------------------------------------

  private void steps(Page page) {
    heading(page, "steps");
    String unit = entry.file().unit();
    String inbox =
        unit.isEmpty()
            ? WORDS.text("report.feedback.inbox")
            : WORDS.text("report.feedback.inbox-of", Folder.shown(unit));
    for (int step = 1; step <= 3; step++) {
      page.line(Look.STEP, WORDS.text("report.feedback.step." + kind() + "." + step, inbox));
    }
  }

  private String kind() {
    if (entry.state() == FileState.ANSWERS) {
      return answer.taken() ? "answers" : "answers-listed";
    }
    if (!answer.taken() && entry.state() != FileState.REFUSED) {
      return answer.returnable() ? "rejects" : "rejects-list";
    }
    if (has(ProblemCode.FILE_UNSAFE)) {
      return "unsafe";
    } else if (has(ProblemCode.OWN_WORKBOOK)) {
      return "own";
    }
    return entry.state() == FileState.ACCEPTED ? "taken" : entry.state().code();
  }

  private boolean has(ProblemCode code) {
    return entry.fileProblems().stream().anyMatch(each -> each.code() == code);
  }

  private void causes(Page page) {
    List<Causes.Group> groups = causes.groups();
    if (groups.isEmpty()) {
      return;
    }
    heading(page, "causes");
    page.spanning(Look.HEADER, title("rows"), title("wrong"));
    List<String> firsts = RejectSheet.firsts(causes);
    for (int at = 0; at < Math.min(LISTED, groups.size()); at++) {
      Causes.Group group = groups.get(at);
      page.spanning(
          Look.TEXT,
          Column.Styled.centered(group.rows().size()),
          Column.Styled.link(group.title(WORDS), firsts.get(at)));
    }
    more(page, "more-causes", groups.size());
  }

  // --- what was read --------------------------------------------------------------------------

  private void reading(Page page) {
    String unknown = WORDS.text("report.unknown");
    heading(page, "read");
    pair(page, "list", Optional.ofNullable(entry.list()).map(WORDS::list).orElse(unknown));
    pair(page, "system", entry.system().isEmpty() ? unknown : system());
    pair(page, "term", Optional.ofNullable(entry.term()).map(Term::label).orElse(unknown));
    pair(page, "data-date", Objects.toString(entry.dataDate(), unknown));
    pair(page, "scope", scope());
    pair(
        page,
        "effective",
        WORDS.text(entry.effective() ? "report.effective.yes" : "report.effective.no"));
  }

  /** With its code, by which the people who run the program know it. */
  private String system() {
    return answer.source().isEmpty()
        ? entry.system()
        : WORDS.text("report.feedback.system", answer.source(), entry.system());
  }

  private String scope() {
    return entry.scope().countyWide() ? WORDS.text("report.scope.county") : entry.scope().unit();
  }

  private void totals(Page page) {
    RowCounts rows = entry.counts();
    HashTotals totals = entry.totals();
    heading(page, "totals");
    page.cells(Look.HEADER, "", title("rows"), title("hash-total"));
    total(page, "read", rows.rows(), totals.read());
    total(page, "accepted", rows.accepted(), totals.accepted());
    total(page, "rejected", rows.rejected(), totals.rejected());
    total(page, "blank", rows.blank(), totals.blank());
    total(page, "duplicate", rows.duplicate(), totals.duplicate());
    total(page, "notes", rows.note(), totals.note());
    pair(page, "check", WORDS.text(totals.balanced() ? "report.balanced" : "report.unbalanced"));
    String sha256 = entry.file().sha256();
    pair(page, "sha256", sha256.substring(0, Math.min(12, sha256.length())));
  }

  private static void total(Page page, String column, int rows, long hash) {
    page.cells(Look.TEXT, new Column.Styled(Look.HEADER, title(column)), rows, hash);
  }

  private String contact() {
    return bureau.isEmpty()
        ? WORDS.text("report.feedback.contact", receipt())
        : WORDS.text("report.feedback.contact-of", bureau, receipt());
  }

  private static void heading(Page page, String key) {
    page.gap().line(Look.HEADING, WORDS.text("report.feedback." + key));
  }

  private static String title(String column) {
    return WORDS.text("report.column." + column);
  }

  private static void pair(Page page, String column, Object value) {
    page.spanning(Look.TEXT, new Column.Styled(Look.HEADER, title(column)), value);
  }
}
