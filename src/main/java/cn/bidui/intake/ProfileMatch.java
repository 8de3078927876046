package cn.bidui.intake;

import cn.bidui.intake.ColumnReading.How;
import cn.bidui.plan.ColumnProfile;
import cn.bidui.plan.HeaderText;
import cn.bidui.plan.ProfileColumn;
import cn.bidui.plan.RememberedHeader;
import cn.bidui.source.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How far one profile explains a header. */
final class ProfileMatch {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

  private final ColumnProfile profile;
  private final HeaderLine line;
  private final @Nullable RememberedHeader told;
  private final Map<Field, List<HeaderCell>> fields = new EnumMap<>(Field.class);
  private final Map<Integer, How> hows = new HashMap<>();
  private final Set<Integer> explained = new HashSet<>();

  ProfileMatch(ColumnProfile profile, HeaderLine line) {
    this(profile, line, null);
  }

  /**
   * By what a person decided, and for the other columns by the profile.
   *
   * @param told null if nobody decided anything
   */
  ProfileMatch(ColumnProfile profile, HeaderLine line, @Nullable RememberedHeader told) {
    this.profile = profile;
    this.line = line;
    this.told = told;
    Map<Field, List<HeaderCell>> weak = new EnumMap<>(Field.class);
    line.cells().forEach(cell -> match(cell, weak));
    weak.forEach(this::whereNothingStronger);
  }

  private void match(HeaderCell cell, Map<Field, List<HeaderCell>> weak) {
    if (knows(cell)) {
      explained.add(cell.column());
    }
    if (decided(cell)) {
      return;
    }
    Optional<Field> strong = strong(cell);
    if (strong.isPresent()) {
      put(fields, strong.get(), cell);
    } else {
      weak(cell).ifPresent(field -> put(weak, field, cell));
    }
  }

  private boolean knows(HeaderCell cell) {
    return profile.knows(cell.leaf())
        || cell.readings().stream().anyMatch(reading -> profile.knows(reading.word()));
  }

  /** Whether a person has decided about the column. */
  private boolean decided(HeaderCell cell) {
    if (told == null) {
      return false;
    }
    @Nullable Field field = told.columns().get(cell.column());
    boolean readable =
        field != null && profile.columns().stream().anyMatch(one -> one.field() == field);
    if (readable && field != null) {
      hows.put(cell.column(), How.REMEMBERED);
      put(fields, field, cell);
    }
    boolean ignored = told.ignored().contains(cell.column());
    if (ignored) {
      explained.add(cell.column());
    }
    return readable || ignored;
  }

  private void put(Map<Field, List<HeaderCell>> map, Field field, HeaderCell cell) {
    map.computeIfAbsent(field, first -> new ArrayList<>()).add(cell);
    explained.add(cell.column());
  }

  private void whereNothingStronger(Field field, List<HeaderCell> cells) {
    if (fields.putIfAbsent(field, cells) == null) {
      cells.forEach(cell -> hows.put(cell.column(), How.WEAK));
    }
  }

  private Optional<Field> strong(HeaderCell cell) {
    for (HeaderCell.Grouped reading : cell.readings()) {
      Optional<Field> field =
          profile.grouped(reading.group(), reading.name()).or(() -> profile.strong(reading.word()));
      if (field.isPresent()) {
        hows.put(cell.column(), How.GROUP);
        return field;
      }
    }
    Optional<Field> field = profile.strong(cell.leaf()).filter(one -> own(cell, one));
    field.ifPresent(one -> hows.put(cell.column(), spelled(cell, one)));
    return field;
  }

  /** The name under a group by which a column was understood. */
  Optional<HeaderCell.Grouped> grouped(HeaderCell cell) {
    return cell.readings().stream().filter(one -> meaning(one).isPresent()).findFirst();
  }

  private Optional<Field> meaning(HeaderCell.Grouped reading) {
    return profile
        .grouped(reading.group(), reading.name())
        .or(() -> profile.strong(reading.word()));
  }

  private How spelled(HeaderCell cell, Field field) {
    if (HeaderText.fold(profile.column(field).label()).equals(cell.leaf())) {
      return How.EXACT;
    }
    return CODE.matcher(cell.leaf()).matches() ? How.CODE : How.SYNONYM;
  }

