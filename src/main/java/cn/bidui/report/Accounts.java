package cn.bidui.report;

import cn.bidui.judge.night.RuleTally;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import cn.bidui.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The control totals of a night (控制总账): every row of every file is in one bucket, every accepted
 * row in the comparison, every open finding has its reason. A night that is not {@link #balanced()}
 * may not be published.
 */
final class Accounts {

  private final List<FileCheck> files;
  private final List<ListFlow> lists;
  private final Map<String, Movement> movements;

  private Accounts(List<FileCheck> files, List<ListFlow> lists, Map<String, Movement> movements) {
    this.files = files;
    this.lists = lists;
    this.movements = movements;
  }

  /** Adds up {@code night}. */
  static Accounts of(NightReport night) {
    return new Accounts(files(night), lists(night), movements(night));
  }

  /** Whether everything adds up. */
  boolean balanced() {
    return files.stream().allMatch(FileCheck::balanced)
        && lists.stream().allMatch(ListFlow::balanced)
        && movements.values().stream().allMatch(Movement::balanced);
  }

  /** What does not add up, one sentence each; empty if everything does. */
  List<String> faults(Messages messages) {
    Words words = new Words(messages);
    Stream<String> inFiles =
        files.stream()
            .filter(check -> !check.balanced())
            .map(check -> words.text("report.fault.file", check.entry().file().name()));
    Stream<String> inLists =
        lists.stream()
            .filter(flow -> !flow.balanced())
            .map(flow -> words.text("report.fault.list", words.list(flow.list())));
    Stream<String> inRules =
        movements.entrySet().stream()
            .filter(movement -> !movement.getValue().balanced())
            .map(movement -> words.text("report.fault.rule", words.rule(movement.getKey())));
    return Stream.of(inFiles, inLists, inRules).flatMap(faults -> faults).toList();
  }

  /** In the order of the night's files. */
  List<FileCheck> files() {
    return files;
  }

  /** In the order of {@link ListKind}. */
  List<ListFlow> lists() {
    return lists;
  }

  /** By rule, in the order of the night's tallies. */
  Map<String, Movement> movements() {
    return movements;
  }

  private static List<FileCheck> files(NightReport night) {
    Map<SourceFile, Set<String>> rejected = new HashMap<>();
    for (NightReport.Reject reject : night.rejects()) {
      rejected
          .computeIfAbsent(reject.file(), file -> new HashSet<>())
          .add(reject.problem().place().sheet() + "\n" + reject.problem().place().row());
    }
    return night.files().stream()
        .map(entry -> FileCheck.of(entry, rejected.getOrDefault(entry.file(), Set.of()).size()))
        .toList();
  }

  private static List<ListFlow> lists(NightReport night) {
    List<ListFlow> flows = new ArrayList<>();
    for (ListKind kind : ListKind.values()) {
      @Nullable RecordTable table = night.tables().get(kind);
      if (table != null) {
        List<FileEntry> effective = effective(night, kind);
        int accepted = effective.stream().mapToInt(entry -> entry.counts().accepted()).sum();
        flows.add(ListFlow.of(table, effective.size(), accepted, night.links()));
      }
    }
    return flows;
  }

  private static List<FileEntry> effective(NightReport night, ListKind kind) {
    return night.files().stream()
        .filter(entry -> entry.effective() && entry.list() == kind)
        .toList();
  }

  private static Map<String, Movement> movements(NightReport night) {
    Map<String, Movement> movements = new LinkedHashMap<>();
    rules(night).forEach(rule -> movements.put(rule, before(night, rule)));
    for (LedgerFinding finding : night.findings()) {
      boolean wasOpen = night.openIdsBefore().contains(finding.finding().id());
      movements.merge(finding.finding().rule(), Movement.of(finding, wasOpen), Movement::plus);
    }
    return movements;
  }

  private static Movement before(NightReport night, String rule) {
    return new Movement(night.openBefore().getOrDefault(rule, 0), 0, 0, 0, 0, 0);
  }

  /** The rules of the night in their order, then any that only older findings name. */
  private static List<String> rules(NightReport night) {
    Set<String> others = new TreeSet<>(night.openBefore().keySet());
    night.findings().forEach(finding -> others.add(finding.finding().rule()));
    List<String> rules = new ArrayList<>(night.tallies().stream().map(RuleTally::rule).toList());
    others.stream().filter(rule -> !rules.contains(rule)).forEach(rules::add);
    return rules;
  }
}
