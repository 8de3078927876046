package cn.bidui.link;

import cn.bidui.link.assign.Clusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** One night's linking of what changed. */
final class Relinking {

  private static final int UNKNOWN = -1;

  private final Columns columns;
  private final LinkLimits limits;
  private final LinkMemory memory;
  private final long[] prints;
  private final Interactions interactions;
  private final Clusters clusters;
  private RowGroups components;

  /** The place of each component in the memory, or -1. */
  private int[] places;

  /** Rows that rulings name: what is decided about them is not in the lists alone. */
  private final BitSet ruled = new BitSet();

  private final int[] firsts;
  private final Decision[] decisions;
  private final Tier[] tiers;
  private final int[] weights;
  private final List<Undecided> undecided = new ArrayList<>();
  private final List<IdentityNote> notes = new ArrayList<>();
  private List<String> oversized = List.of();
  private int again;

  /** Whether what was found stays within the components, as it must. */
  private boolean closed = true;

  /**
   * Of all rows of a night.
   *
   * @param whole as it is before anything is linked
   */
  Relinking(Matching whole, LinkMemory memory) {
    this.columns = whole.columns;
    this.limits = whole.limits;
    this.memory = memory;
    prints = RowPrints.of(columns);
    interactions = new Interactions(whole);
    interactions.joinLookups(prints);
    clusters = interactions.clusters();
    components = new RowGroups(columns, clusters::of);
    places = places();
    firsts = new int[columns.size()];
    decisions = new Decision[columns.size()];
    tiers = new Tier[columns.size()];
    weights = new int[columns.size()];
  }

  private int[] places() {
    Remembered remembered = memory.components();
    int[] found = new int[components.count()];
    RowIndex index = new RowIndex(remembered.first());
    for (int component = 0; component < found.length; component++) {
      int place = index.first(first(component));
      while (place >= 0 && remembered.second()[place] != second(component)) {
        place = index.next(place);
      }
      found[component] = place;
    }
    return found;
  }

  private long first(int component) {
    long number = components.rows(component);
    for (int i = 0; i < components.rows(component); i++) {
      number = RowPrints.joined(number, prints[components.row(component, i)]);
    }
    return number;
  }

  private long second(int component) {
    long number = 0;
    for (int i = components.rows(component) - 1; i >= 0; i--) {
      number = RowPrints.joined(number, ~prints[components.row(component, i)]);
    }
    return number;
  }

  /** Finds the rows that rulings name, and ties together what a ruling ties together. */
  void rule(List<PinnedLink> pins, HandleHash hash) {
    if (pins.isEmpty()) {
      return;
    }
    Map<String, List<Integer>> rows =
        Pins.rowsOfHandles(columns, mayBeNamed(Pins.handles(pins)), pins, hash);
    rows.values().forEach(named -> named.forEach(ruled::set));
    for (PinnedLink pin : pins) {
      List<Integer> named = new ArrayList<>(rows.getOrDefault(pin.left(), List.of()));
      named.addAll(rows.getOrDefault(pin.right(), List.of()));
      named.forEach(row -> clusters.unite(named.get(0), row));
    }
    components = new RowGroups(columns, clusters::of);
    interactions.rule(membersOfRuled());
    components = new RowGroups(columns, clusters::of);
    places = places();
    ruled.stream().forEach(row -> places[components.of(row)] = UNKNOWN);
  }

  private BitSet membersOfRuled() {
    BitSet members = new BitSet();
    ruled.stream()
        .map(components::of)
        .distinct()
        .forEach(
            component -> {
              for (int i = 0; i < components.rows(component); i++) {
                members.set(components.row(component, i));
              }
            });
    return members;
  }

  /** Only rulings that are new since can name a row that is remembered. */
  private int[] mayBeNamed(Set<String> handles) {
    IntStream rows = IntStream.range(0, columns.size());
    if (memory.handles().containsAll(handles)) {
      rows = rows.filter(row -> places[components.of(row)] == UNKNOWN);
    }
    return rows.toArray();
  }

  /** Takes over what is remembered. */
  void takeOver() {
    if (interactions.crowded()) {
      Arrays.fill(places, UNKNOWN);
    }
    for (int component = 0; component < places.length; component++) {
      if (places[component] != UNKNOWN) {
        takeOver(component);
      }
    }
  }

  private void takeOver(int component) {
    ComponentCode.Reader reader = new ComponentCode.Reader(memory.components(), places[component]);
    for (int i = 0; i < components.rows(component); i++) {
      int row = components.row(component, i);
      ComponentCode.Row read = reader.row(i);
      firsts[row] = components.row(component, read.first());
      decisions[row] = read.decision();
      tiers[row] = read.tier();
      weights[row] = read.weight();
    }
    for (ComponentCode.Pair pair : reader.pairs()) {
      undecided.add(undecided(pair, component));
    }
    for (ComponentCode.Note note : reader.notes()) {
      notes.add(note(note, component));
    }
  }

  private Undecided undecided(ComponentCode.Pair pair, int component) {
    int left = components.row(component, pair.left());
    int right = components.row(component, pair.right());
    return new Undecided(
        columns.kind(left),
        columns.local(left),
        columns.kind(right),
        columns.local(right),
        pair.tier(),
        pair.weight(),
        pair.reason());
  }