  private Optional<Field> weak(HeaderCell cell) {
    return profile.weak(cell.leaf()).filter(field -> own(cell, field));
  }

  /** A relative's name must never be read as the pupil's. */
  private static boolean own(HeaderCell cell, Field field) {
    return !cell.aboutRelative()
        || Relatives.maySpeakOf(field)
        || (cell.aboutHead() && Relatives.householdHas(field));
  }

  /** How the header of a column that is read was understood. */
  How how(HeaderCell cell) {
    return hows.getOrDefault(cell.column(), How.UNKNOWN);
  }

  /** Whether {@code field} was found by a weak name only. */
  boolean weak(Field field) {
    return cells(field).stream().anyMatch(cell -> how(cell) == How.WEAK);
  }

  /** What was made of every column up to the last that has a header. */
  List<ColumnReading> columns() {
    Map<Integer, Field> read = new HashMap<>();
    fields.forEach((field, cells) -> cells.forEach(cell -> read.put(cell.column(), field)));
    List<String> texts = line.texts();
    List<ColumnReading> columns = new ArrayList<>();
    for (int column = 0; column < texts.size(); column++) {
      columns.add(new ColumnReading(column, texts.get(column), Optional.empty(), How.BLANK, ""));
    }
    for (HeaderCell cell : line.cells()) {
      columns.set(
          cell.column(),
          reading(cell, texts.get(cell.column()), Optional.ofNullable(read.get(cell.column()))));
    }
    return columns;
  }

  private ColumnReading reading(HeaderCell cell, String text, Optional<Field> field) {
    if (field.isPresent()) {
      return new ColumnReading(cell.column(), text, field, how(cell), "");
    }
    if (explained.contains(cell.column())) {
      return new ColumnReading(cell.column(), text, field, How.KNOWN, "");
    }
    List<ProfileColumn> open =
        profile.columns().stream().filter(column -> !has(column.field())).toList();
    String meant = Likeness.nearest(open, cell).orElse("");
    return new ColumnReading(cell.column(), text, field, How.UNKNOWN, meant);
  }

  ColumnProfile profile() {
    return profile;
  }

  HeaderLine line() {
    return line;
  }

  int fieldCount() {
    return fields.size();
  }

  boolean has(Field field) {
    return fields.containsKey(field);
  }

  /** The columns that mean {@code field}, from the left. */
  List<HeaderCell> cells(Field field) {
    return fields.getOrDefault(field, List.of());
  }

  /** All fields with their columns, in field order. */
  Map<Field, List<HeaderCell>> fields() {
    return fields;
  }

  /** Columns that belong to this list, read or not. */
  Set<Integer> explained() {
    return explained;
  }

  /** Columns that the profile knows nothing about. */
  List<HeaderCell> unknown() {
    return line.cells().stream().filter(cell -> !explained.contains(cell.column())).toList();
  }

  /** What the list cannot be read without and the header lacks: each a choice of fields. */
  List<List<Field>> missing() {
    List<List<Field>> missing = new ArrayList<>();
    for (ProfileColumn column : profile.columns()) {
      if (column.required() && !has(column.field())) {
        missing.add(List.of(column.field()));
      }
    }
    for (List<Field> choice : profile.oneOf()) {
      if (choice.stream().noneMatch(this::has)) {
        missing.add(choice);
      }
    }
    return missing;
  }

  /** Whether the list has columns of its own, but none of them is here. */
  boolean undecided() {
    return !profile.decides().isEmpty() && deciding().isEmpty();
  }

  /** The columns of the fields that no other kind of list has; a weak name decides nothing. */
  Set<Integer> deciding() {
    Set<Field> sure = new HashSet<>(profile.decides());
    sure.removeIf(this::weak);
    return columns(sure);
  }

  /** The columns that the list cannot be read without. */
  Set<Integer> required() {
    Set<Field> required = new HashSet<>();
    profile.columns().stream()
        .filter(ProfileColumn::required)
        .forEach(column -> required.add(column.field()));
    return columns(required);
  }

  private Set<Integer> columns(Set<Field> of) {
    Set<Integer> columns = new HashSet<>();
    of.forEach(field -> cells(field).forEach(cell -> columns.add(cell.column())));
    return columns;
  }
}
