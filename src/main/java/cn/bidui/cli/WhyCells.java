package cn.bidui.cli;

import cn.bidui.judge.evidence.KeptNight;
import cn.bidui.judge.evidence.KeptRow;
import cn.bidui.judge.finding.Finding;
import cn.bidui.link.Undecided;
import cn.bidui.link.Waterfall;
import cn.bidui.link.Waterfalls;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.RecordTable;
import cn.bidui.person.CitizenId;
import cn.bidui.person.Grade;
import cn.bidui.person.PersonName;
import cn.bidui.report.Substitutes;
import cn.bidui.report.WaterfallText;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import cn.bidui.source.RowRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kept rows that a finding rests on, in words; who is named there is masked. */
final class WhyCells {

  private static final Set<Field> NAMES =
      Set.of(
          Field.NAME,
          Field.FORMER_NAME,
          Field.GUARDIAN1_NAME,
          Field.GUARDIAN2_NAME,
          Field.HEAD_NAME,
          Field.PAYEE_NAME);

  /** Numbers that lead to a person or a family, and words that may say anything. */
  private static final Set<Field> NUMBERS =
      Set.of(
          Field.HOUSEHOLD_NUMBER,
          Field.MEMBER_NUMBER,
          Field.BENEFIT_NUMBER,
          Field.TRANSACTION,
          Field.REMARK);

  private static final int YEAR = 4;

  private final KeptNight night;
  private final Finding finding;
  private final Messages messages;
  private final boolean whole;
  private final ValueWords words;

  /** A row with the list that it stands in and its number among the kept rows. */
  record Spot(ListKind list, int number, KeptRow row) {}

  /**
   * Of one finding.
   *
   * @param whole whether names and ids are told as they are
   */
  WhyCells(KeptNight night, Finding finding, Messages messages, boolean whole) {
    this.night = night;
    this.finding = finding;
    this.messages = messages;
    this.whole = whole;
    this.words = new ValueWords(messages);
  }

  /** The rows of the evidence that the night had, in their order. */
  List<Spot> evidence() {
    Map<RowRef, Spot> kept = new HashMap<>();
    night
        .rows()
        .forEach(
            (list, rows) -> {
              for (int number = 0; number < rows.size(); number++) {
                KeptRow row = rows.get(number);
                kept.put(row.place(), new Spot(list, number, row));
              }
            });
    List<Spot> spots = new ArrayList<>();
    for (RowRef place : finding.evidence()) {
      Spot spot = kept.get(place);
      if (spot != null) {
        spots.add(spot);
      }
    }
    return spots;
  }

  /** Its cells that are not blank: what the column means, and the value. */
  List<String> cells(Spot spot) {
    List<Field> fields = Layout.of(spot.list()).fields();
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < fields.size(); column++) {
      String value = spot.row().values().get(column);
      if (!value.isEmpty()) {
        String title = messages.text("field." + fields.get(column).code());
        cells.add(messages.text("cli.why.value", title, shown(fields.get(column), value)));
      }
    }
    return cells;
  }

  private String shown(Field field, String value) {
    if (field == Field.GRADE) {
      return Grade.parse(value).label();
    }
    if (whole) {
      return words.of(field, value);
    }
    if (NAMES.contains(field)) {
      return PersonName.of(value).masked();
    }
    if (field == Field.BIRTH_DATE) {
      return value.substring(0, Math.min(YEAR, value.length())) + "-**-**";
    }
    return field.holdsId() || NUMBERS.contains(field)
        ? CitizenId.mask(value)
        : words.of(field, value);
  }

  /** Replaces the names of everybody who is kept. */
  Substitutes nameless() {
    Map<String, String> names = new HashMap<>();
    if (!whole) {
      name(names, finding.name());
      for (Spot spot : evidence()) {
        List<Field> fields = Layout.of(spot.list()).fields();
        for (int column = 0; column < fields.size(); column++) {
          if (NAMES.contains(fields.get(column))) {
            name(names, spot.row().values().get(column));
          }
        }
      }
    }
    return new Substitutes(names);
  }

  private static void name(Map<String, String> names, String written) {
    PersonName person = PersonName.of(written);
    names.put(written, person.masked());
    names.put(person.raw(), person.masked());
    names.put(person.folded(), person.masked());
  }

  /** How a row was linked: whose it is, and by what. */
  String linked(Spot spot) {
    KeptRow row = spot.row();
    String decision =
        messages.text("link.decision." + row.decision().name().toLowerCase(Locale.ROOT));
    String person = row.person() == KeptRow.NOBODY ? "—" : night.keys().get(row.person()).text();
    String tier = row.tier().label().isEmpty() ? "—" : row.tier().label();
    return messages.text(
        "cli.why.linked", place(row.place()), person, decision, tier, row.weight() / 100.0);
  }

  /** What holds two rows together or apart, with the weights of then. */
  List<String> pieces(Spot left, Spot right, Waterfalls waterfalls) {
    Map<ListKind, RecordTable> tables = night.tables();
    RecordTable one = tables.get(left.list());
    RecordTable other = tables.get(right.list());
    if (one == null || other == null) {
      return List.of();
    }
    Optional<Undecided> open = open(left, right);
    Waterfall alone =
        waterfalls.of(
            one,
            left.number(),
            other,
            right.number(),
            open.map(Undecided::tier).orElse(right.row().tier()),
            open.map(Undecided::reason).orElse(""),
            List.of());
    Waterfall told = open.map(pair -> Waterfalls.decided(alone, pair.weight())).orElse(alone);
    return new WaterfallText(messages, this::place).lines(told);
  }

  private Optional<Undecided> open(Spot left, Spot right) {
    return night.undecided().stream()
        .filter(
            pair ->
                (is(pair.left(), pair.leftRow(), left) && is(pair.right(), pair.rightRow(), right))
                    || (is(pair.left(), pair.leftRow(), right)
                        && is(pair.right(), pair.rightRow(), left)))
        .findFirst();
  }

  private static boolean is(ListKind list, int row, Spot spot) {
    return list == spot.list() && row == spot.number();
  }

  /** How a row is named to the reader. */
  String place(RowRef row) {
    String key = row.sheet().isEmpty() ? "cli.explain.text-place" : "cli.explain.place";
    return messages.text(key, row.file().name(), row.row(), row.sheet());
  }
}
