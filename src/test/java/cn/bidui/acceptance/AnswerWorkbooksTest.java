package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.acceptance.ExpectedAnswers.Current;
import cn.bidui.acceptance.ExpectedAnswers.Result;
import cn.bidui.acceptance.ExpectedAnswers.Said;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.Answered;
import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.FindingsBlob;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.SameCause;
import cn.bidui.report.Opened;
import cn.bidui.source.FileState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workbooks of findings, filled in at random and turned about in every way that Excel offers: each
 * answer lands on its finding or is listed. {@code -Dbidui.answer-workbooks=1000} sets how many; a
 * share is saved again by LibreOffice where that is installed.
 */
class AnswerWorkbooksTest {

  private static final int WORKBOOKS = Integer.getInteger("bidui.answer-workbooks", 96);
  private static final int PER_RUN = 24;
  private static final long SEED = 20251103;

  @TempDir private Path folder;
  private int listed;
  private int recorded;
  private int blank;
  private int resaved;

  /** One workbook as it was dropped. */
  private record Dropped(
      String name, String unit, List<ExpectedAnswers.Row> rows, Map<String, Said> printed) {}

  @Test
  void everyAnswerOfAThousandWorkbooksLandsOnItsFindingOrIsListed() throws Exception {
    for (int round = 0; round * PER_RUN < WORKBOOKS; round++) {
      round(round, 1 + round % 2);
    }
    System.out.printf(
        "%d workbooks (%d saved again by LibreOffice): %d answers recorded, %d listed, %d blank%n",
        WORKBOOKS, resaved, recorded, listed, blank);
    assertThat(recorded).isGreaterThan(WORKBOOKS);
    assertThat(listed).isGreaterThan(WORKBOOKS / 2);
  }

  /** A night's workbooks come back on the next night, together with some of the night before. */
  private void round(int round, int nights) throws Exception {
    Office office = Sample.after(nights, folder.resolve("home-" + round));
    LocalDate asOf = LocalDate.parse(Sample.asOf(nights)).plusDays(1);
    Random random = new Random(SEED + round);
    Map<String, Said> journal = journal(office);
    List<Path> published = new ArrayList<>(books(office, Sample.asOf(nights)));
    List<Path> older = nights == 1 ? List.of() : books(office, Sample.asOf(nights - 1));
    SortedMap<String, Dropped> dropped = new TreeMap<>();
    Path out = Files.createDirectories(folder.resolve("out-" + round));
    for (int i = 0; i < Math.min(PER_RUN, WORKBOOKS - round * PER_RUN); i++) {
      boolean old = !older.isEmpty() && random.nextInt(4) == 0;
      List<Path> from = old ? older : published;
      // Every other one is the county's.
      Path path = random.nextBoolean() ? from.get(0) : from.get(random.nextInt(from.size()));
      ClerkBook book = ClerkBook.open(path);
      new AnswerMischief(random, asOf).on(book);
      Dropped one = save(book, out, "w%02d".formatted(i), random, old ? Map.of() : journal);
      dropped.put(one.unit() + "/" + one.name(), one);
    }
    resave(out);
    // A workbook of which nothing is left but its header may come twice, and is then a duplicate.
    Set<String> contents = new HashSet<>();
    for (Dropped one : List.copyOf(dropped.values())) {
      if (!contents.add(Office.sha256(Files.readAllBytes(out.resolve(one.name()))))) {
        dropped.remove(one.unit() + "/" + one.name());
        continue;
      }
      String place = one.unit().isEmpty() ? one.name() : one.unit() + "/" + one.name();
      office.drop(place, Files.readAllBytes(out.resolve(one.name())));
    }
    List<Entry> before = office.journal(Entry.class);
    Office.Said said = office.run(asOf.toString(), "--quiet");
    assertThat(said.exit()).as(said.all()).isIn(0, 2, 3);
    List<Entry> after = office.journal(Entry.class);
    check(office, asOf, nights, journal, dropped, after.subList(before.size(), after.size()));
  }

