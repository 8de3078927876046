package cn.bidui.report;

import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.Answers.Answer;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.SameCause;
import cn.bidui.person.PersonName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Findings with one cause (同类问题), a line a group: one answer counts for every member that has none
 * of its own.
 */
final class SameCauseSheet {

  private static final Words WORDS = Words.ZH;

  /** So many pupils tell which group is meant. */
  private static final int EXAMPLES = 3;

  private final AnswerColumns answers;
  private final List<SameCause.Group> groups;

  /** Those groups of which every member is among {@code own}. */
  SameCauseSheet(AnswerColumns answers, List<LedgerFinding> own) {
    this.answers = answers;
    Set<String> ids = new HashSet<>();
    own.forEach(entry -> ids.add(entry.finding().id()));
    this.groups =
        answers.groups().stream().filter(group -> ids.containsAll(group.findings())).toList();
  }

  /** Nothing where there is no group. */
  void write(Book book) {
    if (!groups.isEmpty()) {
      book.page(WORDS.text("report.sheet.same-cause"))
          .answering()
          .list(columns(), groups, group -> Look.TEXT);
    }
  }

  private List<Column<SameCause.Group>> columns() {
    List<Column<SameCause.Group>> columns = new ArrayList<>(answers.keys(answers::key));
    columns.add(Column.of("report.column.school", 18, SameCause.Group::school));
    columns.add(Column.of("report.column.rule", 16, group -> WORDS.rule(group.rule())));
    columns.add(Column.of("report.column.cause", 36, SameCauseSheet::cause));
    columns.add(
        Column.of(
            "report.column.members", 7, group -> Column.Styled.centered(group.findings().size())));
    columns.add(Column.of("report.column.examples", 22, this::examples));
    columns.addAll(answers.cells(group -> Choices.name(Topic.of(group.rule())), this::shown));
    return columns;
  }

  private static String cause(SameCause.Group group) {
    return WORDS.note(new FileEntry.Note(group.cause().key(), group.cause().words()));
  }

  /** The first pupils, masked: the list of the group tells enough to know it. */
  private String examples(SameCause.Group group) {
    String names =
        members(group).stream()
            .map(LedgerFinding::finding)
            .map(Finding::name)
            .filter(name -> !name.isEmpty())
            .limit(EXAMPLES)
            .map(name -> PersonName.of(name).masked())
            .collect(Collectors.joining(WORDS.text("report.and")));
    return group.findings().size() > EXAMPLES && !names.isEmpty()
        ? WORDS.text("report.same-cause.and-others", names)
        : names;
  }

  private List<LedgerFinding> members(SameCause.Group group) {
    return group.findings().stream().map(answers::finding).flatMap(Optional::stream).toList();
  }

  /** What all members were answered alike stands there already. */
  private AnswerColumns.Shown shown(SameCause.Group group) {
    List<Optional<Answer>> said = members(group).stream().map(answers::standing).toList();
    boolean alike =
        said.stream().allMatch(Optional::isPresent)
            && said.stream().flatMap(Optional::stream).map(SameCauseSheet::words).distinct().count()
                == 1;
    return new AnswerColumns.Shown(
        true, alike ? said.get(0) : Optional.empty(), Answer::outcome, text -> text);
  }

  private static List<String> words(Answer answer) {
    return List.of(
        answer.said().outcome(),
        answer.said().by(),
        answer.said().note(),
        String.valueOf(answer.said().until()),
        String.valueOf(answer.said().proof()));
  }
}
