package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Entry;
import cn.bidui.person.CitizenId;
import cn.bidui.report.Opened;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bureau knew before the first night comes in from a ledger of its own, once. */
class OwnLedgerTest {

  private static final String FIRST = Sample.asOf(1);
  private static final String NEXT = "2025-11-04";
  private static final Charset GBK = Charset.forName("GBK");
  private static final Pattern ID = Pattern.compile("(?<!\\d)\\d{17}[\\dX](?!\\d)");
  private static final Set<String> NOT_USED = Set.of("undecided-identity", "id-shared");
  private static final Map<String, String> OUTCOMES =
      Map.of(
          "never-enrolled", "县外就读（省内）",
          "out-of-county", "外省就读",
          "unfunded-eligible", "自愿放弃资助",
          "id-suspected-typo", "身份证错误");

  @TempDir private Path folder;

  private Office office;
  private Path ledger;

  /** Findings with the whole id of whom they are about, one of a rule for each person. */
  private final List<Known> known = new ArrayList<>();

  private final List<List<String>> dropouts = new ArrayList<>();
  private final List<List<String>> others = new ArrayList<>();
  private final Set<String> taken = new TreeSet<>();
  private final Map<String, Integer> left = new LinkedHashMap<>();
  private int serial;

  private record Known(String finding, String rule, String name, String id, String school) {
    String title() {
      return Messages.ZH.text("rule." + rule + ".title");
    }
  }

  @BeforeEach
  void liveThroughTheFirstNight() throws IOException {
    office = Sample.after(1, folder.resolve("home"));
    ledger = folder.resolve("疑似辍学和差异台账.xlsx");
    List<String> lines = new ArrayList<>();
    Path inbox = Sample.INPUTS.resolve("night-1").resolve("inbox");
    lines.addAll(Opened.rows(inbox.resolve("学籍在籍学生_20251102.xlsx"), "在籍学生"));
    lines.addAll(Opened.rows(inbox.resolve("（自定义）监测对象信息 (22).xlsx"), "监测对象信息"));
    lines.addAll(new String(Sample.bytes(1, "受助学生名单_20251102.csv"), GBK).lines().toList());
    Set<String> seen = new HashSet<>();
    for (Table.Row row : office.table(FIRST, "findings.csv").rows()) {
      Optional<String> id = id(lines, row.get("name"), row.get("citizen_id"));
      boolean once = seen.add(row.get("person_key") + row.get("rule"));
      if (id.isPresent() && once && !NOT_USED.contains(row.get("rule"))) {
        known.add(
            new Known(
                row.get("finding_id"),
                row.get("rule"),
                row.get("name"),
                id.get(),
                row.get("school")));
      }
    }
    assertThat(known).hasSizeGreaterThan(25);
  }

  private static Optional<String> id(List<String> lines, String name, String masked) {
    return lines.stream()
        .filter(line -> line.contains(name))
        .flatMap(line -> ID.matcher(line).results().map(MatchResult::group))
        .filter(id -> CitizenId.mask(id).equals(masked))
        .findFirst();
  }

  /** Writes a row: 姓名, 身份证号, 学籍号, 学校, 问题类型, 处理结果, 说明, 核实人, 核实日期, 有效期, 佐证. */
  private static List<String> row(
      String name, String id, String school, String topic, String outcome, String... more) {
    List<String> row = new ArrayList<>(List.of(name, id, "", school, topic, outcome));
    for (int i = 0; i < 5; i++) {
      row.add(i < more.length ? more[i] : "");
    }
    return row;
  }

  private void leaves(String reason, List<String> row) {
    others.add(row);
    left.merge(Messages.ZH.text("ledger.own." + reason + ".why"), 1, Integer::sum);
  }