  private static List<Path> books(Office office, String asOf) throws IOException {
    List<Path> books = new ArrayList<>(List.of(office.report(asOf).resolve("差异清单.xlsx")));
    for (String audience : List.of("学校", "乡镇")) {
      for (Path book : Office.files(office.report(asOf).resolve(audience))) {
        if (!ClerkBook.open(book).grids.isEmpty()) {
          books.add(book);
        }
      }
    }
    return books;
  }

  private static Dropped save(
      ClerkBook book, Path out, String stem, Random random, Map<String, Said> printed)
      throws IOException {
    int kind = random.nextInt(10);
    boolean csv = kind == 0;
    String ending = csv ? ".csv" : kind == 1 ? ".xls" : ".xlsx";
    String again = kind == 2 ? "-lo.xlsx" : kind == 3 ? "-lo.xls" : ending;
    if (csv || random.nextInt(6) == 0) {
      book.meta.clear();
      book.grids.forEach(
          grid ->
              grid.lines.stream()
                  .filter(line -> line.fault.equals("ANSWER-KEY-FOREIGN"))
                  .forEach(line -> line.fault = "ANSWER-KEY-CHANGED"));
    }
    boolean saveAgain = (kind == 2 || kind == 3) && Soffice.isThere();
    String name = stem + (saveAgain ? again : ending);
    Path file =
        saveAgain
            ? out.resolve("to-" + again.substring(4)).resolve(stem + "-lo.xlsx")
            : out.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    book.save(file);
    String unit = random.nextInt(8) == 0 ? "青禾镇中心小学" : "";
    return new Dropped(name, unit, book.rows(csv), printed);
  }

  private void resave(Path out) throws IOException, InterruptedException {
    for (String ending : List.of("xlsx", "xls")) {
      List<Path> books = Office.files(out.resolve("to-" + ending));
      resaved += books.size();
      if (!books.isEmpty()) {
        Soffice.saveAll(books, ending, out, folder);
      }
    }
  }

  // --- what is known before -------------------------------------------------------------------

  private static Map<String, Said> journal(Office office) throws IOException {
    Map<String, Said> journal = new HashMap<>();
    for (Answered answer : office.journal(Answered.class)) {
      journal.put(answer.findingId(), said(office, answer, false));
    }
    return journal;
  }

  private static Said said(Office office, Answered answer, boolean fresh) throws IOException {
    return new Said(
        answer.outcome(),
        note(office, answer.note()),
        answer.by(),
        answer.verifiedOn(),
        answer.proof().evidence(),
        answer.until(),
        answer.facts().substring(0, 8),
        fresh);
  }

