package cn.bidui.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the keepers of one source system should look at (更正清单). Bidui never edits a source. */
final class CorrectionBook {

  private static final Comparator<Correction> BY_PLACE =
      Comparator.comparing(Correction::place)
          .thenComparing(Correction::field)
          .thenComparing(correction -> correction.entry().finding().id());

  private static final Words WORDS = Words.ZH;

  private final NightReport night;
  private final String title;
  private final List<Correction> corrections;

  private CorrectionBook(NightReport night, String title, List<Correction> corrections) {
    this.night = night;
    this.title = title;
    this.corrections = corrections;
  }

  /** One workbook per owner in {@code folder}. */
  static void write(NightReport night, Places places, Path folder) throws IOException {
    Map<Owner, List<Correction>> owners = byOwner(night, places);
    for (Map.Entry<Owner, List<Correction>> owner : owners.entrySet()) {
      String name = owner.getKey().label(WORDS);
      String title = WORDS.text("report.book.corrections", name);
      List<Correction> sorted = owner.getValue().stream().sorted(BY_PLACE).toList();
      new CorrectionBook(night, title, sorted).write(folder.resolve(name + ".xlsx"));
    }
  }

  /** The owners that get a workbook. */
  static Set<Owner> owners(NightReport night) {
    return byOwner(night, new Places(night)).keySet();
  }

  private static Map<Owner, List<Correction>> byOwner(NightReport night, Places places) {
    Map<Owner, List<Correction>> owners = new EnumMap<>(Owner.class);
    Arrays.stream(Owner.values())
        .filter(Owner::always)
        .forEach(owner -> owners.put(owner, new ArrayList<>()));
    night.findings().stream()
        .flatMap(entry -> Correction.of(entry, places).stream())
        .forEach(found -> owners.computeIfAbsent(found.owner(), o -> new ArrayList<>()).add(found));
    return owners;
  }

  private void write(Path target) throws IOException {
    try (Book book = new Book(night.asOf(), title, corrections.size())) {
      book.page(WORDS.text("report.sheet.corrections"))
          .list(columns(), corrections, correction -> Look.TEXT);
      book.answers();
      book.save(target);
    }
  }

  private List<Column<Correction>> columns() {
    List<Column<Correction>> columns = new ArrayList<>(where());
    columns.addAll(what());
    columns.add(Column.choose("report.column.answer", 16, Topic.IDENTITY));
    columns.add(Column.fillIn("report.column.answer-note", 14));
    columns.add(Column.fillIn("report.column.answer-by", 9));
    columns.add(Column.fillIn("report.column.answer-date", 11));
    return columns;
  }

  private static List<Column<Correction>> where() {
    return List.of(
        Column.of("report.column.key", 0, each -> each.entry().finding().id()),
        Column.of("report.column.file", 22, each -> each.place().file().name()),
        Column.of("report.column.unit", 14, each -> each.place().file().unit()),
        Column.of("report.column.sheet", 10, each -> each.place().sheet()),
        Column.of("report.column.row", 7, each -> each.place().row()),
        Column.of("report.column.field", 12, each -> WORDS.field(each.field())));
  }

  private static List<Column<Correction>> what() {
    return List.of(
        Column.of("report.column.now", 20, Correction::found),
        Column.of("report.column.others", 26, Correction::others),
        Column.of("report.column.rule", 14, each -> WORDS.rule(each.entry().finding().rule())),
        Column.of("report.column.why", 34, each -> WORDS.why(each.entry().finding().explanation())),
        Column.of("report.column.name", 9, each -> each.entry().finding().name()),
        Column.of(
            "report.column.citizen-id", 20, each -> Masks.id(each.entry().finding().citizenId())),
        Column.of("report.column.school", 14, each -> each.entry().finding().school()));
  }
}
