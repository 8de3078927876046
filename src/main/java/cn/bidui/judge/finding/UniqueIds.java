package cn.bidui.judge.finding;

import cn.bidui.source.RowRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps ids unique within a night: of findings that say the same of the same subject, the one whose
 * rows stand first keeps the id, and the others take theirs from their rows too.
 */
public final class UniqueIds {

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(finding -> places(finding).toString());

  private UniqueIds() {}

  public static List<Finding> sorted(List<Finding> findings) {
    Map<String, List<Finding>> byId = new TreeMap<>();
    findings.forEach(
        finding -> byId.computeIfAbsent(finding.id(), id -> new ArrayList<>()).add(finding));
    List<Finding> unique = new ArrayList<>();
    for (List<Finding> same : byId.values()) {
      same.sort(BY_PLACE);
      unique.add(same.get(0));
      same.stream().skip(1).map(UniqueIds::renamed).forEach(unique::add);
    }
    unique.sort(Comparator.comparing(Finding::id));
    return unique;
  }

  private static List<String> places(Finding finding) {
    return finding.evidence().stream().map(UniqueIds::place).toList();
  }

  private static String place(RowRef row) {
    return row.file().unit() + "/" + row.cell().label();
  }

  private static Finding renamed(Finding twin) {
    List<String> parts = new ArrayList<>(List.of(twin.id()));
    parts.addAll(places(twin));
    return new Finding(
        "F" + Digest.hex(12, parts),
        twin.caseId(),
        twin.rule(),
        twin.severity(),
        twin.outcome(),
        twin.facts(),
        twin.subjectKind(),
        twin.personKey(),
        twin.name(),
        twin.citizenId(),
        twin.township(),
        twin.school(),
        twin.stage(),
        twin.grade(),
        twin.category(),
        twin.program(),
        twin.term(),
        twin.due(),
        twin.found(),
        twin.evidence(),
        twin.explanation());
  }
}
