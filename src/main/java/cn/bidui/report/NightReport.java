package cn.bidui.report;

import cn.bidui.judge.cohort.Population;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.judge.score.Scoreboard;
import cn.bidui.judge.sheet.SheetLine;
import cn.bidui.ledger.Answers;
import cn.bidui.ledger.Duties;
import cn.bidui.ledger.Figures;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.NightSeal;
import cn.bidui.ledger.NightTotals;
import cn.bidui.ledger.cases.CaseBook;
import cn.bidui.link.LinkLimits;
import cn.bidui.link.LinkResult;
import cn.bidui.link.PersonKeys;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.SchoolRegistry;
import cn.bidui.source.ListKind;
import cn.bidui.source.Problem;
import cn.bidui.source.SourceFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a night publishes, before it is written.
 *
 * @param previous the as-of date of the publication before this one; null on the first night
 * @param policies names of the policy files in force
 * @param model which weights linking used: the start of an accepted model's digest, or {@code
 *     shipped}
 * @param linking the numbers that linking rested on
 * @param files in canonical order: seen since the last publication, and effective ones
 * @param missing needed lists that have no effective batch
 * @param rejects the problems of every rejected row of {@code files}, in order
 * @param findings in order of rule and id, resolved and explained ones included
 * @param openBefore how many findings were open after the previous night, by rule
 * @param openIdsBefore their ids, so that the roll-forward can tell what left them tonight
 * @param held what a guard held back, as message keys with their words
 * @param unknownSchools spellings that name no school in the registry, with their rows
 * @param judged what the night comes to besides findings
 * @param answers what people have answered so far
 * @param followed what became of findings
 * @param sources what came of lists that come by themselves, in order
 */
public record NightReport(
    LocalDate asOf,
    @Nullable LocalDate previous,
    String job,
    List<String> policies,
    String model,
    LinkLimits linking,
    List<FileEntry> files,
    List<ListKind> missing,
    List<Reject> rejects,
    Map<ListKind, RecordTable> tables,
    LinkResult links,
    PersonKeys keys,
    SchoolRegistry schools,
    List<LedgerFinding> findings,
    List<RuleTally> tallies,
    SortedMap<String, Integer> openBefore,
    SortedSet<String> openIdsBefore,
    List<FileEntry.Note> held,
    SortedMap<String, Integer> unknownSchools,
    Judged judged,
    Answers answers,
    Followed followed,
    List<SourceLine> sources,
    Run run) {

  public NightReport {
    sources = List.copyOf(sources);
  }

  /** How many days lie between the publication before this one and this one, without a run. */
  public long missed() {
    return previous == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(previous, asOf) - 1);
  }

  /** The lists that are there: those compared tonight, and those taken for later. */
  public Set<ListKind> arrived() {
    Set<ListKind> arrived = EnumSet.noneOf(ListKind.class);
    arrived.addAll(tables.keySet());
    for (FileEntry file : files) {
      ListKind list = file.list();
      if (file.effective() && list != null) {
        arrived.add(list);
      }
    }
    return arrived;
  }

  /**
   * What the night comes to besides findings.
   *
   * @param earlier the scoreboards of earlier publications, the oldest first
   */
  public record Judged(
      Scoreboard scoreboard,
      List<SheetLine> sheet,
      Population population,
      SortedMap<LocalDate, Scoreboard> earlier) {

    /** So many earlier nights stand beside tonight. */
    public static final int EARLIER_SHOWN = 7;

    public static final Judged NOTHING =
        new Judged(Scoreboard.EMPTY, List.of(), Population.EMPTY, new TreeMap<>());

    public Judged {
      sheet = List.copyOf(sheet);
      earlier = Collections.unmodifiableSortedMap(new TreeMap<>(earlier));
    }
  }

  /**
   * What became of findings.
   *
   * @param cases all cases after tonight
   * @param duties who answers for what
   * @param totals tonight's control totals by place and rule
   * @param counts what else the night counted, as {@link cn.bidui.ledger.NightCounts} says
   * @param seal under which tonight's workbooks go out
   */
  public record Followed(
      CaseBook cases, Duties duties, NightTotals totals, Figures counts, NightSeal seal) {}

  /** One problem of one rejected row. */
  public record Reject(SourceFile file, Problem.RowProblem problem) {}

  /**
   * What differs between two runs over the same input, and so stands in {@code run.json} only.
   *
   * @param stepMillis wall time of each step so far, in order
   */
  public record Run(
      String runId,
      String unit,
      String software,
      String startedAt,
      long durationMillis,
      int exit,
      String journalHead,
      SortedMap<String, Long> stepMillis,
      List<FileEntry.Note> remarks) {

    /** Business dates are those of Shanghai, wherever the machine stands. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public Run {
      remarks = List.copyOf(remarks);
    }

    /** Whether it ran after the day that it speaks of: that night was missed and caught up. */
    public boolean late(LocalDate asOf) {
      return Instant.parse(startedAt).atZone(ZONE).toLocalDate().isAfter(asOf);
    }
  }
}
