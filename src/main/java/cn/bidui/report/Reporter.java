package cn.bidui.report;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.sheet.SheetLine;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.report.period.PeriodDocument;
import cn.bidui.report.period.TermStartReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Writes everything that a night publishes (contract §4) into a folder, which the caller then puts
 * in its place by one rename. Equal nights give equal bytes, apart from {@code data/run.json}.
 */
public final class Reporter {

  /** All findings. */
  public static final String FINDINGS = "差异清单.xlsx";

  /** Own rows, one workbook per school. */
  public static final String SCHOOLS = "学校";

  /** Own rows, one workbook per township. */
  public static final String TOWNSHIPS = "乡镇";

  /** Children who may have left school. */
  public static final String DROPOUTS = "疑似辍学台账.xlsx";

  /** Corrections, one workbook per owner system. */
  public static final String CORRECTIONS = "更正清单";

  /** Every row accounted for. */
  public static final String CONTROL = "控制总账.xlsx";

  /** The scoreboard, the indicators and the school-age population. */
  public static final String INDICATORS = "指标.xlsx";

  /** The morning page. */
  public static final String PAGE = "index.html";

  /** What programs read. */
  public static final String DATA = "data";

  /**
   * Writes the whole report of {@code night}.
   *
   * @param emptyFolder exists and is empty
   * @throws IOException if something cannot be written; the folder is then to be thrown away
   */
  public void write(NightReport night, Path emptyFolder) throws IOException {
    data(night, Files.createDirectory(emptyFolder.resolve(DATA)));
    TempFolder.inside(emptyFolder, () -> books(night, emptyFolder));
    ListPages lists = new ListPages(night, new Places(night));
    lists.write(emptyFolder);
    Files.writeString(
        emptyFolder.resolve(PAGE), new IndexPage(night, Accounts.of(night), lists).html());
    if (night.job().equals(TermStartReport.JOB)) {
      PeriodPress.write(night.asOf(), termStart(night), emptyFolder);
    }
  }

  private static PeriodDocument termStart(NightReport night) {
    return TermStartReport.of(
        night.asOf(),
        night.findings(),
        night.followed().totals(),
        night.tallies(),
        List.of(Sentences.dates(night, Words.ZH)));
  }

  /**
   * Writes {@code run.json} alone, in place of one that is there: at the very end of a run, when
   * its duration is known.
   */
  public void writeRunJson(NightReport night, Path path) throws IOException {
    SafeFile.write(path, draft -> runJson(night, draft));
  }

  private static void runJson(NightReport night, Path path) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
      RunJson.write(night, writer);
    }
  }

  private void data(NightReport night, Path folder) throws IOException {
    DataFiles.rejects(night.rejects(), folder.resolve("rejects.csv"));
    LinkLines.write(night, folder.resolve("links.csv"));
    DataFiles.undecided(night, folder.resolve("undecided.csv"));
    DataFiles.findings(night.findings(), folder.resolve("findings.csv"));
    CaseLines.write(night.followed().cases(), folder.resolve(CaseLines.NAME));
    SheetFile.write(night.judged().sheet(), folder.resolve(SheetFile.NAME));
    runJson(night, folder.resolve("run.json"));
  }

  private static void books(NightReport night, Path folder) throws IOException {
    Places places = new Places(night);
    SchoolNames names = new SchoolNames(night);
    Pairs pairs = new Pairs(night);
    AnswerColumns answers = new AnswerColumns(night);
    String all = Words.ZH.text("report.book.findings");
    new FindingBook(night, pairs, answers, Audience.county(places), all, night.findings())
        .write(folder.resolve(FINDINGS));
    schools(night, pairs, answers, places, names, folder);
    townships(night, pairs, answers, places, names, folder);
    new DropoutBook(night, places).write(folder.resolve(DROPOUTS));
    new IndicatorBook(night).write(folder.resolve(INDICATORS), Audience.county(places));
    CorrectionBook.write(night, places, Files.createDirectory(folder.resolve(CORRECTIONS)));
    new ControlBook(night, Accounts.of(night)).write(folder.resolve(CONTROL));
  }

  private static void schools(
      NightReport night,
      Pairs pairs,
      AnswerColumns answers,
      Places places,
      SchoolNames names,
      Path folder)
      throws IOException {
    Folder files = new Folder(Files.createDirectory(folder.resolve(SCHOOLS)));
    SortedMap<String, List<LedgerFinding>> findings = by(Finding::school, night);
    Map<String, List<SheetLine>> sheets = sheets(night);
    for (String school : schools(night)) {
      Audience audience = Audience.school(school, places, names);
      String title = Words.ZH.text("report.book.of", school);
      new FindingBook(
              night, pairs, answers, audience, title, findings.getOrDefault(school, List.of()))
          .with(sheets.getOrDefault(school, List.of()))
          .write(files.file(school));
    }
  }

  /** The schools that have anything to read: findings, or pupils who are due or got something. */
  static SortedSet<String> schools(NightReport night) {
    SortedSet<String> schools = new TreeSet<>(by(Finding::school, night).keySet());
    schools.addAll(sheets(night).keySet());
    return schools;
  }

  private static Map<String, List<SheetLine>> sheets(NightReport night) {
    Map<String, List<SheetLine>> sheets = new TreeMap<>();
    for (SheetLine line : night.judged().sheet()) {
      sheets.computeIfAbsent(line.school(), school -> new ArrayList<>()).add(line);
    }
    sheets.remove("");
    return sheets;
  }

  private static void townships(
      NightReport night,
      Pairs pairs,
      AnswerColumns answers,
      Places places,
      SchoolNames names,
      Path folder)
      throws IOException {
    Folder files = new Folder(Files.createDirectory(folder.resolve(TOWNSHIPS)));
    for (Map.Entry<String, List<LedgerFinding>> township :
        by(Finding::township, night).entrySet()) {
      Audience audience = Audience.township(township.getKey(), township.getValue(), places, names);
      String title = Words.ZH.text("report.book.of", township.getKey());
      new FindingBook(night, pairs, answers, audience, title, township.getValue())
          .write(files.file(township.getKey()));
    }
  }

  /** The night's findings by a text that most of them have; those without it are left out. */
  static SortedMap<String, List<LedgerFinding>> by(
      Function<Finding, String> group, NightReport night) {
    SortedMap<String, List<LedgerFinding>> groups = new TreeMap<>();
    for (LedgerFinding entry : night.findings()) {
      groups.computeIfAbsent(group.apply(entry.finding()), name -> new ArrayList<>()).add(entry);
    }
    groups.remove("");
    return groups;
  }
}
