package cn.bidui.report;

import cn.bidui.judge.finding.Explanation;
import cn.bidui.judge.finding.Severity;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.FindingState;
import cn.bidui.source.Field;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import cn.bidui.source.Problem;
import cn.bidui.source.Problem.RowProblem;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the night holds, in the words of one language. */
public record Words(Messages messages) {

  /** What is left of a sentence where the value that was found is left out. */
  private static final Pattern OPEN_END = Pattern.compile("\\s*(?:[：:]\\s*…|[（(]…[）)])$");

  /** Chinese: everything that is published. */
  public static final Words ZH = new Words(Messages.ZH);

  /** A count as people write it: {@code 1,204}. */
  static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A text of the {@code report} catalog, by its whole key. */
  public String text(String key, Object... arguments) {
    return messages.text(key, arguments);
  }

  /** The title of a rule: {@code 应助未助}. */
  public String rule(String rule) {
    return known("rule." + rule + ".title", List.of(), rule);
  }

  /** Why a finding was raised, as a sentence. */
  String why(Explanation explanation) {
    List<String> words = explanation.words();
    String otherwise = words.isEmpty() ? explanation.key() : String.join("；", words);
    return Masks.longNumbers(known(explanation.key(), words, otherwise));
  }

  /** Why a pair was left for a person to decide. */
  String reason(String key) {
    return known(key, List.of(), key);
  }

  /** A remark about a file, or what a guard held back. */
  String note(FileEntry.Note note) {
    String otherwise = note.words().isEmpty() ? note.key() : String.join("；", note.words());
    return known(note.key(), note.words(), otherwise);
  }

  public String list(ListKind list) {
    return text("report.list." + list.code());
  }

  /** Several lists: {@code 学籍、资助}. */
  public String lists(List<ListKind> lists) {
    return lists.stream().map(this::list).collect(Collectors.joining(text("report.and")));
  }

  String field(Field field) {
    return text("report.field." + field.code());
  }

  String severity(Severity severity) {
    return text("report.severity." + severity.code());
  }

  String state(FindingState state) {
    return text("report.state." + state.code());
  }

  String fileState(FileState state) {
    return text("report.file-state." + state.code());
  }

  /** What is wrong. */
  String title(Problem problem, String found) {
    return of(problem, found, "title");
  }

  /** The column and what is wrong with it, without what was found in any row. */
  String cause(RowProblem problem) {
    String title = OPEN_END.matcher(title(problem, "…")).replaceFirst("");
    return text("report.feedback.cause", field(problem.field()), title);
  }

  /** What was expected in place of {@code found}. */
  String expected(Problem problem, String found) {
    return of(problem, found, "expected");
  }

  /** What to do about it. */
  String action(Problem problem, String found) {
    return of(problem, found, "action");
  }

  private String of(Problem problem, String found, String part) {
    List<String> words = Stream.concat(Stream.of(found), problem.arguments().stream()).toList();
    return known(problem.text(part), words, problem.code().code());
  }

  /**
   * Findings and remarks of earlier nights may name keys that this version no longer has; a report
   * must still appear.
   */
  private String known(String key, List<String> words, String otherwise) {
    try {
      return messages.text(key, words.toArray());
    } catch (MissingResourceException unknown) {
      return otherwise;
    }
  }
}