  /** A made ledger: what can be taken, and every reason why a row cannot. */
  private void make() throws IOException {
    List<Known> spare = new ArrayList<>(known);
    Known answered = spare.remove(0);
    assertThat(
            office
                .does(
                    "answer",
                    answered.finding(),
                    "G7",
                    "--until",
                    "2026-01-31",
                    "--by",
                    "李老师",
                    "--as-of",
                    FIRST)
                .exit())
        .isZero();
    leaves("conflict", row(answered.name(), answered.id(), "", answered.title(), "已补助"));
    Known wrong = spare.remove(0);
    leaves("name-differs", row("某某某", wrong.id(), "", wrong.title(), "G4"));
    leaves("unknown-outcome", row(wrong.name(), wrong.id(), "", wrong.title(), "情况待查"));
    leaves("unknown-topic", row(wrong.name(), wrong.id(), "", "其他问题", "G4"));
    leaves("no-outcome", row(wrong.name(), wrong.id(), "", wrong.title(), "", "等学校回话"));
    leaves("until-missing", row(wrong.name(), wrong.id(), "", wrong.title(), "因病休学"));
    leaves("expired", row(wrong.name(), wrong.id(), "", wrong.title(), "A2", "", "", "2025.5.20"));
    leaves(
        "date-unreadable", row(wrong.name(), wrong.id(), "", wrong.title(), "G4", "", "", "上学期"));
    leaves("identity", row(wrong.name(), wrong.id(), "", wrong.title(), "同一人"));
    leaves("school-missing", row(wrong.name(), "", "", wrong.title(), "G4"));
    leaves("nobody-named", row("", "", wrong.school(), wrong.title(), "G4"));
    Known twice = spare.remove(0);
    leaves("contradicted", row(twice.name(), twice.id(), "", twice.title(), "G4"));
    leaves("contradicted", row(twice.name(), twice.id(), "", twice.title(), "G8"));
    for (int i = 0; i < 20; i++) {
      CitizenId nobody = new CitizenId(99010120110101100L + i);
      leaves("no-finding", row("测某" + i, nobody.text(), "", "应助未助", "已补助"));
    }
    spare.forEach(this::takes);
    Known again = spare.get(0);
    leaves("repeated", row(again.name(), again.id(), "", again.title(), outcome(again)));
    write();
  }

  private static String outcome(Known one) {
    return OUTCOMES.getOrDefault(one.rule(), "已更正");
  }

  private void takes(Known one) {
    serial++;
    String id =
        switch (serial % 3) {
          case 0 -> one.id();
          case 1 -> " " + one.id().toLowerCase(java.util.Locale.ROOT) + " ";
          default -> one.id().replace('9', '９').replace('0', '０');
        };
    boolean child = one.rule().equals("never-enrolled") || one.rule().equals("out-of-county");
    List<String> row =
        row(
            serial % 2 == 0 || CitizenId.read(one.id()).idOrNull() == null ? one.name() : "",
            id,
            one.school(),
            child ? "" : one.title(),
            outcome(one),
            "台账原有",
            "周干事",
            "2025年10月" + (serial % 28 + 1) + "日",
            "",
            "家访记录");
    (child ? dropouts : others).add(row);
    taken.add(one.finding());
  }

