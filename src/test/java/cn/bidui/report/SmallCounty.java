package cn.bidui.report;

import cn.bidui.judge.finding.Explanation;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.ledger.Answers;
import cn.bidui.ledger.Duties;
import cn.bidui.ledger.Figures;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.HashTotals;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.NightSeal;
import cn.bidui.ledger.NightTotals;
import cn.bidui.ledger.SheetEntry;
import cn.bidui.ledger.cases.CaseBook;
import cn.bidui.link.KnownKeys;
import cn.bidui.link.LinkLimits;
import cn.bidui.link.LinkResult;
import cn.bidui.link.PersonKey;
import cn.bidui.link.PersonKeys;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.SchoolRegistry;
import cn.bidui.normalize.Strings;
import cn.bidui.person.CitizenId;
import cn.bidui.source.CellRef;
import cn.bidui.source.Field;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.Problem.RowProblem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.RowCounts;
import cn.bidui.source.RowRef;
import cn.bidui.source.Scope;
import cn.bidui.source.SourceFile;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An invented county of two schools and three pupils on its second night: one refused file, one
 * list held back, one finding in every state.
 */
final class SmallCounty {

  static final LocalDate TONIGHT = LocalDate.of(2026, 5, 12);
  static final String GREEN = "青石镇中心小学";
  static final String WHITE = "白水镇小学";

  static final SourceFile ROLL = new SourceFile("a".repeat(64), "学籍.xlsx", "");
  static final SourceFile AID = new SourceFile("b".repeat(64), "资助.csv", "");
  static final SourceFile HOMES = new SourceFile("c".repeat(64), "监测.xlsx", "");
  static final SourceFile BROKEN = new SourceFile("d".repeat(64), "坏.xlsx", "白水镇");

  static final String ID_OF_AN = new CitizenId(99010120150305001L).text();
  static final String ID_OF_BO = new CitizenId(99010120160102002L).text();

  private final Strings strings = new Strings();
  private final List<LedgerFinding> findings = new ArrayList<>();
  private List<FileEntry> files =
      List.of(
          entry(ROLL, ListKind.ROLL, new RowCounts(3, 0, 1, 0, 1)),
          entry(AID, ListKind.AID, new RowCounts(2, 1, 0, 0, 0)),
          entry(HOMES, ListKind.HOUSEHOLDS, new RowCounts(1, 0, 0, 0, 0)),
          refused());
  private LinkResult links = new LinkedPersons();
  private TreeMap<String, Integer> openBefore =
      new TreeMap<>(Map.of("name-differs", 1, "duplicate-roll", 1, "overpaid", 1));
  private TreeSet<String> openIds = new TreeSet<>(List.of("F-2", "F-4", "F-5"));
  private long millis = 1234;
  private List<ListKind> missing = List.of();

  static NightReport night() {
    return new SmallCounty().build();
  }

  SmallCounty() {
    findings.add(FoundInCounty.unfunded());
    findings.add(FoundInCounty.nameDiffers());
    findings.add(FoundInCounty.neverEnrolled());
    findings.add(FoundInCounty.duplicateRoll());
    findings.add(FoundInCounty.overpaid());
    findings.add(FoundInCounty.statusConflict());
  }

  private NightReport.Followed followed =
      new NightReport.Followed(
          CaseBook.empty(TONIGHT),
          Duties.NONE,
          new NightTotals(TONIGHT, new TreeMap<>()),
          Figures.EMPTY,
          NightSeal.of(TONIGHT, List.of()));

  SmallCounty files(FileEntry... entries) {
    files = List.of(entries);
    return this;
  }

  SmallCounty with(LedgerFinding finding) {
    findings.add(finding);
    return this;
  }

  SmallCounty openBefore(Map<String, Integer> counts, String... ids) {
    openBefore = new TreeMap<>(counts);
    openIds = new TreeSet<>(List.of(ids));
    return this;
  }

  private List<SourceLine> sources = List.of();

  SmallCounty missing(ListKind... lists) {
    missing = List.of(lists);
    return this;
  }

