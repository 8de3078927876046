package cn.bidui.report;

import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.HashTotals;
import cn.bidui.ledger.SheetEntry;
import cn.bidui.report.Answer.Neighbor;
import cn.bidui.report.Comparison.Change;
import cn.bidui.report.RejectedRow.Value;
import cn.bidui.source.CellRef;
import cn.bidui.source.Field;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.Problem.RowProblem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Scope;
import cn.bidui.source.SourceFile;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Answers of every kind to the files of an invented school. */
final class SampleAnswers {

  static final String BUREAU = "青石县学生资助管理中心";
  static final String FILE = "2026春季学籍.xlsx";

  private static final List<String> NAMES = List.of("安安", "白博", "程乘乘", "丁点", "方圆圆", "欧阳小满");
  private static final List<String> TITLES =
      List.of("序号", "学校名称", "*姓名", "性别", "身份证件号", "出生日期", "年级", "班级", "监护人姓名", "现住址", "备注", "备注");

  private FileState state = FileState.ACCEPTED;
  private String name = FILE;
  private List<SheetEntry> sheets = List.of();
  private RowCounts counts = new RowCounts(1197, 0, 3, 2, 2);
  private List<FileProblem> problems = List.of();
  private List<FileEntry.Note> notes = List.of();
  private final List<RejectedRow> rejects = new ArrayList<>();
  private final List<Neighbor> neighbors = new ArrayList<>();
  private @Nullable Comparison comparison;
  private final TreeMap<String, String> meta = new TreeMap<>();

  /** Whole. */
  static Answer taken() {
    return new SampleAnswers()
        .sheets(new SheetEntry("初一", 3, new RowCounts(1197, 0, 3, 2, 2), false), hidden())
        .notes(note("columns-dropped", "初一", "家庭电话、银行账号"), note("sheet-hidden", "备份"))
        .build();
  }

  private static SheetEntry hidden() {
    return new SheetEntry("备份", 0, RowCounts.NONE, true);
  }

  static FileEntry.Note note(String key, String... words) {
    return new FileEntry.Note("report.note." + key, List.of(words));
  }

  /** Seven rows of two sheets with four causes, one of them with two faults. */
  static Answer rejects() {
    return someRejects().build();
  }

  private static SampleAnswers someRejects() {
    SampleAnswers sample = new SampleAnswers();
    sample.meta.putAll(Map.of("kind", "rejects", "schema", "1", "file", "a".repeat(64)));
    return sample
        .rejected()
        .lost("初一", 17)
        .lost("初一", 18)
        .lost("初一", 42)
        .missing("初一", 19)
        .missing("初二", 5)
        .date("初二", 9, "2012.13.45")
        .both("初二", 12)
        .taken("初一", 16)
        .taken("初一", 20)
        .taken("初二", 8)
        .notes(note("columns-dropped", "初一", "家庭电话、银行账号"), note("sheet-hidden", "备份"));
  }

  /** One column was exported as numbers: {@code rows} rows of one cause. */
  static Answer many(int rows) {
    SampleAnswers sample = new SampleAnswers().rejected();
    for (int row = 4; row < 4 + rows; row++) {
      sample.lost("初一", row);
    }
    return sample.build();
  }

  /** The same as {@link #rejects}, sent in for the second time. */
  static Answer compared() {
    Map<Change, Integer> counts = new LinkedHashMap<>();
    counts.put(Change.UNCHANGED, 1188);
    counts.put(Change.FIXED, 6);
    counts.put(Change.STILL_WRONG, 1);
    counts.put(Change.NEWLY_WRONG, 1);
    counts.put(Change.VANISHED, 2);
    counts.put(Change.CHANGED, 450);
    counts.put(Change.ADDED, 1);
    SampleAnswers sample = someRejects();
    List<Comparison.Line> lines = new ArrayList<>();
    lines.add(line(Change.STILL_WRONG, 17, "证件号码：末几位已丢失"));
    lines.add(line(Change.NEWLY_WRONG, 19, "姓名：必填内容为空"));
    lines.add(line(Change.VANISHED, 33, ""));
    lines.add(line(Change.VANISHED, 34, "上次在初一 3 班"));
    for (int row = 100; row < 350; row++) {
      lines.add(line(Change.CHANGED, row, "班级：1 班 → 2 班；监护人证件号码：990101198001010018 → 空"));
    }
    lines.add(line(Change.ADDED, 60, ""));
    sample.comparison =
        new Comparison("2026春季学籍（旧）.xlsx", LocalDate.of(2026, 4, 30), 2, counts, lines);
    return sample.build();
  }