  private void write() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      Sheet notes = book.createSheet("填写说明");
      fill(notes, 0, List.of("各校按月填写，一名学生一行。"));
      grouped(book.createSheet("疑似辍学"));
      Sheet plain = book.createSheet("差异");
      fill(plain, 0, HEADER);
      for (int i = 0; i < others.size(); i++) {
        fill(plain, i + 1 + (i >= 10 ? 2 : 0), others.get(i));
      }
      fill(plain, others.size() + 3, HEADER);
      fill(plain, others.size() + 4, List.of("合计：" + others.size()));
      save(book, ledger);
    }
  }

  private static final List<String> HEADER =
      List.of("姓名", "身份证号", "学籍号", "学校", "问题类别", "处理结果", "说明", "核实人", "核实日期", "有效期", "佐证材料");

  /** Title, groups above the names, a blank row, a signature. */
  private void grouped(Sheet sheet) {
    fill(sheet, 0, List.of("虚构县2025年秋季疑似辍学台账"));
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 10));
    fill(sheet, 1, List.of("学生信息", "", "", "学校", "问题类别", "处理", "", "核实", "", "有效期", "佐证材料"));
    sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, 2));
    sheet.addMergedRegion(new CellRangeAddress(1, 1, 5, 6));
    sheet.addMergedRegion(new CellRangeAddress(1, 1, 7, 8));
    for (int column : new int[] {3, 4, 9, 10}) {
      sheet.addMergedRegion(new CellRangeAddress(1, 2, column, column));
    }
    fill(sheet, 2, List.of("姓名", "身份证号", "学籍号", "", "", "处理结果", "说明", "核实人", "核实日期"));
    for (int i = 0; i < dropouts.size(); i++) {
      fill(sheet, i + 3 + (i >= 1 ? 1 : 0), dropouts.get(i));
    }
    fill(sheet, dropouts.size() + 4, List.of("填表人：周干事"));
  }

  private static void fill(Sheet sheet, int at, List<String> texts) {
    Row row = sheet.createRow(at);
    for (int column = 0; column < texts.size(); column++) {
      if (!texts.get(column).isEmpty()) {
        row.createCell(column).setCellValue(texts.get(column));
      }
    }
  }

  private static void save(XSSFWorkbook book, Path target) throws IOException {
    try (OutputStream out = Files.newOutputStream(target)) {
      book.write(out);
    }
  }

  private Office.Said imports(Path file, String... options) {
    List<String> words =
        new ArrayList<>(List.of("import-ledger", file.toString(), "--by", "王干部", "--as-of", FIRST));
    words.addAll(List.of(options));
    return office.does(words.toArray(String[]::new));
  }

  private Set<String> explained(String asOf) throws IOException {
    Set<String> explained = new TreeSet<>();
    office
        .table(asOf, "findings.csv")
        .where(row -> row.get("state").equals("explained"))
        .forEach(row -> explained.add(row.get("finding_id")));
    return explained;
  }

  /** Everything but the lease and the log. */
  private SortedMap<String, String> kept() throws IOException {
    SortedMap<String, String> all = Office.digests(office.home());
    all.keySet().removeIf(path -> path.startsWith("logs/") || path.startsWith("journal/"));
    return all;
  }

  @Test
  void whatIsKnownIsExplainedTheNextNightAndEverythingElseIsListed() throws IOException {
    make();
    int lefts = others.size() + dropouts.size() - taken.size();
    int rows = others.size() + dropouts.size() + 3 + 3;
    assertThat(rows).isGreaterThanOrEqualTo(60);

    Office.Said said = imports(ledger);

    assertThat(said.exit()).as(said.all()).isEqualTo(2);
    assertThat(said.out())
        .contains("已导入“疑似辍学和差异台账.xlsx”：登记 " + taken.size() + " 条处理结果（王干部）")
        .contains("共 %d 行：登记 %d 行，列出 %d 行，空行 3 行，合计、签字等 3 行".formatted(rows, taken.size(), lefts))
        .contains("疑似辍学和差异台账.xlsx!填写说明：没有找到表头，不读");
    left.forEach((why, count) -> assertThat(said.out()).contains(why + "，" + count + " 行"));
    assertThat(ID.matcher(said.all()).find()).as("no person on the screen").isFalse();
    assertThat(reasons(folder.resolve("疑似辍学和差异台账__导入结果.xlsx"))).isEqualTo(left);
    assertThat(office.journal(Entry.LedgerImported.class))
        .extracting(
            Entry.LedgerImported::by, Entry.LedgerImported::taken, Entry.LedgerImported::left)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("王干部", taken.size(), lefts));

    assertThat(office.run(NEXT).exit()).isIn(0, 2);
    Set<String> expected = new TreeSet<>(taken);
    expected.add(known.get(0).finding());
    assertThat(explained(NEXT)).isEqualTo(expected);
    String child = taken(known, "never-enrolled");
    assertThat(office.does("explain", child).out())
        .contains("A2 县外（省内）就读有学籍")
        .contains("佐证：入户或到校核查记录；核实：周干事，2025-10-")
        .contains("有效至 2026-08-31");
  }

  private String taken(List<Known> among, String rule) {
    return among.stream()
        .filter(one -> one.rule().equals(rule) && taken.contains(one.finding()))
        .map(Known::finding)
        .findFirst()
        .orElseThrow();
  }

  /** How many rows a result lists for each reason. */
  private static Map<String, Integer> reasons(Path result) {
    Map<String, Integer> reasons = new HashMap<>();
    Opened.rows(result, "没有登记的行").stream()
        .skip(1)
        .forEach(row -> reasons.merge(row.split("\\|", -1)[2], 1, Integer::sum));
    return reasons;
  }

  @Test
  void theSameContentIsNotTakenTwice() throws IOException {
    make();
    assertThat(imports(ledger).exit()).isEqualTo(2);
    long answers = office.journal(Entry.Answered.class).size();
    Path copy = folder.resolve("另一个名字.xlsx");
    Files.copy(ledger, copy);

    Office.Said again = imports(copy);

    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.err()).contains("“另一个名字.xlsx”的内容已由 王干部 导入过（登记 " + taken.size() + " 条）");
    assertThat(office.journal(Entry.Answered.class)).hasSize((int) answers);
    assertThat(folder.resolve("另一个名字__导入结果.xlsx")).doesNotExist();
  }

  @Test
  void itSurvivesTheLossOfTheDatabase() throws IOException {
    make();
    assertThat(imports(ledger).exit()).isEqualTo(2);
    assertThat(office.run(NEXT).exit()).isIn(0, 2);
    SortedMap<String, String> reports = Office.digests(office.home().resolve("reports"));
    for (Path file : Office.files(office.home().resolve("data"))) {
      Files.delete(file);
    }

    assertThat(office.does("rebuild").exit()).isZero();

    assertThat(Office.digests(office.home().resolve("reports"))).isEqualTo(reports);
    assertThat(imports(ledger).err()).contains("导入过");
    assertThat(office.run("2025-11-05").exit()).isIn(0, 2);
    assertThat(explained("2025-11-05")).containsAll(taken);
  }

  @Test
  void aDryRunShowsTheSameAndChangesNothing() throws IOException {
    make();
    SortedMap<String, String> before = kept();
    int lines = office.journal(Entry.class).size();
    Path result = folder.resolve("看看.xlsx");

    Office.Said tried = imports(ledger, "--dry-run", "--out", result.toString());

    assertThat(tried.exit()).as(tried.all()).isEqualTo(2);
    assertThat(tried.out()).contains("会登记 " + taken.size() + " 条处理结果，没有改动任何东西");
    assertThat(reasons(result)).isEqualTo(left);
    assertThat(kept()).isEqualTo(before);
    assertThat(office.journal(Entry.class)).hasSize(lines);
    assertThat(imports(ledger, "--dry-run").exit()).isEqualTo(2);
    assertThat(folder.resolve("疑似辍学和差异台账__导入结果.xlsx")).doesNotExist();
    assertThat(imports(ledger, "--out", result.toString()).err()).contains("已有文件");
    assertThat(office.journal(Entry.class)).hasSize(lines);
  }

  @Test
  void rowsThatWereCorrectedInTheResultAreTaken() throws IOException {
    make();
    Path result = folder.resolve("结果.xlsx");
    assertThat(imports(ledger, "--out", result.toString()).exit()).isEqualTo(2);
    Path corrected = folder.resolve("改好.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(result))) {
      Sheet sheet = book.getSheetAt(0);
      for (Row row : sheet) {
        if (row.getCell(2).getStringCellValue().equals("没有填处理结果")) {
          row.getCell(8).setCellValue("已更正");
        }
      }
      save(book, corrected);
    }

    Office.Said said = imports(corrected);

    assertThat(said.out()).as(said.all()).contains("登记 1 条处理结果（王干部）");
    assertThat(office.journal(Entry.LedgerImported.class)).hasSize(2);
  }

  @Test
  void textFilesAreReadTooAndNameAndSchoolTellWhereTheyAreUnique() throws IOException {
    Known one = known.stream().filter(each -> each.name().equals("高若涵")).findFirst().orElseThrow();
    Path text = folder.resolve("台账.csv");
    String line = "高若涵,," + one.school() + "," + one.title() + ",经核实无误,2025/10/8\n";
    Files.write(text, ("姓名,身份证号,学校名称,问题类型,处理结果,核实日期\n" + line).getBytes(GBK));

    Office.Said said = imports(text);

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out()).contains("共 1 行：登记 1 行，列出 0 行，空行 0 行");
    assertThat(folder.resolve("台账__导入结果.xlsx")).doesNotExist();
    Entry.Answered answered = office.journal(Entry.Answered.class).get(0);
    assertThat(answered.findingId()).isEqualTo(one.finding());
    assertThat(answered.outcome()).isEqualTo("G8");
    assertThat(answered.verifiedOn()).isEqualTo("2025-10-08");
  }

  @Test
  void whatIsNoLedgerIsRefusedAndSaysWhy() throws IOException {
    Path text = folder.resolve("别的.csv");
    Files.write(text, "姓名,身份证号,学校名称,问题类型\n张三,,虚构小学,应助未助\n".getBytes(GBK));
    for (String dry : List.of("--quiet", "--dry-run")) {
      Office.Said said = imports(text, dry);
      assertThat(said.exit()).as(said.all()).isEqualTo(2);
      assertThat(said.out()).contains("别的.csv：未通过").contains("处理结果");
    }
    assertThat(office.journal(Entry.LedgerImported.class)).isEmpty();
  }

  @Test
  void whoeverImportsIsNamedAndTheFileIsThere() {
    assertThat(office.does("import-ledger", "台账.xlsx").err()).contains("--by 姓名");
    assertThat(office.does("import-ledger", "--by", "王干部").err()).contains("要写明导入哪一份台账");
    Office.Said missing = office.does("import-ledger", "没有.xlsx", "--by", "王干部");
    assertThat(missing.exit()).isEqualTo(74);
    assertThat(missing.err()).contains("找不到这个文件");
    assertThat(Office.bidui("import-ledger", "台账.xlsx", "--by", "王干部", "--home", "没有").exit())
        .isEqualTo(64);
  }

  @Test
  void nothingIsImportedBeforeTheFirstPublication() throws IOException {
    Office fresh = Office.open(folder.resolve("fresh"));
    Path text = folder.resolve("台账.csv");
    Files.writeString(text, "姓名,身份证号,处理结果\n张三,,死亡\n");
    Office.Said said = fresh.does("import-ledger", text.toString(), "--by", "王干部", "--dry-run");
    assertThat(said.exit()).isEqualTo(64);
    assertThat(said.err()).contains("请先运行 bidui run");
  }

  @Test
  void rulesWithMistakesAreToldAndMissingOnesToo() throws IOException {
    Path jobs = Files.createDirectories(office.home().resolve("jobs/ledger")).getParent();
    Path columns = Files.createDirectories(jobs.resolve("columns"));
    for (Path file : Office.files(Path.of("jobs/columns"))) {
      Files.copy(file, columns.resolve(file.getFileName()));
    }
    Path text = folder.resolve("台账.csv");
    Files.writeString(text, "姓名,身份证号,处理结果\n张三,,死亡\n");
    assertThat(imports(text).err()).contains("own-ledger.yml 和 words.yml");
    Files.copy(Path.of("jobs/ledger/own-ledger.yml"), jobs.resolve("ledger/own-ledger.yml"));
    Files.writeString(
        jobs.resolve("ledger/words.yml"), "outcomes:\n  - code: Z1\n    words: [别的]\n");
    assertThat(imports(text).err()).contains("jobs/ledger/words.yml").contains("不认识“Z1”");
  }
}
