package cn.bidui.acceptance;

import cn.bidui.ledger.EvidenceKind;
import cn.bidui.ledger.OutcomeCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What must become of answers, reckoned without the program: from what each row was made to say.
 */
final class ExpectedAnswers {

  private static final Set<String> ABOUT_TWO_ROWS =
      Set.of(
          "undecided-identity",
          "id-shared",
          "id-suspected-typo",
          "name-differs",
          "birth-or-sex-differs",
          "duplicate-roll");

  /**
   * What one row says, or what the journal holds.
   *
   * @param outcome blank for no answer
   * @param facts those under a journaled answer
   * @param fresh whether it was given after the last publication
   */
  record Said(
      String outcome,
      String note,
      String by,
      @Nullable LocalDate date,
      @Nullable EvidenceKind evidence,
      @Nullable LocalDate until,
      String facts,
      boolean fresh) {

    static final Said NOTHING = new Said("", "", "", null, null, null, "", false);

    /** What stands in the answer cells of a published row. */
    static Said printed(ClerkBook.Grid grid, ClerkBook.Line line) {
      return new Said(
          OutcomeCode.find(grid.text(line, "处理结果")).map(Enum::name).orElse(""),
          grid.text(line, "说明"),
          grid.text(line, "处理人"),
          grid.get(line, "日期") instanceof LocalDate day ? day : null,
          EvidenceKind.find(grid.text(line, "佐证")).orElse(null),
          grid.get(line, "有效期至") instanceof LocalDate day ? day : null,
          "",
          false);
    }

    boolean blank() {
      return outcome.isEmpty() && note.isEmpty() && evidence == null && until == null;
    }

    boolean repeats(Said before) {
      return outcome.equals(before.outcome)
          && by.equals(before.by)
          && (note.isEmpty() || note.equals(before.note))
          && (date == null || date.equals(before.date))
          && (evidence == null || evidence == before.evidence)
          && (until == null || until.equals(before.until));
    }
  }

  /** A row as it was saved. */
  record Row(String sheet, int row, String key, String fault, Said said) {

    boolean group() {
      return key.startsWith("group:");
    }

    String id() {
      return group() ? key : key.substring(0, Math.max(0, key.indexOf('!')));
    }
  }

  /** A finding of the last publication. */
  record Current(String rule, String school, String township, String facts, boolean resolved) {}

  /** What a workbook comes to: listed rows with their codes, recorded answers in order. */
  record Result(
      Map<String, String> listed,
      List<Map.Entry<String, Said>> recorded,
      int accepted,
      int blank) {}

  private final LocalDate asOf;
  private final Map<String, Current> current;
  private final Map<String, List<String>> groups;
  private final Map<String, Said> journal;

  /**
   * @param groups members by the key that the last publication prints
   * @param journal the last answer to each finding
   */
  ExpectedAnswers(
      LocalDate asOf,
      Map<String, Current> current,
      Map<String, List<String>> groups,
      Map<String, Said> journal) {
    this.asOf = asOf;
    this.current = current;
    this.groups = groups;
    this.journal = new HashMap<>(journal);
  }

  /**
   * What {@code rows} of a file in the sub-folder {@code unit} come to.
   *
   * @param printed the answers that stood when the workbook was printed
   */
  Result judge(List<Row> rows, String unit, Map<String, Said> printed) {
    Map<String, String> listed = new TreeMap<>();
    List<Map.Entry<String, Said>> recorded = new ArrayList<>();
    Map<String, List<Row>> questions = new LinkedHashMap<>();
    Set<String> own = new HashSet<>();
    int blank = 0;
    for (Row row : rows) {
      if (row.said().blank()) {
        blank++;
        continue;
      }
      if (!row.group()) {
        own.add(row.id());
      }
      if (row.fault().isEmpty()) {
        questions.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row);
      } else {
        listed.put(place(row), row.fault());
      }
    }
    for (boolean group : new boolean[] {false, true}) {
      questions.values().stream()
          .filter(same -> same.get(0).group() == group)
          .forEach(same -> question(same, unit, printed, own, listed, recorded));
    }
    return new Result(listed, recorded, rows.size() - blank - listed.size(), blank);
  }

  static String place(Row row) {
    return row.sheet() + "!" + row.row();
  }

  private void question(
      List<Row> same,
      String unit,
      Map<String, Said> printed,
      Set<String> own,
      Map<String, String> listed,
      List<Map.Entry<String, Said>> recorded) {
    Row first = same.get(0);
    String code =
        same.stream().allMatch(row -> row.said().equals(first.said()))
            ? first.group()
                ? group(first, unit, printed, own, recorded)
                : finding(first, unit, printed, recorded)
            : "ANSWER-TWICE";
    if (!code.isEmpty()) {
      same.forEach(row -> listed.put(place(row), code));
    }
  }

  private String finding(
      Row row, String unit, Map<String, Said> printed, List<Map.Entry<String, Said>> recorded) {
    Current now = current.get(row.id());
    if (now == null) {
      return "FINDING-GONE";
    } else if (elsewhere(unit, now)) {
      return "ANSWER-ELSEWHERE";
    } else if (!row.key().split("!", -1)[1].equals(now.facts())) {
      return "FINDING-CHANGED";
    } else if (now.resolved()
        && !(row.said().outcome().equals("T") && ABOUT_TWO_ROWS.contains(now.rule()))) {
      return "FINDING-RESOLVED";
    }
    Said last = journal.get(row.id());
    if (last != null && stands(last, now) && row.said().repeats(last)) {
      return "";
    } else if (last != null && !last.equals(printed.get(row.id()))) {
      return "ANSWER-MEANWHILE";
    }
    record(row, row.id(), now, recorded);
    return "";
  }

  private static boolean elsewhere(String unit, Current now) {
    return !unit.isEmpty() && !unit.equals(now.school()) && !unit.equals(now.township());
  }

  private boolean stands(Said last, Current now) {
    boolean over = last.until() != null && asOf.isAfter(last.until());
    return last.facts().equals(now.facts()) && !over && (last.fresh() || !now.resolved());
  }

  private void record(Row row, String id, Current now, List<Map.Entry<String, Said>> recorded) {
    Said said = row.said();
    Said kept =
        new Said(
            said.outcome(),
            said.note(),
            said.by(),
            Objects.requireNonNullElse(said.date(), asOf),
            said.evidence(),
            Optional.ofNullable(said.until())
                .or(() -> OutcomeCode.valueOf(said.outcome()).lastDay(asOf))
                .orElse(null),
            now.facts(),
            true);
    journal.put(id, kept);
    recorded.add(Map.entry(id, kept));
  }

  private String group(
      Row row,
      String unit,
      Map<String, Said> printed,
      Set<String> own,
      List<Map.Entry<String, Said>> recorded) {
    List<String> members = groups.get(row.key());
    if (members == null) {
      return "GROUP-CHANGED";
    }
    for (String member : members) {
      if (elsewhere(unit, Objects.requireNonNull(current.get(member)))) {
        return "ANSWER-ELSEWHERE";
      }
    }
    for (String member : members) {
      Current now = Objects.requireNonNull(current.get(member));
      Said last = journal.get(member);
      boolean known = last != null && stands(last, now) && row.said().repeats(last);
      boolean later = last != null && !last.equals(printed.get(member));
      if (!own.contains(member) && !known && !later) {
        record(row, member, now, recorded);
      }
    }
    return "";
  }
}