  SmallCounty took(long duration) {
    millis = duration;
    return this;
  }

  SmallCounty links(LinkResult result) {
    links = result;
    return this;
  }

  SmallCounty sources(SourceLine... lines) {
    sources = List.of(lines);
    return this;
  }

  SmallCounty followed(NightReport.Followed what) {
    followed = what;
    return this;
  }

  NightReport build() {
    Map<ListKind, RecordTable> tables =
        Map.of(ListKind.ROLL, roll(), ListKind.AID, aid(), ListKind.HOUSEHOLDS, homes());
    return new NightReport(
        TONIGHT,
        LocalDate.of(2026, 5, 11),
        "nightly",
        List.of("国家标准", "遂平2023"),
        "shipped",
        LinkLimits.defaults(),
        files,
        missing,
        List.of(new NightReport.Reject(AID, badMoney())),
        tables,
        links,
        PersonKeys.assign(links, tables, new Nobody(), text -> text),
        SchoolRegistry.of(tables.get(ListKind.ROLL)),
        findings,
        tallies(),
        openBefore,
        openIds,
        List.of(new FileEntry.Note("report.test-held", List.of("名单缩水", "监测.xlsx"))),
        new TreeMap<>(Map.of("青石小", 2)),
        JudgedCounty.judged(),
        Answers.NONE,
        followed,
        sources,
        new NightReport.Run(
            "R-7",
            "青石县学生资助管理中心",
            "bidui 0.1.0",
            "2026-05-12T02:00:00+08:00",
            millis,
            2,
            "f00d",
            new TreeMap<>(Map.of("link", 17L)),
            List.of()));
  }

  // --- lists --------------------------------------------------------------------------------

  private RecordTable roll() {
    return new RecordTable.Builder(ListKind.ROLL, strings)
        .add(new RowRef(ROLL, "初一", 4), pupil("安安", ID_OF_AN, GREEN, "青石镇"))
        .add(new RowRef(ROLL, "初一", 5), pupil("白博", ID_OF_BO, WHITE, "白水镇"))
        .add(new RowRef(ROLL, "初一", 6), pupil("安安", ID_OF_AN, WHITE, "白水镇"))
        .build();
  }

  private List<String> pupil(String name, String id, String school, String township) {
    return values(
        ListKind.ROLL,
        Map.of(
            Field.NAME,
            name,
            Field.CITIZEN_ID,
            id,
            Field.STUDENT_NUMBER,
            "G" + id,
            Field.SCHOOL_NAME,
            school,
            Field.TOWNSHIP,
            township,
            Field.GRADE,
            "PRIMARY-3",
            Field.ROLL_STATUS,
            "ENROLLED",
            Field.GUARDIAN1_NAME,
            "安大"));
  }

  private RecordTable aid() {
    return new RecordTable.Builder(ListKind.AID, strings)
        .add(new RowRef(AID, "", 2), grant("安鞍", ID_OF_AN, GREEN))
        .add(new RowRef(AID, "", 4), grant("白博", ID_OF_BO, WHITE))
        .build();
  }

  private List<String> grant(String name, String id, String school) {
    return values(
        ListKind.AID,
        Map.of(
            Field.NAME,
            name,
            Field.CITIZEN_ID,
            id,
            Field.SCHOOL_NAME,
            school,
            Field.TERM,
            "2026春",
            Field.PROGRAM,
            "寄宿生生活补助",
            Field.AMOUNT_DUE,
            "625.00"));
  }

  private RecordTable homes() {
    Map<Field, String> child =
        Map.of(
            Field.NAME, "乔乔",
            Field.CITIZEN_ID, "990101201703030039",
            Field.SEX, "FEMALE",
            Field.TOWNSHIP, "青石镇",
            Field.VILLAGE, "石头村",
            Field.HOUSEHOLD_TYPE, "脱贫户",
            Field.MONITOR_CATEGORY, "UNSTABLE",
            Field.HEALTH, "残疾",
            Field.NOT_IN_SCHOOL_REASON, "因病",
            Field.HEAD_NAME, "乔大山");
    return new RecordTable.Builder(ListKind.HOUSEHOLDS, strings)
        .add(new RowRef(HOMES, "Sheet1", 4), values(ListKind.HOUSEHOLDS, child))
        .build();
  }

