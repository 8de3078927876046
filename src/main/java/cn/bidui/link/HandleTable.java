package cn.bidui.link;

import cn.bidui.link.Handles.Kind;
import cn.bidui.link.Handles.Places;
import cn.bidui.link.Handles.Plain;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The handles of tonight's persons, and who else holds each. */
final class HandleTable {

  /** So many persons are worked on by one thread at a time. */
  private static final int SECTION = 16_384;

  private static final int FEW = 32;

  private final List<String> texts = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();
  private final int[] starts;
  private int[] personOf = {};
  private final RowIndex byText;
  private final boolean[] shared;

  /** Which of tonight's holders of its weakest handle a person is, from 1. */
  private final int[] nth;

  private final HandleHash hash;

  HandleTable(LinkResult links, Map<ListKind, RecordTable> tables, HandleHash hash) {
    starts = new int[links.persons() + 1];
    for (Section section : sections(links, new TreeMap<>(tables), hash)) {
      section.end(this);
    }
    long[] prints = new long[texts.size()];
    Parts.each(
        prints.length,
        (from, to) -> {
          for (int entry = from; entry < to; entry++) {
            prints[entry] = print(texts.get(entry));
          }
        });
    byText = new RowIndex(prints);
    shared = new boolean[prints.length];
    Parts.each(
        prints.length,
        (from, to) -> {
          for (int entry = from; entry < to; entry++) {
            shared[entry] = alsoHeldByAnother(entry, prints);
          }
        });
    nth = new int[links.persons()];
    countNth();
    this.hash = hash;
  }

  /** The handles of some persons in a row. */
  private static final class Section {
    private final int from;
    private final int to;
    private final List<Plain> plains = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();
    private final int[] ends;

    Section(int from, int to) {
      this.from = from;
      this.to = to;
      ends = new int[to - from];
    }

    /** Hashing is most of the work here, and nobody's hash depends on another's. */
    void fill(LinkResult links, Map<ListKind, RecordTable> tables, HandleHash hash, Places places) {
      for (int person = from; person < to; person++) {
        int of = person;
        tables.forEach(
            (kind, table) -> {
              for (int row : links.rows(kind, of)) {
                Handles.add(table, row, places, plains);
              }
            });
        for (Plain plain : different(plains)) {
          kinds.add(plain.kind());
          texts.add(plain.hashed(hash));
        }
        plains.clear();
        ends[person - from] = texts.size();
      }
    }

    /** Each once, in the order of the first; nearly everybody has few. */
    private static Collection<Plain> different(List<Plain> plains) {
      if (plains.size() > FEW) {
        return new LinkedHashSet<>(plains);
      }
      List<Plain> different = new ArrayList<>(plains.size());
      for (Plain plain : plains) {
        if (!different.contains(plain)) {
          different.add(plain);
        }
      }
      return different;
    }

    void end(HandleTable table) {
      int before = table.texts.size();
      table.texts.addAll(texts);
      table.kinds.addAll(kinds);
      table.personOf = Arrays.copyOf(table.personOf, before + texts.size());
      for (int person = from; person < to; person++) {
        int end = before + ends[person - from];
        Arrays.fill(table.personOf, table.starts[person], end, person);
        table.starts[person + 1] = end;
      }
    }
  }

  private static List<Section> sections(
      LinkResult links, Map<ListKind, RecordTable> tables, HandleHash hash) {
    List<Section> sections = new ArrayList<>();
    for (int from = 0; from < links.persons(); from += SECTION) {
      sections.add(new Section(from, Math.min(links.persons(), from + SECTION)));
    }
    Optional<RecordTable> any = tables.values().stream().findFirst();
    any.ifPresent(
        table -> {
          Places places = new KnownPlaces(table.strings());
          sections.parallelStream().forEach(each -> each.fill(links, tables, hash, places));
        });
    return sections;
  }

  /** Every person has a weakest handle; among its holders the canonical order counts. */
  private void countNth() {
    Map<String, Integer> counts = new HashMap<>();
    for (int person = 0; person < nth.length; person++) {
      boolean alone = !shared[starts[person + 1] - 1];
      nth[person] = alone ? 1 : counts.merge(weakest(person), 1, Integer::sum);
    }
  }

  private String weakest(int person) {
    return texts.get(starts[person + 1] - 1);
  }

  /** 64 bits of the text; texts are compared in full where these are equal. */
  private static long print(String text) {
    long print = 1_125_899_906_842_597L;
    for (int i = 0; i < text.length(); i++) {
      print = 31 * print + text.charAt(i);
    }
    return print == 0 ? 1 : print;
  }

  /** The persons that hold {@code handle} tonight, ascending. */
  int[] holders(String handle) {
    int[] persons = {};
    int entry = byText.first(print(handle));
    for (; entry >= 0; entry = byText.next(entry)) {
      // A person's handles differ, so nobody is counted twice.
      if (texts.get(entry).equals(handle)) {
        persons = Arrays.copyOf(persons, persons.length + 1);
        persons[persons.length - 1] = personOf[entry];
      }
    }
    return persons;
  }

  private boolean alsoHeldByAnother(int entry, long[] prints) {
    int other = byText.first(prints[entry]);
    while (other >= 0 && (other == entry || !texts.get(other).equals(texts.get(entry)))) {
      other = byText.next(other);
    }
    return other >= 0;
  }

  int persons() {
    return nth.length;
  }

  int start(int person) {
    return starts[person];
  }

  int end(int person) {
    return starts[person + 1];
  }

  String text(int entry) {
    return texts.get(entry);
  }

  Kind kind(int entry) {
    return kinds.get(entry);
  }

  /** Whether another person holds the handle too. */
  boolean shared(int entry) {
    return shared[entry];
  }

  /** The handle of last resort of {@code person}; nobody else has it tonight. */
  String nth(int person) {
    return hash.hash(Kind.NTH.prefix + ":" + nth[person] + ":" + weakest(person));
  }
}
