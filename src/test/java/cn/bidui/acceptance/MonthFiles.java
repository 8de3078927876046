package cn.bidui.acceptance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The part of the model that keeps the files: which lists are in use, and what they say. */
final class MonthFiles {

  /** The three lists of the county. */
  enum Kind {
    ROLL,
    AID,
    HOUSEHOLDS
  }

  /** A row: of whom, and what it says; a broken one cannot be read. */
  record Row(String who, String says, boolean broken) {}

  /** A file that arrived. */
  private static final class Paper {
    final String name;
    final @Nullable Kind kind;
    final List<Row> rows;
    final @Nullable Paper amends;
    String verdict;

    Paper(String name, @Nullable Kind kind, List<Row> rows, @Nullable Paper amends) {
      this.name = name;
      this.kind = kind;
      this.rows = List.copyOf(rows);
      this.amends = amends;
      this.verdict = readable() == rows.size() ? "accepted" : "accepted-with-rejects";
    }

    int readable() {
      return (int) rows.stream().filter(row -> !row.broken()).count();
    }
  }

  private final Map<Kind, List<Paper>> taken = new TreeMap<>();
  private final List<Paper> papers = new ArrayList<>();

  /** The night that saw a file first. */
  private final Map<Paper, LocalDate> seen = new HashMap<>();

  /** A list; held where too much of the list before is missing from it. */
  void arrives(String name, Kind kind, List<Row> rows) {
    Paper paper = new Paper(name, kind, rows, null);
    papers.add(paper);
    long before = effective(kind).stream().mapToLong(Paper::readable).sum();
    long missing = before - paper.readable();
    if (missing >= 20 && missing * 100 > before * 10) {
      paper.verdict = "held";
    } else {
      take(kind, paper);
    }
  }

  /** A file that is no list, or known already. */
  void comesToNothing(String name, String verdict) {
    Paper paper = new Paper(name, null, List.of(), null);
    paper.verdict = verdict;
    papers.add(paper);
  }

  /** Rows put right: they join the list that is in use. */
  void corrects(String name, Kind kind, List<Row> rows) {
    Paper base = current(kind);
    papers.add(new Paper(name, kind, rows, base));
  }

  void releases(String name) {
    for (Paper paper : papers) {
      if (paper.name.equals(name) && paper.kind != null && paper.verdict.equals("held")) {
        paper.verdict = "accepted";
        take(paper.kind, paper);
      }
    }
  }

  void withdraws(Kind kind) {
    List<Paper> list = taken(kind);
    list.remove(list.size() - 1).verdict = "withdrawn";
  }

  /** A list that is taken ends the wait of what was held before it. */
  private void take(Kind kind, Paper paper) {
    for (Paper earlier : papers.subList(0, papers.indexOf(paper))) {
      if (earlier.kind == kind && earlier.verdict.equals("held")) {
        earlier.verdict = "superseded";
      }
    }
    taken(kind).add(paper);
  }

  /** The name of the list in use. */
  String name(Kind kind) {
    return Objects.requireNonNull(current(kind)).name;
  }

  private List<Paper> taken(Kind kind) {
    return taken.computeIfAbsent(kind, none -> new ArrayList<>());
  }

  private @Nullable Paper current(Kind kind) {
    List<Paper> list = taken(kind);
    return list.isEmpty() ? null : list.get(list.size() - 1);
  }

  private List<Paper> effective(Kind kind) {
    Paper current = current(kind);
    return papers.stream()
        .filter(paper -> current != null && (paper == current || paper.amends == current))
        .toList();
  }

  /** Everybody of whom a list speaks tonight, and what it says, row by row. */
  Map<String, List<String>> says(Kind kind) {
    Map<String, List<String>> says = new TreeMap<>();
    for (Paper paper : effective(kind)) {
      for (Row row : paper.rows) {
        if (!row.broken()) {
          says.computeIfAbsent(row.who(), who -> new ArrayList<>()).add(row.says());
        }
      }
    }
    return says;
  }

  /** Everybody of whom a list has a row that cannot be read, and none that can. */
  Set<String> sentBack(Kind kind) {
    Set<String> broken = new TreeSet<>();
    for (Paper paper : effective(kind)) {
      paper.rows.stream().filter(Row::broken).forEach(row -> broken.add(row.who()));
    }
    broken.removeAll(says(kind).keySet());
    return broken;
  }

  /** The files that came since the night before, and those in use. */
  SortedMap<String, String> night(LocalDate asOf) {
    SortedMap<String, String> measures = new TreeMap<>();
    papers.forEach(paper -> seen.putIfAbsent(paper, asOf));
    int[] sum = new int[3];
    int exit = effective(Kind.HOUSEHOLDS).isEmpty() ? 3 : 0;
    for (Paper paper : papers) {
      boolean used = paper.kind != null && effective(paper.kind).contains(paper);
      boolean waits = paper.verdict.equals("held");
      if (used || waits || Objects.equals(seen.get(paper), asOf)) {
        int[] rows = {paper.rows.size(), paper.readable(), paper.rows.size() - paper.readable()};
        measures.put(
            "file " + paper.name, paper.verdict + " " + used + " " + MonthModel.numbers(rows));
        for (int i = 0; i < sum.length; i++) {
          sum[i] += rows[i];
        }
        exit =
            Math.max(
                exit, paper.verdict.equals("held") ? 3 : paper.verdict.equals("refused") ? 2 : 0);
      }
    }
    measures.put("balance", MonthModel.numbers(sum));
    measures.put("exit", "" + exit);
    return measures;
  }
}
