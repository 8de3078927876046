package cn.bidui.batch;

import cn.bidui.intake.DeclaredTotal;
import cn.bidui.intake.FileReading;
import cn.bidui.intake.Hint;
import cn.bidui.intake.ReadRow;
import cn.bidui.intake.ReturnSlip;
import cn.bidui.intake.SheetReading;
import cn.bidui.ledger.HashTotals;
import cn.bidui.ledger.RowHash;
import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.KeptRow;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.Normalizer;
import cn.bidui.normalize.RowOutcome;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.normalize.ShelvedFile.Remark;
import cn.bidui.source.CellRef;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.ListKind;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.SheetRow;
import cn.bidui.source.SourceFile;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the rows of one file on the shelf and, at its end, what the file turned out to be. */
final class FileShelving implements FileRowReader.RowWatcher {

  private final SourceFile file;
  private final RowShelf shelf;
  private final ReadingRules rules;
  private final RowHash hash;
  private final KeptCorrections corrections;
  private final Map<String, Integer> sheets = new LinkedHashMap<>();
  private @Nullable Normalizer normalizer;
  private Optional<Hint<Term>> term = Optional.empty();
  private Optional<Hint<LocalDate>> dataDate = Optional.empty();
  private long readTotal;
  private long readRows;

  FileShelving(SourceFile file, RowShelf shelf, ReadingRules rules, RowHash hash, RowKeys keys) {
    this.file = file;
    this.shelf = shelf;
    this.rules = rules;
    this.hash = hash;
    this.corrections = new KeptCorrections(keys);
  }

  /** Rows count as safe only if the shelf holds exactly as many as the batch tables say. */
  @Override
  public long begin(long committed) {
    if (committed > 0 && shelf.rows(file.sha256()) == committed) {
      return committed;
    }
    shelf.clear(file.sha256());
    return 0;
  }

  @Override
  public void hints(Optional<Hint<Term>> saidTerm, Optional<Hint<LocalDate>> saidDate) {
    term = saidTerm;
    dataDate = saidDate;
  }

  @Override
  public void row(ReadRow row) {
    sheets.computeIfAbsent(row.sheet(), name -> sheets.size());
    readRows++;
  }

  @Override
  public void passedBy(ReadRow row) {
    keep(row);
  }

  /** The row as it is kept; its share of the control total is taken here, once for each row. */
  KeptRow keep(ReadRow row) {
    int sheet = sheets.getOrDefault(row.sheet(), 0);
    if (row instanceof ReadRow.Data data) {
      return data(sheet, data.cells());
    }
    if (row instanceof ReadRow.Corrected corrected) {
      return corrected(sheet, corrected);
    }
    if (row instanceof ReadRow.Answer answer) {
      total(row.sheet(), row.row(), "", "");
      return new KeptRow(
          sheet, row.row(), Bucket.ACCEPTED, FilledIn.of(answer).values(), List.of());
    }
    total(row.sheet(), row.row(), "", "");
    Bucket bucket = row instanceof ReadRow.Blank ? Bucket.BLANK : Bucket.NOTE;
    return new KeptRow(sheet, row.row(), bucket, List.of(), List.of());
  }

  private KeptRow data(int sheet, SheetRow row) {
    ListKind list = row.header().list();
    RowOutcome outcome = normalizer(list).normalize(row);
    if (outcome instanceof RowOutcome.Accepted accepted) {
      List<String> values = storable(accepted.values());
      Layout layout = Layout.of(list);
      total(
          row.header().sheet(),
          row.row(),
          RowNames.name(layout, values),
          RowNames.id(layout, values));
      return new KeptRow(sheet, row.row(), Bucket.ACCEPTED, values, List.of());
    }
    List<String> texts = storable(row.cells().stream().map(cell -> cell.text().strip()).toList());
    total(
        row.header().sheet(),
        row.row(),
        at(texts, RowNames.nameColumn(row.header())),
        at(texts, RowNames.idColumn(row.header())));
    return new KeptRow(
        sheet, row.row(), Bucket.REJECTED, texts, ((RowOutcome.Rejected) outcome).problems());
  }

