package cn.bidui.ledger;

import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether every row and every finding is accounted for (平衡). A run that does not balance must not
 * publish.
 */
public sealed interface Balance {

  /** Everything adds up. */
  record Balanced() implements Balance {}

  /**
   * Something does not.
   *
   * @param differences message keys of the {@code ledger} catalog with their words
   */
  record Unbalanced(List<FileEntry.Note> differences) implements Balance {
    public Unbalanced {
      differences = List.copyOf(differences);
    }
  }

  /**
   * Holds every total against its parts.
   *
   * @param flows one for each list that was compared
   */
  static Balance check(List<FileEntry> files, List<StageFlow> flows, RollForward rollForward) {
    List<FileEntry.Note> differences = new ArrayList<>();
    files.forEach(file -> checkFile(file, differences));
    flows.forEach(flow -> checkFlow(flow, accepted(files, flow.list()), differences));
    checkCompared(files, flows, differences);
    rollForward.byRule().forEach((rule, line) -> checkRule(rule, line, differences));
    return differences.isEmpty() ? new Balanced() : new Unbalanced(differences);
  }

  private static void checkFile(FileEntry file, List<FileEntry.Note> differences) {
    RowCounts sheets = RowCounts.NONE;
    for (SheetEntry sheet : file.sheets()) {
      sheets = sheets.plus(sheet.counts());
    }
    String name = file.file().name();
    if (!sheets.equals(file.counts())) {
      differences.add(note("file-rows", name, file.counts().rows(), sheets.rows()));
    }
    if (!file.totals().balanced()) {
      differences.add(note("file-totals", name, file.totals().read()));
    }
    boolean refused = file.state() == FileState.REFUSED || file.state() == FileState.WAITING;
    if (refused && (file.effective() || file.counts().accepted() > 0)) {
      differences.add(note("file-refused", name, file.counts().accepted()));
    }
  }

  private static int accepted(List<FileEntry> files, ListKind list) {
    return files.stream()
        .filter(file -> file.effective() && file.list() == list)
        .mapToInt(file -> file.counts().accepted())
        .sum();
  }

  private static void checkFlow(StageFlow flow, int accepted, List<FileEntry.Note> differences) {
    String list = flow.list().code();
    if (accepted != flow.table() + flow.replaced()) {
      differences.add(note("list-rows", list, accepted, flow.table(), flow.replaced()));
    }
    int decided = flow.linked() + flow.undecided() + flow.unlinked();
    if (decided != flow.table()) {
      differences.add(note("list-decisions", list, flow.table(), decided));
    }
  }

  /** A list that has rows but was not compared would vanish without a trace. */
  private static void checkCompared(
      List<FileEntry> files, List<StageFlow> flows, List<FileEntry.Note> differences) {
    Set<ListKind> missing = EnumSet.noneOf(ListKind.class);
    for (ListKind list : ListKind.values()) {
      if (list.compared() && accepted(files, list) > 0) {
        missing.add(list);
      }
    }
    flows.forEach(flow -> missing.remove(flow.list()));
    missing.forEach(
        list -> differences.add(note("list-rows", list.code(), accepted(files, list), 0, 0)));
  }

  private static void checkRule(
      String rule, RollForward.Line line, List<FileEntry.Note> differences) {
    if (!line.balanced()) {
      differences.add(
          note(
              "findings",
              rule,
              line.before(),
              line.added(),
              line.reopened(),
              line.resolved(),
              line.explained(),
              line.open()));
    }
  }

  private static FileEntry.Note note(String key, Object... words) {
    return new FileEntry.Note(
        "ledger.unbalanced." + key, Arrays.stream(words).map(String::valueOf).toList());
  }
}