  private static String note(Office office, String digest) throws IOException {
    if (digest.isEmpty()) {
      return "";
    }
    try (InputStream in = Archive.of(office.home()).open(digest)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<LedgerFinding> findings(Office office, String asOf) throws IOException {
    Entry.Published night =
        office.journal(Entry.Published.class).stream()
            .filter(each -> each.asOf().toString().equals(asOf))
            .findFirst()
            .orElseThrow();
    try (InputStream in = Archive.of(office.home()).open(night.findings())) {
      return FindingsBlob.read(in);
    }
  }

  private static ExpectedAnswers model(
      Office office, LocalDate asOf, int nights, Map<String, Said> journal) throws IOException {
    String last = Sample.asOf(nights);
    Map<String, Current> current = new HashMap<>();
    Map<String, String> facts = new HashMap<>();
    Map<String, List<String>> groups = new HashMap<>();
    Map<String, List<String>> members = new HashMap<>();
    List<LedgerFinding> findings = findings(office, last);
    SameCause.groups(findings).forEach(group -> members.put(group.id(), group.findings()));
    ClerkBook county = ClerkBook.open(office.report(last).resolve("差异清单.xlsx"));
    for (ExpectedAnswers.Row row : county.rows(false)) {
      if (row.group()) {
        String id = row.key().substring("group:".length(), row.key().indexOf('!'));
        groups.put(row.key(), Objects.requireNonNull(members.get(id)));
      } else {
        facts.put(row.id(), row.key().split("!", -1)[1]);
      }
    }
    for (Table.Row row : office.table(last, "findings.csv").rows()) {
      String id = row.get("finding_id");
      current.put(
          id,
          new Current(
              row.get("rule"),
              row.get("school"),
              row.get("township"),
              Objects.requireNonNull(facts.get(id)),
              row.get("state").equals("resolved")));
    }
    return new ExpectedAnswers(asOf, current, groups, journal);
  }

  // --- what came of it ------------------------------------------------------------------------

  private void check(
      Office office,
      LocalDate asOf,
      int nights,
      Map<String, Said> journal,
      SortedMap<String, Dropped> dropped,
      List<Entry> entries)
      throws IOException {
    ExpectedAnswers model = model(office, asOf, nights, journal);
    List<Answered> answers = new ArrayList<>();
    List<String> answered = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry instanceof Answered answer) {
        answers.add(answer);
      } else if (entry instanceof FileAnswered file) {
        Dropped one = dropped.get(file.file().unit() + "/" + file.file().name());
        answered.add(file.file().unit() + "/" + file.file().name());
        check(office, asOf, file, Objects.requireNonNull(one), model, answers);
        answers.clear();
      }
    }
    assertThat(answered).as("in their order").containsExactlyElementsOf(dropped.keySet());
  }

  private void check(
      Office office,
      LocalDate asOf,
      FileAnswered file,
      Dropped one,
      ExpectedAnswers model,
      List<Answered> answers)
      throws IOException {
    Result expected = model.judge(one.rows(), one.unit(), one.printed());
    String which = one.unit() + "/" + one.name();
    assertThat(file.state()).as(which).isEqualTo(FileState.ANSWERS);
    Map<String, String> found = new TreeMap<>();
    office
        .table(asOf.toString(), "rejects.csv")
        .where(row -> row.get("file").equals(one.name()))
        .forEach(row -> found.put(row.get("sheet") + "!" + row.get("row"), row.get("code")));
    assertThat(found).as(which).isEqualTo(expected.listed());
    List<String> said = new ArrayList<>();
    for (Answered answer : answers) {
      said.add(answer.findingId() + " " + said(office, answer, true));
    }
    assertThat(said)
        .as(which)
        .containsExactlyElementsOf(
            expected.recorded().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .toList());
    assertThat(file.counts().accepted()).as(which).isEqualTo(expected.accepted());
    assertThat(file.counts().rejected()).as(which).isEqualTo(expected.listed().size());
    assertThat(file.counts().blank()).as(which).isEqualTo(expected.blank());
    told(office, one, expected);
    recorded += expected.recorded().size();
    listed += expected.listed().size();
    blank += expected.blank();
  }

  /** Every row that is listed stands in the answer to its owner. */
  private static void told(Office office, Dropped one, Result expected) throws IOException {
    Path answer =
        office
            .feedback()
            .resolve(one.unit())
            .resolve(
                one.name().substring(0, one.name().lastIndexOf('.'))
                    + (expected.listed().isEmpty() ? "__已收妥.xlsx" : "__未通过.xlsx"));
    assertThat(answer).exists();
    if (!expected.listed().isEmpty()) {
      Stream<String> rows =
          Opened.rows(answer, "答复结果").stream()
              .filter(row -> row.startsWith("没有登记|"))
              .map(row -> row.split("\\|", -1))
              .map(cells -> cells[1] + "!" + cells[2]);
      assertThat(rows.sorted().toList())
          .containsExactlyElementsOf(expected.listed().keySet().stream().sorted().toList());
    }
  }
}