  private KeptRow corrected(int sheet, ReadRow.Corrected row) {
    ListKind list = row.cells().header().list();
    if (normalizer == null) {
      // Rows that name no term are of the term that the list was read with, whenever they come
      // back.
      String of = row.slip().value(ReturnSlip.TERM);
      normalizer = new Normalizer(list, Term.find(of).orElse(null));
    }
    KeptRow kept = corrections.keep(sheet, row, normalizer);
    boolean rejected = kept.bucket() == Bucket.REJECTED;
    Layout layout = Layout.of(list);
    Header header = row.sheetHeader();
    total(
        row.sheet(),
        row.row(),
        at(kept.values(), rejected ? header.column(Field.NAME) : layout.position(Field.NAME)),
        at(
            kept.values(),
            rejected ? header.column(Field.CITIZEN_ID) : layout.position(Field.CITIZEN_ID)));
    return kept;
  }

  private void total(String sheet, int row, String name, String id) {
    readTotal = (readTotal + hash.of(sheet, row, name, id)) % HashTotals.MODULUS;
  }

  static String at(List<String> texts, int column) {
    return column >= 0 && column < texts.size() ? texts.get(column) : "";
  }

  /** Without the two control characters that no database column can give back. */
  static List<String> storable(List<String> texts) {
    return texts.stream().map(text -> text.replace('\u001F', ' ').replace("\0", "")).toList();
  }

  private Normalizer normalizer(ListKind list) {
    if (normalizer == null) {
      normalizer = new Normalizer(list, rules.termOfRows(list, term, dataDate));
    }
    return normalizer;
  }

  /** How many rows the shelf holds less than were read. */
  long lost() {
    return readRows - shelf.rows(file.sha256());
  }

  /** The file came to its end. */
  void finish(FileReading reading) {
    if (reading instanceof FileReading.Refused refused) {
      shelf.finish(shelved(refused.list().orElse(null), "", refused, refused.problems()));
      return;
    }
    if (reading instanceof FileReading.Returned returned) {
      finish(returned);
      return;
    }
    if (reading instanceof FileReading.Answers) {
      shelf.finish(shelved(null, ReturnSlip.FINDINGS, reading, List.of()));
      return;
    }
    FileReading.Read read = (FileReading.Read) reading;
    List<FileProblem> questions = questions(read);
    if (questions.isEmpty() && read.list().listOfPersons()) {
      shelf.markDuplicates(file.sha256(), duplicates());
    }
    shelf.finish(shelved(read.list(), read.profile(), read, questions));
  }

  private void finish(FileReading.Returned reading) {
    boolean genuine = corrections.genuine(reading.slip());
    ShelvedFile read =
        shelved(
            reading.list(), reading.profile(), reading, genuine ? List.of() : List.of(changed()));
    shelf.finish(genuine ? read.returned(corrections.returned(reading.slip())) : read);
  }

  private FileProblem changed() {
    CellRef place = new CellRef(file.name(), ReturnSlip.SHEET, 0, "");
    return new FileProblem(ProblemCode.RETURN_CHANGED, place, "", List.of());
  }

  /** What has to be asked before the list can be used. */
  private List<FileProblem> questions(FileReading.Read read) {
    ListKind list = read.list();
    CellRef place = new CellRef(file.name(), "", 0, "");
    List<FileProblem> questions = new ArrayList<>();
    if (rules.dataDate(list, read.dataDate()) == null) {
      questions.add(new FileProblem(ProblemCode.DATA_DATE_UNKNOWN, place, "", List.of()));
    }
    boolean inRows = list == ListKind.AID && read.sheets().stream().anyMatch(FileShelving::terms);
    if (!inRows && rules.term(list, read.term(), read.dataDate()) == null) {
      questions.add(new FileProblem(ProblemCode.TERM_UNKNOWN, place, "", List.of()));
    }
    return questions;
  }

  private static boolean terms(SheetReading sheet) {
    return sheet
        .header()
        .map(header -> header.column(Field.TERM) >= 0 || header.column(Field.SCHOOL_YEAR) >= 0)
        .orElse(false);
  }

