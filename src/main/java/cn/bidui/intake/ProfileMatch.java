package cn.bidui.intake;

import cn.bidui.plan.ColumnProfile;
import cn.bidui.plan.ProfileColumn;
import cn.bidui.source.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How far one profile explains a header. */
final class ProfileMatch {

  private final ColumnProfile profile;
  private final HeaderLine line;
  private final Map<Field, List<HeaderCell>> fields = new EnumMap<>(Field.class);
  private final Set<Integer> explained = new HashSet<>();

  ProfileMatch(ColumnProfile profile, HeaderLine line) {
    this.profile = profile;
    this.line = line;
    Map<Field, List<HeaderCell>> weak = new EnumMap<>(Field.class);
    for (HeaderCell cell : line.cells()) {
      Optional<Field> strong = strong(cell);
      if (strong.isPresent()) {
        put(fields, strong.get(), cell);
      } else {
        weak(cell).ifPresent(field -> put(weak, field, cell));
      }
      if (profile.knows(cell.leaf()) || profile.knows(cell.group() + cell.leaf())) {
        explained.add(cell.column());
      }
    }
    weak.forEach(fields::putIfAbsent);
  }

  private void put(Map<Field, List<HeaderCell>> map, Field field, HeaderCell cell) {
    map.computeIfAbsent(field, first -> new ArrayList<>()).add(cell);
    explained.add(cell.column());
  }

  private Optional<Field> strong(HeaderCell cell) {
    Optional<Field> whole = Optional.empty();
    if (!cell.group().isEmpty()) {
      whole =
          profile
              .grouped(cell.group(), cell.leaf())
              .or(() -> profile.strong(cell.group() + cell.leaf()));
    }
    return whole.or(() -> profile.strong(cell.leaf()).filter(field -> own(cell, field)));
  }

  private Optional<Field> weak(HeaderCell cell) {
    return profile.weak(cell.leaf()).filter(field -> own(cell, field));
  }

  /** A relative's name must never be read as the pupil's. */
  private static boolean own(HeaderCell cell, Field field) {
    boolean relative = cell.aboutRelative() || Relatives.named(cell.group());
    return !relative || Relatives.maySpeakOf(field);
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

  /** The columns of the fields that no other kind of list has. */
  Set<Integer> deciding() {
    return columns(profile.decides());
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