  private static List<String> values(ListKind kind, Map<Field, String> given) {
    return Layout.of(kind).fields().stream().map(field -> given.getOrDefault(field, "")).toList();
  }

  // --- findings -----------------------------------------------------------------------------

  static Finding finding(
      String id,
      String rule,
      Severity severity,
      Outcome outcome,
      String name,
      String school,
      String township,
      String found,
      List<RowRef> evidence,
      String why) {
    return new Finding(
        id,
        "C-" + id,
        rule,
        severity,
        outcome,
        "x",
        "person",
        "P00000001",
        name,
        "990101********0018",
        township,
        school,
        "",
        "三年级",
        "",
        "",
        "",
        "",
        found,
        evidence,
        new Explanation("rule.test-only", List.of(why)));
  }

  static LedgerFinding kept(Finding finding, FindingState state, String outcome) {
    return new LedgerFinding(finding, state, outcome, LocalDate.of(2026, 5, 10), TONIGHT);
  }

  private static List<RuleTally> tallies() {
    return List.of(
        new RuleTally("unfunded-eligible", Severity.HIGH, true, 6, 1, List.of()),
        new RuleTally("overpaid", Severity.HIGH, true, 2, 0, List.of()),
        new RuleTally("granted-not-paid", Severity.HIGH, false, 0, 0, List.of(ListKind.PAYMENTS)),
        new RuleTally("never-enrolled", Severity.HIGH, true, 1, 1, List.of()),
        new RuleTally("status-conflict", Severity.MEDIUM, true, 1, 1, List.of()),
        new RuleTally("name-differs", Severity.LOW, true, 5, 1, List.of()),
        new RuleTally("duplicate-roll", Severity.HIGH, true, 3, 1, List.of()));
  }

  // --- files --------------------------------------------------------------------------------

  static FileEntry entry(SourceFile file, ListKind list, RowCounts counts) {
    FileState state = counts.rejected() > 0 ? FileState.ACCEPTED_WITH_REJECTS : FileState.ACCEPTED;
    String sheet = file.equals(AID) ? "" : file.equals(HOMES) ? "Sheet1" : "初一";
    return new FileEntry(
        file,
        state,
        list,
        list.code() + "-test",
        Scope.COUNTY,
        list == ListKind.AID ? new Term(2026, Term.Season.SPRING) : null,
        LocalDate.of(2026, 5, 10),
        List.of(new SheetEntry(sheet, 3, counts, false)),
        counts,
        new HashTotals(30, 20, 4, 3, 2, 1),
        List.of(),
        new TreeMap<>(counts.rejected() > 0 ? Map.of(ProblemCode.MONEY_UNREADABLE, 1) : Map.of()),
        true,
        List.of());
  }

  static FileEntry refused() {
    FileProblem problem =
        new FileProblem(
            ProblemCode.HEADER_NOT_FOUND, new CellRef("坏.xlsx", "表1", 0, ""), "表1", List.of());
    return new FileEntry(
        BROKEN,
        FileState.REFUSED,
        null,
        "",
        new Scope("白水镇"),
        null,
        null,
        List.of(new SheetEntry("表1", 0, RowCounts.NONE, false)),
        RowCounts.NONE,
        HashTotals.NONE,
        List.of(problem),
        new TreeMap<>(),
        false,
        List.of());
  }

  static RowProblem badMoney() {
    return new RowProblem(
        ProblemCode.MONEY_UNREADABLE,
        new CellRef("资助.csv", "", 3, "G"),
        Field.AMOUNT_DUE,
        "=六百",
        List.of());
  }

  private static final class Nobody implements KnownKeys {
    @Override
    public PersonKey key(String handle) {
      return null;
    }

    @Override
    public long lastNumber() {
      return 0;
    }
  }
}