  private List<RowShelf.RowPlace> duplicates() {
    Set<List<String>> seen = new HashSet<>();
    List<RowShelf.RowPlace> twice = new ArrayList<>();
    shelf.recall(
        file.sha256(),
        Bucket.ACCEPTED,
        (sheet, row, values) -> {
          if (!seen.add(List.copyOf(values))) {
            twice.add(new RowShelf.RowPlace(sheet, row));
          }
        });
    return twice;
  }

  private ShelvedFile shelved(
      @Nullable ListKind list, String profile, FileReading reading, List<FileProblem> problems) {
    boolean refused = !problems.isEmpty();
    return new ShelvedFile(
        file.sha256(),
        list,
        profile,
        sheets(reading),
        refused ? 0 : readTotal,
        reading instanceof FileReading.Read read ? read.term().map(Hint::value).orElse(null) : null,
        reading instanceof FileReading.Read read
            ? read.dataDate().map(Hint::value).orElse(null)
            : null,
        problems,
        remarks(reading));
  }

  /** Sheets with rows first, by the index that their rows carry; the others after them. */
  private List<ShelvedFile.Sheet> sheets(FileReading reading) {
    List<SheetReading> ordered = new ArrayList<>();
    for (String name : sheets.keySet()) {
      reading.sheets().stream().filter(s -> s.name().equals(name)).forEach(ordered::add);
    }
    reading.sheets().stream().filter(s -> !sheets.containsKey(s.name())).forEach(ordered::add);
    return ordered.stream().map(FileShelving::sheet).toList();
  }

  private static ShelvedFile.Sheet sheet(SheetReading sheet) {
    boolean hidden = sheet.state() == SheetReading.State.HIDDEN;
    if (sheet.header().isEmpty()) {
      return new ShelvedFile.Sheet(sheet.name(), 0, hidden, -1, -1, List.of());
    }
    Header header = sheet.header().get();
    return new ShelvedFile.Sheet(
        sheet.name(),
        header.row(),
        hidden,
        RowNames.nameColumn(header),
        RowNames.idColumn(header),
        storable(header.texts()));
  }

  private static List<Remark> remarks(FileReading reading) {
    List<Remark> remarks = new ArrayList<>();
    if (reading instanceof FileReading.Read read) {
      read.totals().forEach(total -> remarks.add(total(total)));
    }
    reading.sheets().forEach(sheet -> remarks.addAll(remarks(sheet)));
    return remarks;
  }

  /** A total that the list states of itself and that is not so. */
  private static Remark total(DeclaredTotal total) {
    List<String> words = List.of(total.sheet(), total.declared(), total.found());
    return total.row() == 0
        ? new Remark(ListGuards.TITLE_DIFFERS, words)
        : new Remark(
            ListGuards.TOTAL_DIFFERS,
            List.of(total.sheet(), total.declared(), total.found(), String.valueOf(total.row())));
  }

  private static List<Remark> remarks(SheetReading sheet) {
    return switch (sheet.state()) {
      case HIDDEN -> List.of(new Remark("report.note.sheet-hidden", List.of(sheet.name())));
      case NO_HEADER, NO_PERSONS, EMPTY ->
          List.of(new Remark("report.note.sheet-skipped", List.of(sheet.name())));
      case READ, REFUSED -> ofRows(sheet);
    };
  }

  private static List<Remark> ofRows(SheetReading sheet) {
    List<Remark> remarks = new ArrayList<>();
    if (!sheet.unknownColumns().isEmpty()) {
      String columns = String.join("、", sheet.unknownColumns());
      remarks.add(new Remark("report.note.columns-dropped", List.of(sheet.name(), columns)));
    }
    if (sheet.hiddenRows() > 0) {
      String count = String.valueOf(sheet.hiddenRows());
      remarks.add(new Remark("report.note.rows-hidden", List.of(sheet.name(), count)));
    }
    SheetReading.Rows rows = sheet.rowsOf();
    if (rows.privateNames() > 0) {
      String places =
          rows.privatePlaces().stream()
              .map(place -> place.column() + place.row())
              .collect(Collectors.joining("、"));
      String count = String.valueOf(rows.privateNames());
      remarks.add(new Remark("report.note.private-use", List.of(sheet.name(), count, places)));
    }
    return remarks;
  }
}