  private static Comparison.Line line(Change change, int row, String what) {
    return new Comparison.Line(change, "初一", row, person(row), SmallCounty.ID_OF_AN, what);
  }

  /** One thing is wrong with the file as a whole. */
  static Answer refused() {
    return refused(
        new FileProblem(ProblemCode.FILE_PASSWORD, new CellRef(FILE, "", 0, ""), "", List.of()));
  }

  /** It would do harm to open it. */
  static Answer unsafe() {
    return refused(
        new FileProblem(ProblemCode.FILE_UNSAFE, new CellRef(FILE, "", 0, ""), "zip", List.of()));
  }

  /** One of our own workbooks, of which nothing is read back. */
  static Answer own() {
    return refused(
        new FileProblem(ProblemCode.OWN_WORKBOOK, new CellRef(FILE, "", 0, ""), "", List.of()));
  }

  /** One column is missing. */
  static Answer refusedForOneColumn(String near) {
    return refused(column("姓名", "学生姓名、姓名、XM", near));
  }

  /** Two columns are missing. */
  static Answer refusedForColumns() {
    return refused(column("姓名", "学生姓名、姓名、XM", "学生"), column("身份证件号", "身份证号、证件号码", "证件"));
  }

  private static FileProblem column(String missing, String names, String near) {
    return new FileProblem(
        ProblemCode.HEADER_COLUMN_MISSING,
        new CellRef(FILE, "初一", 3, ""),
        "序号、学校、学生、证件、年级",
        List.of(missing, names, near, "像学籍名单，"));
  }

  private static Answer refused(FileProblem... problems) {
    SampleAnswers sample = new SampleAnswers();
    sample.state = FileState.REFUSED;
    sample.counts = RowCounts.NONE;
    sample.problems = List.of(problems);
    return sample.build();
  }

  static Answer held() {
    return new SampleAnswers()
        .state(FileState.HELD)
        .notes(
            new FileEntry.Note(
                "report.held.shrunk", List.of(FILE, "2026春季学籍（旧）.xlsx", "1560", "1197")),
            note("sheet-hidden", "备份"))
        .build();
  }

  static Answer duplicate() {
    return uncounted(FileState.DUPLICATE, note("same-as", "学籍（李老师）.xlsx"));
  }

  static Answer waiting() {
    return uncounted(
        FileState.WAITING, new FileEntry.Note("ledger.waiting.being-edited", List.of()));
  }

  /** A filled-in workbook came back. */
  static Answer answers() {
    return uncounted(FileState.ANSWERS);
  }

  private static Answer uncounted(FileState state, FileEntry.Note... notes) {
    SampleAnswers sample = new SampleAnswers().state(state).notes(notes);
    sample.counts = RowCounts.NONE;
    return sample.build();
  }

  // --- pieces -----------------------------------------------------------------------------------

  SampleAnswers state(FileState that) {
    state = that;
    return this;
  }

  SampleAnswers named(String that) {
    name = that;
    return this;
  }

  SampleAnswers sheets(SheetEntry... all) {
    sheets = List.of(all);
    return this;
  }

  SampleAnswers notes(FileEntry.Note... all) {
    notes = List.of(all);
    return this;
  }

  SampleAnswers rejected() {
    return state(FileState.ACCEPTED_WITH_REJECTS);
  }

  /** The id was kept as a number. */
  SampleAnswers lost(String sheet, int row) {
    return reject(
        sheet,
        row,
        List.of(
            problem(sheet, row, "E", ProblemCode.ID_PRECISION_LOST, Field.CITIZEN_ID, "9.9E+17")));
  }

  /** There is no name. */
  SampleAnswers missing(String sheet, int row) {
    return reject(
        sheet, row, List.of(problem(sheet, row, "C", ProblemCode.VALUE_MISSING, Field.NAME, "")));
  }

