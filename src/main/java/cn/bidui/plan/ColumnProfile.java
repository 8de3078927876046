package cn.bidui.plan;

import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How one source system writes one kind of list (列名方案): which headers mean which field. Headers
 * match exactly after {@link HeaderText#fold}, never by likeness.
 */
public final class ColumnProfile {

  private final String id;
  private final ListKind list;
  private final String title;
  private final Map<Field, ProfileColumn> columns;
  private final List<List<Field>> oneOf;
  private final Set<Field> decides;
  private final TitleWords titles;
  private final String instead;
  private final Set<String> known = new LinkedHashSet<>();
  private final Map<String, Field> strong = new HashMap<>();
  private final Map<String, Field> weak = new HashMap<>();
  private final Map<String, Map<String, Field>> grouped = new HashMap<>();

  ColumnProfile(
      String id,
      ListKind list,
      String title,
      List<ProfileColumn> columns,
      List<List<Field>> oneOf,
      Set<Field> decides,
      List<String> known,
      TitleWords titles,
      String instead) {
    this.id = id;
    this.list = list;
    this.title = title;
    this.columns = new LinkedHashMap<>();
    this.oneOf = List.copyOf(oneOf);
    this.decides = Set.copyOf(decides);
    this.titles = titles;
    this.instead = instead;
    known.forEach(name -> this.known.add(HeaderText.fold(name)));
    columns.forEach(this::index);
  }

  private void index(ProfileColumn column) {
    columns.put(column.field(), column);
    strong.putIfAbsent(HeaderText.fold(column.label()), column.field());
    column.synonyms().forEach(name -> strong.putIfAbsent(HeaderText.fold(name), column.field()));
    column.weak().forEach(name -> weak.putIfAbsent(HeaderText.fold(name), column.field()));
    for (String group : column.groups()) {
      Map<String, Field> under =
          grouped.computeIfAbsent(HeaderText.fold(group), name -> new HashMap<>());
      column.leaves().forEach(leaf -> under.putIfAbsent(HeaderText.fold(leaf), column.field()));
      column.spellings().forEach(name -> under.putIfAbsent(HeaderText.fold(name), column.field()));
    }
  }

  /** Its name, which also names the source system of a list that it matched. */
  public String id() {
    return id;
  }

  /** The kind of list. */
  public ListKind list() {
    return list;
  }

  /** The Chinese name of the list, for messages. */
  public String title() {
    return title;
  }

  /** The columns, in the profile's order. */
  public List<ProfileColumn> columns() {
    return List.copyOf(columns.values());
  }

  /**
   * How {@code field} is written.
   *
   * @throws IllegalArgumentException if the profile has no such column
   */
  public ProfileColumn column(Field field) {
    ProfileColumn column = columns.get(field);
    if (column == null) {
      throw new IllegalArgumentException(id + " has no column " + field.code());
    }
    return column;
  }

  /** Groups of fields of which a list needs at least one: {@code amount-due} or … */
  public List<List<Field>> oneOf() {
    return oneOf;
  }

  /** Fields that no other kind of list has: one of them decides for this kind. */
  public Set<Field> decides() {
    return decides;
  }

  /** Words above the header that tell this list from others with the same columns. */
  public TitleWords titles() {
    return titles;
  }

  /**
   * What to hand in instead, for exports that are known but hold nothing that can be compared;
   * blank for lists that are taken.
   */
  public String instead() {
    return instead;
  }

  /** The field that a folded header means by its label or a synonym. */
  public Optional<Field> strong(String folded) {
    return Optional.ofNullable(strong.get(folded));
  }

  /** The field that a folded header means where nothing stronger stands. */
  public Optional<Field> weak(String folded) {
    return Optional.ofNullable(weak.get(folded));
  }

  /** The field that a folded lower header means under a folded upper header. */
  public Optional<Field> grouped(String group, String leaf) {
    return Optional.ofNullable(grouped.getOrDefault(group, Map.of()).get(leaf));
  }

  /** Whether a folded header belongs to this list although nothing is read from it. */
  public boolean knows(String folded) {
    return known.contains(folded);
  }

  @Override
  public String toString() {
    return id;
  }
}
