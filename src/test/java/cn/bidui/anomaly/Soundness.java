package cn.bidui.anomaly;

import cn.bidui.intake.FileReading;
import cn.bidui.intake.SheetReading;
import cn.bidui.source.Messages;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.Problem.RowProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What must hold of any file, whatever is in it: every row in one bucket, no row twice, and
 * messages that name neither a person nor the inside of the program.
 */
final class Soundness {

  /** What only data rows of the samples hold, so that no message about a whole file may hold it. */
  private static final List<String> CANARIES = List.of("1班", "城关镇第一小学", "城关镇初级中学", "一般农户");

  private static final Pattern ID = Pattern.compile("99010[0-9]\\d{11}[\\dXx]");

  /** Names of classes and packages, and how libraries begin to speak. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "\\b(java|javax|org|com|cn)\\.[a-z]\\w*\\.\\w|\\b[A-Z]\\w*(Exception|Error)\\b"
              + "|\\b(Unexpected|Invalid|Cannot|Could not|Unable|Failed|null pointer|at line)\\b");

  private static final Messages CHINESE = Messages.ZH;
  private static final Messages ENGLISH = Messages.EN;

  private final ListReading.Outcome outcome;
  private final String folder;
  private final List<String> faults = new ArrayList<>();

  private Soundness(ListReading.Outcome outcome, String folder) {
    this.outcome = outcome;
    this.folder = folder;
  }

  /**
   * What does not hold.
   *
   * @param folder where the file lay: no message may name it
   */
  static List<String> faults(ListReading.Outcome outcome, String folder) {
    Soundness soundness = new Soundness(outcome, folder);
    soundness.rows();
    soundness.messages();
    return soundness.faults;
  }

  private void rows() {
    List<ListReading.Row> rows = outcome.rows();
    for (int i = 1; i < rows.size(); i++) {
      boolean sameSheet = rows.get(i).sheet().equals(rows.get(i - 1).sheet());
      if (sameSheet && rows.get(i).number() <= rows.get(i - 1).number()) {
        fault("row " + rows.get(i).number() + " comes twice or too late");
      }
    }
    if (outcome.reading() instanceof FileReading.Read read) {
      counts(read);
      read.sheets().forEach(this::counted);
    }
  }

  private void counts(FileReading.Read read) {
    int stated = read.sheets().stream().mapToInt(SheetReading::rows).sum();
    if (stated != outcome.rows().size()) {
      fault(outcome.rows().size() + " rows were handed over, " + stated + " are stated");
    }
    if (outcome.rows().stream().anyMatch(row -> row.bucket() == '?')) {
      fault("rows of a list that is not read");
    }
  }

  private void counted(SheetReading sheet) {
    List<ListReading.Row> rows =
        outcome.rows().stream().filter(row -> row.sheet().equals(sheet.name())).toList();
    long blank = rows.stream().filter(row -> row.bucket() == 'B').count();
    long note = rows.stream().filter(row -> row.bucket() == 'N').count();
    if (blank != sheet.blankRows()
        || note != sheet.noteRows()
        || rows.size() - blank - note != sheet.dataRows()) {
      fault("buckets of a sheet differ from what it states");
    }
    if (!rows.isEmpty() && rows.get(0).number() <= sheet.headerRow()) {
      fault("a row before its header");
    }
  }

  private void messages() {
    if (outcome.reading() instanceof FileReading.Refused refused) {
      if (refused.problems().isEmpty()) {
        fault("refused without a reason");
      }
      refused.problems().forEach(this::message);
    }
    for (ListReading.Row row : outcome.rows()) {
      for (RowProblem problem : row.problems()) {
        problem.arguments().forEach(argument -> foreign("row argument", argument));
        foreign("toString", problem.toString());
      }
    }
  }

  private void message(FileProblem problem) {
    List<String> words = new ArrayList<>();
    words.add(problem.found());
    words.addAll(problem.arguments());
    for (Messages messages : List.of(CHINESE, ENGLISH)) {
      for (String part : List.of("title", "expected", "action")) {
        String text =
            messages.text("problem." + problem.code().code() + "." + part, words.toArray());
        checked(problem, text);
      }
    }
    // The words alone, since the catalogs themselves may speak English.
    words.forEach(word -> foreign(problem.code().code(), word));
  }

  /** Problems with headers quote header cells, which a changed file may have filled with data. */
  private void checked(FileProblem problem, String text) {
    boolean quotesHeader =
        problem.code().name().startsWith("HEADER") || problem.code().name().startsWith("LIST");
    if (ID.matcher(text).find()) {
      fault(problem.code().code() + " shows an id");
    }
    if (!quotesHeader && CANARIES.stream().anyMatch(text::contains)) {
      fault(problem.code().code() + " shows what stands in a row");
    }
    if (text.contains(folder)) {
      fault(problem.code().code() + " shows a path of this machine");
    }
  }

  private void foreign(String where, String text) {
    if (FOREIGN.matcher(text).find() && !text.contains("=cmd")) {
      fault(where + " speaks of the inside of the program");
    }
  }

  private void fault(String words) {
    if (!faults.contains(words)) {
      faults.add(words);
    }
  }
}