  private IdentityNote note(ComponentCode.Note note, int component) {
    int left = components.row(component, note.left());
    int right = components.row(component, note.right());
    return new IdentityNote(
        note.kind(),
        columns.kind(left),
        columns.local(left),
        columns.kind(right),
        columns.local(right),
        note.tier(),
        note.detail());
  }

  /** Links the rows that are not taken over. */
  void linkAgain(Function<Columns, Links> linker) {
    BitSet rows = rowsToLink();
    again = rows.cardinality();
    BitSet needed = again == columns.size() ? rows : interactions.withLookups(rows);
    int[] numbers = needed.stream().toArray();
    take(linker.apply(again == columns.size() ? columns : columns.subset(numbers)), numbers, rows);
    if (!closed && again < columns.size()) {
      linkAll(linker);
    }
    undecided.sort(
        Comparator.comparingInt((Undecided pair) -> left(pair)).thenComparingInt(this::right));
    notes.sort(
        Comparator.comparing(IdentityNote::kind)
            .thenComparingInt(this::left)
            .thenComparingInt(this::right)
            .thenComparing(IdentityNote::tier)
            .thenComparing(IdentityNote::detail));
  }

  private BitSet rowsToLink() {
    BitSet rows = new BitSet();
    for (int row = 0; row < columns.size(); row++) {
      rows.set(row, places[components.of(row)] == UNKNOWN);
    }
    return rows;
  }

  /**
   * Components that are not closed would be a mistake of the program: then nothing is taken over,
   * and the night costs what a first night costs.
   */
  private void linkAll(Function<Columns, Links> linker) {
    undecided.clear();
    notes.clear();
    again = columns.size();
    BitSet rows = new BitSet();
    rows.set(0, again);
    take(linker.apply(columns), rows.stream().toArray(), rows);
  }

  private void take(Links links, int[] numbers, BitSet rows) {
    for (int i = 0; i < numbers.length; i++) {
      int row = numbers[i];
      if (rows.get(row)) {
        firsts[row] = numbers[links.first(i)];
        decisions[row] = links.decision(i);
        tiers[row] = links.tier(i);
        weights[row] = links.weight(i);
        closed &= within(row, firsts[row]);
      }
    }
    for (Undecided pair : links.undecided()) {
      if (taken(left(pair), right(pair), rows)) {
        undecided.add(pair);
      }
    }
    for (IdentityNote note : links.notes()) {
      if (taken(left(note), right(note), rows)) {
        notes.add(note);
      }
    }
    oversized = links.oversizedBlocks();
  }

  private boolean taken(int left, int right, BitSet rows) {
    boolean used = rows.get(left) || rows.get(right);
    closed &= !used || within(left, right);
    return used;
  }

  private boolean within(int left, int right) {
    return components.of(left) == components.of(right);
  }

  private int left(Undecided pair) {
    return columns.global(pair.left(), pair.leftRow());
  }

  private int right(Undecided pair) {
    return columns.global(pair.right(), pair.rightRow());
  }

  private int left(IdentityNote note) {
    return columns.global(note.left(), note.leftRow());
  }

  private int right(IdentityNote note) {
    return columns.global(note.right(), note.rightRow());
  }

  Links links() {
    return new Links(
        columns,
        row -> firsts[row],
        decisions,
        tiers,
        weights,
        List.copyOf(undecided),
        List.copyOf(notes),
        oversized);
  }

  /** How many rows were linked. */
  int again() {
    return again;
  }

  /** What the next night may take over. */
  Remembered remember() {
    if (!closed || interactions.crowded()) {
      return Remembered.none();
    }
    ComponentCode.Writer writer = new ComponentCode.Writer(memory.components());
    undecided.forEach(pair -> writer.keep(components.of(left(pair)), pair));
    notes.forEach(note -> writer.keep(components.of(left(note)), note));
    Set<Integer> left = leftOut();
    for (int component = 0; component < places.length; component++) {
      if (places[component] != UNKNOWN) {
        writer.copy(places[component]);
      } else if (!left.contains(component)) {
        writer.begin(first(component), second(component));
        write(component, writer);
      }
    }
    return writer.remembered();
  }

  /** Ruled rows, and whatever may be among what was reported as too large to compare. */
  private Set<Integer> leftOut() {
    Set<Integer> left = new HashSet<>();
    ruled.stream().map(components::of).forEach(left::add);
    for (int component = 0; component < places.length && !oversized.isEmpty(); component++) {
      if (components.rows(component) > limits.namesOnOneNumber().value()) {
        left.add(component);
      }
    }
    return left;
  }

  private void write(int component, ComponentCode.Writer writer) {
    int[] rows =
        IntStream.range(0, components.rows(component))
            .map(i -> components.row(component, i))
            .toArray();
    for (int i = 0; i < rows.length; i++) {
      int first = Arrays.binarySearch(rows, firsts[rows[i]]);
      writer.row(i, first, decisions[rows[i]], tiers[rows[i]], weights[rows[i]]);
    }
    writer.end(
        component,
        pair -> place(rows, left(pair)),
        pair -> place(rows, right(pair)),
        note -> place(rows, left(note)),
        note -> place(rows, right(note)));
  }

  private static int place(int[] rows, int row) {
    return Arrays.binarySearch(rows, row);
  }
}
