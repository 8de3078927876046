package cn.bidui.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** What was decided about the rows of a component, as bytes; rows by their places in it. */
final class ComponentCode {

  private static final Tier[] TIERS = Tier.values();
  private static final Decision[] DECISIONS = Decision.values();
  private static final IdentityNote.Kind[] KINDS = IdentityNote.Kind.values();

  private ComponentCode() {}

  /** What was decided about a row. */
  record Row(int first, Decision decision, Tier tier, int weight) {}

  /** An {@link Undecided} pair. */
  record Pair(int left, int right, Tier tier, int weight, String reason) {}

  /** An {@link IdentityNote}. */
  record Note(IdentityNote.Kind kind, int left, int right, Tier tier, String detail) {}

  /** Reads one component: its rows in their order, then the pairs, then the notes. */
  static final class Reader {
    private final ByteRun bytes;
    private final List<String> words;

    Reader(Remembered remembered, int place) {
      bytes = new ByteRun(remembered.bytes(), remembered.starts()[place]);
      words = remembered.words();
    }

    Row row(int i) {
      int first = i - bytes.take();
      int code = bytes.take();
      Decision decision = DECISIONS[code / TIERS.length];
      return new Row(first, decision, TIERS[code % TIERS.length], bytes.takeSigned());
    }

    List<Pair> pairs() {
      List<Pair> pairs = new ArrayList<>();
      for (int left = bytes.take(); left > 0; left--) {
        pairs.add(
            new Pair(
                bytes.take(),
                bytes.take(),
                TIERS[bytes.take()],
                bytes.takeSigned(),
                words.get(bytes.take())));
      }
      return pairs;
    }

    List<Note> notes() {
      List<Note> notes = new ArrayList<>();
      for (int left = bytes.take(); left > 0; left--) {
        notes.add(
            new Note(
                KINDS[bytes.take()],
                bytes.take(),
                bytes.take(),
                TIERS[bytes.take()],
                words.get(bytes.take())));
      }
      return notes;
    }
  }

  /** Writes the components of a night. */
  static final class Writer {
    private final Remembered before;
    private final Remembered.Builder components = new Remembered.Builder();
    private final ByteRun bytes = new ByteRun();
    private final List<String> words;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, List<Undecided>> pairs = new HashMap<>();
    private final Map<Integer, List<IdentityNote>> notes = new HashMap<>();

    /** Bytes of {@code before} can be copied, so its words keep their numbers. */
    Writer(Remembered before) {
      this.before = before;
      words = new ArrayList<>(before.words());
      words.forEach(word -> numbers.put(word, numbers.size()));
    }

    /** Takes note of a pair of a component that is written later. */
    void keep(int component, Undecided pair) {
      pairs.computeIfAbsent(component, none -> new ArrayList<>()).add(pair);
    }

    /** Takes note of a note of a component that is written later. */
    void keep(int component, IdentityNote note) {
      notes.computeIfAbsent(component, none -> new ArrayList<>()).add(note);
    }

    /** Writes a component as it was remembered. */
    void copy(int place) {
      components.add(before.first()[place], before.second()[place], bytes.position());
      bytes.putAll(before.bytes(), before.starts()[place], before.starts()[place + 1]);
    }

    void begin(long first, long second) {
      components.add(first, second, bytes.position());
    }

    void row(int i, int first, Decision decision, Tier tier, int weight) {
      bytes.put(i - first);
      bytes.put(decision.ordinal() * TIERS.length + tier.ordinal());
      bytes.putSigned(weight);
    }

    void end(
        int component,
        ToIntFunction<Undecided> leftOfPair,
        ToIntFunction<Undecided> rightOfPair,
        ToIntFunction<IdentityNote> leftOfNote,
        ToIntFunction<IdentityNote> rightOfNote) {
      List<Undecided> ofPairs = pairs.getOrDefault(component, List.of());
      bytes.put(ofPairs.size());
      for (Undecided pair : ofPairs) {
        bytes.put(leftOfPair.applyAsInt(pair));
        bytes.put(rightOfPair.applyAsInt(pair));
        bytes.put(pair.tier().ordinal());
        bytes.putSigned(pair.weight());
        bytes.put(number(pair.reason()));
      }
      List<IdentityNote> ofNotes = notes.getOrDefault(component, List.of());
      bytes.put(ofNotes.size());
      for (IdentityNote note : ofNotes) {
        bytes.put(note.kind().ordinal());
        bytes.put(leftOfNote.applyAsInt(note));
        bytes.put(rightOfNote.applyAsInt(note));
        bytes.put(note.tier().ordinal());
        bytes.put(number(note.detail()));
      }
    }

    private int number(String word) {
      Integer known = numbers.putIfAbsent(word, words.size());
      if (known == null) {
        words.add(word);
        return words.size() - 1;
      }
      return known;
    }

    Remembered remembered() {
      return components.build(bytes.written(), words);
    }
  }
}