  SampleAnswers date(String sheet, int row, String found) {
    return reject(sheet, row, List.of(badDate(sheet, row, found)));
  }

  SampleAnswers both(String sheet, int row) {
    return reject(
        sheet,
        row,
        List.of(
            problem(sheet, row, "C", ProblemCode.VALUE_MISSING, Field.NAME, ""),
            badDate(sheet, row, "去年")));
  }

  /** A fault of the row as a whole. */
  SampleAnswers tooWide(String sheet, int row) {
    return reject(
        sheet,
        row,
        List.of(problem(sheet, row, "", ProblemCode.ROW_TOO_WIDE, Field.REMARK, "多出 2 格")));
  }

  SampleAnswers reject(String sheet, int row, List<RowProblem> faults) {
    List<Value> cells = new ArrayList<>(cells(row));
    for (RowProblem fault : faults) {
      int column = fault.place().column().isEmpty() ? 11 : fault.place().column().charAt(0) - 'A';
      cells.set(column, new Value(TITLES.get(column), fault.found()));
    }
    rejects.add(new RejectedRow("K-" + sheet + "-" + row, "C" + row, sheet, row, cells, faults));
    return this;
  }

  SampleAnswers taken(String sheet, int row) {
    neighbors.add(new Neighbor(sheet, row, cells(row)));
    return this;
  }

  private static RowProblem badDate(String sheet, int row, String found) {
    return problem(sheet, row, "F", ProblemCode.DATE_UNREADABLE, Field.BIRTH_DATE, found);
  }

  private static RowProblem problem(
      String sheet, int row, String column, ProblemCode code, Field field, String found) {
    return new RowProblem(code, new CellRef(FILE, sheet, row, column), field, found, List.of());
  }

  private static String person(int row) {
    return NAMES.get(row % NAMES.size());
  }

  private static List<Value> cells(int row) {
    List<String> texts =
        List.of(
            String.valueOf(row - 3),
            "青石镇中心小学",
            person(row),
            row % 2 == 0 ? "女" : "男",
            SmallCounty.ID_OF_AN,
            "2015-03-05",
            "初一",
            "2026级初一（" + row % 4 + "）班",
            "家长" + row,
            "青石县青石镇石头村民委员会三组 18 号附 2 号（原供销社旁）",
            "",
            "第二个备注" + row);
    List<Value> cells = new ArrayList<>();
    for (int column = 0; column < TITLES.size(); column++) {
      cells.add(new Value(TITLES.get(column), texts.get(column)));
    }
    return cells;
  }

  Answer build() {
    RowCounts all =
        new RowCounts(
            counts.accepted(), rejects.size(), counts.blank(), counts.duplicate(), counts.note());
    TreeMap<ProblemCode, Integer> codes = new TreeMap<>();
    rejects.forEach(r -> r.problems().forEach(p -> codes.merge(p.code(), 1, Integer::sum)));
    boolean read = state != FileState.REFUSED && all.rows() > 0;
    FileEntry entry =
        new FileEntry(
            new SourceFile("a".repeat(64), name, "青石镇中心小学"),
            state,
            read ? ListKind.ROLL : null,
            read ? "roll-compulsory" : "",
            new Scope("青石镇中心小学"),
            read ? new Term(2026, Term.Season.SPRING) : null,
            read ? LocalDate.of(2026, 5, 10) : null,
            sheets.isEmpty() && read ? sheetsOf(all) : sheets,
            all,
            read ? new HashTotals(30, 20, 4, 3, 2, 1) : HashTotals.NONE,
            problems,
            codes,
            state == FileState.ACCEPTED || state == FileState.ACCEPTED_WITH_REJECTS,
            notes);
    return new Answer(
        entry, "", 17, LocalDate.of(2026, 5, 12), rejects, neighbors, comparison, meta);
  }

  private static List<SheetEntry> sheetsOf(RowCounts all) {
    return List.of(
        new SheetEntry("初一", 3, all, false),
        new SheetEntry("初二", 3, RowCounts.NONE, false),
        hidden(),
        new SheetEntry("封面", 0, RowCounts.NONE, false));
  }
}
